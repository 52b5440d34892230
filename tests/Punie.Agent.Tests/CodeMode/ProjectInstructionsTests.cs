using Microsoft.Extensions.AI;
using Punie.Agent.CodeMode;
using Punie.Agent.Tests.Loop;
using Punie.Agent.Tests.Tools;
using Punie.Agent.Tests.Workspace;
using Punie.Agent.Tools;

namespace Punie.Agent.Tests.CodeMode;

public sealed class ProjectInstructionsTests : IDisposable
{
    private readonly ToolBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task They_stand_at_the_end_of_the_system_text_under_a_heading()
    {
        _bench.Folder.Write("AGENTS.md", "\nRun the tests with tox.\n");

        var text = CodePrompt.System(BuiltInTools.Create(), await ReadAsync());

        Assert.EndsWith(
            "\nWhat this project asks of you (its AGENTS.md); the rules above come first:\n\nRun the tests with tox.\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_file_is_cut_and_the_cut_can_be_seen()
    {
        _bench.Folder.Write("AGENTS.md", $"first {new string('x', 20_000)} last");

        var text = (await ReadAsync())!.Text;

        Assert.StartsWith("first x", text, StringComparison.Ordinal);
        Assert.EndsWith("x last", text, StringComparison.Ordinal);
        Assert.Contains("[... 12,011 characters left out ...]", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_without_them_has_none()
    {
        Assert.Null(await ReadAsync());
        _bench.Folder.Write("AGENTS.md", " \n");
        Assert.Null(await ReadAsync());
    }

    [Fact]
    public async Task A_link_out_of_the_workspace_is_not_followed()
    {
        using var outside = new TemporaryFolder();
        outside.Write("secret.md", "secret");
        File.CreateSymbolicLink(_bench.Folder["AGENTS.md"], outside["secret.md"]);

        Assert.Null(await ReadAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Only_a_model_of_several_steps_reads_them(bool singleStep)
    {
        using var bench = new LoopBench { SingleStep = singleStep, Instructions = new ProjectInstructions("Be kind.") };

        await bench.RunAsync("""{"text": "Hello."}""");

        Assert.Equal(!singleStep,
            bench.Conversation.Messages.Any(message =>
                message.Role == ChatRole.System && message.Text.Contains("Be kind.", StringComparison.Ordinal)));
    }

    private ValueTask<ProjectInstructions?> ReadAsync() =>
        ProjectInstructions.ReadAsync(_bench.Context.Workspace, TestContext.Current.CancellationToken);
}
