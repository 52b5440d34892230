using Punie.Python.Syntax;
using Punie.Python.Syntax.Tokens;

namespace Punie.Python.Rewriting;

/// <summary>Parentheses around expressions, which no node holds.</summary>
internal static class Bracketed
{
    /// <summary>
    /// A run of expressions with the parentheses that its first or last one stands in: <c>a), (b</c> is <c>(a),
    /// (b)</c>.
    /// </summary>
    public static TextSpan Widen(ParseResult parse, TextSpan span)
    {
        var tokens = parse.Tokens;
        var first = IndexAt(tokens, span.Start);
        var (last, open, missing) = (first, 0, 0);
        for (; last < tokens.Count && tokens[last].Start < span.End; last++)
        {
            if (tokens[last].Kind == TokenKind.LeftParen) open++;
            else if (tokens[last].Kind == TokenKind.RightParen && open > 0) open--;
            else if (tokens[last].Kind == TokenKind.RightParen) missing++;
        }

        while (missing-- > 0 && first > 0 && tokens[first - 1].Kind == TokenKind.LeftParen) first--;
        while (open-- > 0 && last < tokens.Count && tokens[last].Kind == TokenKind.RightParen) last++;
        return new(tokens[first].Start, Math.Max(span.End, tokens[last - 1].End));
    }

    private static int IndexAt(IReadOnlyList<Token> tokens, int start)
    {
        var (low, high) = (0, tokens.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (tokens[middle].Start < start) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
