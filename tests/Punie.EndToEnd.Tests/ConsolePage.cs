using System.Text;
using System.Text.RegularExpressions;

namespace Punie.EndToEnd.Tests;

/// <summary>
/// A page of documentation whose <c>console</c> blocks hold a command and what it printed. Each command is run in a
/// fresh copy of the sample project, with the files that the page shows above it, and its output is written into the
/// block again.
/// </summary>
/// <remarks>
/// A fenced block whose first line is <c># path</c> is such a file; the path begins with a dot or a folder.
/// </remarks>
internal sealed partial class ConsolePage(string markdown)
{
    // The sample is small, so starting the program is most of the time.
    private const int AtOnce = 3;

    /// <summary>The page with what its commands print now.</summary>
    public async Task<string> RunAsync()
    {
        var blocks = ConsoleBlock().Matches(markdown);
        var outputs = new string[blocks.Count];
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = AtOnce,
            CancellationToken = TestContext.Current.CancellationToken,
        };
        await Parallel.ForAsync(0, blocks.Count, options, async (i, _) => outputs[i] = await OutputOfAsync(blocks[i]));

        var next = 0;
        return ConsoleBlock()
            .Replace(markdown, block => $"```console\n$ {block.Groups["command"].Value}{outputs[next++]}```\n");
    }

    /// <summary>Compares a page of the repository with its commands' output; with ACCEPT=1 it is rewritten.</summary>
    /// <param name="path">Relative to the repository.</param>
    /// <param name="actual">What it should be.</param>
    public static void Match(string path, string actual)
    {
        var file = Path.Combine(BuiltProgram.Repository, path);
        if (Environment.GetEnvironmentVariable("ACCEPT") == "1") File.WriteAllText(file, actual);
        Assert.True(File.Exists(file), $"{path} is missing; run with ACCEPT=1, then review it");
        Assert.Equal(File.ReadAllText(file), actual);
    }

    private async Task<string> OutputOfAsync(Match block)
    {
        var folder = Directory.CreateTempSubdirectory("punie-page-").FullName;
        try
        {
            var shop = await CopyAsync(folder, block.Index);
            var line = block.Groups["command"].Value
                .Replace("./punie", $"'{BuiltProgram.Path}'", StringComparison.Ordinal)
                .Replace("samples/shop", $"'{shop}'", StringComparison.Ordinal);
            var run = await BuiltProgram.RunProgramAsync("/bin/bash", "-c", line);
            // What a slow machine is busy with says nothing about the tools.
            var said = run.Error.Split('\n').Where(message => !message.StartsWith("... ", StringComparison.Ordinal));
            var output = (run.Output + string.Join('\n', said)).Replace(shop, "samples/shop", StringComparison.Ordinal)
                .TrimEnd();
            return output.Length == 0 ? "" : WithoutTrailingSpaces(output);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<string> CopyAsync(string folder, int position)
    {
        var shop = Path.Combine(folder, "shop");
        var made =
            await BuiltProgram.RunProgramAsync(Path.Combine(BuiltProgram.Repository, "eng", "make-sample-repository"),
            shop);
        Assert.True(made.Code == 0, made.Error);
        foreach (var shown in FileBlock().Matches(markdown).Where(shown => shown.Index < position))
        {
            var file = Path.Combine(shop, shown.Groups["path"].Value);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, shown.Groups["text"].Value);
        }

        return shop;
    }

    private static string WithoutTrailingSpaces(string output)
    {
        var text = new StringBuilder();
        foreach (var line in output.Split('\n')) text.Append(line.TrimEnd()).Append('\n');
        return text.ToString();
    }

    // A command goes on over lines inside single quotes, and ends its line.
    [GeneratedRegex(@"^```console\n\$ (?<command>(?:'[^']*'|[^'\n])*\n).*?^```\n",
        RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex ConsoleBlock();

    [GeneratedRegex(@"^```\w+\n(?<text># (?<path>[\w.]*/[\w./-]+)\n.*?)^```\n",
        RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex FileBlock();
}
