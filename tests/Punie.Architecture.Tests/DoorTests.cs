namespace Punie.Architecture.Tests;

public sealed class DoorTests
{
    // The folders that may touch the world. Everywhere else the banned calls do not compile.
    private static readonly string[] Doors =
    [
        "src/Punie.Agent/Processes", // processes
        "src/Punie.Agent/Tools/Mcp/Http", // servers of tools
        "src/Punie.Agent/Workspace", // the project's files
        "src/Punie.Chat/Servers",    // the network
        "src/Punie.Cli",             // the terminal, and files named on the command line
        "src/Punie.Lab/Files",       // recipes, suites, datasets and their results
        "src/Punie.Model/Weights",   // model files and checkpoints
    ];

    [Fact]
    public void Only_the_doors_lift_the_ban()
    {
        var lifted = Repository.Files("src", ".editorconfig")
            .Where(f => File.ReadAllText(f).Contains("RS0030"))
            .Select(f => Path.GetDirectoryName(Repository.Relative(f))!.Replace('\\', '/'));

        Assert.Empty(lifted.Except(Doors));
    }

    [Fact]
    public void No_source_file_silences_the_ban()
    {
        var silenced = Repository.Files("src", "*.cs")
            .Where(f => File.ReadAllText(f).Contains("RS0030"))
            .Select(Repository.Relative);

        Assert.Empty(silenced);
    }

    [Fact]
    public void Every_banned_call_says_what_to_do_instead()
    {
        foreach (var line in File.ReadAllLines(Repository.Folder("eng/BannedSymbols.txt")).Where(l => l.Length > 0))
            Assert.Matches("^[A-Z]:[^;]+;.{10,}$", line);
    }

    [Fact]
    public void A_catch_all_has_a_written_reason()
    {
        foreach (var file in Repository.Files("src", "*.cs"))
        {
            foreach (var line in File.ReadLines(file)
                .Where(l => l.Contains("#pragma warning disable", StringComparison.Ordinal)))
                Assert.True(line.Contains("//", StringComparison.Ordinal),
                    $"{Repository.Relative(file)}: {line.Trim()} has no reason.");
        }
    }
}
