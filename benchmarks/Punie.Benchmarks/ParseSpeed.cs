using System.Diagnostics;
using System.Globalization;
using Punie.Python.Syntax;

namespace Punie.Benchmarks;

/// <summary>Whole passes of the parser over the files of a list.</summary>
internal static class ParseSpeed
{
    /// <summary>Prints the seconds of one pass, the fastest of those that fit in a duration.</summary>
    public static void Run(string list, TimeSpan duration)
    {
        string[] texts = [.. File.ReadLines(list).Select(File.ReadAllText)];
        var passes = 0;
        var best = TimeSpan.MaxValue;
        var errors = 0;
        var clock = Stopwatch.StartNew();
        // The first passes run before the compiler has made its final code.
        while (passes < 3 || clock.Elapsed < duration)
        {
            var start = clock.Elapsed;
            errors = texts.Sum(t => PythonParser.Parse(t).Errors.Count);
            var time = clock.Elapsed - start;
            if (time < best) best = time;
            passes++;
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"seconds\": {best.TotalSeconds:F4}, \"passes\": {passes}, \"errors\": {errors}}}"));
    }
}
