using System.Buffers;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Punie.Agent.Loop;

namespace Punie.Agent.Sessions;

/// <summary>Entries as lines of JSON: <c>{"type": …, "at": …, …}</c>.</summary>
internal static class SessionEntryJson
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// What a line of this kind begins with, so that a list can pass over the others without reading them.
    /// </summary>
    public static string Start(string type) => $$"""{"type":"{{type}}",""";

    /// <summary>One line without its line break.</summary>
    public static string ToJson(SessionLine line)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("type", TypeOf(line.Entry));
            json.WriteString("at", line.At.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture));
            Write(json, line.Entry);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Reads a line; false for one that is torn or not of this format.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out SessionLine? line)
    {
        line = null;
        try
        {
            using var document = JsonDocument.Parse(text);
            var json = document.RootElement;
            if (json.ValueKind != JsonValueKind.Object) return false;
            var at =
                DateTimeOffset.Parse(Text(json, "at"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
            line = new SessionLine(at, Read(Text(json, "type"), json));
            return true;
        }
        catch (Exception wrong) when (wrong is JsonException or FormatException or InvalidOperationException
            or KeyNotFoundException)
        {
            return false;
        }
    }

    /// <summary>A member that must be a string.</summary>
    internal static string Text(JsonElement json, string name) =>
        Optional(json, name) ?? throw new JsonException($"'{name}' is missing");

    private static string TypeOf(SessionEntry entry) => entry switch
    {
        SessionEntry.ModelChosen => "model",
        SessionEntry.ModeChosen => "mode",
        SessionEntry.Unknown unknown => unknown.Type,
        _ => entry.GetType().Name.ToLowerInvariant(),
    };

    private static void Write(Utf8JsonWriter json, SessionEntry entry)
    {
        switch (entry)
        {
            case SessionEntry.Opened opened:
                json.WriteNumber("version", opened.Version);
                json.WriteString("id", opened.Id);
                json.WriteString("workspace", opened.Workspace);
                json.WriteString("model", opened.Model);
                WriteOptional(json, "forkedFrom", opened.ForkedFrom);
                break;
            case SessionEntry.Message { Content: var message }:
                MessageJson.Write(json, message);
                break;
            case SessionEntry.Called tool:
                json.WriteString("tool", tool.Name);
                json.WriteString("call", tool.Call);
                json.WriteNumber("milliseconds", tool.Milliseconds);
                WriteOptional(json, "problem", tool.Problem);
                break;
            case SessionEntry.Ended ended:
                json.WriteString("end", ended.End.ToString());
                WriteOptional(json, "reason", ended.Reason);
                break;
            case SessionEntry.Compacted compacted:
                json.WriteNumber("through", compacted.Through);
                json.WriteString("summary", compacted.Summary);
                json.WriteString("author", compacted.Author.ToString());
                break;
            default:
                WriteText(json, entry);
                break;
        }
    }

    private static void WriteText(Utf8JsonWriter json, SessionEntry entry)
    {
        switch (entry)
        {
            case SessionEntry.Prompt { Text: var text }: json.WriteString("text", text); break;
            case SessionEntry.Instructed { Text: var text }: json.WriteString("text", text); break;
            case SessionEntry.Program { Source: var source }: json.WriteString("source", source); break;
            case SessionEntry.Failed { Text: var text }: json.WriteString("text", text); break;
            case SessionEntry.ModelChosen { Name: var name }: json.WriteString("name", name); break;
            case SessionEntry.ModeChosen { Name: var name }: json.WriteString("name", name); break;
            case SessionEntry.Note { Text: var text }: json.WriteString("text", text); break;
            case SessionEntry.Answer answer:
                json.WriteString("text", answer.Text);
                json.WriteBoolean("output", answer.IsOutput);
                break;
            case SessionEntry.Effect effect:
                json.WriteString("tool", effect.Tool);
                json.WriteString("summary", effect.Summary);
                break;
            case SessionEntry.Allowed allowed:
                json.WriteString("tool", allowed.Tool);
                json.WriteString("by", allowed.By);
                break;
            case SessionEntry.Denied denied:
                json.WriteString("tool", denied.Tool);
                json.WriteString("reason", denied.Reason);
                WriteOptional(json, "by", denied.By);
                break;
            case SessionEntry.Decided decided:
                json.WriteString("decision", decided.Decision);
                WriteOptional(json, "reason", decided.Reason);
                json.WriteString("by", decided.By);
                break;
            case SessionEntry.Closed or SessionEntry.Unknown:
                break;
            default:
                throw new UnreachableException();
        }
    }

    private static SessionEntry Read(string type, JsonElement json) => type switch
    {
        "opened" => new SessionEntry.Opened(
            json.GetProperty("version").GetInt32(), Text(json, "id"), Text(json, "workspace"), Text(json, "model"),
            Optional(json, "forkedFrom")),
        "prompt" => new SessionEntry.Prompt(Text(json, "text")),
        "instructed" => new SessionEntry.Instructed(Text(json, "text")),
        "message" => new SessionEntry.Message(MessageJson.Read(json)),
        "program" => new SessionEntry.Program(Text(json, "source")),
        "called" => new SessionEntry.Called(
            Text(json, "tool"), Text(json, "call"), json.GetProperty("milliseconds").GetDouble(),
            Optional(json, "problem")),
        "effect" => new SessionEntry.Effect(Text(json, "tool"), Text(json, "summary")),
        "allowed" => new SessionEntry.Allowed(Text(json, "tool"), Text(json, "by")),
        "denied" => new SessionEntry.Denied(Text(json, "tool"), Text(json, "reason")) { By = Optional(json, "by") },
        "decided" => new SessionEntry.Decided(
            Text(json, "decision"), Optional(json, "reason"), Text(json, "by")),
        "failed" => new SessionEntry.Failed(Text(json, "text")),
        "answer" => new SessionEntry.Answer(Text(json, "text"), json.GetProperty("output").GetBoolean()),
        "ended" => new SessionEntry.Ended(Named<TurnEnd>(json, "end"), Optional(json, "reason")),
        "compacted" => new SessionEntry.Compacted(
            json.GetProperty("through").GetInt32(), Text(json, "summary"), Named<SummaryAuthor>(json, "author")),
        "model" => new SessionEntry.ModelChosen(Text(json, "name")),
        "mode" => new SessionEntry.ModeChosen(Text(json, "name")),
        "note" => new SessionEntry.Note(Text(json, "text")),
        "closed" => new SessionEntry.Closed(),
        _ => new SessionEntry.Unknown(type),
    };

    private static T Named<T>(JsonElement json, string name)
        where T : struct, Enum =>
            Enum.TryParse<T>(Text(json, name), out var value)
                ? value
                : throw new JsonException($"'{name}' is not one of the known names");

    private static string? Optional(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static void WriteOptional(Utf8JsonWriter json, string name, string? value)
    {
        if (value != null) json.WriteString(name, value);
    }
}
