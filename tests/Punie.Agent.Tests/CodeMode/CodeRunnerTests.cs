using Punie.Agent.CodeMode;
using Punie.Python.Sandbox;

namespace Punie.Agent.Tests.CodeMode;

public sealed class CodeRunnerTests
{
    private static readonly SandboxLimits Limits = CodeLimits.Default with { WallTime = TimeSpan.FromSeconds(30) };

    [Fact]
    public async Task A_tool_that_ends_on_another_thread_wakes_its_program_every_time()
    {
        var answer = new HostFunction("answer", [], AnswerAsync);
        var program = SandboxProgram.Compile("print(answer())", [answer], Limits);

        for (var i = 0; i < 300; i++)
        {
            var outcome = await program.RunAsync(new RunOptions(), TestContext.Current.CancellationToken);
            Assert.Equal("42\n", Assert.IsType<RunOutcome.Finished>(outcome).Output);
        }

        static async ValueTask<PyValue> AnswerAsync(HostArguments arguments, CancellationToken cancellationToken)
        {
            await Task.Yield();
            return PyValue.From(42);
        }
    }
}
