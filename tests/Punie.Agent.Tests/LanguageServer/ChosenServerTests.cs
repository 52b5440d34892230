using Punie.Agent.LanguageServer;
using Punie.Agent.Tests.Tools.Navigation;
using Punie.Agent.Tools.Navigation;

namespace Punie.Agent.Tests.LanguageServer;

/// <summary>Which language server is started, and that the ones that are installed here answer.</summary>
public sealed class ChosenServerTests
{
    private const string Note = "#!/bin/sh\necho \"$0 $*\" >&2\nexit 1\n";

    [Theory]
    [InlineData("ty", "ty")]
    [InlineData("basedpyright", "basedpyright-langserver")]
    [InlineData("pylsp", "pylsp")]
    public async Task A_server_that_is_installed_here_answers_by_name_alone(string name, string program)
    {
        await using var bench = new NavigationBench(new LanguageServerSettings { Preferred = [[name]] });
        Assert.SkipWhen(bench.Find(program) is null, $"{program} is not installed here.");
        bench.WriteProject();

        var definition = await bench.CallByNameAsync<GotoDefinitionResult>(new GotoDefinitionTool(), "Animal");
        var references = await bench.CallByNameAsync<FindReferencesResult>(new FindReferencesTool(), "Animal");
        var hover = await bench.CallByNameAsync<HoverResult>(new HoverTool(), "walk");

        Assert.Equal([("zoo/animals.py", 1)], definition.Locations.Select(place => (place.File, place.Line)));
        Assert.Contains("zoo/keeper.py", references.References.Select(place => place.File));
        Assert.Contains("walk", hover.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_of_the_projects_choice_that_is_installed_is_started()
    {
        await using var bench = Bench(["nowhere-server"], ["second", "--stdio"], ["ty"]);
        bench.Folder.WriteProgram(".venv/bin/ty", Note);
        bench.Folder.WriteProgram(".venv/bin/second", Note);

        Assert.Contains("second --stdio", await AskAsync(bench), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ty", "ty server")]
    [InlineData("ty server", "ty server")]
    [InlineData("basedpyright", "basedpyright-langserver --stdio")]
    [InlineData("basedpyright-langserver", "basedpyright-langserver --stdio")]
    [InlineData("pylsp", "pylsp")]
    [InlineData("pylsp -v", "pylsp -v")]
    public async Task A_known_server_may_be_named_or_written_out(string choice, string started)
    {
        await using var bench = Bench(choice.Split(' '));
        bench.Folder.WriteProgram($".venv/bin/{started.Split(' ')[0]}", Note);

        Assert.Contains($".venv/bin/{started}", (await AskAsync(bench)).TrimEnd('.'), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_choice_that_is_not_installed_is_not_silently_replaced()
    {
        await using var bench = Bench(["nowhere-server"], ["other-server", "-x"]);

        Assert.Equal(
            "The language server 'nowhere-server' or 'other-server' is not installed. "
            + "Install it, or correct 'language_server' in .punie/config.",
            await AskAsync(bench));
    }

    private static NavigationBench Bench(params IReadOnlyList<string>[] preferred)
    {
        var bench = new NavigationBench(new LanguageServerSettings { Preferred = preferred });
        bench.WriteProject();
        bench.Folder.WriteProgram(".venv/bin/python", "#!/bin/sh\n");
        return bench;
    }

    private static async Task<string> AskAsync(NavigationBench bench) =>
        (await bench.CallByNameAsync<HoverResult>(new HoverTool(), "Animal")).ParseError!;
}
