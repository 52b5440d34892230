using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Punie.Agent.Workspace.Undo;

/// <summary>One line of a turn's journal.</summary>
internal abstract record UndoLine
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private UndoLine()
    {
    }

    /// <summary>The first line.</summary>
    public sealed record Opened(DateTimeOffset At, string Label, string Workspace) : UndoLine;

    /// <summary>A file is about to be written. <paramref name="Before"/> counts in a file's first line only.</summary>
    public sealed record Write(string Path, FileSnapshot? Before, string After, IReadOnlyList<string> Folders)
        : UndoLine;

    /// <summary>A file was put back.</summary>
    public sealed record Undone(string Path) : UndoLine;

    public string ToJson()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            Fields(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>Reads a line; null for one that a kill has torn or that a later version wrote.</summary>
    public static UndoLine? Parse(string line)
    {
        try
        {
            return JsonNode.Parse(line) is JsonObject json ? FromJson(json) : null;
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }

    private void Fields(Utf8JsonWriter json)
    {
        switch (this)
        {
            case Opened opened:
                json.WriteString("kind", "turn");
                json.WriteString("at", opened.At.ToString("O", CultureInfo.InvariantCulture));
                json.WriteString("label", opened.Label);
                json.WriteString("workspace", opened.Workspace);
                break;
            case Write write:
                json.WriteString("kind", "write");
                json.WriteString("path", write.Path);
                WriteSnapshot(json, write.Before);
                json.WriteString("after", write.After);
                json.WriteStartArray("folders");
                foreach (var folder in write.Folders) json.WriteStringValue(folder);
                json.WriteEndArray();
                break;
            case Undone undone:
                json.WriteString("kind", "undone");
                json.WriteString("path", undone.Path);
                break;
        }
    }

    private static void WriteSnapshot(Utf8JsonWriter json, FileSnapshot? before)
    {
        if (before is null) return;
        json.WriteStartObject("before");
        json.WriteString("name", before.Name);
        json.WriteString("hash", before.Hash);
        if (before.Mode is { } mode) json.WriteNumber("mode", mode);
        json.WriteEndObject();
    }

    private static UndoLine? FromJson(JsonObject json) => Text(json, "kind") switch
    {
        "turn" => new Opened(
            DateTimeOffset.Parse(Text(json, "at"), CultureInfo.InvariantCulture), Text(json, "label"),
            Text(json, "workspace")),
        "write" => new Write(
            Text(json, "path"),
            json["before"] is JsonObject before
                ? new FileSnapshot(Text(before, "name"), Text(before, "hash"), before["mode"]?.GetValue<int>())
                : null,
            Text(json, "after"),
            [.. json["folders"]!.AsArray().Select(folder => folder!.GetValue<string>())]),
        "undone" => new Undone(Text(json, "path")),
        _ => null,
    };

    private static string Text(JsonObject json, string name) =>
        json[name]?.GetValue<string>() ?? throw new FormatException($"A line of the journal lacks '{name}'.");
}
