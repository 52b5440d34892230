using Punie.Agent.Permissions;
using Punie.Agent.Tools;

namespace Punie.Agent.Tests.Permissions;

public sealed class PermissionPolicyTests
{
    private static readonly PermissionRequest Write = Requests.Write("src/a.py");
    private static readonly PermissionRequest Pytest = Requests.Command("pytest", "-q");

    [Theory]
    [InlineData(PermissionMode.Plan, false, false)]
    [InlineData(PermissionMode.Ask, false, false)]
    [InlineData(PermissionMode.AutoEdit, true, false)]
    [InlineData(PermissionMode.Auto, true, true)]
    public async Task A_mode_says_what_happens_without_asking(PermissionMode mode, bool isWritten, bool isRun)
    {
        using var policy = new PermissionPolicy(mode, [], approver: null);

        Assert.Equal(isWritten, await AskAsync(policy, Write) is PermissionDecision.Allowed);
        Assert.Equal(isRun, await AskAsync(policy, Pytest) is PermissionDecision.Allowed);
    }

    [Fact]
    public async Task Nobody_to_ask_means_no_with_the_reason()
    {
        using var policy =
            new PermissionPolicy(PermissionMode.Ask, [], approver: null) { NobodyReason = "no terminal" };

        Assert.Equal(new PermissionDecision.Denied("no terminal", Decider.Nobody), await AskAsync(policy, Write));
    }

    [Fact]
    public async Task Plan_mode_wins_over_a_rule_that_allows()
    {
        using var policy =
            new PermissionPolicy(PermissionMode.Plan, [Requests.Rule("allow write_file")], approver: null);

        Assert.Equal(new PermissionDecision.Denied(PermissionPolicy.PlanReason, Decider.Of(PermissionMode.Plan)), await AskAsync(policy, Write));
    }

    [Fact]
    public async Task A_rule_that_denies_wins_over_everything_and_is_named()
    {
        var rules = new[] { Requests.Rule("allow write_file"), Requests.Rule("deny write_file: path in [src/*]") };
        using var policy = new PermissionPolicy(PermissionMode.Auto, rules, approver: null);

        Assert.Equal(
            new PermissionDecision.Denied("the rule 'deny write_file: path in [src/*]' forbids it", Decider.Of(rules[1])),
            await AskAsync(policy, Write));
        Assert.IsType<PermissionDecision.Allowed>(await AskAsync(policy, Requests.Write("docs/a.md")));
    }

    [Fact]
    public async Task A_rule_that_allows_asks_nobody()
    {
        var person = new ScriptedApprover();
        using var policy =
            new PermissionPolicy(PermissionMode.Ask, [Requests.Rule("allow run_command: command in [pytest]")], person);

        Assert.IsType<PermissionDecision.Allowed>(await AskAsync(policy, Pytest));
        Assert.Empty(person.Seen);
    }

    [Fact]
    public async Task A_decision_says_who_made_it()
    {
        var rule = Requests.Rule("allow run_command: command in [pytest]");
        var person = new ScriptedApprover(new ApproverAnswer.Once(), new ApproverAnswer.ForSession());
        using var policy = new PermissionPolicy(PermissionMode.Ask, [rule], person);

        Assert.Equal(Decider.Of(rule), (await AskAsync(policy, Pytest)).By);
        Assert.Equal(Decider.Person, (await AskAsync(policy, Write)).By);
        Assert.Equal(Decider.Person, (await AskAsync(policy, Write)).By);
        Assert.Equal("the session: every write of a file", (await AskAsync(policy, Write)).By.ToString());
        policy.Mode = PermissionMode.Auto;
        Assert.Equal("mode auto", (await AskAsync(policy, Requests.Command("ruff"))).By.ToString());
    }

    [Fact]
    public async Task Once_is_asked_again()
    {
        var person = new ScriptedApprover(new ApproverAnswer.Once(), new ApproverAnswer.Reject(null));
        using var policy = new PermissionPolicy(PermissionMode.Ask, [], person);

        Assert.IsType<PermissionDecision.Allowed>(await AskAsync(policy, Write));
        Assert.Equal(new PermissionDecision.Denied("the person said no", Decider.Person), await AskAsync(policy, Write));
        Assert.Equal([Write, Write], person.Seen);
    }

    [Fact]
    public async Task The_persons_reason_reaches_the_model()
    {
        var person = new ScriptedApprover(new ApproverAnswer.Reject("use tox "));
        using var policy = new PermissionPolicy(PermissionMode.Ask, [], person);

        Assert.Equal(new PermissionDecision.Denied("the person said no: use tox", Decider.Person), await AskAsync(policy, Pytest));
    }

