using Punie.Agent.Tools.Checks;

namespace Punie.Agent.Tests.Tools.Checks;

/// <summary>Which type checker is started, with which arguments, and how its recorded output is read.</summary>
public sealed class TypeCheckerTests : IDisposable
{
    // As ty's own tests have it: crates/ty/tests/cli/snapshots/cli__output_format_gitlab.snap in astral-sh/ruff.
    private const string TyOutput =
        """
        [
          {
            "check_name": "revealed-type",
            "description": "revealed-type: Revealed type: `LiteralString`",
            "severity": "info",
            "fingerprint": "979dad1e810c03b2",
            "location": {
              "path": "test.py",
              "positions": { "begin": { "line": 3, "column": 13 }, "end": { "line": 3, "column": 26 } }
            }
          },
          {
            "check_name": "invalid-syntax",
            "description": "invalid-syntax: Cannot use `match` statement on Python 3.9 (syntax was added in Python 3.10)",
            "severity": "major",
            "fingerprint": "143e238d7b44acdb",
            "location": {
              "path": "test.py",
              "positions": { "begin": { "line": 4, "column": 1 }, "end": { "line": 4, "column": 6 } }
            }
          }
        ]
        """;

    // As mypy's own tests have it: test-data/unit/outputjson.test in python/mypy.
    private const string MypyJson =
        """
        {"file": "main.py", "line": 12, "column": 12, "message": "Revealed type is \"Overload(def (), def (x: builtins.int))\"", "hint": null, "code": "misc", "severity": "note"}
        {"file": "main.py", "line": 14, "column": 0, "message": "No overload variant of \"foo\" matches argument type \"str\"", "hint": "Possible overload variants:\n    def foo() -> None\n    def foo(x: int) -> None", "code": "call-overload", "severity": "error"}
        {"file": "main.py", "line": 17, "column": 0, "message": "Too many arguments for \"bar\"", "hint": null, "code": "call-arg", "severity": "error"}
        """;

    // What basedpyright 1.40.1 printed for "def f(x: int) -> str:\n    return x\n\nimport os\n", shortened to two
    // findings.
    private const string BasedpyrightOutput =
        """
        {
            "version": "1.40.1",
            "time": "1795278160441",
            "generalDiagnostics": [
                {
                    "file": "ROOT/a.py",
                    "severity": "error",
                    "message": "Type \"int\" is not assignable to return type \"str\"\n  \"int\" is not assignable to \"str\"",
                    "range": { "start": { "line": 1, "character": 11 }, "end": { "line": 1, "character": 12 } },
                    "rule": "reportReturnType"
                },
                {
                    "file": "ROOT/a.py",
                    "severity": "warning",
                    "message": "Import \"os\" is not accessed",
                    "range": { "start": { "line": 3, "character": 7 }, "end": { "line": 3, "character": 9 } },
                    "rule": "reportUnusedImport"
                }
            ],
            "summary": { "filesAnalyzed": 1, "errorCount": 1, "warningCount": 1, "informationCount": 0, "timeInSec": 1.644 }
        }
        """;

    private readonly ToolBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Tys_findings_are_read()
    {
        WriteChecker("ty", TyOutput, code: 1);

        var result = await CallAsync();

        Assert.Equal((false, null, 1, 0), (result.Success, result.ParseError, result.ErrorCount, result.WarningCount));
        Assert.Equal(
            [
                new TypeCheckError("test.py", 3, 13, "information", "revealed-type", "Revealed type: `LiteralString`"),
                new TypeCheckError(
                    "test.py", 4, 1, "error", "invalid-syntax",
                    "Cannot use `match` statement on Python 3.9 (syntax was added in Python 3.10)"),
            ],
            result.Errors);
        Assert.Equal($"check --output-format gitlab --python {Root}/.venv/bin/python -- {Root}/src", Arguments("ty"));
    }

    [Fact]
    public async Task Mypys_findings_are_read()
    {
        WriteChecker("mypy", MypyJson, code: 1);

        var result = await CallAsync();

        Assert.Equal((false, null, 2, 0), (result.Success, result.ParseError, result.ErrorCount, result.WarningCount));
        Assert.Equal(
            [("main.py", 12, 13, "information", "misc"), ("main.py", 14, 1, "error", "call-overload"),
                ("main.py", 17, 1, "error", "call-arg")],
            result.Errors.Select(error => (error.File, error.Line, error.Column, error.Severity, error.Code)));
        Assert.EndsWith("\nPossible overload variants:\n    def foo() -> None\n    def foo(x: int) -> None",
            result.Errors[1].Message, StringComparison.Ordinal);
        Assert.Equal(
            $"--output=json --no-error-summary --no-pretty --show-column-numbers --show-error-codes "
            + $"--cache-dir=/dev/null -- {Root}/src",
            Arguments("mypy"));
    }

