using Punie.Agent.Processes;
using Punie.Agent.Tests.Processes;
using Punie.Agent.Tools.Checks;

namespace Punie.Agent.Tests.Tools.Checks;

public sealed class PytestRunToolTests(SampleShop shop) : IDisposable
{
    private readonly ToolBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task The_sample_has_one_failing_test()
    {
        await NeededPrograms.RequireAsync("pytest");

        var result = await shop.Bench.CallAsync<PytestResult>(new PytestRunTool(), "tests");

        Assert.Equal((false, null, new TestCounts(18, 1, 0, 1)), (result.Success, result.ParseError, result.Counts));
        var failed = Assert.Single(result.Tests, test => test.Outcome == "failed");
        Assert.Equal("tests/test_pricing.py::test_bulk_discount_starts_at_ten_pieces", failed.Name);
        Assert.StartsWith("AssertionError: assert Decimal('0') == Decimal('12.50')", failed.Message,
            StringComparison.Ordinal);
        Assert.True(result.Duration > 0);
    }

    [Fact]
    public async Task Each_way_to_end_is_told_apart()
    {
        await NeededPrograms.RequireAsync("pytest");
        _bench.Folder.Write(
            "tests/test_a.py",
            """
            import pytest

            def test_pass(): pass
            def test_fail(): assert 1 == 2
            @pytest.mark.skip(reason="later")
            def test_skip(): pass
            @pytest.mark.xfail(reason="known")
            def test_xfail(): assert False
            @pytest.mark.xfail(strict=True)
            def test_xpass(): pass
            @pytest.fixture
            def broken(): raise OSError("no disk")
            def test_error(broken): pass
            class TestGroup:
                @pytest.mark.parametrize("name", ["a.b", "c"])
                def test_many(self, name): pass
            """);

        var result = await CallAsync("tests");

        Assert.Equal(new TestCounts(3, 2, 1, 2), result.Counts);
        Assert.Equal(
            [
                ("tests/test_a.py::test_pass", "passed", ""),
                ("tests/test_a.py::test_fail", "failed", "assert 1 == 2"),
                ("tests/test_a.py::test_skip", "skipped", "later"),
                ("tests/test_a.py::test_xfail", "skipped", "xfail: known"),
                ("tests/test_a.py::test_xpass", "failed", "[XPASS(strict)] "),
                ("tests/test_a.py::test_error", "error", "failed on setup with \"OSError: no disk\""),
                ("tests/test_a.py::TestGroup::test_many[a.b]", "passed", ""),
                ("tests/test_a.py::TestGroup::test_many[c]", "passed", ""),
            ],
            result.Tests.Select(test => (test.Name, test.Outcome, test.Message.Split('\n')[0])));
    }

    [Fact]
    public async Task A_run_without_failures_is_a_success()
    {
        await NeededPrograms.RequireAsync("pytest");
        _bench.Folder.Write("test_a.py", "def test_one(): pass\ndef test_two(): pass\n");

        var result = await CallAsync("test_a.py::test_two");

        Assert.Equal((true, new TestCounts(1, 0, 0, 0)), (result.Success, result.Counts));
    }

