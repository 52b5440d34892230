namespace Punie.Agent.Permissions;

/// <summary>Refuses everything: nobody is there to ask.</summary>
/// <param name="reason">Told to the model and shown to the person.</param>
public sealed class DenyAllGate(string reason) : IPermissionGate
{
    /// <inheritdoc/>
    public ValueTask<PermissionDecision> AskAsync(PermissionRequest request, CancellationToken cancellationToken) =>
        ValueTask.FromResult<PermissionDecision>(new PermissionDecision.Denied(reason));
}

/// <summary>Allows everything: the person said so beforehand.</summary>
public sealed class AllowAllGate : IPermissionGate
{
    /// <inheritdoc/>
    public ValueTask<PermissionDecision> AskAsync(PermissionRequest request, CancellationToken cancellationToken) =>
        ValueTask.FromResult<PermissionDecision>(new PermissionDecision.Allowed());
}

/// <summary>Asks a person.</summary>
/// <param name="ask">Shows the request and waits for the answer.</param>
public sealed class AskingGate(Func<PermissionRequest, CancellationToken, ValueTask<PermissionDecision>> ask)
    : IPermissionGate, IDisposable
{
    // One question at a time: a program may run several calls together, a person reads one.
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <inheritdoc/>
    public async ValueTask<PermissionDecision> AskAsync(PermissionRequest request, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await ask(request, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();
}

/// <summary>Decides by rules, of which one that denies wins; what no rule fits goes to another gate.</summary>
/// <param name="rules">The rules, in any order.</param>
/// <param name="otherwise">Asked when no rule fits.</param>
public sealed class RuleGate(IReadOnlyList<PermissionRule> rules, IPermissionGate otherwise) : IPermissionGate
{
    /// <inheritdoc/>
    public ValueTask<PermissionDecision> AskAsync(PermissionRequest request, CancellationToken cancellationToken)
    {
        var fitting = rules.Where(rule => rule.Fits(request)).ToList();
        if (fitting.Find(rule => !rule.Allows) is { } denial)
        {
            return ValueTask.FromResult<PermissionDecision>(
                new PermissionDecision.Denied($"the rule '{denial}' forbids it"));
        }

        return fitting.Count > 0
            ? ValueTask.FromResult<PermissionDecision>(new PermissionDecision.Allowed())
            : otherwise.AskAsync(request, cancellationToken);
    }
}
