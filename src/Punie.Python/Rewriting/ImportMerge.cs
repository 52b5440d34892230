using Punie.Python.Syntax;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Rewriting;

/// <summary>Adds a name to a <c>from</c> import, in its order and in its layout.</summary>
internal static class ImportMerge
{
    // The orders that import lists use; the first one that a list follows is kept.
    private static readonly Comparison<string>[] Orders = [ByKind, IgnoringCase, string.CompareOrdinal];

    /// <summary>The edits that add the name.</summary>
    public static IReadOnlyList<TextEdit> Insert(SourceText source, ImportFromStatement statement, WantedImport import)
    {
        var names = statement.Names;
        var order =
            Array.Find(Orders, o => names.Zip(names.Skip(1)).All(p => o(p.First.Name.Text, p.Second.Name.Text) <= 0));
        var index = order is null ? names.Count : names.TakeWhile(n => order(n.Name.Text, import.Name) <= 0).Count();
        return index < names.Count
            ? [Before(source, names, index, import.Item)]
            : Append(source, statement, import.Item);
    }

    private static TextEdit Before(SourceText source, IReadOnlyList<ImportAlias> names, int index, string item)
    {
        var start = names[index].Span.Start;
        var isAlone = index + 1 == names.Count || source.LineOf(names[index + 1].Span.Start) > source.LineOf(start);
        return isAlone && IndentBefore(source, start) is { } indent
            ? TextEdit.Insert(start, $"{item},{LineEnds.Of(source)}{indent}")
            : TextEdit.Insert(start, $"{item}, ");
    }

    private static TextEdit[] Append(SourceText source, ImportFromStatement statement, string item)
    {
        var last = statement.Names[^1].Span;
        var line = source.LineSpan(source.LineOf(last.End));
        var isClosedBelow = statement.Span.End > line.End;
        if (IndentBefore(source, last.Start) is not { } indent || !isClosedBelow)
            return [TextEdit.Insert(last.End, $", {item}")];
        var rest = source.TextOf(new(last.End, line.End)).TrimStart();
        var below = LineEnds.Of(source) + indent + item;
        return rest.StartsWith(',')
            ? [TextEdit.Insert(line.End, below + ",")]
            : [TextEdit.Insert(last.End, ","), TextEdit.Insert(line.End, below)];
    }

    // What stands before a name that is the first of its line; null for any other name.
    private static string? IndentBefore(SourceText source, int start)
    {
        var before = source.TextOf(new(source.LineSpan(source.LineOf(start)).Start, start));
        return before.AsSpan().Trim(" \t").Length == 0 ? before : null;
    }

    // Constants, classes, then the rest, as isort orders names.
    private static int ByKind(string a, string b)
    {
        var kinds = KindOf(a).CompareTo(KindOf(b));
        return kinds != 0 ? kinds : IgnoringCase(a, b);
    }

    private static int IgnoringCase(string a, string b) => string.Compare(a, b, StringComparison.OrdinalIgnoreCase);

    private static int KindOf(string name)
    {
        if (name.Length > 1 && !name.Any(char.IsLower)) return 0;
        return char.IsUpper(name[0]) ? 1 : 2;
    }
}
