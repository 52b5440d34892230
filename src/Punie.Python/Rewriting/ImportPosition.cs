using Punie.Python.Syntax;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Rewriting;

/// <summary>Finds where a new import statement belongs.</summary>
internal static class ImportPosition
{
    /// <summary>The place of a statement among imports: section, form, module.</summary>
    private readonly record struct SortKey(int Section, bool IsFrom, int Level, string Module) : IComparable<SortKey>
    {
        public int CompareTo(SortKey other)
        {
            if (Section != other.Section) return Section.CompareTo(other.Section);
            if (IsFrom != other.IsFrom) return IsFrom.CompareTo(other.IsFrom);
            // Imports from further up come first.
            if (Level != other.Level) return other.Level.CompareTo(Level);
            return string.Compare(Module, other.Module, StringComparison.OrdinalIgnoreCase);
        }
    }

    /// <summary>The edit that adds the statement.</summary>
    public static TextEdit Insert(ParseResult parse, WantedImport import)
    {
        var body = parse.Module.Body;
        var first = body.Count > 0 && IsDocstring(body[0]) ? 1 : 0;
        var block = body.Skip(first).TakeWhile(s => s is ImportStatement or ImportFromStatement).ToList();
        var key = KeyOf(import.IsFrom, import.Level, import.Module);
        var before = block.FindLast(s => KeyOf(s).CompareTo(key) <= 0);
        if (before is not null)
            return After(parse.Source, before, block.ElementAtOrDefault(block.IndexOf(before) + 1), key, import);
        if (block.Count > 0) return Before(parse.Source, block[0], key, import);
        return first > 0 ? AfterDocstring(parse.Source, body, import) : AtTop(parse, import);
    }

    private static TextEdit After(SourceText source, Statement before, Statement? next, SortKey key,
        WantedImport import)
    {
        var line = source.LineOf(before.Span.End);
        var isTight = next is not null && source.LineOf(next.Span.Start) == line + 1;
        var end = LineEnds.Of(source);
        var blank = KeyOf(before).Section != key.Section && !isTight ? end : "";
        return TextEdit.Insert(source.LineSpan(line).End, end + blank + import.Statement);
    }

    private static TextEdit Before(SourceText source, Statement next, SortKey key, WantedImport import)
    {
        var line = source.LineSpan(source.LineOf(next.Span.Start));
        var end = LineEnds.Of(source);
        // Behind a docstring on the same line there is no place above the statement.
        if (source.TextOf(new(line.Start, next.Span.Start)).Trim(' ', '\t', '\uFEFF').Length > 0)
            return TextEdit.Insert(line.End, end + import.Statement);
        var blank = KeyOf(next).Section != key.Section ? end : "";
        return TextEdit.Insert(AfterMark(source, line.Start), import.Statement + end + blank);
    }

    private static TextEdit AfterDocstring(SourceText source, IReadOnlyList<Statement> body, WantedImport import)
    {
        var line = source.LineOf(body[0].Span.End);
        var end = LineEnds.Of(source);
        var isTight = line < source.LineCount && source.LineText(line + 1).Trim().Length > 0;
        return TextEdit.Insert(source.LineSpan(line).End, end + end + import.Statement + (isTight ? end : ""));
    }

    private static TextEdit AtTop(ParseResult parse, WantedImport import)
    {
        var source = parse.Source;
        var end = LineEnds.Of(source);
        var head = HeadLines(source);
        if (head > 0)
        {
            var hasBlank = head >= source.LineCount || source.LineText(head + 1).Trim().Length == 0;
            var isLast = source.Text.AsSpan(source.LineSpan(head).End).Trim().Length == 0;
            var text = isLast
                ? end + import.Statement : hasBlank ? end + end + import.Statement
                : end + import.Statement + end;
            return TextEdit.Insert(source.LineSpan(head).End, text);
        }

        var rest = source.LineText(1).AsSpan().Trim("\uFEFF \t");
        return TextEdit.Insert(AfterMark(source, 0), import.Statement + end + (rest.Length > 0 ? end : ""));
    }

    // A comment block that a blank line sets off heads the file; of others only #! and the encoding stay on top.
    private static int HeadLines(SourceText source)
    {
        var comments = 0;
        while (comments < source.LineCount && Line(comments + 1).StartsWith('#')) comments++;
        if (comments == source.LineCount || Line(comments + 1).Length == 0) return comments;
        var kept = 0;
        while (kept < Math.Min(2, comments) && IsForTheSystem(Line(kept + 1))) kept++;
        return kept;

        string Line(int line) => source.LineText(line).Trim(' ', '\t', '\f', '\uFEFF');
    }

    private static bool IsForTheSystem(string comment) => comment.StartsWith("#!", StringComparison.Ordinal)
        || comment.Contains("coding:", StringComparison.Ordinal)
        || comment.Contains("coding=", StringComparison.Ordinal);

    private static int AfterMark(SourceText source, int offset) =>
        offset == 0 && source.Text.StartsWith('\uFEFF') ? 1 : offset;

    private static SortKey KeyOf(Statement statement) => statement is ImportFromStatement from
        ? KeyOf(true, from.Level, from.Module?.Text ?? "")
        : KeyOf(false, 0, ((ImportStatement)statement).Names[0].Name.Text);

    private static SortKey KeyOf(bool isFrom, int level, string module)
    {
        var section = level > 0 ? 3 : module == "__future__" ? 0 : StandardModules.Contains(module) ? 1 : 2;
        return new(section, isFrom, level, module);
    }

    private static bool IsDocstring(Statement statement) =>
        statement is ExpressionStatement { Value: ConstantExpression { Value: Literal.Str } };
}
