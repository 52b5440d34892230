using System.Text.Json;
using Punie.Agent.CodeMode;
using Punie.Agent.Tools.Mcp.Protocol;

namespace Punie.Agent.Tools.Mcp.Schemas;

/// <summary>Reads a server's JSON schema as tool types: objects as records, arrays as lists, and so on.</summary>
/// <remarks>
/// What has no such type (open objects, unions, tuples, recursion) is text that holds JSON: <see cref="JsonText"/>.
/// </remarks>
/// <param name="root">The whole schema, in which references are looked up.</param>
internal sealed class SchemaReader(JsonElement root)
{
    private const int MostDepth = 8;
    private const int DescriptionChars = 200;

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal); // references that are being read

    /// <summary>Text that holds JSON. Told from other text by reference.</summary>
    public static ToolType JsonText { get; } = new ToolType.Str();

    /// <summary>The type of the whole schema.</summary>
    /// <param name="name">Class name for the outermost record.</param>
    public ToolType Type(string name) => Type(root, name, 0);

    /// <summary>The properties of the whole schema as parameters, those that must be given first.</summary>
    /// <param name="name">Beginning of the class names of inner records.</param>
    public IReadOnlyList<(ToolParameter Parameter, string Original)> Parameters(string name)
    {
        var schema = Resolved(root);
        var names = new HashSet<string>(StringComparer.Ordinal);
        var parameters = Properties(schema).Select(property =>
        {
            var type = Type(property.Value, name + PythonIdentifier.Class(property.Name), 1);
            var python = PythonIdentifier.Unique(PythonIdentifier.Of(property.Name), names);
            var description = Description(property.Value, type);
            var parameter = IsRequired(schema, property.Name)
                ? new ToolParameter(python, type, description)
                : Optional(python, type, description, property.Value);
            return (parameter, property.Name);
        }).ToList();
        return [.. parameters.OrderBy(one => one.parameter.Default is null ? 0 : 1)];
    }

    private static ToolParameter Optional(string name, ToolType type, string description, JsonElement schema)
    {
        object? value = (type, McpJson.Member(schema, "default")) switch
        {
            (ToolType.Str, { ValueKind: JsonValueKind.String } text) when !ReferenceEquals(type, JsonText) =>
                text.GetString(),
            (ToolType.Bool, { ValueKind: JsonValueKind.True }) => true,
            (ToolType.Bool, { ValueKind: JsonValueKind.False }) => false,
            (ToolType.Int, { ValueKind: JsonValueKind.Number } number) when number.TryGetInt64(out var whole) => whole,
            (ToolType.Float, { ValueKind: JsonValueKind.Number } number) => number.GetDouble(),
            _ => null,
        };
        return new ToolParameter(name, value is null ? OrNone(type) : type, description, new ToolDefault(value));
    }

    private ToolType Type(JsonElement given, string name, int depth)
    {
        if (depth > MostDepth) return JsonText;
        var reference = McpJson.Text(given, "$ref");
        // A record that holds its own kind has no end.
        if (reference is not null && !_open.Add(reference)) return JsonText;
        try
        {
            var schema = Resolved(given);
            if (Choices(schema) is { } choices)
            {
                var type = choices.Others is [var only] ? Type(only, name, depth + 1) : JsonText;
                return choices.HasNull ? OrNone(type) : type;
            }

            var (single, isOptional) = WithoutNull(schema);
            return isOptional ? OrNone(Plain(single, name, depth)) : Plain(single, name, depth);
        }
        finally
        {
            if (reference is not null) _open.Remove(reference);
        }
    }

    private ToolType Plain(JsonElement schema, string name, int depth) => McpJson.Text(schema, "type") switch
    {
        "string" => new ToolType.Str(),
        "integer" => new ToolType.Int(),
        "number" => new ToolType.Float(),
        "boolean" => new ToolType.Bool(),
        "array" when McpJson.Member(schema, "items") is { ValueKind: JsonValueKind.Object } items =>
            new ToolType.List(Type(items, Singular(name), depth + 1)),
        "object" or null when Properties(schema).Any() => Record(schema, name, depth),
        null when Values(schema) is { Count: > 0 } values
            && values.All(value => value.ValueKind is JsonValueKind.String) => new ToolType.Str(),
        _ => JsonText,
    };

    private ToolType.Record Record(JsonElement schema, string name, int depth)
    {
        var unique = PythonIdentifier.Unique(name, _names);
        var names = new HashSet<string>(StringComparer.Ordinal);
        var members = Properties(schema).Select(property =>
        {
            var type = Type(property.Value, name + PythonIdentifier.Class(property.Name), depth + 1);
            if (!IsRequired(schema, property.Name)) type = OrNone(type);
            var python = PythonIdentifier.Unique(PythonIdentifier.Of(property.Name), names);
            return new ValueField(python, property.Name, type, Description(property.Value, type));
        }).ToList();
        var description = McpJson.Text(schema, "description") ?? McpJson.Text(schema, "title") ?? "";
        return new ToolType.Record(
            new ValueRecordSchema(unique, BoundedText.OneLine(description, DescriptionChars), members));
    }

    private JsonElement Resolved(JsonElement schema)
    {
        // References may point to references; a circle ends as an empty schema.
        for (var steps = 0; steps < MostDepth; steps++)
        {
            if (McpJson.Text(schema, "$ref") is not { } reference) return schema;
            if (!reference.StartsWith("#/", StringComparison.Ordinal)) return default;
            schema = root;
            foreach (var part in reference[2..].Split('/')) schema = McpJson.Member(schema, part) ?? default;
        }

        return default;
    }

    // {"anyOf": [X, {"type": "null"}]} is X or None; every other union has no type. Null when there is no union.
    private (List<JsonElement> Others, bool HasNull)? Choices(JsonElement schema)
    {
        var choices = McpJson.Items(schema, "anyOf").Concat(McpJson.Items(schema, "oneOf")).ToList();
        if (choices.Count == 0) return null;
        var others = choices.Where(choice => McpJson.Text(Resolved(choice), "type") != "null").ToList();
        return (others, others.Count < choices.Count);
    }

    // {"type": ["string", "null"]} is text or None.
    private static (JsonElement Schema, bool IsOptional) WithoutNull(JsonElement schema)
    {
        var types = McpJson.Items(schema, "type").Select(type => type.GetString()).ToList();
        if (types.Count == 0) return (schema, false);
        var kinds = types.Where(type => type != "null").ToList();
        return (kinds.Count == 1 ? WithType(schema, kinds[0]!) : default, kinds.Count < types.Count);
    }

    private static JsonElement WithType(JsonElement schema, string type)
    {
        var node = System.Text.Json.Nodes.JsonNode.Parse(schema.GetRawText())!;
        node["type"] = type;
        using var document = JsonDocument.Parse(node.ToJsonString());
        return document.RootElement.Clone();
    }

    private static string Description(JsonElement schema, ToolType type)
    {
        var text = McpJson.Text(schema, "description") ?? McpJson.Text(schema, "title") ?? "";
        var values = Values(schema);
        if (values.Count > 0)
            text = $"{text} One of {string.Join(", ", values.Select(value => value.GetRawText()))}.".TrimStart();
        var isJson = ReferenceEquals(type, JsonText)
            || (type is ToolType.Optional { Value: var inner } && ReferenceEquals(inner, JsonText));
        if (isJson) text = $"JSON text. {text}";
        return BoundedText.OneLine(text, DescriptionChars);
    }

    private static List<JsonElement> Values(JsonElement schema) =>
        McpJson.Member(schema, "const") is { } only ? [only] : [.. McpJson.Items(schema, "enum")];

    private static JsonElement.ObjectEnumerator Properties(JsonElement schema) =>
        McpJson.Member(schema, "properties") is { ValueKind: JsonValueKind.Object } properties
            ? properties.EnumerateObject()
            : default;

    private static bool IsRequired(JsonElement schema, string property) =>
        McpJson.Items(schema, "required")
            .Any(name => name.ValueKind is JsonValueKind.String && name.ValueEquals(property));

    private static ToolType OrNone(ToolType type) => type is ToolType.Optional ? type : new ToolType.Optional(type);

    private static string Singular(string name) => name.EndsWith('s') && name.Length > 1 ? name[..^1] : name + "Item";
}
