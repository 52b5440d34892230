using Punie.Agent.Permissions;
using Punie.Agent.Tools;
using Punie.Agent.Tools.Commands;

namespace Punie.Agent.Tests.Tools.Commands;

public sealed class RunCommandToolTests : IDisposable
{
    private readonly ToolBench _bench = new();
    private readonly RunCommandTool _tool = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task One_string_is_split_and_no_shell_runs()
    {
        Assert.Equal("<a b><$HOME>", await CallAsync("printf '<%s>' \"a b\" $HOME"));
    }

    [Fact]
    public async Task More_arguments_are_passed_as_they_are()
    {
        Assert.Equal("<a><b c><|>", await CallAsync("printf '<%s>' a", new List<object?> { "b c", "|" }));
    }

    [Fact]
    public async Task Both_streams_come_in_order()
    {
        Assert.Equal("1\n2\n3\n", await CallAsync("sh -c 'echo 1; echo 2 >&2; echo 3'"));
    }

    [Fact]
    public async Task The_command_runs_in_cwd()
    {
        _bench.Folder.Write("inner/a.txt", "");

        Assert.Equal("a.txt\n", await CallAsync("ls", null, "inner"));
    }

    [Fact]
    public async Task A_failure_raises_with_the_exit_code_and_the_end_of_the_output()
    {
        var raised = await _bench.RaisedAsync(_tool, "sh -c 'echo before; echo problem >&2; exit 3'");

        Assert.Equal(
            "RuntimeError: 'sh -c 'echo before; echo problem >&2; exit 3'' failed with exit code 3:\nbefore\nproblem",
            raised);
    }

    [Fact]
    public async Task A_person_sees_the_command_line_before_it_runs()
    {
        await CallAsync("printf %s 'a b'");

        var request = Assert.Single(_bench.Asked);
        Assert.Equal((ToolEffect.Command, "Run printf %s 'a b'"), (request.Effect, request.Summary));
        var change = Assert.IsType<RequestedChange.CommandRun>(request.Change);
        Assert.Equal(["printf", "%s", "a b"], change.Words);
    }

    [Fact]
    public async Task A_denied_command_does_not_run_and_says_why()
    {
        _bench.Denial = "nobody is there to ask";

        var raised = await _bench.RaisedAsync(_tool, "touch trace");

        Assert.Equal("PermissionError: 'touch trace' was not run: nobody is there to ask", raised);
        Assert.False(File.Exists(_bench.Folder["trace"]));
    }

    [Theory]
    [InlineData("punie-none x",
        "FileNotFoundError: there is no program 'punie-none' on this machine; install it or use another one")]
    [InlineData("A=1 ls",
        "FileNotFoundError: there is no program 'A=1'; variables cannot be set before a command, because no shell is "
        + "run")]
    [InlineData("", "ValueError: the command is empty; name a program, such as 'git status'")]
    [InlineData("echo 'x", "ValueError: cannot split the command echo 'x: a single quote is not closed")]
    public async Task A_command_that_cannot_run_asks_nobody(string command, string message)
    {
        Assert.Equal(message, await _bench.RaisedAsync(_tool, command));
        Assert.Empty(_bench.Asked);
    }

    [Fact]
    public async Task A_pipe_is_explained()
    {
        Assert.Contains("no shell is run, so '|'", await _bench.RaisedAsync(_tool, "ls | wc"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("..", "PermissionError: '..' is outside the workspace; use a path relative to its root.")]
    [InlineData("a.txt", "NotADirectoryError: 'a.txt' is a file; cwd must be a folder")]
    public async Task A_wrong_cwd_raises(string folder, string message)
    {
        _bench.Folder.Write("a.txt", "");

        Assert.Equal(message, await _bench.RaisedAsync(_tool, "ls", null, folder));
    }

    [Fact]
    public async Task A_command_that_takes_too_long_is_stopped()
    {
        var limits = _bench.Context.Limits with { CommandTime = TimeSpan.FromMilliseconds(50) };
        _bench.Context = _bench.Context with { Limits = limits };

        Assert.Equal("TimeoutError: 'sleep 600' was stopped after 0.05 seconds",
            await _bench.RaisedAsync(_tool, "sleep 600"));
    }

    private Task<string> CallAsync(params object?[] arguments) => _bench.CallAsync<string>(_tool, arguments);
}
