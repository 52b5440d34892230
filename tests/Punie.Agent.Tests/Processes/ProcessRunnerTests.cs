using System.Text;
using Punie.Agent.Processes;
using Punie.Agent.Tests.Workspace;

namespace Punie.Agent.Tests.Processes;

public sealed class ProcessRunnerTests : IDisposable
{
    private static readonly string SearchPath = Environment.GetEnvironmentVariable("PATH")!;

    private readonly TemporaryFolder _folder = new();
    private readonly ManualTime _time = new();
    private readonly ProcessRunner _runner;

    public ProcessRunnerTests() => _runner = new ProcessRunner(SearchPath, _time);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Arguments_reach_the_program_unchanged()
    {
        var outcome = await RunAsync("printf", "%s|", "$HOME *", "", "it's \"é\"");

        Assert.Equal(Ended(0, "$HOME *||it's \"é\"|"), outcome);
    }

    [Fact]
    public async Task Both_streams_are_captured_apart()
    {
        var outcome = Assert.IsType<ProcessOutcome.Exited>(await ShellAsync("echo out; echo err >&2; exit 3"));

        Assert.Equal((3, "out\n", "err\n"),
            (outcome.Code, outcome.Output.StandardOutput, outcome.Output.StandardError));
    }

    [Fact]
    public async Task Joined_streams_keep_their_order()
    {
        const string Script = "for i in 1 2 3; do echo out$i; echo err$i >&2; done";

        var outcome = await _runner.RunAsync(Request("sh", "-c", Script) with { JoinStreams = true }, Token);

        Assert.Equal(Ended(0, "out1\nerr1\nout2\nerr2\nout3\nerr3\n"), outcome);
    }

    [Fact]
    public async Task Standard_input_is_closed() => Assert.Equal(Ended(0, ""), await RunAsync("cat"));

    [Fact]
    public async Task The_program_runs_in_the_given_folder()
    {
        Directory.CreateDirectory(_folder["inner"]);

        var outcome = await _runner.RunAsync(
            Request("sh", "-c", "basename \"$PWD\"") with { WorkingDirectory = _folder["inner"] }, Token);

        Assert.Equal(Ended(0, "inner\n"), outcome);
    }

    [Fact]
    public async Task Variables_are_added_and_removed()
    {
        var request = Request("sh", "-c", "echo \"$PUNIE_A ${HOME-none}\"") with
        {
            Environment = new Dictionary<string, string?> { ["PUNIE_A"] = "1", ["HOME"] = null },
        };

        Assert.Equal(Ended(0, "1 none\n"), await _runner.RunAsync(request, Token));
    }

    [Fact]
    public async Task A_signal_is_not_an_exit_code()
    {
        var outcome = Assert.IsType<ProcessOutcome.Signalled>(await ShellAsync("kill -TERM $$"));

        Assert.Equal(15, outcome.Signal);
    }

    [Fact]
    public async Task A_program_that_does_not_exist_is_an_outcome_of_its_own()
    {
        Assert.Equal(new ProcessOutcome.NotFound("punie-no-such-program"), await RunAsync("punie-no-such-program"));
    }

    [Fact]
    public async Task A_file_that_is_not_executable_is_not_found()
    {
        _folder.Write("plain.sh", "#!/bin/sh\n");

        Assert.Equal(new ProcessOutcome.NotFound("./plain.sh"), await RunAsync("./plain.sh"));
    }

    [Fact]
    public async Task A_program_whose_interpreter_is_missing_is_not_started()
    {
        _folder.WriteProgram("broken", "#!/no/such/interpreter\n");

        Assert.Equal(new ProcessOutcome.NotStarted("./broken", "No such file or directory"),
            await RunAsync("./broken"));
    }

    [Fact]
    public async Task Long_output_keeps_its_beginning_and_end_with_a_marker()
    {
        var request = Request("sh", "-c", "printf 'begin'; head -c 100000 /dev/zero | tr '\\0' x; printf 'end'");

        var outcome =
            Assert.IsType<ProcessOutcome.Exited>(await _runner.RunAsync(request with { OutputBytes = 20 }, Token));

        Assert.True(outcome.Output.Truncated);
        Assert.Equal("beginxxxxx\n[... 99988 bytes left out ...]\nxxxxxxxend", outcome.Output.StandardOutput);
    }

    [Fact]
    public async Task Much_output_on_both_streams_does_not_block()
    {
        const string Script = "head -c 1000000 /dev/zero >&2; head -c 1000000 /dev/zero";

        var outcome = Assert.IsType<ProcessOutcome.Exited>(await ShellAsync(Script));

        Assert.Equal((1_000_000, 1_000_000),
            (outcome.Output.StandardOutput.Length, outcome.Output.StandardError.Length));
    }

    [Fact]
    public async Task The_time_limit_ends_the_program_and_its_grandchildren_and_keeps_the_output()
    {
        var run = _runner.RunAsync(await GrandchildAsync("wait"), Token);
        await ReadyAsync();

        _time.Pass(TimeSpan.FromMinutes(1));

        var outcome = Assert.IsType<ProcessOutcome.TimedOut>(await run);
        Assert.Equal("started\n", outcome.Output.StandardOutput);
        await AssertGrandchildEndsAsync();
    }

    [Fact]
    public async Task A_cancellation_ends_the_program_and_its_grandchildren()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var run = _runner.RunAsync(await GrandchildAsync("wait"), cancel.Token);
        await ReadyAsync();

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        await AssertGrandchildEndsAsync();
    }

    [Fact]
    public async Task What_a_program_leaves_running_ends_with_it()
    {
        var run = _runner.RunAsync(await GrandchildAsync("read line < done"), Token);
        await ReadyAsync();

        await WriteFifoAsync("done");

        Assert.IsType<ProcessOutcome.Exited>(await run);
        await AssertGrandchildEndsAsync();
    }

    [Fact]
    public async Task A_cancelled_token_starts_nothing()
    {
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => _runner.RunAsync(Request("touch", "trace"), cancel.Token));

        Assert.False(File.Exists(_folder["trace"]));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // A grandchild that holds a lock for as long as it lives, and tells when it has it.
    private async Task<ProcessRequest> GrandchildAsync(string then)
    {
        Assert.SkipUnless(_runner.Find("flock", "/") is not null, "flock (util-linux) is not installed");
        await RunAsync("mkfifo", "ready", "done");
        return Request("bash", "-c", $"echo started; (flock -n 9; echo yes > ready; sleep 600) 9> lock & {then}");
    }

    private async Task ReadyAsync() =>
        Assert.Equal("yes\n", await Task.Run(() => File.ReadAllText(_folder["ready"]), Token));

    private Task WriteFifoAsync(string name) =>
        Task.Run(() => File.WriteAllText(_folder[name], "\n", Encoding.ASCII), Token);

    // Waits for the lock: it is free only when every process that held it is gone.
    private async Task AssertGrandchildEndsAsync() =>
        Assert.Equal(Ended(0, ""), await RunAsync("flock", "lock", "true"));

    private static ProcessOutcome.Exited Ended(int code, string output) =>
        new(code, new ProcessOutput(output, "", output, Truncated: false));

    private Task<ProcessOutcome> RunAsync(string program, params string[] arguments) =>
        _runner.RunAsync(Request(program, arguments), Token);

    private Task<ProcessOutcome> ShellAsync(string script) => RunAsync("sh", "-c", script);

    private ProcessRequest Request(string program, params string[] arguments) => new()
    {
        Program = program,
        Arguments = arguments,
        WorkingDirectory = _folder.FullPath,
        TimeLimit = TimeSpan.FromSeconds(30),
    };
}
