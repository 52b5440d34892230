using Punie.Agent.Tools;
using Punie.Agent.Tools.Domain;
using Punie.Agent.Tools.Domain.Code;

namespace Punie.Agent.Tests.Tools.Domain;

/// <summary>
/// Every rule has a folder of fixtures: <c>breaks.py</c> marks the lines that it must find, and nothing may be found in
/// <c>fits*.py</c>, which look alike.
/// </summary>
public sealed class ValidatorTests : IDisposable
{
    private const string Mark = "breaks here";

    private static readonly string Fixtures =
        Path.Combine(ToolBench.RepositoryRoot, "tests", "Punie.Agent.Tests", "Tools", "Domain", "Fixtures");

    private readonly ToolBench _bench = new();

    public static TheoryData<string> RuleIds { get; } =
        [.. Validators.SelectMany(tool => tool.Rules).Select(rule => rule.Id)];

    public static TheoryData<string> ToolNames { get; } = [.. Validators.Select(tool => tool.Name)];

    private static IEnumerable<ValidatorTool> Validators => DomainValidators.All.Cast<ValidatorTool>();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [MemberData(nameof(RuleIds))]
    public async Task A_rule_finds_every_marked_line_and_no_other(string rule)
    {
        CopyFixtures(rule);
        var lines = await File.ReadAllLinesAsync(_bench.Folder["breaks.py"], TestContext.Current.CancellationToken);
        var expected = Enumerable.Range(1, lines.Length)
            .Where(line => lines[line - 1].Contains(Mark, StringComparison.Ordinal));

        var result = await _bench.CallAsync<DomainValidationResult>(ToolOf(rule), "breaks.py");

        Assert.Null(result.ParseError);
        Assert.NotEmpty(result.Issues);
        Assert.Equal(expected.Select(line => $"{rule} {line}"),
            result.Issues.Select(issue => $"{issue.Rule} {issue.Line}"));
        Assert.All(result.Issues, issue => Assert.False(string.IsNullOrWhiteSpace(issue.Message + issue.Suggestion)));
        Assert.Equal(result.Issues.Any(issue => issue.Severity == "error"), !result.Valid);
        Assert.Equal(result.Valid, result.Success);
    }

    [Theory]
    [MemberData(nameof(RuleIds))]
    public async Task What_looks_alike_is_left_alone(string rule)
    {
        CopyFixtures(rule);
        foreach (var file in Directory.GetFiles(_bench.Folder.FullPath, "fits*.py"))
        {
            var result = await _bench.CallAsync<DomainValidationResult>(ToolOf(rule), Path.GetFileName(file));

            Assert.Equal([],
                result.Issues.Select(issue => $"{Path.GetFileName(file)} {issue.Line}: {issue.Rule}: {issue.Message}"));
            Assert.True(result is { Success: true, Valid: true, ParseError: null });
        }
    }

    [Theory]
    [MemberData(nameof(ToolNames))]
    public async Task Nothing_is_wrong_with_the_sample(string name)
    {
        using var shop = new ToolBench();
        var root = Path.Combine(ToolBench.RepositoryRoot, "samples", "sources", "shop");
        shop.Context = shop.Context with { Workspace = new Punie.Agent.Workspace.DiskWorkspace(root) };
        foreach (var file in shop.Context.Workspace.Files(".", 100)
            .Where(path => path.EndsWith(".py", StringComparison.Ordinal)))
        {
            var result = await shop.CallAsync<DomainValidationResult>(BuiltInTools.Create().Find(name)!, file);

            Assert.Equal([], result.Issues.Select(issue => $"{file} {issue.Line}: {issue.Rule}: {issue.Message}"));
            Assert.True(result.Success, result.ParseError);
        }
    }

