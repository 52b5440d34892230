using Punie.Agent.LanguageServer;
using Punie.Python.Syntax;
using Punie.Python.Syntax.Tokens;

namespace Punie.Agent.Tools.Navigation;

/// <summary>Finds where a file's code writes a name: not in comments and strings, but inside of f-strings.</summary>
internal static class Occurrences
{
    // A line apart counts more than any column.
    private const int LineCost = 10_000;

    /// <summary>The places of a name in source order; those of the whole dotted name when there are any.</summary>
    public static IReadOnlyList<FilePlace> Of(string file, ParseResult parse, SymbolName name)
    {
        var parts = name.Text.Split('.');
        var tokens = parse.Tokens;
        var (all, dotted) = (new List<FilePlace>(), new List<FilePlace>());
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!IsName(parse, i, name.Last)) continue;

            var place = Place(file, parse, tokens[i]);
            all.Add(place);
            if (name.IsDotted && IsChain(parse, i, parts)) dotted.Add(place);
        }

        return dotted.Count > 0 ? dotted : all;
    }

    /// <summary>
    /// The name that stands at a place, or the nearest to it on its line; null when the line has none.
    /// </summary>
    public static (string Name, FilePlace Place)? At(string file, ParseResult parse, int line, int column)
    {
        if (line < 1 || line > parse.Source.LineCount) return null;

        (string Name, FilePlace Place)? best = null;
        var bestCost = int.MaxValue;
        foreach (var token in parse.Tokens)
        {
            if (token.Kind is not TokenKind.Name || parse.Source.LineOf(token.Start) != line) continue;

            var place = Place(file, parse, token);
            var cost = ColumnDistance(place.Column, token.Span.Length, column);
            if (cost < bestCost) (best, bestCost) = ((parse.Source.TextOf(token.Span), place), cost);
        }

        return best;
    }

    /// <summary>The place that is nearest to a guess.</summary>
    public static FilePlace Nearest(IReadOnlyList<FilePlace> places, int nameLength, int line, int column) =>
        places.MinBy(place =>
            (Math.Abs(place.Line - line) * LineCost) + ColumnDistance(place.Column, nameLength, column))!;

    // Nothing inside the name; a column behind its end may be one counted from the other side.
    private static int ColumnDistance(int start, int length, int column) =>
        column < start ? start - column : Math.Max(0, column - (start + length - 1));

    private static bool IsName(ParseResult parse, int index, string name)
    {
        var token = parse.Tokens[index];
        return token.Kind is TokenKind.Name && token.Span.Length == name.Length
            && parse.Source.Text.AsSpan(token.Start, name.Length).SequenceEqual(name);
    }

    private static bool IsChain(ParseResult parse, int last, string[] parts)
    {
        for (var back = 1; back < parts.Length; back++)
        {
            var at = last - (2 * back);
            if (at < 0 || parse.Tokens[at + 1].Kind is not TokenKind.Dot || !IsName(parse, at, parts[^(back + 1)]))
                return false;
        }

        return true;
    }

    private static FilePlace Place(string file, ParseResult parse, Token token)
    {
        var position = parse.Source.PositionOf(token.Start);
        return new FilePlace(file, position.Line, position.Column);
    }
}
