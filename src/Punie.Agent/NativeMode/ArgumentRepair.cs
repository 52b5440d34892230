using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Punie.Agent.CodeMode;
using Punie.Agent.Tools;

namespace Punie.Agent.NativeMode;

/// <summary>
/// Puts arguments right that have the right value in the wrong JSON type, as small models write them: "3" for 3, an
/// object or a list inside a string. Only what loses nothing; each repair is said.
/// </summary>
internal static class ArgumentRepair
{
    private const int ShownChars = 60;

    /// <summary>Repairs the object in place.</summary>
    /// <param name="tool">The tool that is called.</param>
    /// <param name="arguments">By name. What cannot be repaired stays as it is.</param>
    /// <returns>One line for each repair.</returns>
    public static IReadOnlyList<string> Repair(Tool tool, JsonObject arguments)
    {
        var notes = new List<string>();
        foreach (var parameter in tool.Parameters)
        {
            if (!arguments.TryGetPropertyValue(parameter.Name, out var given)) continue;
            var fitted = Fit(given, parameter.Type);
            if (ReferenceEquals(fitted, given)) continue;

            notes.Add($"{parameter.Name}: {Show(given)} was taken as {Show(fitted)}");
            arguments[parameter.Name] = fitted;
        }

        return notes;
    }

    // The same node when it fits or cannot be made to.
    private static JsonNode? Fit(JsonNode? given, ToolType type) => (type, given) switch
    {
        (ToolType.Optional { Value: not ToolType.Str }, JsonValue text) when TextOf(text) is "" or "null" or "None" =>
            null,
        (ToolType.Optional optional, _) => Fit(given, optional.Value),
        (ToolType.Str, JsonObject or JsonArray) => JsonValue.Create(given.ToJsonString(Relaxed)),
        (ToolType.Int, JsonValue value) => Whole(value) ?? given,
        (ToolType.Float, JsonValue value) => Real(value) ?? given,
        (ToolType.Bool, JsonValue value) => Truth(value) ?? given,
        (ToolType.List list, JsonArray items) => FitItems(items, list.Item),
        (ToolType.List list, JsonValue value) => Parsed(value) is JsonArray items ? FitItems(items, list.Item) : given,
        (ToolType.Record record, JsonObject members) => FitMembers(members, record.Schema),
        (ToolType.Record record, JsonValue value) =>
            Parsed(value) is JsonObject members ? FitMembers(members, record.Schema) : given,
        _ => given,
    };

    private static readonly JsonSerializerOptions Relaxed = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static JsonArray FitItems(JsonArray items, ToolType type)
    {
        var fitted = items.Select(item => Fit(item, type)).ToList();
        return fitted.SequenceEqual(items, ReferenceEqualityComparer.Instance) ? items : [.. fitted.Select(Owned)];
    }

    private static JsonObject FitMembers(JsonObject members, RecordSchema schema)
    {
        var fitted = new JsonObject();
        var isSame = true;
        foreach (var (name, value) in members)
        {
            var field = schema.Fields.FirstOrDefault(field => field.Name == name);
            var fit = field is null ? value : Fit(value, field.Type);
            isSame &= ReferenceEquals(fit, value);
            fitted[name] = Owned(fit);
        }

        return isSame ? members : fitted;
    }

    private static JsonNode? Owned(JsonNode? node) => node?.Parent is null ? node : node.DeepClone();

    private static JsonValue? Whole(JsonValue value)
    {
        if (TextOf(value) is { } text)
        {
            return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var read)
                ? JsonValue.Create(read)
                : null;
        }

        if (value.GetValueKind() is not JsonValueKind.Number || value.TryGetValue<long>(out _)) return null;
        // 3.0 is 3; beyond 2^53 a double no longer says which whole number was meant.
        return value.TryGetValue<double>(out var real) && double.IsInteger(real) && Math.Abs(real) < 1L << 53
            ? JsonValue.Create((long)real)
            : null;
    }

    private static JsonValue? Real(JsonValue value) =>
        TextOf(value) is { } text
        && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var read)
        && double.IsFinite(read)
            ? JsonValue.Create(read)
            : null;

    private static JsonValue? Truth(JsonValue value) => TextOf(value) switch
    {
        "true" or "True" => JsonValue.Create(true),
        "false" or "False" => JsonValue.Create(false),
        _ => null,
    };

    private static JsonNode? Parsed(JsonValue value)
    {
        if (TextOf(value)?.TrimStart() is not (['{' or '[', ..] and { } text)) return null;
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? TextOf(JsonValue value) =>
        value.GetValueKind() is JsonValueKind.String ? value.GetValue<string>() : null;

    private static string Show(JsonNode? node) =>
        node is JsonValue value && TextOf(value) is { } text
            ? $"the text {BoundedText.OneLine(ToolStub.Literal(text), ShownChars)}"
            : BoundedText.OneLine(node?.ToJsonString(Relaxed) ?? "null", ShownChars);
}
