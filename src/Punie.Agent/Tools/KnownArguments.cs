using System.Text.Json;
using System.Text.Json.Nodes;

namespace Punie.Agent.Tools;

/// <summary>The arguments of a call that has not run, as far as they stand in the program.</summary>
/// <param name="tool">The tool that would be called.</param>
/// <param name="literals">The values that are written out, by parameter name. Null is None.</param>
/// <param name="open">Names of the parameters whose value is known only when the program runs.</param>
public sealed class KnownArguments(Tool tool, IReadOnlyDictionary<string, JsonNode?> literals,
    IReadOnlySet<string> open)
{
    /// <summary>True when the value is written out, or left out and has a default.</summary>
    public bool IsKnown(string name) =>
        !open.Contains(name) && (literals.ContainsKey(name) || Default(name) is not null);

    /// <summary>A text; null when it is unknown, None or something else.</summary>
    public string? Str(string name) =>
        Literal(name) is { } node
            ? node.GetValueKind() is JsonValueKind.String ? node.GetValue<string>() : null
            : Fallback(name) as string;

    /// <summary>A list of texts; null when it is unknown, None or something else.</summary>
    public IReadOnlyList<string>? Strs(string name)
    {
        if (Literal(name) is not JsonArray items) return null;
        return items.All(item => item?.GetValueKind() is JsonValueKind.String)
            ? [.. items.Select(item => item!.GetValue<string>())]
            : null;
    }

    /// <summary>A truth value; null when it is unknown or something else.</summary>
    public bool? Bool(string name) => Literal(name) is { } node
        ? node.GetValueKind() switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null }
        : Fallback(name) as bool?;

    /// <summary>All arguments, bound to the parameters; null when one is unknown or the call is wrong.</summary>
    internal ToolArguments? Bound()
    {
        if (open.Count > 0) return null;
        var json = new JsonObject(literals.Select(one => KeyValuePair.Create(one.Key, one.Value?.DeepClone())));
        using var document = JsonDocument.Parse(json.ToJsonString());
        return ToolJson.TryBind(tool, document.RootElement, out var arguments, out _) ? arguments : null;
    }

    private JsonNode? Literal(string name) => open.Contains(name) ? null : literals.GetValueOrDefault(name);

    private object? Fallback(string name) => IsKnown(name) && !literals.ContainsKey(name) ? Default(name)?.Value : null;

    private ToolDefault? Default(string name) =>
        tool.Parameters.FirstOrDefault(parameter => parameter.Name == name)?.Default;
}
