using System.Diagnostics;
using Punie.Agent.Tests.Tools.Checks;
using Punie.Agent.Tests.Tools.Navigation;
using Punie.Agent.Tools.Files;
using Punie.Agent.Tools.Navigation;

namespace Punie.Agent.Tests.LanguageServer;

/// <summary>The life of a real pyright: changes on disk, death, the end of the session.</summary>
public sealed class LanguageServerSessionTests
{
    private static readonly GotoDefinitionTool Definition = new();
    private static readonly FindReferencesTool References = new();

    [Fact]
    public async Task Nothing_is_started_before_the_first_question()
    {
        await using var bench = await ProjectAsync();

        Assert.Null(bench.Session.ProcessId);
        await bench.CallByNameAsync<GotoDefinitionResult>(Definition, "Animal");
        Assert.NotNull(bench.Session.ProcessId);
    }

    [Fact]
    public async Task The_first_question_about_the_project_waits_until_the_server_has_read_it()
    {
        await using var bench = await ProjectAsync();

        var first = await bench.CallAsync<WorkspaceSymbolsResult>(new WorkspaceSymbolsTool(), "animal");

        Assert.Contains(first.Symbols, symbol => symbol is { Name: "Animal", File: "zoo/animals.py", Line: 1 });
    }

    [Fact]
    public async Task The_server_sees_what_write_file_and_other_programs_change()
    {
        await using var bench = await ProjectAsync();
        Assert.Equal(2, (await bench.CallByNameAsync<FindReferencesResult>(References, "walk")).ReferenceCount);

        await bench.CallAsync<string>(
            new WriteFileTool(), "zoo/keeper.py",
            "from zoo.animals import Animal\n\n\ndef feed(one: Animal) -> int:\n    return one.walk() + one.walk()\n");
        Assert.Equal(3, (await bench.CallByNameAsync<FindReferencesResult>(References, "walk")).ReferenceCount);

        bench.Folder.Write("zoo/visitor.py", "from zoo.animals import Animal\n\nAnimal().walk()\n");
        Assert.Equal(4, (await bench.CallByNameAsync<FindReferencesResult>(References, "walk")).ReferenceCount);

        File.Delete(bench.Folder["zoo/visitor.py"]);
        Assert.Equal(3, (await bench.CallByNameAsync<FindReferencesResult>(References, "walk")).ReferenceCount);

        bench.Folder.Write("zoo/animals.py",
            "# moved down\nclass Animal:\n    legs = 4\n\n    def walk(self) -> int:\n        return self.legs\n");
        Assert.Equal(5, (await bench.CallByNameAsync<GotoDefinitionResult>(Definition, "Animal.walk"))
            .Locations[0].Line);
    }

    [Fact]
    public async Task A_killed_server_is_started_again_and_says_so()
    {
        await using var bench = await ProjectAsync();
        await bench.CallByNameAsync<GotoDefinitionResult>(Definition, "Animal");
        var first = bench.Session.ProcessId!.Value;
        await KillAsync(first);

        var result = await bench.CallByNameAsync<GotoDefinitionResult>(Definition, "Animal");

        Assert.True(result.Success, result.ParseError);
        Assert.NotEqual(first, bench.Session.ProcessId);
        Assert.Equal(["pyright was ended by signal 9. It is started again."], bench.Notices);
    }

    [Fact]
    public async Task The_end_of_the_session_ends_the_process()
    {
        int process;
        await using (var bench = await ProjectAsync())
        {
            await bench.CallByNameAsync<GotoDefinitionResult>(Definition, "Animal");
            process = bench.Session.ProcessId!.Value;
        }

        Assert.False(IsAlive(process));
    }

    [Fact]
    public async Task The_end_of_the_session_during_the_start_leaves_no_process()
    {
        var bench = await ProjectAsync();
        bench.Navigator.Warm();
        await bench.DisposeAsync();

        Assert.Null(bench.Session.ProcessId);
    }

    [Fact]
    public async Task A_cancelled_question_does_not_harm_the_next()
    {
        await using var bench = await ProjectAsync();
        using var cancelled = new CancellationTokenSource();
        var scan = bench.Session.Scan();
        var waiting =
            bench.Session.AskAsync(scan, (server, token) =>
                server.WorkspaceSymbolsAsync("Animal", token), cancelled.Token);
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.True((await bench.CallByNameAsync<GotoDefinitionResult>(Definition, "Animal")).Success);
    }

    private static async Task<NavigationBench> ProjectAsync()
    {
        await NeededPrograms.RequireAsync("pyright");
        var bench = new NavigationBench();
        bench.WriteProject();
        return bench;
    }

    private static async Task KillAsync(int id)
    {
        using var process = Process.GetProcessById(id);
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private static bool IsAlive(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
