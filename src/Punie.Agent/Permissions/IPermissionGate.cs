using Punie.Agent.Tools;

namespace Punie.Agent.Permissions;

/// <summary>Asked before every write and every command, whichever way the call came in.</summary>
public interface IPermissionGate
{
    /// <summary>Decides about one effect before it happens.</summary>
    ValueTask<PermissionDecision> AskAsync(PermissionRequest request, CancellationToken cancellationToken);

    /// <summary>Looks for a rule that forbids a call which only looks; such a call is never asked about.</summary>
    /// <returns>Null when nothing forbids it.</returns>
    ValueTask<PermissionDecision.Denied?> ForbidsAsync(
        PermissionRequest request, CancellationToken cancellationToken) => default;

    /// <summary>The gate for one program, which may show the whole program before its first effect.</summary>
    /// <param name="preview">Made when it is needed: a program that only reads needs none.</param>
    /// <param name="answered">Hears what the person said about the program as a whole, when there was a
    /// question.</param>
    IPermissionGate ForProgram(Func<ProgramPreview> preview, ProgramAnswered answered) => this;
}

/// <summary>Hears what was said about a program as a whole.</summary>
/// <param name="answer">What was said.</param>
/// <param name="by">By whom.</param>
/// <param name="cancellationToken">Stops waiting for a slow listener.</param>
public delegate ValueTask ProgramAnswered(ProgramAnswer answer, Decider by, CancellationToken cancellationToken);

/// <summary>One effect that a tool wants to have.</summary>
/// <param name="Tool">The tool's name.</param>
/// <param name="Effect">Write or command.</param>
/// <param name="Summary">One line for a person, such as "Write src/cart.py (+3 -1)".</param>
/// <param name="Change">What would happen, to be shown.</param>
public sealed record PermissionRequest(string Tool, ToolEffect Effect, string Summary, RequestedChange Change)
{
    /// <summary>
    /// The program whose only effect this is, to be shown with it; null when there is none or it was shown.
    /// </summary>
    public ProgramPreview? Program { get; init; }

    /// <summary>
    /// True when no call asks for the effect: a call showed an edit, and the summary is the question whether to write
    /// it.
    /// </summary>
    public bool IsOffer { get; init; }

    /// <summary>True when only a person can allow it, whatever the mode, the rules and earlier answers allow.</summary>
    public bool NeedsPerson { get; init; }
}

/// <summary>The answer to a request.</summary>
public abstract record PermissionDecision
{
    private protected PermissionDecision(Decider by) => By = by;

    /// <summary>Who or what decided.</summary>
    public Decider By { get; }

    /// <summary>It may happen, this once.</summary>
    /// <param name="By">Who or what decided.</param>
    public sealed record Allowed(Decider By) : PermissionDecision(By);

    /// <summary>It must not happen.</summary>
    /// <param name="Reason">Told to the model.</param>
    /// <param name="By">Who or what decided.</param>
    public sealed record Denied(string Reason, Decider By) : PermissionDecision(By);
}
