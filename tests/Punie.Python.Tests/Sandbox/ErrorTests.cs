using Punie.Python.Sandbox;
using static Punie.Python.Tests.Sandbox.Programs;

namespace Punie.Python.Tests.Sandbox;

public sealed class ErrorTests
{
    private static ScriptError ErrorOf(string program) => Assert.IsType<RunOutcome.Raised>(Run(program)).Error;

    [Theory]
    [InlineData("{}['x']", "KeyError: 'x'")]
    [InlineData("prnt(1)", "NameError: name 'prnt' is not defined. Did you mean: 'print'?")]
    [InlineData("def f():\n    print(a)\n    a = 1\nf()",
        "UnboundLocalError: cannot access local variable 'a' where it is not associated with a value")]
    [InlineData("'x'.uper()", "AttributeError: 'str' object has no attribute 'uper'. Did you mean: 'upper'?")]
    [InlineData("class A:\n    value = 1\nA().valu",
        "AttributeError: 'A' object has no attribute 'valu'. Did you mean: 'value'?")]
    [InlineData("1 + 'a'", "TypeError: unsupported operand type(s) for +: 'int' and 'str'")]
    [InlineData("import os",
        "ModuleNotFoundError: No module named 'os' in this sandbox. "
        + "Use the host's file tools instead, such as read_file(path) and write_file(path, content).")]
    [InlineData("x = = 1", "SyntaxError: invalid syntax")]
    [InlineData("def f():\n    nonlocal q", "SyntaxError: no binding for nonlocal 'q' found")]
    [InlineData("def f(): await g()", "SyntaxError: 'await' outside async function")]
    public void The_last_line_is_the_one_of_CPython(string program, string lastLine) =>
        Assert.Equal(lastLine, ErrorOf(program).LastLine);

    [Fact]
    public void A_traceback_shows_frames_lines_and_carets()
    {
        const string program = "def inner(x):\n    return 1 / x\n\ndef outer():\n    return inner(0) + 1\n\nouter()\n";

        Assert.Equal(
            """
            Traceback (most recent call last):
              File "main.py", line 7, in <module>
                outer()
              File "main.py", line 5, in outer
                return inner(0) + 1
                       ^
              File "main.py", line 2, in inner
                return 1 / x
                       ^
            ZeroDivisionError: division by zero
            """.ReplaceLineEndings("\n"),
            ErrorOf(program).ToText());
    }

    [Fact]
    public void A_traceback_shows_what_was_being_handled_and_notes()
    {
        const string program =
            "def load():\n    try:\n        {}['x']\n    except KeyError as e:\n        raise ValueError('bad') from "
            + "e\ntry:\n    load()\nexcept ValueError as e:\n    e.add_note('look here')\n    raise";

        Assert.Equal(
            """
            Traceback (most recent call last):
              File "main.py", line 3, in load
                {}['x']
            KeyError: 'x'

            The above exception was the direct cause of the following exception:

            Traceback (most recent call last):
              File "main.py", line 7, in <module>
                load()
              File "main.py", line 5, in load
                raise ValueError('bad') from e
            ValueError: bad
            look here
            """.ReplaceLineEndings("\n"),
            ErrorOf(program).ToText());
    }

    [Fact]
    public void A_group_shows_its_members()
    {
        const string program = "raise ExceptionGroup('two', [ValueError(1), TypeError('t')])";

        Assert.Equal(
            """
              + Exception Group Traceback (most recent call last):
              |   File "main.py", line 1, in <module>
              |     raise ExceptionGroup('two', [ValueError(1), TypeError('t')])
              | ExceptionGroup: two (2 sub-exceptions)
              +-+---------------- 1 ----------------
                | ValueError: 1
                +---------------- 2 ----------------
                | TypeError: t
                +------------------------------------
            """.ReplaceLineEndings("\n"),
            ErrorOf(program).ToText());
    }

    [Fact]
    public void An_error_of_the_host_has_one_frame_for_each_line()
    {
        var outcome = Run("def f():\n    fail('ValueError', 'from host')\nf()", null, HostFixture.Functions);

        Assert.Equal([3, 2], Assert.IsType<RunOutcome.Raised>(outcome).Error.Frames.Select(f => f.Line));
    }

    [Fact]
    public void A_syntax_error_says_where_it_is()
    {
        var error = ErrorOf("x = 1\ny = (1,\nz = 3 +\n");

        Assert.True(error.Line > 1, error.ToText());
        Assert.Equal("SyntaxError", error.Type);
    }

    [Fact]
    public void Nothing_is_printed_when_the_source_is_invalid() =>
        Assert.Equal("", Run("print(1)\nx = = 2").Output);

    [Fact]
    public void A_long_chain_of_operators_needs_no_recursion() =>
        Assert.Equal("900\n", Output($"print({string.Join("+", Enumerable.Repeat("1", 900))})"));

    [Fact]
    public void Nesting_beyond_the_limit_is_refused()
    {
        var outcome = Run(string.Concat(Enumerable.Repeat("not ", 2500)) + "x");

        Assert.True(outcome is RunOutcome.Stopped { Limit: Limit.Nesting } or RunOutcome.Raised, Show(outcome));
    }
}
