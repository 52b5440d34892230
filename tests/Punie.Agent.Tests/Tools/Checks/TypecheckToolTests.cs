using Punie.Agent.Tools.Checks;

namespace Punie.Agent.Tests.Tools.Checks;

public sealed class TypecheckToolTests(SampleShop shop) : IDisposable
{
    private readonly ToolBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("src")]
    [InlineData(".")]
    public async Task The_sample_has_three_type_errors(string path)
    {
        await NeededPrograms.RequireAsync("pyright");

        var result = await shop.Bench.CallAsync<TypeCheckResult>(new TypecheckTool(), path);

        Assert.Equal((false, null, 3, 0), (result.Success, result.ParseError, result.ErrorCount, result.WarningCount));
        Assert.Equal(
            [
                ("src/shop/cart.py", 50, 16, "error", "reportReturnType"),
                ("src/shop/orders.py", 63, 46, "error", "reportOptionalMemberAccess"),
                ("src/shop/pricing.py", 42, 12, "error", "reportReturnType"),
            ],
            result.Errors.Select(error => (error.File, error.Line, error.Column, error.Severity, error.Code)));
    }

    [Fact]
    public async Task A_correct_file_passes()
    {
        await NeededPrograms.RequireAsync("pyright");

        var result = await shop.Bench.CallAsync<TypeCheckResult>(new TypecheckTool(), "src/shop/models.py");

        Assert.Equivalent(new TypeCheckResult(Success: true, ParseError: null, 0, 0, []), result, strict: true);
    }

    [Fact]
    public async Task Warnings_are_counted_apart_and_do_not_fail_the_check()
    {
        await NeededPrograms.RequireAsync("pyright");
        _bench.Folder.Write("pyrightconfig.json", """{"reportUnusedExpression": "warning"}""");
        _bench.Folder.Write("a.py", "1 + 1\n");

        var result = await CallAsync("a.py");

        Assert.Equal((true, 0, 1), (result.Success, result.ErrorCount, result.WarningCount));
        Assert.Equal("warning", Assert.Single(result.Errors).Severity);
    }

    [Fact]
    public async Task A_syntax_error_is_a_finding()
    {
        await NeededPrograms.RequireAsync("pyright");
        _bench.Folder.Write("a.py", "x = (\n");

        var error = (await CallAsync("a.py")).Errors[0];

        Assert.Equal(("a.py", 1, "syntax"), (error.File, error.Line, error.Code));
    }

    [Fact]
    public async Task A_folder_without_python_is_not_a_success()
    {
        await NeededPrograms.RequireAsync("pyright");
        _bench.Folder.Write("docs/a.md", "");

        Assert.Equivalent(TypeCheckResult.Failed("There are no Python files to check in 'docs'."),
            await CallAsync("docs"), strict: true);
    }

    [Fact]
    public async Task A_missing_path_names_the_closest()
    {
        _bench.Folder.Write("src/a.py", "");

        Assert.Equal("No file 'a.py'. Did you mean 'src/a.py'?", (await CallAsync("a.py")).ParseError);
    }

    [Fact]
    public async Task A_missing_pyright_says_what_to_install()
    {
        _bench.HidePrograms();

        Assert.Equal(
            "pyright is not installed. Install Node.js 20 or newer and run 'npm ci' in Punie's eng/node folder, " +
            "or 'pip install pyright' in the project's environment.",
            (await CallAsync(".")).ParseError);
    }

    [Fact]
    public async Task The_projects_own_pyright_is_preferred_and_a_notice_before_its_json_is_skipped()
    {
        _bench.WriteEnvironment("pyright",
            """
            #!/bin/sh
            echo 'No configuration file found.'
            echo '{"generalDiagnostics": [], "summary": {"filesAnalyzed": 1}}'
            """);

        Assert.True((await CallAsync(".")).Success);
    }

    [Theory]
    [InlineData("echo crashed >&2; exit 2", "pyright failed with exit code 2: crashed")]
    [InlineData("echo 'No configuration file found.'", "pyright failed with exit code 0: No configuration file found.")]
    [InlineData("echo '{\"summary\": 1}'", "pyright failed with exit code 0: {\"summary\": 1}")]
    [InlineData("kill -KILL $$", "pyright was ended by signal 9. ")]
    public async Task Output_that_is_not_pyrights_json_is_not_a_success(string script, string error)
    {
        _bench.WriteEnvironment("pyright", "#!/bin/sh\n" + script + "\n");

        Assert.Equivalent(TypeCheckResult.Failed(error), await CallAsync("."), strict: true);
    }

    private Task<TypeCheckResult> CallAsync(string path) =>
        _bench.CallAsync<TypeCheckResult>(new TypecheckTool(), path);
}
