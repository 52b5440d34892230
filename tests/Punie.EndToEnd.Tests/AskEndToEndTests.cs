using System.Text.Json;

namespace Punie.EndToEnd.Tests;

public sealed class AskEndToEndTests(Shop shop)
{
    [Fact]
    public async Task Type_errors_come_from_the_type_checker()
    {
        var model = shop.Script("types.jsonl", """
            {"code": "types = typecheck(\"src\")\nprint(types.error_count, \"type errors\")\nfor e in types.errors:\n    print(f\"{e.file}:{e.line}\")"}
            {"text": "There are three.", "expect": "3 type errors\nsrc/shop/"}
            """);

        var result =
            await BuiltProgram.RunAsync("ask", "Are there type errors in src? Which ones?", "--model", model, "-w",
            shop.Folder);

        Assert.Equal(0, result.Code);
        Assert.Contains("ran typecheck(\"src\")", result.Output, StringComparison.Ordinal);
        Assert.EndsWith("There are three.\n", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', result.Output);
    }

    [Fact]
    public async Task Failing_tests_come_from_pytest()
    {
        var model = shop.Script("tests.jsonl", """
            {"code": "tests = pytest_run(\".\")\nprint(tests.failed, \"failed\")\nfor t in tests.tests:\n    if t.outcome == \"failed\":\n        print(t.name)"}
            {"text": "One.", "expect": "1 failed\n"}
            """);

        var result = await BuiltProgram.RunAsync(
            "ask", "run the tests and tell me which failed", "--model", model, "-w", shop.Folder, "--format", "json");

        Assert.Equal(0, result.Code);
        using var json = JsonDocument.Parse(result.Output);
        Assert.Equal("One.", json.RootElement.GetProperty("answer").GetString());
        Assert.Equal("pytest_run", json.RootElement.GetProperty("calls")[0].GetProperty("tool").GetString());
    }

    [Fact]
    public async Task Changes_come_from_git()
    {
        var model = shop.Script("diff.jsonl", """
            {"code": "diff = git_diff()\nfor d in diff.files:\n    print(f\"{d.file} +{d.additions} -{d.deletions}\")"}
            {"text": "One file.", "expect": " +"}
            """);

        var result = await BuiltProgram.RunAsync("ask", "what changed since the last commit?", "--model", model, "-w",
            shop.Folder);

        Assert.Equal(0, result.Code);
        Assert.Contains("ran git_diff()", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_of_a_file_of_prompts_answers_each_line()
    {
        var model = shop.Script("many.jsonl", """
            {"code": "print(git_status().clean)"}
            {"text": "Hello!"}
            """);
        var prompts = shop.Script("prompts.txt", "is it clean?\nhello\n")["scripted:".Length..];

        var result =
            await BuiltProgram.RunAsync("ask", "--prompts", prompts, "--dry-run", "--format", "json", "--model", model);

        var lines = result.Output.TrimEnd('\n').Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.StartsWith(
            """{"program":"print(git_status().clean)","calls":[{"tool":"git_status","arguments":{},"fields":["clean"]}],"answer":null,""",
            lines[0], StringComparison.Ordinal);
        Assert.StartsWith("""{"program":null,"calls":[],"answer":"Hello!",""", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_server_that_is_down_is_one_line()
    {
        var result = await BuiltProgram.RunAsync("ask", "hi", "--model", "http://127.0.0.1:9/v1#x", "-w", shop.Folder);

        Assert.Equal((3, ""), (result.Code, result.Output));
        Assert.Single(result.Error.TrimEnd('\n').Split('\n'));
    }
}
