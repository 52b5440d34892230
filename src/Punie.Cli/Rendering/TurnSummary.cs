using Punie.Agent.CodeMode;
using Punie.Agent.Loop;
using Punie.Agent.Permissions;

namespace Punie.Cli.Rendering;

/// <summary>One tool call that ended.</summary>
/// <param name="Call">As Python writes it.</param>
/// <param name="End">How it ended.</param>
internal sealed record ToolRun(string Call, TurnEvent.ToolFinished End);

/// <summary>Something that was decided.</summary>
/// <param name="About">A tool's name, or <c>program</c> for a program as a whole.</param>
/// <param name="Decision"><c>allowed</c>, <c>refused</c>, or <c>each</c> when each effect of a program asks.</param>
/// <param name="By">Who or what decided.</param>
internal sealed record DecisionMade(string About, string Decision, Decider By)
{
    /// <summary>Why; null without.</summary>
    public string? Reason { get; init; }
}

/// <summary>Collects what a turn did.</summary>
/// <param name="model">The model's name until it tells its own.</param>
internal sealed class TurnSummary(string model)
{
    private readonly Dictionary<int, string> _started = [];
    private readonly List<ToolRun> _tools = [];
    private readonly List<DecisionMade> _decisions = [];
    private readonly List<TurnEvent.EditSettled> _edits = [];

    /// <summary>The last program; null without one.</summary>
    public string? Program { get; private set; }

    /// <summary>The last program's calls, or all calls of functions.</summary>
    public IReadOnlyList<ToolUse> Calls { get; private set; } = [];

    /// <summary>Null without one.</summary>
    public string? Answer { get; private set; }

    /// <summary>The model's id.</summary>
    public string Model { get; private set; } = model;

    /// <summary>Replies of the model.</summary>
    public int Steps { get; private set; }

    /// <summary>Why the turn ended.</summary>
    public TurnEnd End { get; private set; } = TurnEnd.Cancelled;

    /// <summary>One line for a person; null when there is none.</summary>
    public string? Message { get; private set; }

    /// <summary>Every tool call of the turn.</summary>
    public IReadOnlyList<ToolRun> Tools => _tools;

    /// <summary>What was decided about effects and programs, in order.</summary>
    public IReadOnlyList<DecisionMade> Decisions => _decisions;

    /// <summary>Every edit that a call only showed, with what became of it.</summary>
    public IReadOnlyList<TurnEvent.EditSettled> Edits => _edits;

    /// <summary>Set when the turn is over.</summary>
    public TimeSpan Duration { get; set; }

    /// <summary>Takes one event.</summary>
    public void Add(TurnEvent happened)
    {
        switch (happened)
        {
            case TurnEvent.ModelReplied replied:
                Steps = replied.Step;
                Model = replied.Model ?? Model;
                break;
            case TurnEvent.ProgramProposed proposed:
                (Program, Calls) = (proposed.Source, proposed.Calls);
                break;
            case TurnEvent.CallsProposed proposed:
                Calls = Program == null ? [.. Calls, .. proposed.Calls] : proposed.Calls;
                Program = null;
                break;
            case TurnEvent.ProgramRejected rejected:
                Message = string.Join("; ", rejected.Problems);
                break;
            case TurnEvent.ToolStarted started:
                _started[started.Id] = started.Call;
                break;
            case TurnEvent.ToolFinished finished:
                _tools.Add(new ToolRun(_started.GetValueOrDefault(finished.Id, finished.Tool), finished));
                break;
            case TurnEvent.ProgramDecided { Said: var said, By: var by }:
                _decisions.Add(new DecisionMade("program", said.Name, by) { Reason = said.Words });
                break;
            case TurnEvent.PermissionAllowed allowed:
                _decisions.Add(new DecisionMade(allowed.Tool, "allowed", allowed.By));
                break;
            case TurnEvent.PermissionDenied denied:
                _decisions.Add(new DecisionMade(denied.Tool, "refused", denied.By) { Reason = denied.Reason });
                break;
            case TurnEvent.EditSettled settled:
                _edits.Add(settled);
                break;
            case TurnEvent.ProgramRaised raised:
                Message = raised.Error.LastLine;
                break;
            case TurnEvent.ProgramStopped stopped:
                Message = stopped.Message;
                break;
            case TurnEvent.Answer answer:
                Answer = answer.Text;
                break;
            case TurnEvent.Ended ended:
                End = ended.End;
                Message = ended.Message ?? Message;
                break;
        }
    }
}
