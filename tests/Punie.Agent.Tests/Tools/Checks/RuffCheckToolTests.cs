using Punie.Agent.Tools.Checks;

namespace Punie.Agent.Tests.Tools.Checks;

public sealed class RuffCheckToolTests(SampleShop shop) : IDisposable
{
    private readonly ToolBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task The_sample_has_its_findings()
    {
        await NeededPrograms.RequireAsync("ruff");

        var result = await shop.Bench.CallAsync<RuffResult>(new RuffCheckTool(), ".");

        Assert.Equal((false, null, 8, 7),
            (result.Success, result.ParseError, result.ViolationCount, result.FixableCount));
        Assert.Equal(
            [
                ("src/shop/cart.py", 40, "B006"), ("src/shop/cart.py", 55, "E711"), ("src/shop/cli.py", 4, "F401"),
                ("src/shop/cli.py", 44, "RET505"), ("src/shop/inventory.py", 3, "UP035"),
                ("src/shop/inventory.py", 21, "UP006"),
                ("src/shop/inventory.py", 43, "F841"), ("src/shop/orders.py", 3, "I001"),
            ],
            result.Violations.Select(violation => (violation.File, violation.Line, violation.Code)));
        Assert.False(result.Violations[4].Fixable);
    }

    [Fact]
    public async Task A_clean_file_passes()
    {
        await NeededPrograms.RequireAsync("ruff");

        var result = await shop.Bench.CallAsync<RuffResult>(new RuffCheckTool(), "src/shop/models.py");

        Assert.Equivalent(new RuffResult(Success: true, ParseError: null, 0, 0, []), result, strict: true);
    }

    [Fact]
    public async Task The_projects_settings_are_used()
    {
        await NeededPrograms.RequireAsync("ruff");
        _bench.Folder.Write(
            "pyproject.toml",
            """
            [tool.ruff]
            line-length = 20
            extend-exclude = ["generated"]
            [tool.ruff.lint]
            select = ["E", "F", "PLR0913"]
            ignore = ["E702"]
            [tool.ruff.lint.per-file-ignores]
            "tests/*" = ["F401"]
            """);
        _bench.Folder.Write("a.py", "x = 1; y = 'a very long line'\n");
        _bench.Folder.Write("generated/b.py", "import os\n");
        _bench.Folder.Write("tests/c.py", "import os\n");
        _bench.Folder.Write("d.py", "def f(\n    a, b, c,\n    d, e, g,\n): ...\n");

        Assert.Equal(["a.py E501", "d.py PLR0913"], await FindingsAsync("."));
    }

    [Fact]
    public async Task The_nearest_settings_win_and_can_extend_others()
    {
        await NeededPrograms.RequireAsync("ruff");
        _bench.Folder.Write("ruff.toml", "lint.select = [\"F\"]\n");
        _bench.Folder.Write("inner/ruff.toml", "extend = \"../ruff.toml\"\nlint.extend-select = [\"E711\"]\n");
        _bench.Folder.Write("a.py", "import os\nx = 1\nx == None\n");
        _bench.Folder.Write("inner/b.py", "import os\nx = 1\nx == None\n");

        Assert.Equal(["a.py F401", "inner/b.py F401", "inner/b.py E711"], await FindingsAsync("."));
    }

    [Fact]
    public async Task Hidden_environments_and_ignored_files_are_left_out()
    {
        await NeededPrograms.RequireAsync("ruff");
        await _bench.RunAsync("git", "init", "--quiet");
        _bench.Folder.Write(".gitignore", "out/\n");
        foreach (var path in new[] { ".venv/lib/a.py", "node_modules/b.py", "out/c.py", "d.py" })
        {
            _bench.Folder.Write(path, "import os\n");
        }

        Assert.Equal(["d.py F401"], await FindingsAsync("."));
    }

