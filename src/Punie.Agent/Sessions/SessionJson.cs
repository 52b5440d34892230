using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Punie.Agent.Sessions;

/// <summary>Sessions as JSON for other programs: a list, or one session whole.</summary>
public static class SessionJson
{
    private static readonly JsonWriterOptions Options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true };

    /// <summary>An array of objects with id, first prompt, turns, model and times.</summary>
    public static string Write(IReadOnlyList<SessionSummary> sessions) => Text(json =>
    {
        json.WriteStartArray();
        foreach (var session in sessions)
        {
            json.WriteStartObject();
            json.WriteString("id", session.Id);
            json.WriteString("firstPrompt", session.FirstPrompt);
            json.WriteNumber("turns", session.Turns);
            json.WriteString("model", session.Model);
            json.WriteString("created", session.Created);
            json.WriteString("lastUsed", session.LastUsed);
            json.WriteString("forkedFrom", session.ForkedFrom);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    /// <summary>One object with the session's turns.</summary>
    public static string Write(SessionHistory history) => Text(json =>
    {
        json.WriteStartObject();
        json.WriteString("id", history.Opened.Id);
        json.WriteString("workspace", history.Opened.Workspace);
        json.WriteString("model", history.Model);
        json.WriteString("created", history.Created);
        json.WriteString("lastUsed", history.LastUsed);
        json.WriteString("forkedFrom", history.Opened.ForkedFrom);
        json.WriteString("summary", history.Compacted?.Summary);
        json.WriteStartArray("turns");
        foreach (var turn in history.Turns) WriteTurn(json, turn);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteTurn(Utf8JsonWriter json, SessionTurn turn)
    {
        json.WriteStartObject();
        json.WriteString("at", turn.At);
        json.WriteString("prompt", turn.Prompt);
        WriteTexts(json, "programs", turn.Entries.OfType<SessionEntry.Program>().Select(program => program.Source));
        json.WriteStartArray("tools");
        foreach (var called in turn.Entries.OfType<SessionEntry.Called>())
        {
            json.WriteStartObject();
            json.WriteString("tool", called.Name);
            json.WriteString("call", called.Call);
            json.WriteNumber("milliseconds", called.Milliseconds);
            json.WriteString("problem", called.Problem);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteTexts(json, "effects", turn.Effects);
        json.WriteStartArray("decisions");
        foreach (var entry in turn.Entries) WriteDecision(json, entry);
        json.WriteEndArray();
        WriteTexts(json, "problems", turn.Entries.OfType<SessionEntry.Failed>().Select(failed => failed.Text));
        json.WriteString("answer", turn.Answer);
        json.WriteString("end", turn.End?.ToString());
        json.WriteEndObject();
    }

    private static void WriteDecision(Utf8JsonWriter json, SessionEntry entry)
    {
        var (about, decision, reason, by) = entry switch
        {
            SessionEntry.Decided program => ("program", program.Decision, program.Reason, program.By),
            SessionEntry.Allowed allowed => (allowed.Tool, "allowed", null, allowed.By),
            SessionEntry.Denied denied => (denied.Tool, "refused", denied.Reason, denied.By),
            _ => (null, null, null, null),
        };
        if (about is null) return;
        json.WriteStartObject();
        json.WriteString("about", about);
        json.WriteString("decision", decision);
        json.WriteString("reason", reason);
        json.WriteString("by", by);
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static string Text(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options)) write(json);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
