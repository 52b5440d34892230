using Punie.Python.Tests.Sandbox;

namespace Punie.Python.Tests.Modules;

/// <summary>Modules that are written in Python, and what they refuse.</summary>
public sealed class LibraryTests
{
    public static TheoryData<string> Names() =>
    [
        "asyncio", "collections", "collections.abc", "contextlib", "decimal", "fnmatch", "fractions", "functools",
        "hmac", "io", "json",
        "numbers", "pathlib", "pprint", "statistics", "string", "textwrap", "types", "typing", "warnings",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_module_loads_whole(string name) =>
        Assert.Equal("ok\n", Programs.Output($"from {name} import *\nprint('ok')"));

    [Theory]
    [InlineData("Path('a').read_text()",
        "!! NotImplementedError: PosixPath.read_text() is not available here: use the tool read_file(path) instead\n")]
    [InlineData("Path('a').write_text('x')",
        "!! NotImplementedError: PosixPath.write_text() is not available here: "
        + "use the tool write_file(path, content) instead\n")]
    [InlineData("Path('a').mkdir()",
        "!! NotImplementedError: PosixPath.mkdir() is not available here: use the tool run_command(...) instead\n")]
    public void A_path_that_would_touch_the_disk_names_the_tool(string call, string expected) =>
        Assert.Equal(expected, Programs.Output($"from pathlib import Path\n{call}"));

    [Fact]
    public void Code_of_our_own_modules_does_not_show_in_a_traceback()
    {
        var outcome = Programs.Run("from fractions import Fraction\nx = 1\nFraction(1, 0)\n");

        var error = Assert.IsType<Punie.Python.Sandbox.RunOutcome.Raised>(outcome).Error;
        Assert.Equal(3, error.Line);
        Assert.Single(error.Frames);
    }

    [Fact]
    public void A_program_cannot_change_what_the_modules_of_another_run_see()
    {
        Programs.Output("import collections.abc\ncollections.abc.Mapping.get = None");

        Assert.Equal("False\n", Programs.Output("import collections.abc\nprint(collections.abc.Mapping.get is None)"));
    }

    [Theory]
    [InlineData("from decimal import Decimal\nint(Decimal('1e999999999'))")]
    [InlineData("from decimal import Decimal\nf\"{Decimal('1e99999999999'):f}\"")]
    [InlineData("from decimal import Decimal, getcontext\ngetcontext().prec = 10**12\nDecimal(2).sqrt()")]
    [InlineData("from decimal import Decimal, getcontext\ngetcontext().prec = 10**9\nDecimal(1) / 3")]
    [InlineData("from fractions import Fraction\nFraction('1e999999999')")]
    public void Numbers_without_bound_end_at_the_limit(string program) =>
        Assert.Contains("!! limit:", Programs.Output(program), StringComparison.Ordinal);
}
