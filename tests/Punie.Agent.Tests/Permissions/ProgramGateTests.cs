using Punie.Agent.CodeMode;
using Punie.Agent.Permissions;
using Punie.Agent.Tests.CodeMode;
using Punie.Agent.Tests.Tools;
using Punie.Agent.Tools;
using Punie.Python.Sandbox;

namespace Punie.Agent.Tests.Permissions;

public sealed class ProgramGateTests : IDisposable
{
    private const string TwoWrites =
        "print(read_file('old.txt'))\nwrite_file('a.txt', 'x')\nwrite_file('b.txt', 'y')\n";

    private readonly ToolBench _bench = new();
    private readonly SilentObserver _observer = new();

    public ProgramGateTests() => _bench.Folder.Write("old.txt", "old");

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task A_program_is_shown_as_a_whole_before_its_first_effect()
    {
        var person = new ScriptedApprover { Programs = { new ProgramAnswer.RunAll() } };

        var run = await RunAsync(TwoWrites, person);

        Assert.IsType<RunOutcome.Finished>(run.Outcome);
        Assert.Equal((new ProgramAnswer.RunAll(), Decider.Person), Assert.Single(_observer.Programs));
        var (preview, first) = Assert.Single(person.Previews);
        Assert.Equal(TwoWrites, preview.Source);
        Assert.Equal(["write_file(path=\"a.txt\", content=\"x\")", "write_file(path=\"b.txt\", content=\"y\")"],
            preview.Effects.Select(effect => effect.Call));
        Assert.Equal("Create a.txt (+1 -0)", first.Summary);
        Assert.Empty(person.Seen);
        Assert.True(File.Exists(_bench.Folder["b.txt"]));
    }

    [Fact]
    public async Task Nothing_has_happened_while_the_person_looks_but_reads()
    {
        var exists = true;
        var person = new ScriptedApprover
        {
            Programs = { new ProgramAnswer.Reject("not the time") },
            WhenPreviewed = () => exists = File.Exists(_bench.Folder["a.txt"]),
        };

        var run = await RunAsync(TwoWrites, person);

        Assert.False(exists);
        Assert.Equal("old\n", run.Outcome.Output);
        var raised = Assert.IsType<RunOutcome.Raised>(run.Outcome);
        Assert.Equal(
            "PermissionError: 'a.txt' was not written: the person said no to the whole program: not the time",
            raised.Error.LastLine);
    }

    [Fact]
    public async Task A_rejected_program_that_goes_on_is_not_asked_about_again()
    {
        var person = new ScriptedApprover { Programs = { new ProgramAnswer.Reject(null) } };

        await RunAsync(
            "for name in ['a.txt', 'b.txt']:\n    try:\n        write_file(name, 'x')\n    except PermissionError:\n        print('no')\n", person);

        Assert.Single(person.Previews);
        Assert.False(File.Exists(_bench.Folder["a.txt"]) || File.Exists(_bench.Folder["b.txt"]));
    }

    [Fact]
    public async Task The_person_can_decide_at_each_effect()
    {
        var person = new ScriptedApprover(new ApproverAnswer.Once(), new ApproverAnswer.Reject(null))
        {
            Programs = { new ProgramAnswer.AskEach() },
        };

        await RunAsync(TwoWrites, person);

        Assert.Equal(["a.txt", "b.txt"],
            person.Seen.Select(request => ((RequestedChange.FileChange)request.Change).Path));
        Assert.True(File.Exists(_bench.Folder["a.txt"]));
        Assert.False(File.Exists(_bench.Folder["b.txt"]));
    }

    [Fact]
    public async Task A_single_effect_is_one_question_that_shows_the_program()
    {
        var person = new ScriptedApprover(new ApproverAnswer.Once());

        await RunAsync("write_file('a.txt', 'x')\n", person);

        Assert.Empty(person.Previews);
        Assert.Empty(_observer.Programs);
        Assert.Equal("write_file('a.txt', 'x')\n", Assert.Single(person.Seen).Program?.Source);
    }

    [Fact]
    public async Task What_the_preview_did_not_show_asks_on_its_own()
    {
        // The tool travels through an attribute, where the analysis does not follow it.
        const string Hidden =
            "class Box: pass\nbox = Box()\nbox.tool = run_command\nwrite_file('a.txt', 'x')\nwrite_file('b.txt', "
            + "'x')\nbox.tool('printf hidden')\n";
        var person =
            new ScriptedApprover(new ApproverAnswer.Reject(null)) { Programs = { new ProgramAnswer.RunAll() } };

        var run = await RunAsync(Hidden, person);

        Assert.Equal("Run printf hidden", Assert.Single(person.Seen).Summary);
        Assert.IsType<RunOutcome.Raised>(run.Outcome);
    }

    [Fact]
    public async Task All_of_it_does_not_cover_what_a_rule_forbids()
    {
        var person = new ScriptedApprover { Programs = { new ProgramAnswer.RunAll() } };

        var run = await RunAsync(TwoWrites, person, "deny write_file: path in [b.*]");

        Assert.EndsWith("the rule 'deny write_file: path in [b.*]' forbids it",
            Assert.IsType<RunOutcome.Raised>(run.Outcome).Error.LastLine, StringComparison.Ordinal);
        Assert.True(File.Exists(_bench.Folder["a.txt"]));
    }

    [Theory]
    [InlineData(PermissionMode.Ask, "allow write_file")]
    [InlineData(PermissionMode.Ask, "allow write_file: path in [?.txt]")]
    [InlineData(PermissionMode.AutoEdit)]
    [InlineData(PermissionMode.Auto)]
    public async Task What_is_allowed_already_is_not_shown(PermissionMode mode, params string[] rules)
    {
        var person = new ScriptedApprover();
        using var policy = new PermissionPolicy(mode, [.. rules.Select(Requests.Rule)], person);

        Assert.IsType<RunOutcome.Finished>((await RunAsync(TwoWrites, policy)).Outcome);

        Assert.Empty(person.Previews);
    }

    [Fact]
    public async Task A_first_effect_that_a_rule_allows_waits_for_the_look_at_those_that_follow()
    {
        var person = new ScriptedApprover { Programs = { new ProgramAnswer.Reject(null) } };

        await RunAsync(TwoWrites, person, "allow write_file: path in [a.txt]");

        Assert.False(File.Exists(_bench.Folder["a.txt"]));
    }

    private async Task<CodeRun> RunAsync(string program, ScriptedApprover person, params string[] rules)
    {
        using var policy = new PermissionPolicy(PermissionMode.Ask, [.. rules.Select(Requests.Rule)], person);
        return await RunAsync(program, policy);
    }

    private Task<CodeRun> RunAsync(string program, PermissionPolicy policy)
    {
        var context = _bench.Context with { Permissions = policy };
        var runner = new CodeRunner(BuiltInTools.Create(), context, CodeLimits.Default, TimeProvider.System);
        return runner.RunAsync(program, _observer, TestContext.Current.CancellationToken);
    }
}
