using Punie.Agent.Tools;
using Punie.Agent.Tools.Domain;
using Punie.Agent.Tools.Domain.Projects;

namespace Punie.Agent.Tests.Tools.Domain;

public sealed class ProjectRuleTests : IDisposable
{
    private const string House = """
        summary: House rules of the shop.
        rules:
          - id: no-print
            pattern: print($$$ARGS)
            message: print($ARGS) reaches nobody.
            suggestion: Log $ARGS instead.
          - id: no-getenv
            pattern: call:os.getenv
            message: Settings come from settings.py.
            severity: error
            languages: [python]
        """;

    private readonly ToolBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task A_rule_file_becomes_a_tool_with_a_stub()
    {
        _bench.Folder.Write(".punie/rules/house.yaml", House);

        var rules = await LoadAsync();

        Assert.Empty(rules.Problems);
        Assert.Equal(BuiltInTools.Create().Tools.Count + 1, rules.Tools.Tools.Count);
        Assert.Contains(
            "def check_house(file_path: str) -> DomainValidationResult: \"House rules of the shop.\"\n",
            ToolStub.Terse(rules.Tools), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_finding_has_the_rule_the_line_and_the_code_under_the_holes()
    {
        _bench.Folder.Write(".punie/rules/house.yaml", House);
        _bench.Folder.Write("a.py", "from os import getenv\n\n# print(1)\nprint(\"x\", 2)\ngetenv(\"HOME\")\n");

        var result =
            await _bench.CallAsync<DomainValidationResult>((await LoadAsync()).Tools.Find("check_house")!, "a.py");

        Assert.Equal(
            [
                ("no-print", "warning", "print(\"x\", 2) reaches nobody.", 4, "Log \"x\", 2 instead."),
                ("no-getenv", "error", "Settings come from settings.py.", 5, ""),
            ],
            result.Issues.Select(i => (i.Rule, i.Severity, i.Message, i.Line, i.Suggestion)));
        Assert.Equal(("house", false, false), (result.Domain, result.Valid, result.Success));
    }

    [Theory]
    [InlineData("rules:\n  - id: a\n    pattern: print($X\n    message: m\n", "line 3: The pattern is not Python: ")]
    [InlineData("rules:\n  - id: a\n    patern: print($X)\n    message: m\n",
        "line 3: there is no key 'patern'; did you mean pattern?")]
    [InlineData("rules:\n  - id: a\n    pattern: print($X)\n", "line 2: the rule has no 'message'.")]
    [InlineData(
        "rules:\n  - id: a\n    pattern: x\n    message: m\n    severity: fatal\n",
        "line 5: the severity is 'fatal'; write error or warning.")]
    [InlineData(
        "rules:\n  - id: a\n    pattern: x\n    message: m\n    languages: [ruby]\n",
        "line 5: the language is 'ruby'; rules can only look at python.")]
    [InlineData(
        "rules:\n  - {id: a, pattern: x, message: m}\n  - {id: a, pattern: y, message: m}\n",
        "line 3: there are two rules 'a'; rename one.")]
    [InlineData("rules:\n  - id: [\n", "line 3: it is not YAML: ")]
    [InlineData("rules: []\n", "line 1: there are no rules; write 'rules:' with a list of them.")]
    [InlineData("", "line 1: the file should be one mapping with 'rules:'.")]
    public async Task A_bad_file_gives_one_line_and_no_tool(string yaml, string problem)
    {
        _bench.Folder.Write(".punie/rules/bad.yaml", yaml);
        _bench.Folder.Write(".punie/rules/house.yml", House);

        var rules = await LoadAsync();

        Assert.StartsWith($".punie/rules/bad.yaml {problem}", Assert.Single(rules.Problems), StringComparison.Ordinal);
        Assert.DoesNotContain('\n', rules.Problems[0]);
        Assert.Null(rules.Tools.Find("check_bad"));
        Assert.NotNull(rules.Tools.Find("check_house"));
    }

    [Theory]
    [InlineData(
        "validate_component.yaml",
        ".punie/rules/validate_component.yaml: there already is a tool validate_component; rename the file.")]
    [InlineData("Über.yaml",
        ".punie/rules/Über.yaml line 1: the file's name becomes the tool's name; use small letters, digits and '_'.")]
    public async Task A_file_whose_name_is_no_free_tool_name_is_refused(string file, string problem)
    {
        _bench.Folder.Write($".punie/rules/{file}", House);

        Assert.Equal(problem, Assert.Single((await LoadAsync()).Problems));
    }

    [Fact]
    public async Task A_project_without_rules_has_the_built_in_tools()
    {
        var catalog = BuiltInTools.Create();

        var rules =
            await ProjectRules.LoadAsync(catalog, _bench.Context.Workspace, TestContext.Current.CancellationToken);

        Assert.Same(catalog, rules.Tools);
        Assert.Empty(rules.Problems);
    }

    private ValueTask<ProjectRules> LoadAsync() =>
        ProjectRules.LoadAsync(BuiltInTools.Create(), _bench.Context.Workspace, TestContext.Current.CancellationToken);
}
