using Punie.Agent.Tools;

namespace Punie.Agent.Permissions;

/// <summary>
/// The one place that decides about effects: rules that deny, then plan mode, then rules that allow, then what the person
/// allowed for the session, then the mode, then the person.
/// </summary>
/// <param name="mode">What may happen where no rule fits.</param>
/// <param name="rules">In any order: one that denies wins.</param>
/// <param name="approver">The person; null when nobody is there, which means no.</param>
public sealed class PermissionPolicy(PermissionMode mode, IReadOnlyList<PermissionRule> rules, IApprover? approver)
    : IPermissionGate, IDisposable
{
    /// <summary>Why nothing happens in plan mode.</summary>
    public const string PlanReason = "plan mode: nothing is written or run; say what you would do instead of doing it";

    // One question at a time: a program may run several calls together, a person reads one.
    private readonly SemaphoreSlim _turn = new(1, 1);
    private volatile PermissionMode _mode = mode;
    private volatile IReadOnlyList<PermissionGrant> _grants = [];

    /// <summary>
    /// What may happen where no rule fits. Can be changed at any time; counts from the next effect on.
    /// </summary>
    public PermissionMode Mode
    {
        get => _mode;
        set => _mode = value;
    }

    /// <summary>What the person allowed for the session, oldest first.</summary>
    public IReadOnlyList<PermissionGrant> Grants => _grants;

    /// <summary>The rules.</summary>
    public IReadOnlyList<PermissionRule> Rules { get; } = rules;

    /// <summary>Told to the model when a person would have to be asked and nobody is there.</summary>
    public string NobodyReason { get; init; } = "nobody is there to ask";

    /// <summary>True when there is somebody to ask.</summary>
    internal bool HasPerson => approver is not null;

    /// <inheritdoc/>
    public async ValueTask<PermissionDecision> AskAsync(PermissionRequest request, CancellationToken cancellationToken)
    {
        if (Judge(request) is { } decision) return decision;
        if (!HasPerson) return new PermissionDecision.Denied(NobodyReason);

        // The answer to the question before this one may have settled it.
        return await QuestionAsync(
            async person =>
                Judge(request) ?? await AskPersonAsync(person, request, cancellationToken).ConfigureAwait(false),
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public IPermissionGate ForProgram(Func<ProgramPreview> preview) => new ProgramGate(this, preview);

    /// <summary>Decides without asking anybody; null when only a person can decide.</summary>
    public PermissionDecision? Judge(PermissionRequest request) => Judge(request.Tool, request.Change);

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    /// <summary>
    /// Decides about an effect that has not been asked for yet; null when a person may have to decide.
    /// </summary>
    internal PermissionDecision? Judge(PlannedEffect effect)
    {
        if (effect.Change is { } change) return Judge(effect.Tool, change);
        if (Mode is PermissionMode.Plan) return new PermissionDecision.Denied(PlanReason);
        var isAllowed = Rules.Any(rule => rule.Allows && rule.Tool == effect.Tool && rule.Conditions.Count == 0)
            || _grants.Any(grant => grant.CoversAll(effect.Tool, effect.Effect))
            || Mode is PermissionMode.Auto
            || (Mode is PermissionMode.AutoEdit && effect.Effect is ToolEffect.Write);
        return isAllowed ? new PermissionDecision.Allowed() : null;
    }

    /// <summary>Asks the person something when no other question is open.</summary>
    internal async ValueTask<T> QuestionAsync<T>(Func<IApprover, ValueTask<T>> ask, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await ask(approver!).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    private PermissionDecision? Judge(string tool, RequestedChange change)
    {
        var isOpen = false;
        foreach (var part in change.Parts)
        {
            var decision = JudgePart(tool, part);
            if (decision is PermissionDecision.Denied) return decision;
            isOpen |= decision is null;
        }

        return isOpen ? null : new PermissionDecision.Allowed();
    }

    private PermissionDecision? JudgePart(string tool, RequestedChange part)
    {
        var fitting = Rules.Where(rule => rule.Fits(tool, part)).ToList();
        if (fitting.Find(rule => !rule.Allows) is { } denial)
            return new PermissionDecision.Denied($"the rule '{denial}' forbids it");
        if (Mode is PermissionMode.Plan) return new PermissionDecision.Denied(PlanReason);
        var isAllowed = fitting.Count > 0
            || _grants.Any(grant => grant.Covers(tool, part))
            || Mode is PermissionMode.Auto
            || (Mode is PermissionMode.AutoEdit && part is RequestedChange.FileChange);
        return isAllowed ? new PermissionDecision.Allowed() : null;
    }

    private async ValueTask<PermissionDecision> AskPersonAsync(
        IApprover person, PermissionRequest request, CancellationToken cancellationToken)
    {
        var offered = PermissionGrant.For(request);
        switch (await person.AskAsync(request, offered, cancellationToken).ConfigureAwait(false))
        {
            case ApproverAnswer.Reject no:
                return no.ToDecision();
            case ApproverAnswer.ForSession:
                _grants = [.. _grants, offered];
                return new PermissionDecision.Allowed();
            default:
                return new PermissionDecision.Allowed();
        }
    }
}
