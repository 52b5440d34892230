using Punie.Agent.CodeMode;
using Punie.Python.Sandbox;

namespace Punie.Agent.Tests.CodeMode;

public sealed class CodeRunnerTests
{
    // The call ends a little later each time, so that some runs meet the moment when the program goes to wait.
    [Fact]
    public async Task A_tool_that_ends_on_another_thread_wakes_its_program_every_time()
    {
        var round = 0;
        var answer = new HostFunction("answer", [], (_, _) => new ValueTask<PyValue>(AnswerLater(round)));
        var program = SandboxProgram.Compile("print(answer())", [answer], CodeLimits.Default);

        for (round = 0; round < 10_000; round++)
        {
            var outcome = await program.RunAsync(new RunOptions(), TestContext.Current.CancellationToken);
            Assert.Equal("42\n", Assert.IsType<RunOutcome.Finished>(outcome).Output);
        }
    }

    private static Task<PyValue> AnswerLater(int round)
    {
        var source = new TaskCompletionSource<PyValue>();
        ThreadPool.UnsafeQueueUserWorkItem(
            _ =>
            {
                Thread.SpinWait(round % 200);
                source.SetResult(PyValue.From(42));
            },
            null);
        return source.Task;
    }
}
