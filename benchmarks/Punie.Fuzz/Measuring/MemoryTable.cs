using System.Globalization;
using Punie.Fuzz.Judging;
using Punie.Python.Sandbox;

namespace Punie.Fuzz.Measuring;

/// <summary>Runs each program with the limits of the attacks and prints how far the managed heap grew.</summary>
internal static class MemoryTable
{
    private const long Megabyte = 1024 * 1024;

    private static readonly SandboxLimits Attack = Arena.Limits with
    {
        Steps = 100_000_000,
        WallTime = TimeSpan.FromSeconds(1),
        Bytes = 100 * Megabyte,
        CallDepth = 1000,
        OutputChars = (int)Megabyte,
        HostCalls = 10_000,
        SourceChars = (int)Megabyte,
        Nesting = 200,
    };

    internal static int Print(IReadOnlyList<string> folders)
    {
        using var memory = new MemoryWatch();
        var worst = 0L;
        foreach (var file in folders.SelectMany(f =>
            File.Exists(f) ? [f] : Directory.GetFiles(f, "*.py", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal))
        {
            memory.Rest();
            memory.Begin();
            var outcome = SandboxProgram.Compile(File.ReadAllText(file), Arena.Host, Attack)
                .Run(new RunOptions(), CancellationToken.None);
            var over = memory.End() - Attack.Bytes;
            worst = Math.Max(worst, over);
            if (over > 0)
                Console.Out.WriteLine(
                    string.Create(CultureInfo.InvariantCulture,
                    $"{Path.GetFileName(file),-40} limit {over / (double)Megabyte:+0.0} MB   "
                    + $"{outcome.GetType().Name}"));
        }
        Console.Out.WriteLine(
            string.Create(CultureInfo.InvariantCulture,
            $"worst: {worst / (double)Megabyte:0.0} MB over the limit of 100 MB"));
        return worst > 32 * Megabyte ? 1 : 0;
    }
}