    [Fact]
    public async Task A_file_that_cannot_be_collected_is_an_error()
    {
        await NeededPrograms.RequireAsync("pytest");
        _bench.Folder.Write("tests/test_a.py", "import nowhere\n");

        var result = await CallAsync("tests");

        Assert.Equal((false, null, new TestCounts(0, 0, 1, 0)), (result.Success, result.ParseError, result.Counts));
        var test = Assert.Single(result.Tests);
        Assert.Equal(("tests/test_a.py", "error"), (test.Name, test.Outcome));
        Assert.Contains("No module named 'nowhere'", test.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_tests_are_not_a_success()
    {
        await NeededPrograms.RequireAsync("pytest");
        _bench.Folder.Write("docs/a.md", "");

        Assert.Equivalent(PytestResult.Failed("pytest found no tests in 'docs'."), await CallAsync("docs"),
            strict: true);
    }

    [Fact]
    public async Task A_test_that_does_not_exist_is_explained()
    {
        await NeededPrograms.RequireAsync("pytest");
        _bench.Folder.Write("test_a.py", "def test_one(): pass\n");

        var result = await CallAsync("test_a.py::test_none");

        Assert.False(result.Success);
        Assert.StartsWith("pytest failed with exit code 4: ERROR: not found:", result.ParseError,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_crash_of_the_interpreter_is_not_a_success()
    {
        await NeededPrograms.RequireAsync("pytest");
        _bench.Folder.Write("test_a.py", "import os\ndef test_one(): os._exit(0)\n");

        var result = await CallAsync("test_a.py");

        Assert.False(result.Success);
        Assert.StartsWith("pytest failed with exit code 0", result.ParseError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_that_hangs_is_stopped_and_what_ended_before_is_kept()
    {
        await NeededPrograms.RequireAsync("pytest");
        await _bench.RunAsync("mkfifo", _bench.Folder["go"]);
        _bench.Folder.Write(
            "test_a.py",
            """
            import time
            def test_good(): pass
            def test_bad(): assert 1 == 2
            def test_hang():
                open("go", "w").close()
                time.sleep(600)
            def test_later(): pass
            """);
        var time = new ManualTime();
        _bench.Context =
            _bench.Context with { Processes = new ProcessRunner(Environment.GetEnvironmentVariable("PATH")!, time) };

        var running = CallAsync("test_a.py");
        // The pipe opens when the test that hangs has begun.
        await Task.Run(() => File.ReadAllText(_bench.Folder["go"]), TestContext.Current.CancellationToken);
        time.Pass(_bench.Context.Limits.CheckTime);
        var result = await running;

        Assert.Equal(
            "pytest did not finish within 600 seconds. 2 tests had ended by then; only they are in the result. "
            + "test_a.py::test_hang was running.",
            result.ParseError);
        Assert.Equal((false, new TestCounts(1, 1, 0, 0)), (result.Success, result.Counts));
        Assert.Equal(
            [("test_a.py::test_good", "passed", ""), ("test_a.py::test_bad", "failed", "assert 1 == 2")],
            result.Tests.Select(test => (test.Name, test.Outcome, test.Message)));
    }

    [Fact]
    public async Task A_run_leaves_nothing_behind()
    {
        await NeededPrograms.RequireAsync("pytest");
        _bench.Folder.Write("test_a.py", "def test_one(): assert False\n");

        await CallAsync(".");

        Assert.Equal([_bench.Folder["test_a.py"]], Directory.GetFileSystemEntries(_bench.Folder.FullPath));
    }

    [Fact]
    public async Task The_next_interpreter_is_tried_when_the_first_has_no_pytest()
    {
        await NeededPrograms.RequireAsync("pytest");
        _bench.Folder.WriteProgram(".venv/bin/python", "#!/bin/sh\necho \"$0: No module named pytest\" >&2\nexit 1\n");
        _bench.Folder.Write("test_a.py", "def test_one(): pass\n");

        Assert.True((await CallAsync("test_a.py")).Success);
    }

    [Fact]
    public async Task A_missing_pytest_says_what_to_install()
    {
        _bench.HidePrograms();
        _bench.Folder.WriteProgram(".venv/bin/python", "#!/bin/sh\necho \"$0: No module named pytest\" >&2\nexit 1\n");

        Assert.Equal(
            $"pytest is not installed for {_bench.Context.Workspace.Root}/.venv/bin/python. " +
            "Install it with 'pip install pytest' in the project's environment, or 'apt-get install python3-pytest'.",
            (await CallAsync(".")).ParseError);
    }

    [Fact]
    public async Task A_missing_python_says_what_to_install()
    {
        _bench.HidePrograms();

        Assert.Equal(
            "Python is not installed. Install Python 3.11 or newer, with pytest.", (await CallAsync(".")).ParseError);
    }

    private Task<PytestResult> CallAsync(string path) => _bench.CallAsync<PytestResult>(new PytestRunTool(), path);
}
