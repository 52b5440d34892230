using Punie.Python.Sandbox;
using Punie.Python.Tests.Sandbox;
using static Punie.Python.Tests.Sandbox.Programs;

namespace Punie.Python.Tests.Limits;

/// <summary>Each limit, by its name, in a program that tries everything to go on.</summary>
public sealed class EveryLimitTests
{
    private const string Stubborn = """
        print('before')
        class M:
            def __enter__(self): return self
            def __exit__(self, *a):
                print('exit')
                return True
            def __del__(self): print('del')
        def generator():
            try:
                while True: yield
            finally:
                print('closed')
        g = generator()
        next(g)
        while True:
            try:
                with M():
                    try:
                        WORK
                    except BaseException:
                        print('caught')
                    finally:
                        print('finally')
            except:
                print('caught outside')
        """;

    [Theory]
    [InlineData(Limit.Steps, "while True: pass")]
    [InlineData(Limit.Bytes, "[0] * 10**9")]
    [InlineData(Limit.Bytes, "'x' * 10**9")]
    [InlineData(Limit.Bytes, "2 ** 10**9")]
    [InlineData(Limit.HostCalls, "while True: add(1, 1)")]
    public void A_stop_is_not_caught_and_keeps_the_output(Limit limit, string work)
    {
        var outcome = Run(Stubborn.Replace("WORK", work, StringComparison.Ordinal),
            Generous with { Steps = 200_000, HostCalls = 20, Bytes = 16 * 1024 * 1024 }, HostFixture.Functions);

        Assert.Equal(new RunOutcome.Stopped(limit, "before\n"), outcome);
    }

    [Fact]
    public void The_output_limit_is_not_caught_and_keeps_what_fits()
    {
        var outcome = Run(Stubborn.Replace("WORK", "while True: print('0123456789')", StringComparison.Ordinal),
            Generous with { OutputChars = 100 });

        Assert.Equal(Limit.Output, Assert.IsType<RunOutcome.Stopped>(outcome).Limit);
        Assert.Equal(100, outcome.Output.Length);
        Assert.DoesNotContain("caught", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_time_limit_is_not_caught_and_keeps_the_output()
    {
        var clock = new Suspension.TestClock();
        var wait = HostFixture.Sync("wait", [], _ =>
        {
            clock.Running += 100_000;
            return PyValue.None;
        });

        var outcome =
            SandboxProgram.Compile(Stubborn.Replace("WORK", "while True: wait()", StringComparison.Ordinal), [wait],
            Generous with { WallTime = TimeSpan.FromSeconds(30) })
            .Run(new RunOptions { Clock = clock }, TestContext.Current.CancellationToken);

        Assert.Equal(new RunOutcome.Stopped(Limit.WallTime, "before\n"), outcome);
    }

    [Fact]
    public void A_source_that_is_too_long_and_one_that_is_too_deep_are_refused()
    {
        Assert.Equal(new RunOutcome.Stopped(Limit.Source, ""),
            Run("print('never')", Generous with { SourceChars = 5 }));
        var deep = Run(new string('(', 150) + "1" + new string(')', 150), Generous with { Nesting = 20 });
        Assert.True(deep is RunOutcome.Stopped { Limit: Limit.Nesting }
            or RunOutcome.Raised { Error.Type: "SyntaxError" }, Show(deep));
    }

    [Fact]
    public void Depth_is_an_exception_that_a_program_may_catch_and_go_on()
    {
        var outcome = Run("def f(): f()\nfor i in range(3):\n    try: f()\n    except RecursionError: print('deep')",
            Generous with { CallDepth = 50 });

        Assert.Equal("deep\ndeep\ndeep\n", Show(outcome));
    }

    [Fact]
    public void A_defect_of_the_sandbox_would_be_an_outcome_and_a_bug_of_the_host_is_not()
    {
        var failure =
            Assert.Throws<InvalidOperationException>(() =>
                Run("f()", null, HostFixture.Sync("f", [], _ => throw new KeyNotFoundException("host bug"))));
        Assert.IsType<KeyNotFoundException>(failure.InnerException);

        var options = new RunOptions { OnOutput = _ => throw new NotSupportedException("host bug") };
        failure =
            Assert.Throws<InvalidOperationException>(() =>
                SandboxProgram.Compile("print(1)", [], Generous).Run(options, TestContext.Current.CancellationToken));
        Assert.IsType<NotSupportedException>(failure.InnerException);
    }

    // Found by fuzzing: each ended the host's process, or left it as an exception of .NET.
    [Theory]
    [InlineData("import enum\nenum.IntEnum((1, 2), (3, 4))")]
    [InlineData("import enum\nenum.unique(5)")]
    [InlineData("import functools\nfunctools.cached_property()")]
    [InlineData("for x in range(-2**63, 2**63 - 1): break\nrange(3).index(float('inf'))")]
    public void What_fuzzing_found_is_an_ordinary_exception(string program)
    {
        var raised = Assert.IsType<RunOutcome.Raised>(Run(program));

        Assert.Null(raised.Fault);
        Assert.Contains(raised.Error.Type, (string[])["TypeError", "ValueError"]);
    }
}
