using Punie.Python.Sandbox;
using static Punie.Python.Tests.Sandbox.Programs;

namespace Punie.Python.Tests.Sandbox;

public sealed class LimitTests
{
    private static readonly SandboxLimits Small =
        Generous with
        {
            Steps = 20_000,
            Bytes = 4 * 1024 * 1024,
            OutputChars = 100,
            HostCalls = 5,
            SourceChars = 10_000
        };

    [Fact]
    public void An_endless_loop_stops_at_the_step_limit_and_keeps_its_output()
    {
        var outcome = Run("print('before')\nwhile True: pass", Small);

        Assert.Equal(new RunOutcome.Stopped(Limit.Steps, "before\n"), outcome);
    }

    [Fact]
    public void Loop_rounds_are_counted_exactly()
    {
        const string program = "i = 0\nwhile i < 100: i += 1\nprint(i)";

        Assert.IsType<RunOutcome.Finished>(Run(program, Small with { Steps = 101 }));
        Assert.IsType<RunOutcome.Stopped>(Run(program, Small with { Steps = 99 }));
    }

    [Theory]
    [InlineData("try:\n    while True: pass\nexcept BaseException:\n    print('caught')")]
    [InlineData("try:\n    while True: pass\nfinally:\n    print('finally')")]
    [InlineData(
        "class M:\n    def __enter__(self): return self\n    def __exit__(self, *a): "
        + "print('exit')\nwith M():\n    while True: pass")]
    [InlineData(
        "def g():\n    try:\n        while True: yield 1\n    finally:\n        print('generator')\nfor x in g(): "
        + "pass")]
    public void A_stop_runs_no_more_of_the_program(string program) =>
        Assert.Equal(new RunOutcome.Stopped(Limit.Steps, ""), Run(program, Small));

    [Fact]
    public void The_wall_clock_stops_a_program_that_takes_few_steps()
    {
        var outcome = Run("x = 'ab' * 100000\nwhile True: x.count('b')",
            Generous with { Steps = long.MaxValue, WallTime = TimeSpan.FromMilliseconds(50) });

        Assert.Equal(new RunOutcome.Stopped(Limit.WallTime, ""), outcome);
    }

    [Theory]
    [InlineData("[0] * 10**10")]
    [InlineData("'a' * 10**10")]
    [InlineData("b'a' * 10**10")]
    [InlineData("x = 'ab'\nwhile True: x += x")]
    [InlineData("x = []\nwhile True: x.append('a' * 1000 + str(len(x)))")]
    [InlineData("x = []\nwhile True: x = [x, [0] * 1000]")]
    [InlineData("[[0] * 1000 for i in range(10**6)]")]
    [InlineData("def f(n): return [0] * 1000 + f(n + 1)\nf(0)")]
    [InlineData("2 ** 10**10")]
    [InlineData("1 << 10**10")]
    [InlineData("f'{1:10000000000}'")]
    [InlineData("list(range(10**9))")]
    [InlineData("{i: str(i) * 100 for i in range(10**6)}")]
    public void Memory_is_refused_before_it_is_taken(string program)
    {
        var outcome = Run("print('start')\n" + program, Small with { Steps = 50_000_000 });

        Assert.True(outcome is RunOutcome.Stopped { Limit: Limit.Bytes, Output: "start\n" }
            or RunOutcome.Raised { Error.Type: "ValueError" }, Show(outcome));
    }

    [Fact]
    public void Garbage_does_not_count_as_memory()
    {
        var outcome = Run("for i in range(3000):\n    x = [0] * 1000\nprint('done')", Small with { Steps = 1_000_000 });

        Assert.Equal("done\n", Show(outcome));
    }

    [Fact]
    public void Output_is_cut_at_its_limit()
    {
        var outcome = Run("while True: print('0123456789')", Small);

        Assert.Equal(Limit.Output, Assert.IsType<RunOutcome.Stopped>(outcome).Limit);
        Assert.Equal(100, outcome.Output.Length);
    }

    [Fact]
    public void Host_calls_are_counted()
    {
        var calls = 0;
        var outcome = Run("while True: ping()", Small, HostFixture.Sync("ping", [], _ => PyValue.From(++calls)));

        Assert.Equal(new RunOutcome.Stopped(Limit.HostCalls, ""), outcome);
        Assert.Equal(5, calls);
    }

    [Fact]
    public void A_source_that_is_too_long_is_not_even_parsed() =>
        Assert.Equal(new RunOutcome.Stopped(Limit.Source, ""), Run(new string(' ', 10_001), Small));

    [Fact]
    public void Deep_recursion_is_an_ordinary_exception()
    {
        var outcome = Run("def f(n): return f(n + 1)\ntry:\n    f(0)\nexcept RecursionError as e:\n    print(e)");

        Assert.Equal("maximum recursion depth exceeded\n", Show(outcome));
    }

    [Theory]
    [InlineData("l = []\nfor i in range(100000): l = [l]\nrepr(l)")]
    [InlineData("l = []\nm = []\nfor i in range(100000): l, m = [l], [m]\nl == m")]
    [InlineData("t = ()\nfor i in range(100000): t = (t,)\nhash(t)")]
    [InlineData("g = iter([1])\nfor i in range(100000): g = (x for x in g)\nnext(g)")]
    public void Deep_data_does_not_break_the_native_stack(string program)
    {
        var outcome = Run(program, Generous with { CallDepth = 1_000_000 });

        Assert.True(outcome is RunOutcome.Finished or RunOutcome.Raised { Error.Type: "RecursionError" },
            Show(outcome));
    }

    [Fact]
    public async Task Cancellation_ends_a_running_program_and_keeps_its_output()
    {
        using var cancellation = new CancellationTokenSource();
        var options = new RunOptions { OnOutput = _ => cancellation.Cancel() };
        var program =
            SandboxProgram.Compile("print('started')\nwhile True: pass", [], Generous with { Steps = long.MaxValue });

        var outcome = await program.RunAsync(options, cancellation.Token);

        Assert.Equal(new RunOutcome.Cancelled("started\n"), outcome);
    }

    [Fact]
    public void A_limit_below_its_minimum_is_rejected() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SandboxProgram.Compile("", [], Generous with { Steps = 0 }));

    [Fact]
    public void A_program_can_run_again_after_a_stop()
    {
        var program = SandboxProgram.Compile("print(1)\nx = [0] * n()\nprint(2)", [Counter()], Small);

        Assert.IsType<RunOutcome.Stopped>(program.Run(new RunOptions(), TestContext.Current.CancellationToken));
        Assert.Equal(new RunOutcome.Finished("1\n2\n"),
            program.Run(new RunOptions(), TestContext.Current.CancellationToken));
    }

    private static HostFunction Counter()
    {
        var calls = 0;
        return HostFixture.Sync("n", [], _ => PyValue.From(calls++ == 0 ? 1_000_000_000 : 1));
    }
}