    // What mypy 1.20.2 printed in https://github.com/python/mypy/issues/21370.
    [Fact]
    public async Task A_syntax_error_that_stops_mypy_is_a_finding()
    {
        WriteChecker("mypy",
            "invalid.py:1: error: Invalid syntax  [syntax]\nFound 1 error in 1 file (errors prevented further checking)", code: 2);

        var result = await CallAsync();

        Assert.Equal((false, null), (result.Success, result.ParseError));
        Assert.Equal([new TypeCheckError("invalid.py", 1, 1, "error", "syntax", "Invalid syntax")], result.Errors);
    }

    [Fact]
    public async Task Basedpyrights_findings_are_read()
    {
        WriteChecker("basedpyright", BasedpyrightOutput.Replace("ROOT", Root, StringComparison.Ordinal), code: 1);

        var result = await CallAsync();

        Assert.Equal((1, 1), (result.ErrorCount, result.WarningCount));
        Assert.Equal(
            [("a.py", 2, 12, "error", "reportReturnType"), ("a.py", 4, 8, "warning", "reportUnusedImport")],
            result.Errors.Select(error => (error.File, error.Line, error.Column, error.Severity, error.Code)));
        Assert.Equal($"--outputjson --pythonpath {Root}/.venv/bin/python {Root}/src", Arguments("basedpyright"));
    }

    [Theory]
    [InlineData("ty")]
    [InlineData("basedpyright")]
    [InlineData("mypy")]
    public async Task A_checker_that_is_installed_here_finds_a_wrong_type(string checker)
    {
        Assert.SkipWhen(_bench.Context.Processes.Find(checker, Root) is null, $"{checker} is not installed here.");
        _bench.Folder.Write("src/a.py", "def f(x: int) -> str:\n    return x\n");
        _bench.Configure($"checks: {{typecheck: {checker}}}");

        var result = await CallAsync();

        Assert.Null(result.ParseError);
        Assert.Equal([("src/a.py", 2, 12, "error")],
            result.Errors.Select(error => (error.File, error.Line, error.Column, error.Severity)));
    }

    [Theory]
    [InlineData("ty", "oops", 2, "ty failed with exit code 2: oops")]
    [InlineData("ty", "All checks passed!", 0, "ty failed with exit code 0: All checks passed!")]
    [InlineData("ty", "[{\"check_name\": 1}]", 1, "ty failed with exit code 1: [{\"check_name\": 1}]")]
    [InlineData("mypy", "", 2, "mypy failed with exit code 2: ")]
    [InlineData("mypy", "usage: mypy [-h]", 2, "mypy failed with exit code 2: usage: mypy [-h]")]
    [InlineData("mypy", "{\"file\": 1}", 1, "mypy failed with exit code 1: {\"file\": 1}")]
    public async Task Output_in_another_format_is_not_a_success(string checker, string output, int code, string error)
    {
        WriteChecker(checker, output, code);

        Assert.Equivalent(TypeCheckResult.Failed(error), await CallAsync(), strict: true);
    }

    [Theory]
    [InlineData("ty", "echo '[]'; echo 'WARN No python files found under the given path(s)' >&2")]
    [InlineData("mypy", "echo \"There are no .py[i] files in directory 'src'\" >&2; exit 2")]
    public async Task A_folder_without_python_is_not_a_success(string checker, string script)
    {
        _bench.Folder.Write("src/a.md", "");
        _bench.WriteEnvironment(checker, "#!/bin/sh\n" + script + "\n");

        Assert.Equal("There are no Python files to check in 'src'.", (await CallAsync()).ParseError);
    }

