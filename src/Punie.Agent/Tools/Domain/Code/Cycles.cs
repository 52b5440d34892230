namespace Punie.Agent.Tools.Domain.Code;

/// <summary>An edge of a graph.</summary>
/// <typeparam name="T">Its nodes.</typeparam>
/// <param name="To">Where it leads.</param>
/// <param name="Line">Where the source says so.</param>
internal sealed record Edge<T>(T To, int Line);

/// <summary>A way from a node back to itself.</summary>
/// <typeparam name="T">Its nodes.</typeparam>
/// <param name="Nodes">Each once, beginning with the start.</param>
/// <param name="FirstLine">The line of the first step.</param>
internal sealed record Cycle<T>(IReadOnlyList<T> Nodes, int FirstLine);

/// <summary>Finds cycles in graphs of names.</summary>
internal static class Cycles
{
    /// <summary>The shortest cycle through each start; those over the same nodes once.</summary>
    public static IEnumerable<Cycle<T>> Through<T>(IEnumerable<T> starts, Func<T, IReadOnlyList<Edge<T>>> edgesOf)
        where T : notnull
    {
        var seen = new List<HashSet<T>>();
        foreach (var start in starts)
        {
            if (Shortest(start, edgesOf) is not { } cycle) continue;
            var nodes = cycle.Nodes.ToHashSet();
            if (seen.Exists(other => other.SetEquals(nodes))) continue;
            seen.Add(nodes);
            yield return cycle;
        }
    }

    private static Cycle<T>? Shortest<T>(T start, Func<T, IReadOnlyList<Edge<T>>> edgesOf)
        where T : notnull
    {
        var cameFrom = new Dictionary<T, (T From, int Line)>();
        var open = new Queue<T>([start]);
        while (open.TryDequeue(out var node))
        {
            foreach (var edge in edgesOf(node))
            {
                if (edge.To.Equals(start)) return Back(start, node, edge.Line, cameFrom);
                if (cameFrom.TryAdd(edge.To, (node, edge.Line))) open.Enqueue(edge.To);
            }
        }

        return null;
    }

    private static Cycle<T> Back<T>(T start, T last, int line, Dictionary<T, (T From, int Line)> cameFrom)
        where T : notnull
    {
        var nodes = new List<T>();
        for (var node = last; !node.Equals(start); node = cameFrom[node].From)
        {
            nodes.Insert(0, node);
            line = cameFrom[node].Line;
        }

        nodes.Insert(0, start);
        return new Cycle<T>(nodes, line);
    }
}
