using System.Text.RegularExpressions;

namespace Punie.EndToEnd.Tests;

/// <summary>The commands that the documents show are run as they stand there.</summary>
public sealed partial class DocumentTests(Shop shop)
{
    // Needs a server of the reader's own, or half an hour.
    private static readonly string[] NotRun = ["--model http://", "punie train ", "--model scripted:FILE"];

    private static readonly string[] Documents = ["README.md", "CONTRIBUTING.md", "models/router/README.md"];

    public static TheoryData<string, string> Commands() => new(
        from file in Documents
        from command in CommandsOf(File.ReadAllText(Path.Combine(BuiltProgram.Repository, file)))
        where !NotRun.Any(part => command.Contains(part, StringComparison.Ordinal))
        select (file, command));

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_documented_command_works(string file, string command)
    {
        var line = command
            .Replace("./punie", $"'{BuiltProgram.Path}'", StringComparison.Ordinal)
            .Replace("samples/shop", $"'{shop.Folder}'", StringComparison.Ordinal);

        var run = await BuiltProgram.RunProgramAsync("/bin/bash", "-c", line);

        Assert.True(run.Code == 0, $"{file}: {command}\nexit code {run.Code}\n{run.Output}\n{run.Error}");
        Assert.NotEmpty(run.Output);
    }

    [Fact]
    public void The_readme_shows_its_commands() =>
        Assert.True(CommandsOf(File.ReadAllText(Path.Combine(BuiltProgram.Repository, "README.md"))).Count >= 8);

    // A command may go on over lines inside single quotes.
    private static List<string> CommandsOf(string markdown) =>
        (from block in Fence().Matches(markdown)
         from command in Command().Matches(block.Groups[1].Value)
         select command.Value.Trim()).ToList();

    [GeneratedRegex(@"^```\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^\./punie (?:'[^']*'|""[^""]*""|[^'""\n#]|#(?! ))*", RegexOptions.Multiline)]
    private static partial Regex Command();
}
