using Punie.Python.Syntax;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Rewriting;

/// <summary>Compares an example with a node, part by part, and fills its holes.</summary>
internal sealed class ShapeMatch(SourceText source)
{
    private Dictionary<string, (Node? Node, string Text)> _holes = [];

    /// <summary>The text under each named hole.</summary>
    public IReadOnlyDictionary<string, string> Holes => _holes.ToDictionary(h => h.Key, h => h.Value.Text);

    /// <summary>True when the node has the example's shape; the holes are then filled.</summary>
    public bool Fits(Node pattern, Node node)
    {
        if (pattern is NameExpression name && PatternSource.HoleOf(name.Name) is { } hole)
            return node is Expression and not (StarredExpression or SliceExpression) && Fill(hole, node, source.TextOf(node.Span));
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

        return i == wanted.Count ? j == given.Count : FitsRest(wanted, i + 1, given, j);
    }

    // The shortest run first; what later parts refuse gives the holes back.
    private bool FitsRest(IReadOnlyList<Node?> wanted, int i, IReadOnlyList<Node?> given, int j)
    {
        if (i == wanted.Count) return true;
        for (; j <= given.Count; j++)
        {
            var kept = new Dictionary<string, (Node?, string)>(_holes);
            if (FitsList(wanted, i, given, j)) return true;
            _holes = kept;
        }

        return false;
    }

    private bool FitsName(string? pattern, string? name)
    {
        if (PatternSource.HoleOf(pattern) is not { } hole) return pattern == name;
        return name is not null && Fill(hole, null, name);
    }

    private bool Fill(string hole, Node? node, string text)
    {
        if (hole == "_") return true;
        if (!_holes.TryGetValue(hole, out var filled))
        {
            _holes[hole] = (node, text);
            return true;
        }

        return filled.Node is not null && node is not null
            ? new ShapeMatch(source).Fits(filled.Node, node)
            : filled.Text == text;
    }
}
