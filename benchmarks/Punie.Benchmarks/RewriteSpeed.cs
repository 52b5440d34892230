using System.Diagnostics;
using System.Globalization;
using Punie.Python.Rewriting;

namespace Punie.Benchmarks;

/// <summary>Search and rewrite by pattern over a folder, on all cores, as a command line tool would do it.</summary>
internal static class RewriteSpeed
{
    /// <summary>Prints the places that a pattern finds, and the seconds of the fastest of several passes.</summary>
    public static void Find(string pattern, string folder, int passes)
    {
        var code = CodePattern.Parse(pattern);
        Measure(passes, () => Sum(folder, path =>
        {
            var text = File.ReadAllText(path);
            return code.MayMatch(text) ? code.FindAll(PythonFile.From(path, text)).Count : 0;
        }));
    }

    /// <summary>Replaces what a pattern finds, in the files themselves.</summary>
    public static void Rewrite(string pattern, string template, string folder)
    {
        var rewrite = CodeRewrite.Parse(pattern, template);
        Measure(1, () => Sum(folder, path =>
        {
            var text = File.ReadAllText(path);
            if (!rewrite.MayMatch(text)) return 0;
            if (rewrite.Apply(PythonFile.From(path, text)) is not RewriteOutcome.Rewritten { Edits.Count: > 0 } done)
                return 0;
            File.WriteAllText(path, done.Text);
            return done.Edits.Count;
        }));
    }

    private static int Sum(string folder, Func<string, int> work)
    {
        var total = 0;
        Parallel.ForEach(
            Directory.EnumerateFiles(folder, "*.py", SearchOption.AllDirectories), path =>
                Interlocked.Add(ref total, work(path)));
        return total;
    }

    private static void Measure(int passes, Func<int> work)
    {
        var best = double.MaxValue;
        var found = 0;
        for (var i = 0; i < passes; i++)
        {
            var start = Stopwatch.GetTimestamp();
            found = work();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{{\"found\": {found}, \"seconds\": {best:F4}}}"));
    }
}
