using System.Globalization;
using System.Text;

namespace Punie.Agent.Tools.Files;

/// <summary>A change to one file as <c>diff -u</c> writes it.</summary>
/// <param name="Text">Header and hunks; empty when nothing changed.</param>
/// <param name="Additions">Lines added.</param>
/// <param name="Deletions">Lines removed.</param>
internal sealed record UnifiedDiff(string Text, int Additions, int Deletions)
{
    private const int Context = 3;

    /// <summary>Compares two texts.</summary>
    /// <param name="path">Shown in the header.</param>
    /// <param name="before">Null when there was no file, or no text.</param>
    /// <param name="after">The new text.</param>
    public static UnifiedDiff Create(string path, string? before, string after)
    {
        var script = LineDiff.Compare(Lines(before ?? ""), Lines(after));
        var text = new StringBuilder();
        foreach (var (from, to) in Hunks(script)) AppendHunk(text, script, from, to);
        if (text.Length > 0 || before is null)
        {
            text.Insert(0, $"--- {(before is null ? "/dev/null" : $"a/{path}")}\n+++ b/{path}\n");
        }

        return new UnifiedDiff(
            text.ToString(),
            script.Count(entry => entry.Change is LineChange.Added),
            script.Count(entry => entry.Change is LineChange.Removed));
    }

    // Lines keep their ends, so that a changed ending or a missing last newline is a change.
    private static List<string> Lines(string text)
    {
        var lines = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end + 1;
            lines.Add(text[start..end]);
            start = end;
        }

        return lines;
    }

    private static IEnumerable<(int From, int To)> Hunks(List<(LineChange Change, string Line)> script)
    {
        var from = -1;
        var to = 0;
        for (var i = 0; i < script.Count; i++)
        {
            if (script[i].Change is LineChange.Kept) continue;

            if (from >= 0 && i - Context > to)
            {
                yield return (from, to);
                from = -1;
            }

            if (from < 0) from = Math.Max(0, i - Context);
            to = Math.Min(script.Count, i + 1 + Context);
        }

        if (from >= 0) yield return (from, to);
    }

    private static void AppendHunk(StringBuilder text, List<(LineChange Change, string Line)> script, int from, int to)
    {
        var hunk = script[from..to];
        var oldStart = script.Take(from).Count(entry => entry.Change is not LineChange.Added);
        var newStart = script.Take(from).Count(entry => entry.Change is not LineChange.Removed);
        var oldCount = hunk.Count(entry => entry.Change is not LineChange.Added);
        var newCount = hunk.Count(entry => entry.Change is not LineChange.Removed);
        text.Append(CultureInfo.InvariantCulture, $"@@ -{Range(oldStart, oldCount)} +{Range(newStart, newCount)} @@\n");
        foreach (var (change, line) in hunk)
        {
            text.Append(change switch { LineChange.Kept => ' ', LineChange.Removed => '-', LineChange.Added => '+' });
            text.Append(line);
            if (!line.EndsWith('\n')) text.Append("\n\\ No newline at end of file\n");
        }
    }

    // An empty side names the line before it, as diff and git do.
    private static string Range(int start, int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{(count == 0 ? start : start + 1)},{count}");
}
