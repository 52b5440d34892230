using Punie.Python.Sandbox;
using static Punie.Python.Tests.Sandbox.Programs;

namespace Punie.Python.Tests.Sandbox;

public sealed class HostCallTests
{
    private static readonly RecordType Point = new("Point", ["x", "label"]);

    [Fact]
    public void Arguments_are_bound_by_position_name_and_default()
    {
        var f = new HostFunction("f", [new("a"), new("b", PyValue.From(2))], (a, _) => new(PyValue.List(a[0], a[1])));

        Assert.Equal("[1, 2] [1, 5] [7, 8]\n", Show(Run("print(f(1), f(1, b=5), f(b=8, a=7))", null, f)));
    }

    [Theory]
    [InlineData("f()", "f() missing 1 required positional argument: 'path'")]
    [InlineData("f(1, 2)", "f() takes 1 positional argument but 2 were given")]
    [InlineData("f(1, path=2)", "f() got multiple values for argument 'path'")]
    [InlineData("f(pth=2)", "f() got an unexpected keyword argument 'pth'. Did you mean 'path'?")]
    public void A_wrong_call_is_a_TypeError(string call, string message)
    {
        var outcome = Run(call, null, HostFixture.Sync("f", ["path"], a => a[0]));

        Assert.Equal($"!! TypeError: {message}\n", Show(outcome));
    }

    [Fact]
    public void A_host_exception_is_raised_as_the_Python_type_it_names()
    {
        var f = HostFixture.Sync("read", [], _ => throw new HostException("FileNotFoundError", "no a.py"));

        Assert.Equal("caught no a.py\n",
            Show(Run("try:\n    read()\nexcept OSError as e:\n    print('caught', e)", null, f)));
    }

    [Fact]
    public void A_host_exception_with_an_unknown_type_is_a_RuntimeError() =>
        Assert.Equal("!! RuntimeError: m\n",
            Show(Run("f()", null, HostFixture.Sync("f", [], _ => throw new HostException("Odd", "m")))));

    [Fact]
    public void A_bug_of_the_host_goes_to_the_caller_and_not_to_the_program()
    {
        var f = HostFixture.Sync("f", [], _ => throw new NotSupportedException("secret"));

        Assert.Throws<InvalidOperationException>(() =>
            Run("try:\n    f()\nexcept BaseException as e:\n    print(e)", null, f));
    }

    [Fact]
    public void A_program_waits_for_a_call_that_ends_later()
    {
        var f = new HostFunction("f", [], async (_, _) =>
        {
            await Task.Yield();
            return PyValue.From("late");
        });

        Assert.Equal("late\n", Show(Run("print(f())", null, f)));
    }

    [Fact]
    public void Gathered_host_calls_work_at_the_same_time_and_answer_in_order()
    {
        using var both = new Barrier(2);
        var f = new HostFunction("f", [new("x")], async (a, token) =>
        {
            await Task.Yield();
            both.SignalAndWait(token);
            return a[0];
        })
        { IsAsync = true };

        var outcome =
            Run("import asyncio\nasync def main():\n    print(await asyncio.gather(f('a'), f('b')))\nasyncio.run(main())", null, f);

        Assert.Equal("['a', 'b']\n", Show(outcome));
    }

    [Fact]
    public async Task Cancellation_reaches_a_host_call()
    {
        using var cancellation = new CancellationTokenSource();
        var f = new HostFunction("f", [], async (_, token) =>
        {
            await cancellation.CancelAsync();
            await Task.Delay(Timeout.Infinite, token);
            return PyValue.None;
        });

        var outcome = await SandboxProgram.Compile("f()", [f], Generous).RunAsync(new RunOptions(), cancellation.Token);

        Assert.Equal(new RunOutcome.Cancelled(""), outcome);
    }

    [Fact]
    public void A_record_shows_its_declared_fields_and_nothing_else()
    {
        var f = HostFixture.Sync("p", [], _ => PyValue.Record(Point, PyValue.From(1), PyValue.From("a")));
        const string program = """
            r = p()
            print(r, r.x, r == p(), type(r).__name__, hasattr(r, "y"))
            try: r.x = 2
            except AttributeError as e: print(e)
            r.labl
            """;

        Assert.Equal(
            """
            Point(x=1, label='a') 1 True Point False
            'Point' objects are read-only: cannot change 'x'
            !! AttributeError: 'Point' object has no attribute 'labl'. Did you mean: 'label'?

            """.ReplaceLineEndings("\n"),
            Show(Run(program, null, f)));
    }

    [Fact]
    public void A_host_reads_the_values_it_is_given()
    {
        PyValue seen = default;
        Run("f({'a': [1, 2.5, None, True, 'x']})", null, HostFixture.Sync("f", ["v"], a => seen = a[0]));

        Assert.Equal(PyKind.Dict, seen.Kind);
        Assert.True(seen.TryGetEntries(out var entries));
        Assert.Equal("'a': [1, 2.5, None, True, 'x']", $"{entries[0].Key}: {entries[0].Value}");
        Assert.True(entries[0].Value.TryGetItems(out var items));
        Assert.True(items[1].TryGetDouble(out var number));
        Assert.Equal(2.5, number);
    }

    [Fact]
    public void A_program_can_define_a_name_over_a_host_function() =>
        Assert.Equal("mine\n",
            Show(Run("f = lambda: 'mine'\nprint(f())", null, HostFixture.Sync("f", [], _ => PyValue.None))));

    [Fact]
    public void Output_arrives_as_it_is_printed()
    {
        var pieces = new List<string>();
        var f = HostFixture.Sync("mark", [], _ =>
        {
            pieces.Add("|");
            return PyValue.None;
        });
        var options = new RunOptions { OnOutput = pieces.Add };

        SandboxProgram.Compile("print('a', 1)\nmark()\nprint('b', 2)", [f], Generous)
            .Run(options, TestContext.Current.CancellationToken);

        Assert.Equal(["a 1\n", "|", "b 2\n"], pieces);
    }
}
