using Punie.Agent.Tools.Checks;

namespace Punie.Agent.Tests.Tools.Checks;

/// <summary>What real pytest runs look like in results, down to names and options.</summary>
public sealed class PytestDetailTests : IAsyncLifetime
{
    private readonly ToolBench _bench = new();

    public async ValueTask InitializeAsync() => await NeededPrograms.RequireAsync("pytest");

    public ValueTask DisposeAsync()
    {
        _bench.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Names_are_the_node_ids_that_pytest_prints_and_takes()
    {
        _bench.Folder.Write(
            "tests/unit.d/test_a.py",
            """
            import pytest

            @pytest.mark.parametrize("n, text", [(1, "a"), (2, "b/c"), (3, "d[e]"), (4, "f::g"), (5, "h.i"), (6, "é"), (7, "j k")])
            def test_x(n, text): pass

            class TestOuter:
                class TestInner:
                    @pytest.mark.parametrize("n", [1])
                    def test_y(self, n): pass
            """);

        var result = await CallAsync("tests");

        Assert.Equal(
            [
                "tests/unit.d/test_a.py::test_x[1-a]", "tests/unit.d/test_a.py::test_x[2-b/c]",
                "tests/unit.d/test_a.py::test_x[3-d[e]]",
                "tests/unit.d/test_a.py::test_x[4-f::g]", "tests/unit.d/test_a.py::test_x[5-h.i]",
                @"tests/unit.d/test_a.py::test_x[6-\xe9]", "tests/unit.d/test_a.py::test_x[7-j k]",
                "tests/unit.d/test_a.py::TestOuter::TestInner::test_y[1]",
            ],
            result.Tests.Select(test => test.Name));
        foreach (var test in result.Tests) Assert.Equal(1, (await CallAsync(test.Name)).Counts.Passed);
    }

    [Fact]
    public async Task A_test_that_comes_from_a_base_class_belongs_to_the_file_that_runs_it()
    {
        _bench.Folder.Write("base.py", "class Base:\n    def test_shared(self): pass\n");
        _bench.Folder.Write("tests/test_a.py", "from base import Base\nclass TestA(Base): pass\n");
        _bench.Folder.Write("conftest.py", "");

        Assert.Equal("tests/test_a.py::TestA::test_shared", Assert.Single((await CallAsync("tests")).Tests).Name);
    }

    [Fact]
    public async Task Names_count_from_the_workspace_when_the_settings_lie_above_it()
    {
        _bench.Folder.Write("pytest.ini", "[pytest]\n");
        _bench.Folder.Write("inner/tests/test_a.py", "def test_one(): pass\n");
        _bench.Folder.Write("inner/tests/test_b.py", "import nowhere\n");
        _bench.Context =
            _bench.Context with { Workspace = new Punie.Agent.Workspace.DiskWorkspace(_bench.Folder["inner"]) };

        var result = await CallAsync("tests/test_a.py");
        var broken = await CallAsync("tests/test_b.py");

        Assert.Equal("tests/test_a.py::test_one", Assert.Single(result.Tests).Name);
        Assert.Equal(("tests/test_b.py", "error"), (Assert.Single(broken.Tests).Name, broken.Tests[0].Outcome));
    }

    [Fact]
    public async Task Messages_say_why_a_test_was_skipped_expected_to_fail_or_passed_against_the_expectation()
    {
        _bench.Folder.Write("test_module.py",
            "import pytest\npytest.skip('no database (yet)', allow_module_level=True)\n");
        _bench.Folder.Write(
            "test_a.py",
            """
            import pytest

            @pytest.mark.skipif(True, reason="only elsewhere")
            def test_skipif(): pass
            def test_skip(): pytest.skip("not now")
            @pytest.mark.xfail(reason="bug 1")
            def test_xfail(): assert 0
            @pytest.mark.xfail(reason="bug 2")
            def test_xpass(): pass
            @pytest.mark.xfail(reason="bug 3", strict=True)
            def test_strict(): pass
            def test_passes(): print("noise")
            """);

        var result = await CallAsync(".");

        Assert.Equal(
            [
                ("test_module.py", "skipped", "no database (yet)"),
                ("test_a.py::test_skipif", "skipped", "only elsewhere"),
                ("test_a.py::test_skip", "skipped", "not now"),
                ("test_a.py::test_xfail", "skipped", "xfail: bug 1"),
                ("test_a.py::test_xpass", "passed", "xpass: bug 2"),
                ("test_a.py::test_strict", "failed", "[XPASS(strict)] bug 3"),
                ("test_a.py::test_passes", "passed", ""),
            ],
            result.Tests.OrderBy(test => test.Name != "test_module.py")
                .Select(test => (test.Name, test.Outcome, test.Message)));
    }

    [Fact]
    public async Task Errors_of_set_up_and_tear_down_are_errors_with_their_reason()
    {
        _bench.Folder.Write(
            "test_a.py",
            """
            import pytest

            @pytest.fixture
            def broken(): raise OSError("no disk")
            @pytest.fixture
            def leaky():
                yield
                raise RuntimeError("still open")
            def test_before(broken): pass
            def test_after(leaky): pass
            def test_both(leaky): assert "ä" == "ö"
            """);

        var result = await CallAsync(".");

        Assert.Equal((false, new TestCounts(0, 1, 3, 0)), (result.Success, result.Counts));
        Assert.Equal(
            [
                ("test_a.py::test_after", "error", "failed on teardown with \"RuntimeError: still open\""),
                ("test_a.py::test_before", "error", "failed on setup with \"OSError: no disk\""),
                ("test_a.py::test_both", "error", "failed on teardown with \"RuntimeError: still open\""),
                ("test_a.py::test_both", "failed", "AssertionError: assert 'ä' == 'ö'"),
            ],
            result.Tests.Select(test => (test.Name, test.Outcome, test.Message.Split('\n')[0])).Order());
    }

    [Theory]
    [InlineData("-p no:junitxml")]
    [InlineData("--junitxml=own.xml --junitprefix=own")]
    [InlineData("-p no:terminal")]
    [InlineData("--lf -q -q --color=yes --tb=no -rA")]
    [InlineData("-p no:cacheprovider")]
    public async Task Options_of_the_project_do_not_hide_the_result(string options)
    {
        _bench.Folder.Write("pytest.ini",
            $"[pytest]\naddopts = {options}\njunit_family = xunit2\njunit_logging = all\n");
        _bench.Folder.Write("tests/test_a.py", "def test_one(): print('x')\ndef test_two(): assert 1 == 2\n");

        var result = await CallAsync("tests");

        Assert.Equal((null, new TestCounts(1, 1, 0, 0)), (result.ParseError, result.Counts));
        Assert.Equal(["tests/test_a.py::test_one", "tests/test_a.py::test_two"],
            result.Tests.Select(test => test.Name));
    }

    [Fact]
    public async Task Stopping_at_the_first_failure_is_the_projects_choice()
    {
        _bench.Folder.Write("pytest.ini", "[pytest]\naddopts = -x\n");
        _bench.Folder.Write("test_a.py", "def test_one(): assert 0\ndef test_two(): assert 0\n");

        var result = await CallAsync(".");

        Assert.Equal((false, null, new TestCounts(0, 1, 0, 0)), (result.Success, result.ParseError, result.Counts));
    }

    [Fact]
    public async Task A_run_that_only_collects_is_not_a_success()
    {
        _bench.Folder.Write("pytest.ini", "[pytest]\naddopts = --collect-only\n");
        _bench.Folder.Write("test_a.py", "def test_one(): pass\n");

        var result = await CallAsync(".");

        Assert.False(result.Success);
        Assert.Equal("pytest ran no tests in '.'; look for --collect-only or the like in the project's addopts.",
            result.ParseError);
    }

    [Fact]
    public async Task Options_that_pytest_does_not_know_are_explained()
    {
        _bench.Folder.Write("pytest.ini", "[pytest]\naddopts = --no-such-option\n");
        _bench.Folder.Write("test_a.py", "def test_one(): pass\n");

        var result = await CallAsync(".");

        Assert.StartsWith("pytest failed with exit code 4: ", result.ParseError, StringComparison.Ordinal);
        Assert.Contains("unrecognized arguments: --no-such-option", result.ParseError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_crash_in_the_middle_keeps_what_ended_before()
    {
        _bench.Folder.Write("test_a.py", "import os\ndef test_one(): pass\ndef test_two(): os.abort()\n");

        var result = await CallAsync(".");

        Assert.Equal((false, new TestCounts(1, 0, 0, 0)), (result.Success, result.Counts));
        Assert.StartsWith("pytest was ended by signal 6.", result.ParseError, StringComparison.Ordinal);
        Assert.EndsWith("test_a.py::test_two was running.", result.ParseError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_configured_command_runs_the_tests_with_the_projects_variables()
    {
        _bench.Folder.WriteProgram("bin/run", "#!/bin/sh\nshift\nexec /usr/bin/python3 -m \"$@\"\n");
        _bench.Folder.Write("test_a.py",
            "import os\ndef test_one(): assert os.environ['LEVEL'] == 'high'\ndef test_slow(): pass\n");
        _bench.Configure("checks: {pytest_run: bin/run now pytest -q -k 'not slow'}");
        _bench.Context = _bench.Context with
        {
            Config = _bench.Context.Config with { Variables = new Dictionary<string, string> { ["LEVEL"] = "high" } },
        };

        var result = await CallAsync(".");

        Assert.Equal((true, null, new TestCounts(1, 0, 0, 0)), (result.Success, result.ParseError, result.Counts));
    }

    [Fact]
    public async Task Options_after_the_configured_name_are_passed_on()
    {
        _bench.Folder.Write("test_a.py", "def test_one(): pass\ndef test_two(): pass\n");
        _bench.Configure("checks: {pytest_run: pytest -k two}");

        Assert.Equal("test_a.py::test_two", Assert.Single((await CallAsync(".")).Tests).Name);
    }

    [Theory]
    [InlineData("nowhere pytest",
        "'nowhere' is not installed, and 'checks.pytest_run' in .punie/config starts it. "
        + "Install it, or correct the line.")]
    [InlineData("make test",
        "'checks.pytest_run' in .punie/config is 'make test', whose output is not understood; "
        + "write a command that starts pytest or py.test.")]
    public async Task A_configured_command_that_cannot_work_says_why(string command, string error)
    {
        _bench.Configure($"checks: {{pytest_run: {command}}}");

        Assert.Equal(error, (await CallAsync(".")).ParseError);
    }

    private Task<PytestResult> CallAsync(string path) => _bench.CallAsync<PytestResult>(new PytestRunTool(), path);
}
