namespace Punie.Agent.Tools.Files;

/// <summary>What happened to one line.</summary>
internal enum LineChange
{
    Kept,
    Removed,
    Added,
}

/// <summary>The shortest edit script between two lists of lines.</summary>
/// <remarks>Source: Myers 1986, "An O(ND) Difference Algorithm", the greedy form.</remarks>
internal static class LineDiff
{
    // Beyond so many changed lines the exact script costs too much, and nobody reads it: the whole block is replaced.
    private const int MaxEdits = 1_000;

    /// <summary>One entry for each line of the result, in order; removed lines come before added ones.</summary>
    public static List<(LineChange Change, string Line)> Compare(IReadOnlyList<string> before,
        IReadOnlyList<string> after)
    {
        var start = 0;
        while (start < before.Count && start < after.Count && before[start] == after[start]) start++;

        var end = 0;
        while (end < before.Count - start && end < after.Count - start && before[^(end + 1)] == after[^(end + 1)])
            end++;

        var script = new List<(LineChange, string)>();
        script.AddRange(before.Take(start).Select(line => (LineChange.Kept, line)));
        script.AddRange(Middle([.. before.Skip(start).SkipLast(end)], [.. after.Skip(start).SkipLast(end)]));
        script.AddRange(before.TakeLast(end).Select(line => (LineChange.Kept, line)));
        return script;
    }

    private static List<(LineChange Change, string Line)> Middle(string[] before, string[] after)
    {
        if (Trace(before, after) is { } trace) return Walk(before, after, trace);

        return
        [
            .. before.Select(line => (LineChange.Removed, line)),
            .. after.Select(line => (LineChange.Added, line)),
        ];
    }

    // The furthest x on each diagonal after each number of edits; null when more than MaxEdits are needed.
    private static List<int[]>? Trace(string[] before, string[] after)
    {
        var trace = new List<int[]>();
        var limit = Math.Min(MaxEdits, before.Length + after.Length);
        var furthest = new int[(2 * limit) + 3];
        var middle = limit + 1;
        for (var edits = 0; edits <= limit; edits++)
        {
            trace.Add((int[])furthest.Clone());
            for (var diagonal = -edits; diagonal <= edits; diagonal += 2)
            {
                var x = TakesAddition(furthest, middle, diagonal, edits)
                    ? furthest[middle + diagonal + 1]
                    : furthest[middle + diagonal - 1] + 1;
                while (x < before.Length && x - diagonal < after.Length && before[x] == after[x - diagonal]) x++;

                furthest[middle + diagonal] = x;
                if (x >= before.Length && x - diagonal >= after.Length) return trace;
            }
        }

        return null;
    }

    private static bool TakesAddition(int[] furthest, int middle, int diagonal, int edits) =>
        diagonal == -edits || (diagonal != edits && furthest[middle + diagonal - 1] < furthest[middle + diagonal + 1]);

    private static List<(LineChange Change, string Line)> Walk(string[] before, string[] after, List<int[]> trace)
    {
        var script = new List<(LineChange, string)>();
        var (x, y) = (before.Length, after.Length);
        for (var edits = trace.Count - 1; edits >= 0; edits--)
        {
            var furthest = trace[edits];
            var middle = (furthest.Length - 1) / 2;
            var diagonal = x - y;
            var addition = TakesAddition(furthest, middle, diagonal, edits);
            var fromX = edits == 0 ? 0 : furthest[middle + diagonal + (addition ? 1 : -1)];
            var fromY = edits == 0 ? 0 : fromX - (diagonal + (addition ? 1 : -1));
            while (x > fromX && y > fromY)
            {
                script.Add((LineChange.Kept, before[--x]));
                y--;
            }

            if (edits == 0) break;
            script.Add(addition ? (LineChange.Added, after[--y]) : (LineChange.Removed, before[--x]));
        }

        script.Reverse();
        return script;
    }
}
