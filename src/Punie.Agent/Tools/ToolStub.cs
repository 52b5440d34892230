using System.Globalization;
using System.Text;

namespace Punie.Agent.Tools;

/// <summary>Writes tools as Python declarations, the form in which a model reads them. The text parses as Python.</summary>
public static class ToolStub
{
    // Every check's record starts with these two; the terse form says so once, in a base class.
    private static readonly string[] CommonFields = ["success", "parse_error"];

    /// <summary>One line for each record and tool, for small models and short prompts.</summary>
    public static string Terse(ToolCatalog catalog)
    {
        var text = new StringBuilder();
        if (catalog.Records.Any(HasCommonFields))
        {
            text.Append("class Result: success: bool; parse_error: str | None\n");
        }

        foreach (var record in catalog.Records) AppendTerse(text, record);
        foreach (var tool in catalog.Tools)
        {
            text.Append(CultureInfo.InvariantCulture, $"{Signature(tool)}: \"{tool.Summary}\"\n");
        }

        return text.ToString();
    }

    /// <summary>Records with a comment on each field, and tools with a docstring.</summary>
    public static string Full(ToolCatalog catalog) => Full(catalog.Records, catalog.Tools);

    /// <summary>The full form of one tool with the records that its result needs.</summary>
    public static string Full(Tool tool)
    {
        var records = new List<RecordSchema>();
        ToolCatalog.Collect(tool.Result, records);
        return Full(records, [tool]);
    }

    /// <summary>The first line of a tool's declaration, without the colon: <c>def name(a: str) -> Result</c>.</summary>
    public static string Signature(Tool tool) =>
        $"def {tool.Name}({string.Join(", ", tool.Parameters.Select(Parameter))}) -> {tool.Result.ToPython()}";

    /// <summary>A default value as Python writes it.</summary>
    public static string Literal(object? value) => value switch
    {
        null => "None",
        bool flag => flag ? "True" : "False",
        string text => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"A {value.GetType().Name} cannot be a default.", nameof(value)),
    };

    private static string Parameter(ToolParameter parameter) => parameter.Default is null
        ? $"{parameter.Name}: {parameter.Type.ToPython()}"
        : $"{parameter.Name}: {parameter.Type.ToPython()} = {Literal(parameter.Default.Value)}";

    private static bool HasCommonFields(RecordSchema record) =>
        record.Fields.Take(CommonFields.Length).Select(field => field.Name).SequenceEqual(CommonFields);

    private static void AppendTerse(StringBuilder text, RecordSchema record)
    {
        var common = HasCommonFields(record);
        var fields = record.Fields.Skip(common ? CommonFields.Length : 0).Select(f => $"{f.Name}: {f.Type.ToPython()}");
        text.Append(CultureInfo.InvariantCulture, $"class {record.Name}{(common ? "(Result)" : "")}: {string.Join("; ", fields)}\n");
    }

    private static string Full(IReadOnlyList<RecordSchema> records, IReadOnlyList<Tool> tools)
    {
        var text = new StringBuilder();
        foreach (var record in records)
        {
            text.Append(CultureInfo.InvariantCulture, $"@dataclass\nclass {record.Name}:\n    \"\"\"{record.Description}\"\"\"\n");
            foreach (var field in record.Fields)
            {
                text.Append(CultureInfo.InvariantCulture, $"    {field.Name}: {field.Type.ToPython()}  # {field.Description}\n");
            }

            text.Append('\n');
        }

        return text.AppendJoin('\n', tools.Select(FullTool)).ToString();
    }

    private static string FullTool(Tool tool)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Signature(tool)}:\n    \"\"\"{tool.Summary}\n");
        if (tool.Parameters.Count > 0) text.Append('\n');
        foreach (var parameter in tool.Parameters)
        {
            text.Append(CultureInfo.InvariantCulture, $"    {parameter.Name}: {parameter.Description}\n");
        }

        return text.Append("    \"\"\"\n").ToString();
    }
}
