namespace Punie.Cli.Tests;

/// <summary>A project's own rules are tools for every command.</summary>
public sealed class ProjectToolsTests : IDisposable
{
    private const string House = "rules:\n  - id: no-print\n    pattern: print($X)\n    message: Print nothing.\n";

    private readonly CliBench _bench = new();

    public ProjectToolsTests() => _bench.Write(".punie/rules/house.yaml", House);

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("check_house", "tools")]
    [InlineData("\"name\": \"check_house\"", "tools", "--json")]
    [InlineData("def check_house(file_path: str) -> DomainValidationResult: \"This project's rules: no-print.\"",
        "tools", "stubs")]
    [InlineData("# Its rules: no-print (warning).", "tools", "describe", "check_house")]
    public async Task The_tools_of_a_project_include_its_rules(string shown, params string[] arguments)
    {
        Assert.Equal(0, await _bench.RunAsync(arguments));

        Assert.Contains(shown, _bench.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tool_that_is_not_there_is_one_line_with_the_closest_one()
    {
        Assert.Equal(2, await _bench.RunAsync("tools", "describe", "check_hose"));

        Assert.Equal("punie: there is no tool check_hose; did you mean check_house?\n", _bench.Error);
    }

    [Fact]
    public async Task A_suite_can_expect_calls_of_a_projects_rules()
    {
        var suite = _bench.Write("house.yaml", """
            suite: house
            version: 1
            samples:
              - id: one
                category: check_house
                prompt: "does cart.py keep the house rules?"
                calls:
                  - tool: check_house
                    arguments: {file_path: cart.py}
                    fields: [valid]
            """);
        var script = _bench.Write("script.jsonl", """{"code": "print(check_house(\"cart.py\").valid)"}""");

        var code = await _bench.RunAsync("evaluate", suite, "--model", $"scripted:{script}");

        Assert.True(code == 0, _bench.Error);
        Assert.Contains("| check_house | 1 | 1 |", _bench.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_project_asks_of_agents_can_be_left_out()
    {
        _bench.Write("AGENTS.md", new string('x', 9_000));
        var script = _bench.Write("script.jsonl", """{"text": "Yes.", "expect": "Hello?"}""");

        Assert.Equal(0,
            await _bench.RunAsync("ask", "Hello?", "--no-project-instructions", "--model", $"scripted:{script}"));

        Assert.Equal("Yes.\n", _bench.Output);
    }
}
