using Punie.Agent.Tools;

namespace Punie.Agent.CodeMode.Router;

/// <summary>The names that a place in a router program may use.</summary>
/// <param name="Tools">Tools whose results are assigned, in catalog order.</param>
/// <param name="Loops">Loop names around the place, sorted by name.</param>
internal sealed record RouterScope(IReadOnlyList<Tool> Tools, IReadOnlyList<RouterName> Loops)
{
    private const int MostTools = 3;
    private const int MostLoops = 2;
    private const int Deepest = 3;

    public static RouterScope Empty { get; } = new([], []);

    public bool IsEmpty => Tools.Count == 0;

    /// <summary>A rule's name for the scope.</summary>
    public string Key =>
        $"{string.Join('-', Tools.Select(RouterNames.Variable))}{string.Concat(Loops.Select(loop => $"-x-{loop.Name}"))}";

    /// <summary>A rule's name for the loops alone.</summary>
    public string LoopKey => string.Join('-', Loops.Select(loop => loop.Name));

    /// <summary>Results and loop names.</summary>
    public IEnumerable<RouterName> Names =>
        Tools.Select(tool => RouterName.Of(RouterNames.Variable(tool), tool.Result)).OfType<RouterName>().Concat(Loops);

    /// <summary>Results only.</summary>
    public IEnumerable<RouterName> Results => Names.Take(Names.Count() - Loops.Count);

    /// <summary>The scope after a tool's result was assigned; null when it would be one too many.</summary>
    public RouterScope? With(Tool tool, IReadOnlyList<Tool> order)
    {
        if (Tools.Contains(tool)) return this;
        if (Tools.Count == MostTools || (Tools.Count == MostTools - 1 && Loops.Count > 1)) return null;
        return this with { Tools = [.. order.Where(one => one == tool || Tools.Contains(one))] };
    }

    /// <summary>The scope inside a loop; null when it would be one too deep or hide a name.</summary>
    public RouterScope? Inside(RouterName item)
    {
        var most = Tools.Count == MostTools ? 1 : MostLoops;
        if (Loops.Count >= most || Names.Any(name => name.Name == item.Name)) return null;
        return this with { Loops = [.. Loops.Append(item).OrderBy(loop => loop.Name, StringComparer.Ordinal)] };
    }

    /// <summary>True when a block may stand at this depth.</summary>
    public bool Allows(int depth) => depth <= (Tools.Count == MostTools ? Deepest - 1 : Deepest);
}
