using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Punie.Agent.CodeMode;
using Punie.Agent.Loop;

namespace Punie.Cli.Rendering;

/// <summary>An answer as one line of JSON.</summary>
internal static class AnswerJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What a model proposes; nothing ran.</summary>
    public static string Proposed(Proposal proposal) => Line(json =>
    {
        json.WriteString("program", proposal.Program);
        json.WritePropertyName("calls");
        ToolUseJson.Write(json, proposal.Facts?.Calls ?? []);
        json.WriteString("answer", proposal.Answer);
        json.WriteString("model", proposal.Model);
        json.WriteNumber("milliseconds", Rounded(proposal.Duration));
    });

    /// <summary>What a whole turn did.</summary>
    public static string Answered(TurnSummary summary) => Line(json =>
    {
        json.WriteString("program", summary.Program);
        json.WritePropertyName("calls");
        ToolUseJson.Write(json, summary.Calls);
        json.WriteString("answer", summary.Answer);
        json.WriteString("model", summary.Model);
        json.WriteNumber("milliseconds", Rounded(summary.Duration));
        json.WriteString("end", summary.End.ToString());
        json.WriteString("message", summary.Message);
        json.WriteNumber("steps", summary.Steps);
        json.WriteStartArray("tools");
        foreach (var tool in summary.Tools) WriteTool(json, tool);
        json.WriteEndArray();
        json.WriteStartArray("decisions");
        foreach (var decision in summary.Decisions) WriteDecision(json, decision);
        json.WriteEndArray();
        json.WriteStartArray("edits");
        foreach (var edit in summary.Edits) WriteEdit(json, edit);
        json.WriteEndArray();
    });

    private static void WriteDecision(Utf8JsonWriter json, DecisionMade decision)
    {
        json.WriteStartObject();
        json.WriteString("about", decision.About);
        json.WriteString("decision", decision.Decision);
        json.WriteString("by", decision.By.Name);
        if (decision.By.Detail is { } detail) json.WriteString("which", detail);
        if (decision.Reason is { } reason) json.WriteString("reason", reason);
        json.WriteEndObject();
    }

    private static void WriteEdit(Utf8JsonWriter json, TurnEvent.EditSettled settled)
    {
        json.WriteStartObject();
        OfferedEditJson.Write(json, settled.Edit);
        OfferedEditJson.Write(json, settled.Outcome);
        json.WriteEndObject();
    }

    private static void WriteTool(Utf8JsonWriter json, ToolRun tool)
    {
        json.WriteStartObject();
        json.WriteString("call", tool.Call);
        json.WriteNumber("milliseconds", Rounded(tool.End.Duration));
        json.WriteBoolean("success", tool.End.Success);
        json.WriteString("problem", tool.End.Problem);
        json.WriteEndObject();
    }

    private static double Rounded(TimeSpan duration) => Math.Round(duration.TotalMilliseconds, 1);

    private static string Line(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
