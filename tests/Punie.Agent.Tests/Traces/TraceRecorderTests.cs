using System.Text.Json;
using Punie.Agent.CodeMode;
using Punie.Agent.Loop;
using Punie.Agent.Permissions;
using Punie.Agent.Tools;
using Punie.Agent.Tools.Files;
using Punie.Agent.Tools.Syntax;
using Punie.Agent.Traces;
using Punie.Python.Sandbox;

namespace Punie.Agent.Tests.Traces;

public sealed class TraceRecorderTests
{
    public static TheoryData<TurnEvent> Every() =>
    [
        new TurnEvent.ModelText("a\nb"),
        new TurnEvent.ModelReplied(1, null, TimeSpan.FromSeconds(1), 3, null),
        new TurnEvent.ProgramProposed(1, "print(1)", [new ToolUse("typecheck", [], ["success"], 1)]),
        new TurnEvent.ProgramRejected([new ProgramProblem(1, "wrong")]),
        new TurnEvent.CallsProposed(1, [new ToolUse("typecheck", [], [], 1)]),
        new TurnEvent.ToolStarted(1, "typecheck", "typecheck(\"src\")"),
        new TurnEvent.ToolFinished(1, "typecheck", TimeSpan.FromSeconds(1), false, "broken"),
        new TurnEvent.PermissionAsked(
            new PermissionRequest("write_file", ToolEffect.Write, "Write a", new RequestedChange.FileChange("a", ""))),
        new TurnEvent.ToolProgressed(1, "typecheck", "half of it"),
        new TurnEvent.PermissionAllowed("write_file", Decider.Of(PermissionMode.Auto)),
        new TurnEvent.PermissionDenied("write_file", "no", Decider.Person),
        new TurnEvent.ProgramDecided(new ProgramAnswer.Reject("not now"), Decider.Person),
        new TurnEvent.EditOffered(Edit),
        new TurnEvent.EditSettled(Edit, new EditOutcome.Refused(Decider.Person, "no")),
        new TurnEvent.ProgramOutput("1\n"),
        new TurnEvent.ProgramRaised(new ScriptError("KeyError", "'x'", 1, 1)),
        new TurnEvent.ProgramStopped(Limit.Steps, "stopped"),
        new TurnEvent.Answer("yes", IsProgramOutput: false),
        new TurnEvent.Ended(TurnEnd.Answered),
    ];

    private static OfferedEdit Edit { get; } = new(
        new CstAddImportTool(),
        new ToolArguments(new CstAddImportTool(), ["a.py", "import b", false]),
        new FileWrites([new FileWrite("a.py", "x\n", "import b\n\nx\n")]))
    {
        Subject = "a.py: import b",
        Places = 1,
        Text = "import b\n\nx\n",
    };

    [Theory]
    [MemberData(nameof(Every))]
    public void Every_event_is_one_line_of_json_with_its_kind_and_time(TurnEvent happened)
    {
        var line = TraceRecorder.ToJson(happened, TimeSpan.FromMilliseconds(12.34));

        Assert.DoesNotContain('\n', line);
        using var json = JsonDocument.Parse(line);
        Assert.Equal(happened.GetType().Name, json.RootElement.GetProperty("event").GetString());
        Assert.Equal(12.3, json.RootElement.GetProperty("at").GetDouble());
    }

    [Fact]
    public void Every_kind_of_event_is_tested() => Assert.Equal(
        typeof(TurnEvent).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(TurnEvent))).Select(type => type.Name)
            .Order(),
        Every().Select(row => row.Data.GetType().Name).Order());

    [Fact]
    public void A_decision_says_who_made_it() => Assert.Equal(
        [
            """{"event":"ProgramDecided","at":0,"decision":"refused","reason":"not now","by":"person"}""",
            """{"event":"PermissionAllowed","at":0,"tool":"write_file","by":"mode","which":"auto-edit"}""",
        ],
        new TurnEvent[]
        {
            new TurnEvent.ProgramDecided(new ProgramAnswer.Reject("not now"), Decider.Person),
            new TurnEvent.PermissionAllowed("write_file", Decider.Of(PermissionMode.AutoEdit)),
        }.Select(happened => TraceRecorder.ToJson(happened, TimeSpan.Zero)));

    [Fact]
    public void What_became_of_an_edit_names_who_decided() => Assert.Equal(
        """{"event":"EditSettled","at":0,"tool":"cst_add_import","subject":"a.py: import b","outcome":"Refused","by":"person","reason":"no"}""",
        TraceRecorder.ToJson(
            new TurnEvent.EditSettled(Edit, new EditOutcome.Refused(Decider.Person, "no")), TimeSpan.Zero));

    [Fact]
    public void A_tool_call_keeps_its_duration_and_problem() => Assert.Equal(
        """{"event":"ToolFinished","at":0,"id":7,"tool":"git_log","milliseconds":1500,"success":false,"problem":"git is missing"}""",
        TraceRecorder.ToJson(
            new TurnEvent.ToolFinished(7, "git_log", TimeSpan.FromSeconds(1.5), false, "git is missing"),
            TimeSpan.Zero));
}
