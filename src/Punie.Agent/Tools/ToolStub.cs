using System.Globalization;
using System.Text;

namespace Punie.Agent.Tools;

/// <summary>
/// Writes tools as Python declarations, the form in which a model reads them. The text parses as Python.
/// </summary>
public static class ToolStub
{
    private const string Quotes = "\"\"\"";

    // Every check's record starts with these two; the terse form says so once, in a base class.
    private static readonly string[] CommonFields = ["success", "parse_error"];

    /// <summary>One line for each record and tool, for small models and short prompts.</summary>
    public static string Terse(ToolCatalog catalog)
    {
        var lines = new List<string>();
        if (catalog.Records.Any(HasCommonFields)) lines.Add("class Result: success: bool; parse_error: str | None");

        lines.AddRange(catalog.Records.Select(TerseRecord));
        lines.AddRange(catalog.Callable.Select(tool => $"{Signature(tool)}: {Literal(tool.Summary)}"));
        return string.Join('\n', lines) + "\n";
    }

    /// <summary>Records with a comment on each field, and tools with a docstring.</summary>
    public static string Full(ToolCatalog catalog) => Full(catalog.Records, catalog.Callable);

    /// <summary>The full form of one tool with the records that its result needs.</summary>
    public static string Full(Tool tool)
    {
        var records = new List<RecordSchema>();
        ToolCatalog.Collect(tool, records);
        return Full(records, [tool]);
    }

    /// <summary>The full form of one tool, with its guide as comments and an example behind it.</summary>
    public static string Described(Tool tool)
    {
        var stub = Full(tool);
        if (tool.Guide is not { } guide) return stub;

        var text = new StringBuilder(stub).Append('\n');
        foreach (var pitfall in guide.Pitfalls) text.Append("# ").Append(pitfall).Append('\n');
        if (guide.Example.Length == 0) return text.ToString();
        return text.Append("\n# An example from another project:\n").Append(guide.Example).Append('\n').ToString();
    }

    /// <summary>The first line of a tool's declaration, without the colon: <c>def name(a: str) -> Result</c>.</summary>
    public static string Signature(Tool tool) =>
        $"def {tool.Name}({string.Join(", ", tool.Parameters.Select(Parameter))}) -> {tool.Result.ToPython()}";

    /// <summary>A default value as Python writes it.</summary>
    public static string Literal(object? value) => value switch
    {
        null => "None",
        bool flag => flag ? "True" : "False",
        string text => Quoted(text),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"A {value.GetType().Name} cannot be a default.", nameof(value)),
    };

    private static string Quoted(string text)
    {
        var escaped = text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal);
        return $"\"{escaped}\"";
    }

    private static string Parameter(ToolParameter parameter) => parameter.Default is null
        ? $"{parameter.Name}: {parameter.Type.ToPython()}"
        : $"{parameter.Name}: {parameter.Type.ToPython()} = {Literal(parameter.Default.Value)}";

    private static bool HasCommonFields(RecordSchema record) =>
        record.Fields.Take(CommonFields.Length).Select(field => field.Name).SequenceEqual(CommonFields);

    private static string TerseRecord(RecordSchema record)
    {
        var common = HasCommonFields(record);
        var fields = record.Fields.Skip(common ? CommonFields.Length : 0).Select(f => $"{f.Name}: {f.Type.ToPython()}");
        var parent = common ? "(Result)" : "";
        var notes = record.Fields.Where(field => field.NeedsNote).Select(field => $"{field.Name}: {field.Description}");
        var note = string.Join("; ", notes) is { Length: > 0 } text ? $"  # {text}" : "";
        return $"class {record.Name}{parent}: {string.Join("; ", fields)}{note}";
    }

    private static string Full(IReadOnlyList<RecordSchema> records, IReadOnlyList<Tool> tools) =>
        string.Join('\n', [.. records.Select(FullRecord), .. tools.Select(FullTool)]);

    private static string FullRecord(RecordSchema record)
    {
        var text = new StringBuilder($"@dataclass\nclass {record.Name}:\n    {Quotes}{record.Description}{Quotes}\n");
        foreach (var field in record.Fields)
        {
            text.Append("    ").Append(field.Name).Append(": ").Append(field.Type.ToPython());
            text.Append("  # ").Append(field.Description).Append('\n');
        }

        return text.ToString();
    }

    private static string FullTool(Tool tool)
    {
        var text = new StringBuilder($"{Signature(tool)}:\n    {Quotes}{tool.Summary}\n");
        if (tool.Parameters.Count > 0) text.Append('\n');
        foreach (var parameter in tool.Parameters)
        {
            text.Append("    ").Append(parameter.Name).Append(": ").Append(parameter.Description).Append('\n');
        }

        return text.Append("    ").Append(Quotes).Append('\n').ToString();
    }
}
