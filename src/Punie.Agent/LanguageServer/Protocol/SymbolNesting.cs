namespace Punie.Agent.LanguageServer.Protocol;

/// <summary>Makes a tree of a flat list of symbols: what lies inside another's range belongs to it.</summary>
internal static class SymbolNesting
{
    public static IReadOnlyList<DocumentSymbol> Nest(IEnumerable<SymbolInformation> symbols)
    {
        var outer = new List<DocumentSymbol>();
        var open = new Stack<(Range Range, List<DocumentSymbol> Children)>();
        var ranged = symbols.Where(symbol => symbol.Location.Range is not null)
            .OrderBy(symbol => symbol.Location.Range!.Start, Places)
            .ThenByDescending(symbol => symbol.Location.Range!.End, Places);
        foreach (var symbol in ranged)
        {
            var range = symbol.Location.Range!;
            while (open.TryPeek(out var around) && Places.Compare(around.Range.End, range.End) < 0) open.Pop();

            var children = new List<DocumentSymbol>();
            var target = open.TryPeek(out var parent) ? parent.Children : outer;
            target.Add(new DocumentSymbol(symbol.Name, symbol.Kind, range, range, children));
            open.Push((range, children));
        }

        return outer;
    }

    private static Comparer<Position> Places { get; } = Comparer<Position>.Create(
        (a, b) => a.Line != b.Line ? a.Line.CompareTo(b.Line) : a.Character.CompareTo(b.Character));
}
