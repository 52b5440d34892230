using System.Globalization;
using System.Text;
using Punie.Agent.Tools;

namespace Punie.Agent.Tests.Tools;

/// <summary>
/// The names and types of all tools and records as one text: a heading for each, a line for each field (with the
/// version that brought it) and parameter. Two such texts tell whether a change only adds.
/// </summary>
internal static class ToolContract
{
    public static string Of(ToolCatalog catalog)
    {
        var text = new StringBuilder();
        foreach (var record in catalog.Records)
        {
            text.Append(record.Name).Append('\n');
            foreach (var field in record.Fields)
                text.Append(CultureInfo.InvariantCulture, $"    {field.Since} {field.Name}: {field.Type.ToPython()}\n");
        }

        foreach (var tool in catalog.Callable)
        {
            text.Append(CultureInfo.InvariantCulture, $"{tool.Name}() -> {tool.Result.ToPython()}\n");
            foreach (var parameter in tool.Parameters)
            {
                text.Append(CultureInfo.InvariantCulture, $"    {parameter.Name}: {parameter.Type.ToPython()}");
                if (parameter.Default is { } usual) text.Append(" = ").Append(ToolStub.Literal(usual.Value));
                text.Append('\n');
            }
        }

        return text.ToString();
    }

    /// <summary>What a change breaks; nothing when it only adds.</summary>
    public static IReadOnlyList<string> Breaks(string before, string after)
    {
        var (old, now) = (Sections(before), Sections(after));
        return [.. old.SelectMany(one => now.TryGetValue(one.Key, out var lines)
            ? InSection(one.Key, one.Value, lines)
            : [$"'{one.Key}' is gone or changed its type; programs and models still use it"])];
    }

    private static IEnumerable<string> InSection(string name, List<string> old, List<string> now)
    {
        var isTool = name.Contains("()", StringComparison.Ordinal);
        for (var i = 0; i < old.Count; i++)
        {
            if (i >= now.Count || now[i] != old[i])
                yield return $"{name}: '{old[i]}' is gone, moved or changed its type; add a new one at the end instead";
        }

        var next = old.Count == 0 || isTool ? 1 : 1 + old.Max(Since);
        foreach (var line in now.Skip(old.Count))
        {
            if (isTool && !line.Contains(" = ", StringComparison.Ordinal))
                yield return $"{name}: the new parameter '{line}' needs a default";
            if (!isTool && Since(line) != next) yield return $"{name}: the new field '{line}' needs Since = {next}";
        }
    }

    private static int Since(string line) => int.Parse(line.Split(' ')[0], CultureInfo.InvariantCulture);

    private static Dictionary<string, List<string>> Sections(string text)
    {
        var sections = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var lines = new List<string>();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line[0] != ' ') sections.Add(line, lines = []);
            else lines.Add(line.Trim());
        }

        return sections;
    }
}