    [Theory]
    [MemberData(nameof(ToolNames))]
    public async Task A_file_that_cannot_be_checked_is_never_an_empty_success(string name)
    {
        _bench.Folder.Write("broken.py", "class A:\ndef f(\n");
        var tool = BuiltInTools.Create().Find(name)!;

        var broken = await _bench.CallAsync<DomainValidationResult>(tool, "broken.py");
        var missing = await _bench.CallAsync<DomainValidationResult>(tool, "brokn.py");
        var outside = await _bench.CallAsync<DomainValidationResult>(tool, "../broken.py");

        Assert.All([broken, missing, outside], result =>
            Assert.True(result is { Success: false, Valid: false, Issues: [] }));
        Assert.StartsWith("broken.py has a syntax error in line ", broken.ParseError, StringComparison.Ordinal);
        Assert.Equal("No file 'brokn.py'. Did you mean 'broken.py'?", missing.ParseError);
        Assert.Contains("outside the workspace", outside.ParseError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_neighbour_hides_names_but_stops_no_check()
    {
        _bench.Folder.Write("parts.py", "def Card(:\n    pass\n");
        _bench.Folder.Write(
            "page.py",
            "from parts import Card, Icon\nfrom tdom import html\nhtml(t\"<{Card} x={1} /><{Icon} /><{Lost} />\")\n");

        var result =
            await _bench.CallAsync<DomainValidationResult>(BuiltInTools.Create().Find("check_render_tree")!, "page.py");

        Assert.Equal(["unknown-component"], result.Issues.Select(issue => issue.Rule));
        Assert.Contains("Lost", result.Issues[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Imports_beyond_the_bound_are_said()
    {
        for (var i = 0; i <= Project.MostFiles; i++) _bench.Folder.Write($"m{i}.py", $"import m{i + 1}\n");

        var result =
            await _bench.CallAsync<DomainValidationResult>(BuiltInTools.Create().Find("check_dependency_graph")!,
            "m0.py");

        Assert.False(result.Success);
        Assert.StartsWith("'m0.py' and what it imports are more than ", result.ParseError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_is_checked_file_by_file_and_each_issue_says_where()
    {
        const string Unsafe = "from tdom import html\nhtml(f\"<p>{1}</p>\")\n";
        _bench.Folder.Write("pages/home.py", Unsafe);
        _bench.Folder.Write("pages/about/team.py", "\n" + Unsafe);
        _bench.Folder.Write("other.py", Unsafe);
        _bench.Folder.Write("empty/notes.txt", "");
        var tool = BuiltInTools.Create().Find("validate_escape_context")!;

        var folder = await _bench.CallAsync<DomainValidationResult>(tool, "pages");
        var all = await _bench.CallAsync<DomainValidationResult>(tool, ".");
        var none = await _bench.CallAsync<DomainValidationResult>(tool, "empty");

        Assert.Equal(["pages/about/team.py:3", "pages/home.py:2"],
            folder.Issues.Select(issue => $"{issue.File}:{issue.Line}"));
        Assert.Equal(3, all.Issues.Count);
        Assert.Equal("There is no Python file in 'empty'.", none.ParseError);
    }

    [Fact]
    public async Task A_broken_file_in_a_folder_is_named_and_the_others_are_checked()
    {
        _bench.Folder.Write("pages/bad.py", "def f(:\n");
        _bench.Folder.Write("pages/home.py", "from tdom import html\nhtml(f\"<p>{1}</p>\")\n");

        var result =
            await _bench.CallAsync<DomainValidationResult>(BuiltInTools.Create().Find("validate_escape_context")!,
            "pages");

        Assert.False(result.Success);
        Assert.StartsWith("pages/bad.py has a syntax error", result.ParseError, StringComparison.Ordinal);
        Assert.Equal(["pages/home.py"], result.Issues.Select(issue => issue.File));
    }

    [Fact]
    public async Task A_package_under_src_is_found_by_its_import_name()
    {
        _bench.Folder.Write("src/shop/__init__.py", "");
        _bench.Folder.Write("src/shop/web/__init__.py", "from .cards import Card\n");
        _bench.Folder.Write("src/shop/web/cards.py",
            "from dataclasses import dataclass\n\n\n@dataclass\nclass Card:\n    title: str\n");
        _bench.Folder.Write(
            "src/shop/pages.py",
            "from tdom import html\nfrom .web import Card\nfrom shop import web\nhtml(t\"<{Card} /><{web.Card} "
            + "/>\")\n");

        var result = await _bench.CallAsync<DomainValidationResult>(
            BuiltInTools.Create().Find("check_render_tree")!, "src/shop/pages.py");

        Assert.Equal(
            ["Card needs the prop 'title'.", "web.Card needs the prop 'title'."],
            result.Issues.Select(issue => issue.Message).Order());
    }

    private static ValidatorTool ToolOf(string rule) => Validators.First(tool => tool.Rules.Any(one => one.Id == rule));

    private void CopyFixtures(string rule)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Fixtures, rule), "*.py"))
        {
            File.Copy(file, _bench.Folder[Path.GetFileName(file)]);
        }
    }
}
