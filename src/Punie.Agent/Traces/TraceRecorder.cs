using System.Buffers;
using System.Diagnostics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Punie.Agent.CodeMode;
using Punie.Agent.Loop;
using Punie.Agent.Permissions;

namespace Punie.Agent.Traces;

/// <summary>
/// Writes a turn's events as JSON Lines: one object for each event, with its kind and the time since the start.
/// </summary>
/// <param name="writer">Where the lines go; flushed after each.</param>
/// <param name="clock">Measures the time.</param>
public sealed class TraceRecorder(TextWriter writer, TimeProvider clock)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly long _started = clock.GetTimestamp();

    /// <summary>Writes one event.</summary>
    public async Task RecordAsync(TurnEvent happened, CancellationToken cancellationToken)
    {
        var line = ToJson(happened, clock.GetElapsedTime(_started));
        await writer.WriteAsync($"{line}\n".AsMemory(), cancellationToken).ConfigureAwait(false);
        await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>One event as one line of JSON.</summary>
    public static string ToJson(TurnEvent happened, TimeSpan since)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("event", happened.GetType().Name);
            json.WriteNumber("at", Math.Round(since.TotalMilliseconds, 1));
            Write(json, happened);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, TurnEvent happened)
    {
        switch (happened)
        {
            case TurnEvent.ModelText { Text: var text }:
                json.WriteString("text", text);
                break;
            case TurnEvent.ModelReplied replied:
                WriteReplied(json, replied);
                break;
            case TurnEvent.ProgramProposed proposed:
                json.WriteNumber("step", proposed.Step);
                json.WriteString("program", proposed.Source);
                json.WritePropertyName("calls");
                ToolUseJson.Write(json, proposed.Calls);
                break;
            case TurnEvent.ProgramRejected rejected:
                json.WriteStartArray("problems");
                foreach (var problem in rejected.Problems) json.WriteStringValue(problem.ToString());
                json.WriteEndArray();
                break;
            case TurnEvent.ProgramOutput { Text: var text }:
                json.WriteString("text", text);
                break;
            case TurnEvent.ProgramRaised { Error: var error }:
                json.WriteString("error", error.LastLine);
                json.WriteNumber("line", error.Line);
                break;
            case TurnEvent.ProgramStopped stopped:
                json.WriteString("limit", stopped.Limit.ToString());
                json.WriteString("message", stopped.Message);
                break;
            case TurnEvent.Answer answer:
                json.WriteString("text", answer.Text);
                break;
            case TurnEvent.Ended ended:
                json.WriteString("end", ended.End.ToString());
                if (ended.Message != null) json.WriteString("message", ended.Message);
                break;
            default:
                WriteToolEvent(json, happened);
                break;
        }
    }

    private static void WriteToolEvent(Utf8JsonWriter json, TurnEvent happened)
    {
        switch (happened)
        {
            case TurnEvent.CallsProposed proposed:
                json.WriteNumber("step", proposed.Step);
                json.WritePropertyName("calls");
                ToolUseJson.Write(json, proposed.Calls);
                break;
            case TurnEvent.ToolStarted started:
                json.WriteNumber("id", started.Id);
                json.WriteString("tool", started.Tool);
                json.WriteString("call", started.Call);
                break;
            case TurnEvent.ToolFinished finished:
                json.WriteNumber("id", finished.Id);
                json.WriteString("tool", finished.Tool);
                json.WriteNumber("milliseconds", Math.Round(finished.Duration.TotalMilliseconds, 1));
                json.WriteBoolean("success", finished.Success);
                if (finished.Problem != null) json.WriteString("problem", finished.Problem);
                break;
            case TurnEvent.ToolProgressed progressed:
                json.WriteNumber("id", progressed.Id);
                json.WriteString("tool", progressed.Tool);
                json.WriteString("words", progressed.Words);
                break;
            default:
                WriteDecision(json, happened);
                break;
        }
    }

    private static void WriteDecision(Utf8JsonWriter json, TurnEvent happened)
    {
        switch (happened)
        {
            case TurnEvent.EditOffered { Edit: var edit }:
                OfferedEditJson.Write(json, edit);
                break;
            case TurnEvent.EditSettled settled:
                json.WriteString("tool", settled.Edit.Tool.Name);
                json.WriteString("subject", settled.Edit.Subject);
                OfferedEditJson.Write(json, settled.Outcome);
                break;
            case TurnEvent.PermissionAsked { Request: var request }:
                json.WriteString("tool", request.Tool);
                json.WriteString("summary", request.Summary);
                break;
            case TurnEvent.PermissionAllowed allowed:
                json.WriteString("tool", allowed.Tool);
                WriteDecider(json, allowed.By);
                break;
            case TurnEvent.PermissionDenied denied:
                json.WriteString("tool", denied.Tool);
                json.WriteString("reason", denied.Reason);
                WriteDecider(json, denied.By);
                break;
            case TurnEvent.ProgramDecided decided:
                json.WriteString("decision", decided.Said.Name);
                if (decided.Said.Words is { } words) json.WriteString("reason", words);
                WriteDecider(json, decided.By);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private static void WriteDecider(Utf8JsonWriter json, Decider decider)
    {
        json.WriteString("by", decider.Name);
        if (decider.Detail is { } detail) json.WriteString("which", detail);
    }

    private static void WriteReplied(Utf8JsonWriter json, TurnEvent.ModelReplied replied)
    {
        json.WriteNumber("step", replied.Step);
        json.WriteString("model", replied.Model);
        json.WriteNumber("milliseconds", Math.Round(replied.Duration.TotalMilliseconds, 1));
        if (replied.InputTokens is { } input) json.WriteNumber("inputTokens", input);
        if (replied.OutputTokens is { } output) json.WriteNumber("outputTokens", output);
    }
}
