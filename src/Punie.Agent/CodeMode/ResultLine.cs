using System.Collections;
using System.Globalization;
using Punie.Agent.Tools;

namespace Punie.Agent.CodeMode;

/// <summary>Says in a few words what a call came to, from the declaration of its result.</summary>
internal static class ResultLine
{
    private const int TextChars = 200;

    // Every record of a tool has these two; what they say is told by the others.
    private static readonly string[] Verdicts = ["success", "parse_error"];

    /// <summary>The words, such as <c>0 matches</c> or <c>clean, 0 changed files</c>.</summary>
    /// <param name="type">The declared type.</param>
    /// <param name="result">A value of it.</param>
    public static string Of(ToolType type, object? result) => type switch
    {
        _ when result is null => "None",
        ToolType.Optional optional => Of(optional.Value, result),
        ToolType.Record record => OfRecord(record.Schema, result),
        ToolType.Str => OfText((string)result),
        ToolType.List => new CountWords("item").ToText(Length(result)),
        _ => ToolStub.Literal(result),
    };

    private static string OfRecord(RecordSchema schema, object record)
    {
        var fields = schema.Fields.Index().Where(field => !Verdicts.Contains(field.Item.Name))
            .Select(field => (Field: field.Item, Value: schema.Read(record, field.Index))).ToList();
        var facts = fields.Select(one => Fact(one.Field, one.Value)).OfType<string>().ToList();
        if (facts.Count == 0) facts = [.. fields.Select(one => Detail(one.Field, one.Value)).OfType<string>()];
        return facts.Count == 0 ? "done" : BoundedText.OneLine(string.Join(", ", facts), TextChars);
    }

    // What has an amount, and what is so or not.
    private static string? Fact(RecordField field, object? value) => (field.Counts, value) switch
    {
        (_, bool flag) => Flag(field.Name, flag),
        (null, _) or (_, null) => null,
        ({ } words, IEnumerable items) => words.ToText(Length(items)),
        ({ } words, _) => words.ToText(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
    };

    private static string Flag(string name, bool value) => name.Contains('_', StringComparison.Ordinal)
        ? $"{name.Replace('_', ' ')}: {(value ? "yes" : "no")}"
        : value ? name : $"not {name}";

    private static string? Detail(RecordField field, object? value) => (field.Type.Bare(), value) switch
    {
        (_, null) => null,
        (ToolType.Str, string text) => $"{field.Name}: {OfText(text)}",
        (ToolType.List, IEnumerable items) =>
            string.Create(CultureInfo.InvariantCulture, $"{field.Name}: {Length(items)}"),
        (ToolType.Int or ToolType.Float, _) => $"{field.Name}: {ToolStub.Literal(value)}",
        _ => null,
    };

    private static string OfText(string text)
    {
        var lines = text.TrimEnd('\n').Split('\n');
        return lines switch
        {
            [""] => "nothing",
            [var line] => BoundedText.OneLine(line, TextChars),
            _ => new CountWords("line").ToText(lines.Length),
        };
    }

    private static int Length(object items) => items is ICollection list ? list.Count
        : ((IEnumerable)items).Cast<object?>().Count();
}
