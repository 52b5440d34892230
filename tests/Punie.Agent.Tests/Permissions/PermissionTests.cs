using Punie.Agent.Permissions;
using Punie.Agent.Tools;

namespace Punie.Agent.Tests.Permissions;

public sealed class PermissionTests
{
    private static readonly PermissionRequest Pytest = Command("pytest", "-q");
    private static readonly PermissionRequest Write =
        new("write_file", ToolEffect.Write, "Write src/a.py", new RequestedChange.FileChange("src/a.py", "diff"));

    [Fact]
    public async Task Nobody_to_ask_means_no()
    {
        Assert.Equal(new PermissionDecision.Denied("no terminal"), await AskAsync(new DenyAllGate("no terminal"), Write));
    }

    [Fact]
    public async Task Yes_beforehand_means_yes()
    {
        Assert.Equal(new PermissionDecision.Allowed(), await AskAsync(new AllowAllGate(), Write));
    }

    [Fact]
    public async Task A_person_sees_the_request_and_decides()
    {
        PermissionRequest? seen = null;
        using var gate = new AskingGate((request, _) =>
        {
            seen = request;
            return ValueTask.FromResult<PermissionDecision>(new PermissionDecision.Denied("not now"));
        });

        Assert.Equal(new PermissionDecision.Denied("not now"), await AskAsync(gate, Write));
        Assert.Same(Write, seen);
    }

    [Theory]
    [InlineData("allow run_command: command in [pytest, ruff]", true)]
    [InlineData("allow run_command: line in [pytest *]", true)]
    [InlineData("allow run_command", true)]
    [InlineData("allow run_command: command in [ruff]", false)]
    [InlineData("allow run_command: command in [pytest] and cwd in [tests]", false)]
    [InlineData("allow write_file: path in [*]", false)]
    public async Task A_rule_allows_what_it_names_and_nothing_else(string rule, bool allowed)
    {
        var gate = new RuleGate([Parse(rule)], new DenyAllGate("no rule"));

        Assert.Equal(allowed, await AskAsync(gate, Pytest) is PermissionDecision.Allowed);
    }

    [Fact]
    public async Task A_rule_that_denies_wins_and_is_named()
    {
        var gate = new RuleGate(
            [Parse("allow write_file"), Parse("deny write_file: path in [src/*]")], new AllowAllGate());

        Assert.Equal(
            new PermissionDecision.Denied("the rule 'deny write_file: path in [src/*]' forbids it"),
            await AskAsync(gate, Write));
    }

    [Theory]
    [InlineData("run_command", "is not a rule")]
    [InlineData("allow read_file", "'read_file' asks for no permission")]
    [InlineData("allow run_command: program in [x]", "there is no fact 'program'; use one of command, line, cwd")]
    [InlineData("allow run_command: command = x", "is not a condition")]
    [InlineData("allow run_command: command in []", "lists no pattern")]
    public void A_wrong_rule_is_refused(string text, string message)
    {
        Assert.False(PermissionRule.TryParse(text, out _, out var error));

        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    private static PermissionRule Parse(string text)
    {
        Assert.True(PermissionRule.TryParse(text, out var rule, out var error), error);
        return rule;
    }

    private static PermissionRequest Command(params string[] words) => new(
        "run_command", ToolEffect.Command, "Run", new RequestedChange.CommandRun(words, string.Join(' ', words), "."));

    private static ValueTask<PermissionDecision> AskAsync(IPermissionGate gate, PermissionRequest request) =>
        gate.AskAsync(request, TestContext.Current.CancellationToken);
}