    [Fact]
    public async Task The_whole_project_is_left_to_the_checkers_own_settings()
    {
        WriteChecker("ty", "[]", code: 0);
        await CallAsync(".");
        Assert.Equal($"check --output-format gitlab --python {Root}/.venv/bin/python", Arguments("ty"));

        _bench.Folder.Write("mypy.ini", "[mypy]\nfiles = src\n");
        WriteChecker("mypy", "", code: 0);
        await CallAsync(".");
        Assert.DoesNotContain(" -- ", Arguments("mypy"), StringComparison.Ordinal);

        _bench.Folder.Write("mypy.ini", "[mypy]\nstrict = True\n[mypy-other]\nfiles = x\n");
        await CallAsync(".");
        Assert.EndsWith($" -- {Root}", Arguments("mypy"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pyproject.toml", "[tool.mypy]\nstrict = true\n", "mypy")]
    [InlineData("pyproject.toml", "[[tool.mypy.overrides]]\nmodule = 'x'\n", "mypy")]
    [InlineData("setup.cfg", "[metadata]\n[mypy]\n", "mypy")]
    [InlineData(".mypy.ini", "[mypy]\n", "mypy")]
    [InlineData("pyproject.toml", "[tool.pyright]\n", "pyright")]
    [InlineData("pyrightconfig.json", "{}", "pyright")]
    [InlineData("pyproject.toml", "[tool.basedpyright]\n", "basedpyright")]
    [InlineData("pyproject.toml", "[tool.ty.rules]\n", "ty")]
    [InlineData("ty.toml", "", "ty")]
    [InlineData("pyproject.toml", "[tool.mypyx]\n# [tool.mypy]\n", "ty")]
    [InlineData("pyproject.toml", "[tool.pyright]\n[tool.mypy]\n", "pyright")]
    public async Task The_checker_that_the_projects_files_set_up_is_taken(string file, string text, string expected)
    {
        foreach (var checker in TypeChecker.All) WriteChecker(checker.Name, "", code: 3);
        _bench.Folder.Write(file, text);

        Assert.StartsWith($"{expected} failed with exit code 3", (await CallAsync()).ParseError,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_that_sets_up_pyright_and_has_basedpyright_uses_it()
    {
        WriteChecker("basedpyright", "", code: 3);
        _bench.Folder.Write("pyrightconfig.json", "{}");

        Assert.StartsWith("basedpyright failed", (await CallAsync()).ParseError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_configured_checker_wins_over_what_the_files_say()
    {
        foreach (var checker in TypeChecker.All) WriteChecker(checker.Name, "", code: 3);
        _bench.Folder.Write("ty.toml", "");
        _bench.Configure("checks: {typecheck: mypy --strict}");

        Assert.StartsWith("mypy failed", (await CallAsync()).ParseError, StringComparison.Ordinal);
        Assert.StartsWith("--strict --output=json", Arguments("mypy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_configured_checker_may_be_started_by_another_program()
    {
        WriteChecker("uv", "[]", code: 0);
        _bench.Configure("checks: {typecheck: uv run ty check --error all}");

        Assert.True((await CallAsync()).Success);
        Assert.StartsWith("run ty check --error all --output-format gitlab", Arguments("uv"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mypy", "mypy is not installed. Run 'pip install mypy' in the project's environment.")]
    [InlineData("uv run mypy",
        "'uv' is not installed, and 'checks.typecheck' in .punie/config starts it. Install it, or correct the line.")]
    [InlineData("./check",
        "'checks.typecheck' in .punie/config is './check', whose output is not understood; "
        + "write a command that starts ty or basedpyright or pyright or mypy.")]
    public async Task A_configured_checker_that_cannot_work_says_why(string command, string error)
    {
        _bench.HidePrograms();
        _bench.Configure($"checks: {{typecheck: {command}}}");

        Assert.Equal(error, (await CallAsync()).ParseError);
    }

    private string Root => _bench.Context.Workspace.Root;

    private Task<TypeCheckResult> CallAsync(string path = "src")
    {
        Directory.CreateDirectory(_bench.Folder["src"]);
        return _bench.CallAsync<TypeCheckResult>(new TypecheckTool(), path);
    }

    // A program that notes its arguments and prints what the real one printed.
    private void WriteChecker(string name, string output, int code)
    {
        _bench.Folder.Write($"{name}.out", output);
        _bench.WriteEnvironment(name,
            $"#!/bin/sh\necho \"$*\" > '{Root}/{name}.args'\ncat '{Root}/{name}.out'\nexit {code}\n");
    }

    private string Arguments(string name) => File.ReadAllText(_bench.Folder[$"{name}.args"]).TrimEnd('\n');
}
