using Punie.Python.Syntax;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Rewriting;

/// <summary>Compares an example with a node, part by part, and fills its holes.</summary>
internal sealed class ShapeMatch(ParseResult parse)
{
    private Dictionary<string, HoleContent> _holes = [];

    /// <summary>What is under each named hole.</summary>
    public IReadOnlyDictionary<string, HoleContent> Holes => _holes;

    /// <summary>True when the node has the example's shape; the holes are then filled.</summary>
    public bool Fits(Node pattern, Node node)
    {
        if (pattern is NameExpression name && PatternSource.HoleOf(name.Name) is { } hole)
            return node is Expression and not (StarredExpression or SliceExpression)
                && Fill(hole, node, parse.Source.TextOf(node.Span), node.Span);
        if (pattern.GetType() != node.GetType() || !ShapeLabels.AreSame(pattern, node, FitsName)) return false;
        var (wanted, given) = (ShapeParts.Of(pattern), ShapeParts.Of(node));
        if (pattern is Parameters && wanted.Any(list => list.Any(PatternSource.IsRest)))
            return FitsList([.. wanted.SelectMany(l => l)], 0, [.. given.SelectMany(l => l)], 0);
        for (var i = 0; i < wanted.Count; i++)
        {
            var isLeftOut = wanted[i].Count == 0 && ShapeParts.MayBeLeftOut(pattern, i);
            if (!isLeftOut && !FitsList(wanted[i], 0, given[i], 0)) return false;
        }

        return true;
    }

    private bool FitsList(IReadOnlyList<Node?> wanted, int i, IReadOnlyList<Node?> given, int j)
    {
        for (; i < wanted.Count && !PatternSource.IsRest(wanted[i]); i++, j++)
        {
            if (j >= given.Count) return false;
            if (wanted[i] is not { } pattern || given[j] is not { } node)
            {
                if (wanted[i] is not null || given[j] is not null) return false;
            }
            else if (!Fits(pattern, node))
            {
                return false;
            }
        }

        return i == wanted.Count ? j == given.Count : FitsRest(wanted, i, given, j);
    }

    // The shortest run first; what later parts refuse gives the holes back.
    private bool FitsRest(IReadOnlyList<Node?> wanted, int i, IReadOnlyList<Node?> given, int first)
    {
        var isLast = i == wanted.Count - 1;
        for (var j = isLast ? given.Count : first; j <= given.Count; j++)
        {
            var kept = isLast ? _holes : new Dictionary<string, HoleContent>(_holes, StringComparer.Ordinal);
            if (FillRest(PatternSource.RestOf(wanted[i])!, given, first, j) && FitsList(wanted, i + 1, given, j))
                return true;
            _holes = kept;
        }

        return false;
    }

    private bool FillRest(string hole, IReadOnlyList<Node?> given, int first, int end)
    {
        if (hole.Length == 0) return true;
        TextSpan? span = null;
        for (var i = first; i < end; i++)
        {
            // The arguments of a call are listed before its keywords, wherever they stand.
            if (given[i] is { } node)
                span = span is { } s
                    ? new(Math.Min(s.Start, node.Span.Start), Math.Max(s.End, node.Span.End))
                    : node.Span;
        }

        if (span is { } all) span = Bracketed.Widen(parse, all);
        return Fill(hole, null, span is { } whole ? parse.Source.TextOf(whole) : "", span);
    }

    private bool FitsName(string? pattern, string? name)
    {
        if (PatternSource.HoleOf(pattern) is not { } hole) return pattern == name;
        return name is not null && Fill(hole, null, name, null);
    }

    private bool Fill(string hole, Node? node, string text, TextSpan? span)
    {
        if (hole == "_") return true;
        if (!_holes.TryGetValue(hole, out var filled))
        {
            _holes[hole] = new(node, text, span);
            return true;
        }

        return filled.Node is not null && node is not null
            ? new ShapeMatch(parse).Fits(filled.Node, node)
            : filled.Text == text;
    }
}
