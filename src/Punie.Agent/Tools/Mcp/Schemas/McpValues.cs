using System.Collections;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Punie.Agent.Tools.Mcp.Protocol;

namespace Punie.Agent.Tools.Mcp.Schemas;

/// <summary>Turns a server's JSON into tool values and back, by types that <see cref="SchemaReader"/> made.</summary>
internal static class McpValues
{
    /// <summary>A value of a type.</summary>
    /// <param name="json">What the server sent.</param>
    /// <param name="type">What its schema promised.</param>
    /// <param name="where">Where in the result it stands, for the error.</param>
    /// <exception cref="McpException">The value is not what the schema says.</exception>
    public static object? Read(JsonElement json, ToolType type, string where) => (type, json.ValueKind) switch
    {
        (ToolType.Optional, JsonValueKind.Null or JsonValueKind.Undefined) => null,
        (ToolType.Optional optional, _) => Read(json, optional.Value, where),
        _ when ReferenceEquals(type, SchemaReader.JsonText) =>
            json.ValueKind is JsonValueKind.Undefined ? "null" : json.GetRawText(),
        (ToolType.Str, JsonValueKind.String) => json.GetString(),
        (ToolType.Bool, JsonValueKind.True or JsonValueKind.False) => json.GetBoolean(),
        (ToolType.Float, JsonValueKind.Number) => json.GetDouble(),
        (ToolType.Int, JsonValueKind.Number) when json.TryGetInt64(out var number) => number,
        // 3.0 is a whole number in JSON.
        (ToolType.Int, JsonValueKind.Number) when json.GetDouble() is var real && double.IsInteger(real)
            && Math.Abs(real) < 1L << 53 => (long)real,
        (ToolType.List list, JsonValueKind.Array) =>
            json.EnumerateArray()
                .Select((item, i) =>
                    Read(item, list.Item, string.Create(CultureInfo.InvariantCulture, $"{where}[{i}]"))).ToList(),
        (ToolType.Record { Schema: ValueRecordSchema schema }, JsonValueKind.Object) => new ValueRecord(
            [.. schema.Members.Select(member =>
                Read(McpJson.Member(json, member.Original) ?? default, member.Type, $"{where}.{member.Original}"))]),
        _ => throw new McpException(
            $"its result does not fit the schema that it declares: "
            + $"{where} should be {type.ToPython()} and is {Shown(json)}"),
    };

    /// <summary>A value as JSON under the server's own names. None is null.</summary>
    /// <exception cref="McpException">A text that should hold JSON does not.</exception>
    public static JsonNode? Write(object? value, ToolType type) => (type, value) switch
    {
        (_, null) => null,
        (ToolType.Optional optional, _) => Write(value, optional.Value),
        (_, string text) when ReferenceEquals(type, SchemaReader.JsonText) => Parsed(text),
        (_, string text) => JsonValue.Create(text),
        (_, bool truth) => JsonValue.Create(truth),
        (_, double number) => JsonValue.Create(number),
        (ToolType.Int, _) => JsonValue.Create(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        (ToolType.List list, IEnumerable items) =>
            new JsonArray([.. items.Cast<object?>().Select(item => Write(item, list.Item))]),
        (ToolType.Record { Schema: ValueRecordSchema schema }, ValueRecord record) => WriteRecord(schema, record),
        _ => throw new UnreachableException(),
    };

    private static JsonObject WriteRecord(ValueRecordSchema schema, ValueRecord record)
    {
        var json = new JsonObject();
        foreach (var (member, value) in schema.Members.Zip(record.Values))
        {
            // What may be left out is left out: many servers take null for a wrong value.
            if (value is not null) json[member.Original] = Write(value, member.Type);
        }

        return json;
    }

    private static JsonNode? Parsed(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            throw new McpException(
                $"'{CodeMode.BoundedText.OneLine(text, 60)}' is not JSON text; write an object as \"{{\\\"a\\\": "
                + $"1}}\" and a text as \"\\\"a\\\"\"");
        }
    }

    private static string Shown(JsonElement json) =>
        json.ValueKind is JsonValueKind.Undefined ? "missing" : CodeMode.BoundedText.OneLine(json.GetRawText(), 60);
}