    [Fact]
    public async Task For_the_session_covers_the_next_of_its_kind_and_no_other()
    {
        var person = new ScriptedApprover(new ApproverAnswer.ForSession(), new ApproverAnswer.Reject(null),
            new ApproverAnswer.Reject(null));
        using var policy = new PermissionPolicy(PermissionMode.Ask, [], person);

        Assert.IsType<PermissionDecision.Allowed>(await AskAsync(policy, Pytest));

        Assert.IsType<PermissionDecision.Allowed>(await AskAsync(policy, Requests.Command("pytest", "tests")));
        Assert.IsType<PermissionDecision.Denied>(await AskAsync(policy, Requests.Command("ruff")));
        Assert.IsType<PermissionDecision.Denied>(await AskAsync(policy, Write));
        Assert.Equal([new PermissionGrant.CommandsOf("pytest")], policy.Grants);
    }

    [Theory]
    [InlineData("every run of pytest", "pytest", "-q")]
    [InlineData("exactly this command: bash -c true", "bash", "-c", "true")]
    [InlineData("exactly this command: python3.14 -m x", "python3.14", "-m", "x")]
    [InlineData("exactly this command: ./pytest", "./pytest")]
    public void A_program_that_runs_others_gets_no_more_than_its_own_line(string words, params string[] command)
    {
        Assert.Equal(words, PermissionGrant.For(Requests.Command(command)).ToString());
    }

    [Fact]
    public async Task Several_files_are_one_question_and_each_is_held_against_the_rules()
    {
        var files = new RequestedChange.FileChanges([new("src/a.py", "diff"), new("docs/b.md", "diff")]);
        var request = new PermissionRequest("write_file", ToolEffect.Write, "Rename", files);
        var person = new ScriptedApprover(new ApproverAnswer.Once());
        using var open =
            new PermissionPolicy(PermissionMode.Ask, [Requests.Rule("allow write_file: path in [docs/*]")], person);
        using var closed =
            new PermissionPolicy(PermissionMode.Auto, [Requests.Rule("deny write_file: path in [docs/*]")],
            approver: null);

        Assert.IsType<PermissionDecision.Allowed>(await AskAsync(open, request));
        Assert.IsType<PermissionDecision.Denied>(await AskAsync(closed, request));
        Assert.Single(person.Seen);
    }

    [Theory]
    [InlineData(PermissionMode.Auto)]
    [InlineData(PermissionMode.AutoEdit)]
    public async Task What_needs_a_person_is_asked_in_every_mode_that_allows(PermissionMode mode)
    {
        var person = new ScriptedApprover(new ApproverAnswer.Once());
        using var policy = new PermissionPolicy(mode, [Requests.Rule("allow write_file")], person);
        using var alone = new PermissionPolicy(mode, [Requests.Rule("allow write_file")], approver: null);

        Assert.Equal(new PermissionDecision.Allowed(Decider.Person),
            await AskAsync(policy, Write with { NeedsPerson = true }));
        Assert.Equal(Decider.Nobody, (await AskAsync(alone, Write with { NeedsPerson = true })).By);
    }

    [Fact]
    public async Task The_mode_can_change_while_the_session_lasts()
    {
        using var policy = new PermissionPolicy(PermissionMode.Plan, [], approver: null);
        policy.Mode = PermissionMode.AutoEdit;

        Assert.IsType<PermissionDecision.Allowed>(await AskAsync(policy, Write));
    }

    [Fact]
    public async Task A_question_that_waits_is_settled_by_the_answer_before_it()
    {
        var person = new SlowApprover();
        using var policy = new PermissionPolicy(PermissionMode.Ask, [], person);
        var first = AskAsync(policy, Write);
        var second = AskAsync(policy, Requests.Write("src/b.py"));

        person.Answer.SetResult(new ApproverAnswer.ForSession());

        Assert.IsType<PermissionDecision.Allowed>(await first);
        Assert.IsType<PermissionDecision.Allowed>(await second);
        Assert.Equal(1, person.Questions);
    }

    private static ValueTask<PermissionDecision> AskAsync(PermissionPolicy policy, PermissionRequest request) =>
        policy.AskAsync(request, TestContext.Current.CancellationToken);

    private sealed class SlowApprover : IApprover
    {
        public TaskCompletionSource<ApproverAnswer> Answer { get; } = new();

        public int Questions { get; private set; }

        public async ValueTask<ApproverAnswer> AskAsync(
            PermissionRequest request, PermissionGrant offered, CancellationToken cancellationToken)
        {
            Questions++;
            return await Answer.Task;
        }

        public ValueTask<ProgramAnswer> PreviewAsync(
            ProgramPreview preview, PermissionRequest first, CancellationToken cancellationToken) =>
                throw new InvalidOperationException("There is no program.");
    }
}
