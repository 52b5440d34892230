namespace Punie.Agent.Permissions;

/// <summary>A person who can be asked, at a terminal or behind a protocol. Asked one question at a time.</summary>
public interface IApprover
{
    /// <summary>Shows one effect and waits for the answer.</summary>
    /// <param name="request">What would happen.</param>
    /// <param name="offered">What "for the session" would allow; show its words.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    ValueTask<ApproverAnswer> AskAsync(PermissionRequest request, PermissionGrant offered,
        CancellationToken cancellationToken);

    /// <summary>Shows a whole program that is about to change something and waits for the answer.</summary>
    /// <param name="preview">The program and its effects.</param>
    /// <param name="first">The effect that waits.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    ValueTask<ProgramAnswer> PreviewAsync(ProgramPreview preview, PermissionRequest first,
        CancellationToken cancellationToken);
}

/// <summary>What a person said about one effect.</summary>
public abstract record ApproverAnswer
{
    private protected ApproverAnswer()
    {
    }

    /// <summary>This once.</summary>
    public sealed record Once : ApproverAnswer;

    /// <summary>This one and what the offered grant covers, until the session ends.</summary>
    public sealed record ForSession : ApproverAnswer;

    /// <summary>No.</summary>
    /// <param name="Reason">The person's own words for the model; null without.</param>
    public sealed record Reject(string? Reason) : ApproverAnswer
    {
        /// <summary>The refusal that the model reads.</summary>
        internal PermissionDecision.Denied ToDecision() =>
            new(string.IsNullOrWhiteSpace(Reason) ? "the person said no" : $"the person said no: {Reason.Trim()}",
                Decider.Person);
    }
}
