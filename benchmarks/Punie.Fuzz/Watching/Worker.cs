using System.Globalization;
using Punie.Fuzz.Cases;
using Punie.Fuzz.Judging;
using Punie.Fuzz.Programs;

namespace Punie.Fuzz.Watching;

/// <summary>The child process: runs cases and says on its output which one it is at and what it found.</summary>
internal static class Worker
{
    internal static int Run(int seed, int from, int to, IReadOnlyList<string> folders)
    {
        var maker = new CaseMaker(seed, Vocabulary.Ask(), Seeds(folders));
        using var memory = new MemoryWatch();
        var judge = new Judge(memory);
        for (var number = from; number < to; number++)
        {
            Say($"@{number}");
            var made = maker.Make(number);
            var verdict = judge.Run(made.Source, number);
            if (verdict.Problem?.StartsWith("late", StringComparison.Ordinal) == true
                || verdict.Problem?.StartsWith("memory", StringComparison.Ordinal) == true)
            {
                // A busy machine makes a case late, and garbage of earlier cases makes it large: it must be so twice.
                memory.Rest();
                verdict = judge.Run(made.Source, number);
            }
            Say($"={made.Kind}\t{verdict.Outcome}");
            if (verdict.Problem is { } problem) Say($"!{number}\t{OneLine(problem)}\t{OneLine(verdict.Detail ?? "")}");
            if (number % 1000 == 999) memory.Rest();
        }
        Say($"#{memory.Resting}");
        return 0;
    }

    /// <summary>The text of one case.</summary>
    internal static Case Show(int seed, int number, IReadOnlyList<string> folders) =>
        new CaseMaker(seed, Vocabulary.Ask(), Seeds(folders)).Make(number);

    private static List<byte[]> Seeds(IReadOnlyList<string> folders) =>
    [
        .. folders.SelectMany(f => Directory.GetFiles(f, "*.py", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal).Select(File.ReadAllBytes),
    ];

    private static string OneLine(string text) =>
        text.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "\u2424", StringComparison.Ordinal)
        .Replace('\t', ' ');

    private static void Say(FormattableString text)
    {
        Console.Out.WriteLine(text.ToString(CultureInfo.InvariantCulture));
        Console.Out.Flush();
    }
}
