using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Punie.Agent.CodeMode;

namespace Punie.Agent.NativeMode;

/// <summary>
/// Writes a result as JSON of limited length that is still JSON: long lists and texts are cut and say so.
/// </summary>
internal static class BoundedJson
{
    private const int FirstItems = 1_000;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The object as text.</summary>
    /// <param name="result">An object.</param>
    /// <param name="notes">Told in a property <c>note</c>; empty for none.</param>
    /// <param name="chars">Most UTF-16 units, 500 or more; a deep result may be somewhat longer.</param>
    public static string Write(JsonElement result, IReadOnlyList<string> notes, int chars)
    {
        var text = Write(result, notes, new Bounds(int.MaxValue, int.MaxValue));
        for (var bounds = new Bounds(FirstItems, chars); text.Length > chars
            && bounds.Chars > 20; bounds = bounds.Half())
        {
            text = Write(result, notes, bounds);
        }

        return text;
    }

    /// <summary>An object with one text.</summary>
    public static string Error(string message, int chars) => Text(json =>
    {
        json.WriteStartObject();
        json.WriteString("error", BoundedText.HeadAndTail(message, chars));
        json.WriteEndObject();
    });

    private static string Write(JsonElement result, IReadOnlyList<string> notes, Bounds bounds) => Text(json =>
    {
        json.WriteStartObject();
        if (notes.Count > 0) json.WriteString("note", string.Join("; ", notes));
        foreach (var property in result.EnumerateObject())
        {
            json.WritePropertyName(property.Name);
            WriteValue(json, property.Value, bounds);
        }

        json.WriteEndObject();
    });

    private static void WriteValue(Utf8JsonWriter json, JsonElement value, Bounds bounds)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (var property in value.EnumerateObject())
                {
                    json.WritePropertyName(property.Name);
                    WriteValue(json, property.Value, bounds);
                }

                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                WriteItems(json, value, bounds);
                break;
            case JsonValueKind.String:
                json.WriteStringValue(BoundedText.HeadAndTail(value.GetString()!, bounds.Chars));
                break;
            default:
                value.WriteTo(json);
                break;
        }
    }

    private static void WriteItems(Utf8JsonWriter json, JsonElement list, Bounds bounds)
    {
        json.WriteStartArray();
        foreach (var item in list.EnumerateArray().Take(bounds.Items)) WriteValue(json, item, bounds);
        var left = list.GetArrayLength() - bounds.Items;
        if (left > 0)
            json.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"[... {left:N0} more left out ...]"));
        json.WriteEndArray();
    }

    private static string Text(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options)) write(json);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private sealed record Bounds(int Items, int Chars)
    {
        public Bounds Half() => new(Math.Max(1, Items / 2), Chars / 2);
    }
}
