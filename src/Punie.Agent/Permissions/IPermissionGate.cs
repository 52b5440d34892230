using Punie.Agent.Tools;

namespace Punie.Agent.Permissions;

/// <summary>Asked before every write and every command, whichever way the call came in.</summary>
public interface IPermissionGate
{
    /// <summary>Decides about one effect before it happens.</summary>
    ValueTask<PermissionDecision> AskAsync(PermissionRequest request, CancellationToken cancellationToken);

    /// <summary>The gate for one program, which may show the whole program before its first effect.</summary>
    /// <param name="preview">Made when it is needed: a program that only reads needs none.</param>
    IPermissionGate ForProgram(Func<ProgramPreview> preview) => this;
}

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
}

/// <summary>The answer to a request.</summary>
public abstract record PermissionDecision
{
    private protected PermissionDecision()
    {
    }

    /// <summary>It may happen, this once.</summary>
    public sealed record Allowed : PermissionDecision;

    /// <summary>It must not happen.</summary>
    /// <param name="Reason">Told to the model.</param>
    public sealed record Denied(string Reason) : PermissionDecision;
}
