using System.Collections;
using System.Diagnostics;
using System.Globalization;

namespace Punie.Agent.Tools.Mcp;

/// <summary>
/// What permission rules can test of a call of a server's tool: its arguments, typed by the server's schema.
/// </summary>
/// <remarks>
/// A fact is called as programs call the parameter; a field of a record is <c>filter.tags</c>. Of a list, and of
/// records in a list, there are several values.
/// </remarks>
internal static class McpFacts
{
    /// <summary>The names of the facts.</summary>
    public static IReadOnlyList<string> Names(IEnumerable<ToolParameter> parameters) =>
        [.. parameters.SelectMany(parameter => Names(parameter.Name, parameter.Type))];

    /// <summary>The values of one call, as text. What is left out or None has none.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Of(
        IEnumerable<ToolParameter> parameters, ToolArguments arguments)
    {
        var facts = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (parameter, value) in parameters.Zip(arguments.Values))
        {
            var found = Values(parameter.Name, parameter.Type, value);
            foreach (var one in found.GroupBy(one => one.Name, one => one.Text, StringComparer.Ordinal))
                facts[one.Key] = [.. one];
        }

        return facts;
    }

    private static IEnumerable<string> Names(string name, ToolType type) => type switch
    {
        ToolType.Optional optional => Names(name, optional.Value),
        ToolType.List list => Names(name, list.Item),
        ToolType.Record { Schema: ValueRecordSchema schema } =>
            schema.Members.SelectMany(member => Names($"{name}.{member.Name}", member.Type)),
        _ => [name],
    };

    private static IEnumerable<(string Name, string Text)> Values(string name, ToolType type, object? value) =>
        (type, value) switch
        {
            (_, null) => [],
            (ToolType.Optional optional, _) => Values(name, optional.Value, value),
            (ToolType.Record { Schema: ValueRecordSchema schema }, ValueRecord record) => schema.Members
                .Zip(record.Values)
                .SelectMany(one => Values($"{name}.{one.First.Name}", one.First.Type, one.Second)),
            (ToolType.List list, IEnumerable items) =>
                items.Cast<object?>().SelectMany(item => Values(name, list.Item, item)),
            (_, string text) => [(name, text)],
            (_, bool truth) => [(name, truth ? "true" : "false")],
            (_, IFormattable number) => [(name, number.ToString(null, CultureInfo.InvariantCulture))],
            _ => throw new UnreachableException(),
        };
}
