using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Punie.Agent.Tools;

/// <summary>The JSON schemas of a tool's arguments and result, as native function calls and MCP want them.</summary>
public static class ToolJsonSchema
{
    /// <summary>Schema of the arguments: an object with one property for each parameter.</summary>
    public static JsonElement Input(Tool tool)
    {
        var properties = new JsonObject();
        foreach (var parameter in tool.Parameters)
        {
            var schema = Schema(parameter.Type);
            schema["description"] = parameter.Description;
            if (parameter.Default is { } value) schema["default"] = DefaultNode(value.Value);
            properties[parameter.Name] = schema;
        }

        return Element(Closed(properties, tool.Parameters.Where(p => p.Default is null).Select(p => p.Name)));
    }

    /// <summary>Schema of the result. A result that is no record stands in a property called <c>result</c>.</summary>
    public static JsonElement Output(Tool tool)
    {
        if (tool.Result is ToolType.Record) return Element(WithTrees(Schema(tool.Result), tool.Result));

        var properties = new JsonObject { [ToolJson.PlainResult] = Schema(tool.Result) };
        return Element(Closed(properties, [ToolJson.PlainResult]));
    }

    private static JsonObject Schema(ToolType type) => type switch
    {
        ToolType.Str => OfType("string"),
        ToolType.Int => OfType("integer"),
        ToolType.Float => OfType("number"),
        ToolType.Bool => OfType("boolean"),
        ToolType.List list => new JsonObject { ["type"] = "array", ["items"] = Schema(list.Item) },
        ToolType.Optional optional => OrNull(Schema(optional.Value)),
        ToolType.Record { Schema: var tree } when IsTree(tree) => new JsonObject { ["$ref"] = $"#/$defs/{tree.Name}" },
        ToolType.Record record => OfRecord(record.Schema),
        _ => throw new UnreachableException(),
    };

    private static bool IsTree(RecordSchema record) => record.Fields.Any(field => field.Type.IsOf(record));

    // A record that holds its own kind is written once and referred to by name.
    private static JsonObject WithTrees(JsonObject schema, ToolType type)
    {
        var records = new List<RecordSchema>();
        ToolCatalog.Collect(type, records);
        var trees = records.Where(IsTree).ToList();
        if (trees.Count == 0) return schema;

        var definitions = new JsonObject();
        foreach (var tree in trees) definitions[tree.Name] = OfRecord(tree);
        schema["$defs"] = definitions;
        return schema;
    }

    private static JsonObject OfType(string name) => new() { ["type"] = name };

    private static JsonObject OrNull(JsonObject schema) =>
        new() { ["anyOf"] = new JsonArray(schema, OfType("null")) };

    private static JsonObject OfRecord(RecordSchema record)
    {
        var properties = new JsonObject();
        foreach (var field in record.Fields)
        {
            var schema = Schema(field.Type);
            schema["description"] = field.Description;
            properties[field.Name] = schema;
        }

        // Fields may be added later, so a reader must let unknown ones pass.
        // A record that is given, not only got, may leave out what may be missing.
        var required = record is ValueRecordSchema
            ? record.Fields.Where(field => field.Type is not ToolType.Optional)
            : record.Fields;
        var result = Closed(properties, required.Select(field => field.Name));
        result.Remove("additionalProperties");
        result["title"] = record.Name;
        // The one keyword for remarks that every reader of schemas lets pass.
        result["$comment"] = string.Create(CultureInfo.InvariantCulture, $"version {record.Version}");
        return result;
    }

    private static JsonObject Closed(JsonObject properties, IEnumerable<string> required) => new()
    {
        ["type"] = "object",
        ["properties"] = properties,
        ["required"] = new JsonArray([.. required.Select(name => (JsonNode)name)]),
        ["additionalProperties"] = false,
    };

    private static JsonNode? DefaultNode(object? value) => value switch
    {
        null => null,
        bool flag => flag,
        int number => number,
        long number => number,
        double number => number,
        string text => text,
        _ => throw new ArgumentException($"A {value.GetType().Name} cannot be a default.", nameof(value)),
    };

    private static JsonElement Element(JsonNode node)
    {
        using var document = JsonDocument.Parse(node.ToJsonString());
        return document.RootElement.Clone();
    }
}
