using Punie.Agent.CodeMode;
using Punie.Agent.Permissions;
using Punie.Agent.Tools;
using Punie.Python.Sandbox;

namespace Punie.Agent.Loop;

/// <summary>
/// What happens in a turn, in order. The terminal, the trace and later every protocol are projections of this stream.
/// The last event is the one <see cref="Ended"/>.
/// </summary>
public abstract record TurnEvent
{
    private protected TurnEvent()
    {
    }

    /// <summary>More of the model's own words, as they arrive.</summary>
    public sealed record ModelText(string Text) : TurnEvent;

    /// <summary>The model finished one reply.</summary>
    /// <param name="Step">1-based.</param>
    /// <param name="Model">The id that the model gave itself; null when it gave none.</param>
    /// <param name="Duration">From request to last token.</param>
    /// <param name="InputTokens">Null when not reported.</param>
    /// <param name="OutputTokens">Null when not reported.</param>
    public sealed record ModelReplied(
        int Step, string? Model, TimeSpan Duration, long? InputTokens, long? OutputTokens) : TurnEvent;

    /// <summary>The reply holds a program. It has not run yet.</summary>
    public sealed record ProgramProposed(int Step, string Source, IReadOnlyList<ToolUse> Calls) : TurnEvent;

    /// <summary>The program would fail and was not run.</summary>
    public sealed record ProgramRejected(IReadOnlyList<ProgramProblem> Problems) : TurnEvent;

    /// <summary>The reply calls tools as functions. They have not run yet.</summary>
    /// <param name="Step">1-based.</param>
    /// <param name="Calls">Those that can run; <see cref="ToolUse.Line"/> is the place in the reply.</param>
    public sealed record CallsProposed(int Step, IReadOnlyList<ToolUse> Calls) : TurnEvent;

    /// <summary>A tool call began.</summary>
    /// <param name="Id">Counts from 1 within a program, or within the calls of one reply.</param>
    /// <param name="Tool">The tool's name.</param>
    /// <param name="Call">The call as Python writes it, long values shortened.</param>
    public sealed record ToolStarted(int Id, string Tool, string Call) : TurnEvent;

    /// <summary>A tool call ended.</summary>
    /// <param name="Id">That of <see cref="ToolStarted"/>.</param>
    /// <param name="Tool">The tool's name.</param>
    /// <param name="Duration">Waiting for a permission included.</param>
    /// <param name="Success">What the result's <c>success</c> says; true for a result without one.</param>
    /// <param name="Problem">Why the tool could not do its work; null when it did, whatever it found.</param>
    public sealed record ToolFinished(int Id, string Tool, TimeSpan Duration, bool Success, string? Problem)
        : TurnEvent;

    /// <summary>A running call says how far it has come. Some of these may be left out when there are many.</summary>
    /// <param name="Id">That of <see cref="ToolStarted"/>.</param>
    /// <param name="Tool">The tool's name.</param>
    /// <param name="Words">One line.</param>
    public sealed record ToolProgressed(int Id, string Tool, string Words) : TurnEvent;

    /// <summary>A call showed an edit that it did not write; the turn may offer it at its end.</summary>
    public sealed record EditOffered(OfferedEdit Edit) : TurnEvent;

    /// <summary>It is known what becomes of an offered edit.</summary>
    /// <param name="Edit">That of <see cref="EditOffered"/>.</param>
    /// <param name="Outcome">Withdrawn before the answer; otherwise behind it, with a decision.</param>
    public sealed record EditSettled(OfferedEdit Edit, EditOutcome Outcome) : TurnEvent;

    /// <summary>A tool waits for a decision.</summary>
    public sealed record PermissionAsked(PermissionRequest Request) : TurnEvent;

    /// <summary>The effect may happen.</summary>
    /// <param name="Tool">The tool's name.</param>
    /// <param name="By">Who or what allowed it.</param>
    public sealed record PermissionAllowed(string Tool, Decider By) : TurnEvent;

    /// <summary>The effect did not happen.</summary>
    /// <param name="Tool">The tool's name.</param>
    /// <param name="Reason">As the model reads it.</param>
    /// <param name="By">Who or what forbade it.</param>
    public sealed record PermissionDenied(string Tool, string Reason, Decider By) : TurnEvent;

    /// <summary>
    /// The answer to the preview of a whole program, before its first effect. What it covers is allowed by the person.
    /// </summary>
    /// <param name="Said">All of it, each effect by itself, or none.</param>
    /// <param name="By">Who answered.</param>
    public sealed record ProgramDecided(ProgramAnswer Said, Decider By) : TurnEvent;

    /// <summary>More of what the program printed.</summary>
    public sealed record ProgramOutput(string Text) : TurnEvent;

    /// <summary>The program raised and did not catch.</summary>
    public sealed record ProgramRaised(ScriptError Error) : TurnEvent;

    /// <summary>A limit stopped the program.</summary>
    /// <param name="Limit">Which one.</param>
    /// <param name="Message">One line that names it.</param>
    public sealed record ProgramStopped(Limit Limit, string Message) : TurnEvent;

    /// <summary>The answer to the person.</summary>
    /// <param name="Text">
    /// The model's words, or what a single-step model's program printed; when it printed nothing, what its calls came
    /// to.
    /// </param>
    /// <param name="IsProgramOutput">True when <see cref="ProgramOutput"/> events have shown the text already.</param>
    public sealed record Answer(string Text, bool IsProgramOutput) : TurnEvent;

    /// <summary>The turn is over. Always the last event, always once.</summary>
    /// <param name="End">Why.</param>
    /// <param name="Message">One line for a person; null when the events before it say everything.</param>
    public sealed record Ended(TurnEnd End, string? Message = null) : TurnEvent;
}

/// <summary>Why a turn ended.</summary>
public enum TurnEnd
{
    /// <summary>There is an answer.</summary>
    Answered,

    /// <summary>A single-step model's program was rejected or raised.</summary>
    ProgramFailed,

    /// <summary>A limit stopped a single-step model's program.</summary>
    ProgramStopped,

    /// <summary>The model used all its steps without an answer.</summary>
    OutOfSteps,

    /// <summary>The model asked for the same again and again with the same outcome.</summary>
    Repeating,

    /// <summary>The conversation reached its size limit.</summary>
    ConversationFull,

    /// <summary>The model could not be reached or broke off.</summary>
    ModelFailed,

    /// <summary>The person cancelled.</summary>
    Cancelled,
}