    [Fact]
    public async Task Columns_count_characters_from_one()
    {
        await NeededPrograms.RequireAsync("ruff");
        _bench.Folder.Write("a.py", "x = '\U0001D4B3é'; import os\n");
        _bench.Folder.Write("ruff.toml", "lint.select = [\"F\"]\n");

        Assert.Equal(18, Assert.Single((await CallAsync("a.py")).Violations).Column);
    }

    [Fact]
    public async Task A_syntax_error_is_a_finding()
    {
        await NeededPrograms.RequireAsync("ruff");
        _bench.Folder.Write("a.py", "def f(:\n");

        Assert.Equal("invalid-syntax", (await CallAsync("a.py")).Violations[0].Code);
    }

    [Fact]
    public async Task Settings_that_cannot_be_read_are_not_a_success()
    {
        await NeededPrograms.RequireAsync("ruff");
        _bench.Folder.Write("ruff.toml", "lint.select = [\"ZZ9\"]\n");
        _bench.Folder.Write("a.py", "");

        var result = await CallAsync("a.py");

        Assert.False(result.Success);
        Assert.Contains("ZZ9", result.ParseError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_python_is_not_a_success()
    {
        await NeededPrograms.RequireAsync("ruff");
        _bench.Folder.Write("docs/a.md", "");

        Assert.Equivalent(RuffResult.Failed("There are no Python files to check in 'docs'."), await CallAsync("docs"),
            strict: true);
    }

    [Fact]
    public async Task A_missing_ruff_says_what_to_install()
    {
        _bench.HidePrograms();

        Assert.StartsWith("ruff is not installed. Install Node.js 20", (await CallAsync(".")).ParseError,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_ruff_program_is_preferred_and_its_json_is_understood()
    {
        _bench.WriteEnvironment("ruff",
            """
            #!/bin/sh
            test "$1 $2 $3" = "check --output-format json" || exit 2
            cat << END
            [{"cell": null, "code": "UP006", "filename": "$PWD/a.py", "location": {"column": 4, "row": 2}, "message": "Use list",
              "end_location": {"column": 8, "row": 2}, "fix": {"applicability": "safe", "edits": [], "message": null}},
             {"cell": null, "code": "E731", "filename": "$PWD/a.py", "location": {"column": 1, "row": 3}, "message": "No lambda",
              "end_location": {"column": 8, "row": 3}, "fix": {"applicability": "display", "edits": [], "message": null}},
             {"cell": null, "code": null, "filename": "$PWD/a.py", "location": {"column": 1, "row": 4}, "message": "Expected",
              "end_location": {"column": 8, "row": 4}, "fix": null}]
            END
            exit 1
            """);

        var result = await CallAsync(".");

        Assert.Equal(
            [
                new RuffViolation("a.py", 2, 4, "UP006", "Use list", Fixable: true),
                new RuffViolation("a.py", 3, 1, "E731", "No lambda", Fixable: false),
                new RuffViolation("a.py", 4, 1, "invalid-syntax", "Expected", Fixable: false),
            ],
            result.Violations);
    }

    [Theory]
    [InlineData("echo 'ruff failed' >&2; exit 2", "ruff failed with exit code 2: ruff failed")]
    [InlineData("echo 'All checks passed!'", "ruff failed with exit code 0: All checks passed!")]
    [InlineData("true", "ruff failed with exit code 0: ")]
    public async Task Output_that_is_not_ruffs_json_is_not_a_success(string script, string error)
    {
        _bench.WriteEnvironment("ruff", "#!/bin/sh\n" + script + "\n");

        Assert.Equivalent(RuffResult.Failed(error), await CallAsync("."), strict: true);
    }

    private Task<RuffResult> CallAsync(string path) => _bench.CallAsync<RuffResult>(new RuffCheckTool(), path);

    private async Task<IEnumerable<string>> FindingsAsync(string path)
    {
        var result = await CallAsync(path);
        Assert.Null(result.ParseError);
        return result.Violations.Select(violation => $"{violation.File} {violation.Code}");
    }
}
