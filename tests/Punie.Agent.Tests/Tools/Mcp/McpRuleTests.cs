using Punie.Agent.Permissions;
using Punie.Agent.Tests.Permissions;
using Punie.Agent.Tools;

namespace Punie.Agent.Tests.Tools.Mcp;

/// <summary>Permission rules about the tools of a server.</summary>
public sealed class McpRuleTests
{
    private const string Find = "print(peer_find_text('x', {'tags': ['a', 'b'], 'max_hits': 2}).hits[0].file)";

    private static readonly RuleSubjects Subjects = new(BuiltInTools.Create(), ["peer", "other"]);

    [Theory]
    [InlineData("allow peer_note", true)]
    [InlineData("allow peer_*", true)]
    [InlineData("allow peer_note: text in [a, b]", true)]
    [InlineData("allow peer_*: text in [?]", true)]
    [InlineData("allow peer_note: text in [b]", false)]
    [InlineData("allow peer_crash", false)]
    [InlineData("allow other_*", false)]
    public async Task A_rule_allows_what_it_names_and_nothing_else(string rule, bool isAllowed)
    {
        await using var bench = await StartAsync();

        var outcome = await RunAsync(bench, "print(peer_note('a'))", PermissionMode.Ask, rule);

        Assert.Equal(
            isAllowed ? "noted" : "PermissionError: peer_note was not called: nobody is there to ask", outcome);
    }

    [Theory]
    [InlineData("deny peer_find_text: filter.tags in [b]", false)]
    [InlineData("deny peer_find_text: filter.max_hits in [2] and kind in [exact]", false)]
    [InlineData("deny peer_*: query in [x]", false)]
    [InlineData("deny peer_find_text: filter.tags in [c]", true)]
    [InlineData("deny peer_find_text: extra in [*]", true)]
    public async Task A_rule_forbids_what_only_looks_too(string rule, bool runs)
    {
        await using var bench = await StartAsync();

        var outcome = await RunAsync(bench, Find, PermissionMode.Auto, rule);

        Assert.Equal(
            runs ? "a.py" : $"PermissionError: peer_find_text was not called: the rule '{rule}' forbids it", outcome);
    }

    [Fact]
    public async Task In_plan_mode_only_what_the_server_declares_read_only_is_called()
    {
        await using var bench = await StartAsync();

        Assert.Equal("a.py", await RunAsync(bench, Find, PermissionMode.Plan));
        Assert.StartsWith("PermissionError: peer_note was not called: plan mode",
            await RunAsync(bench, "peer_note('a')", PermissionMode.Plan, "allow peer_*"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task For_the_session_covers_every_call_of_that_tool()
    {
        await using var bench = await StartAsync();
        var person = new ScriptedApprover(new ApproverAnswer.Once(), new ApproverAnswer.ForSession());
        using var policy = new PermissionPolicy(PermissionMode.Ask, [], person);
        bench.Tools.Context = bench.Tools.Context with { Permissions = policy };

        foreach (var text in new[] { "a", "b", "c" }) Assert.Equal("", await bench.RunAsync($"peer_note('{text}')"));

        Assert.Equal(2, person.Seen.Count);
        Assert.Equal("every call of peer_note", Assert.Single(policy.Grants).ToString());
    }

    [Fact]
    public async Task A_program_that_calls_a_server_twice_is_shown_with_its_arguments()
    {
        await using var bench = await StartAsync();
        var person = new ScriptedApprover { Programs = { new ProgramAnswer.RunAll() } };
        using var policy = new PermissionPolicy(PermissionMode.Ask, [], person);
        bench.Tools.Context = bench.Tools.Context with { Permissions = policy };

        Assert.Equal("noted noted", await bench.RunAsync("print(peer_note('a'), peer_note(text='b'))"));

        var (preview, _) = Assert.Single(person.Previews);
        Assert.Equal(
            ["note {\n  \"text\": \"a\"\n}", "note {\n  \"text\": \"b\"\n}"],
            preview.Effects.Select(effect => Assert.IsType<RequestedChange.ServerCall>(effect.Change).Call));
        Assert.Empty(person.Seen);
    }

    [Theory]
    [InlineData("allow peer_not",
        "the rule 'allow peer_not' is about nothing: the server peer has no tool peer_not; did you mean peer_note?")]
    [InlineData("allow peer_note: txt in [a]",
        "the rule 'allow peer_note: txt in [a]' tests 'txt', which peer_note does not have; use one of text; "
        + "it allows nothing")]
    [InlineData("deny peer_note: txt in [a]",
        "the rule 'deny peer_note: txt in [a]' tests 'txt', which peer_note does not have; use one of text; "
        + "it forbids every call until it is put right")]
    public async Task A_rule_about_nothing_is_a_warning_once_the_server_runs(string rule, string warning)
    {
        await using var bench = await StartAsync();
        using var policy = Policy(PermissionMode.Ask, rule);
        var offered = bench.Servers.Offered(BuiltInTools.Create());

        Assert.Equal(warning, Assert.Single(policy.Check(offered)));
        Assert.Empty(policy.Check(offered));
    }

    [Fact]
    public async Task A_rule_that_forbids_but_tests_nothing_forbids_every_call()
    {
        await using var bench = await StartAsync();

        Assert.Equal(
            "PermissionError: peer_note was not called: the rule 'deny peer_note: txt in [a]' forbids it",
            await RunAsync(bench, "peer_note('z')", PermissionMode.Auto, "deny peer_note: txt in [a]"));
    }

    [Fact]
    public void A_rule_about_a_server_that_does_not_run_is_kept_and_not_judged()
    {
        using var policy = Policy(PermissionMode.Ask, "deny other_thing: x in [y]");

        Assert.Empty(policy.Check(new Dictionary<string, IReadOnlyList<Tool>>()));
    }

    [Fact]
    public void A_name_of_no_tool_and_no_server_is_refused()
    {
        Assert.False(PermissionRule.TryParse("allow pear_note", Subjects, out _, out var error));

        Assert.Equal(
            "there is no tool 'pear_note'; rules can be about write_file, run_command, cst_rename, cst_add_import, "
            + "peer_* and other_*",
            error);
    }

    private static async Task<McpBench> StartAsync()
    {
        var bench = new McpBench();
        Assert.Empty(await bench.StartAsync());
        return bench;
    }

    private static async Task<string> RunAsync(
        McpBench bench, string program, PermissionMode mode, params string[] rules)
    {
        using var policy = Policy(mode, rules);
        policy.Check(bench.Servers.Offered(BuiltInTools.Create()));
        bench.Tools.Context = bench.Tools.Context with { Permissions = policy };
        return await bench.RunAsync(program);
    }

    private static PermissionPolicy Policy(PermissionMode mode, params string[] rules) =>
        new(mode, [.. rules.Select(Rule)], approver: null);

    private static PermissionRule Rule(string text)
    {
        Assert.True(PermissionRule.TryParse(text, Subjects, out var rule, out var error), error);
        return rule;
    }
}
