using Punie.Agent.Tools;

namespace Punie.Agent.Permissions;

/// <summary>
/// The one place that decides about effects: rules that deny, then plan mode, then rules that allow, then what the
/// person allowed for the session, then the mode, then the person.
/// </summary>
/// <param name="mode">What may happen where no rule fits.</param>
/// <param name="rules">In any order: one that denies wins.</param>
/// <param name="approver">The person; null when nobody is there, which means no.</param>
public sealed class PermissionPolicy(PermissionMode mode, IReadOnlyList<PermissionRule> rules, IApprover? approver)
    : IPermissionGate, IDisposable
{
    /// <summary>Why nothing happens in plan mode.</summary>
    public const string PlanReason = "plan mode: nothing is written or run; say what you would do instead of doing it";

    private static readonly PermissionDecision.Denied Planned = new(PlanReason, Decider.Of(PermissionMode.Plan));

    // One question at a time: a program may run several calls together, a person reads one.
    private readonly SemaphoreSlim _turn = new(1, 1);
    private volatile PermissionMode _mode = mode;
    private volatile IReadOnlyList<PermissionGrant> _grants = [];
    private volatile IReadOnlyList<PermissionRule> _rules = rules; // as far as the running servers can keep them
    private IReadOnlyList<string> _told = [];

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

    /// <summary>The rules as they were written.</summary>
    public IReadOnlyList<PermissionRule> Rules { get; } = rules;

    /// <summary>Told to the model when a person would have to be asked and nobody is there.</summary>
    public string NobodyReason { get; init; } = "nobody is there to ask";

    /// <summary>True when there is somebody to ask.</summary>
    internal bool HasPerson => approver is not null;

    /// <inheritdoc/>
    public async ValueTask<PermissionDecision> AskAsync(PermissionRequest request, CancellationToken cancellationToken)
    {
        if (Settled(request) is { } decision) return decision;
        if (!HasPerson) return new PermissionDecision.Denied(NobodyReason, Decider.Nobody);

        // The answer to the question before this one may have settled it.
        return await QuestionAsync(
            async person =>
                Settled(request) ?? await AskPersonAsync(person, request, cancellationToken).ConfigureAwait(false),
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<PermissionDecision.Denied?> ForbidsAsync(
        PermissionRequest request, CancellationToken cancellationToken) =>
            ValueTask.FromResult(request.Change.Parts.Select(part => Forbidden(request.Tool, part))
                .FirstOrDefault(denial => denial is not null));

    /// <inheritdoc/>
    public IPermissionGate ForProgram(Func<ProgramPreview> preview, ProgramAnswered answered) =>
        new ProgramGate(this, preview, answered);

    /// <summary>Holds the rules about tools of servers against the tools that the servers have.</summary>
    /// <param name="offered">The tools of the servers that run, by server.</param>
    /// <returns>One line for each rule that is about nothing, which was not told before.</returns>
    public IReadOnlyList<string> Check(IReadOnlyDictionary<string, IReadOnlyList<Tool>> offered)
    {
        var problems = new List<string>();
        _rules = [.. Rules.Select(rule => rule.CheckedAgainst(offered, problems))];
        var news = problems.Except(_told, StringComparer.Ordinal).ToList();
        _told = problems;
        return news;
    }

    // A refusal needs no person.
    private PermissionDecision? Settled(PermissionRequest request) =>
        Judge(request) is { } decision && (decision is PermissionDecision.Denied || !request.NeedsPerson)
            ? decision
            : null;

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
        var mode = Mode;
        if (mode is PermissionMode.Plan) return Planned;
        return Allowed(
            _rules.FirstOrDefault(rule => rule.AllowsAll(effect.Tool)),
            _grants.FirstOrDefault(grant => grant.CoversAll(effect.Tool, effect.Effect)),
            mode is PermissionMode.Auto || (mode is PermissionMode.AutoEdit && effect.Effect is ToolEffect.Write)
                ? mode
                : null);
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
        PermissionDecision? first = null;
        var isOpen = false;
        foreach (var part in change.Parts)
        {
            var decision = JudgePart(tool, part);
            if (decision is PermissionDecision.Denied) return decision;
            isOpen |= decision is null;
            first ??= decision;
        }

        return isOpen ? null : first;
    }

    private PermissionDecision? JudgePart(string tool, RequestedChange part)
    {
        if (Forbidden(tool, part) is { } denial) return denial;
        var mode = Mode;
        if (mode is PermissionMode.Plan) return Planned;
        return Allowed(
            _rules.FirstOrDefault(rule => rule.Allows && rule.Fits(tool, part)),
            _grants.FirstOrDefault(grant => grant.Covers(tool, part)),
            mode is PermissionMode.Auto || (mode is PermissionMode.AutoEdit && part is RequestedChange.FileChange)
                ? mode
                : null);
    }

    private PermissionDecision.Denied? Forbidden(string tool, RequestedChange part) =>
        _rules.FirstOrDefault(rule => !rule.Allows && rule.Fits(tool, part)) is { } rule
            ? new PermissionDecision.Denied($"the rule '{rule}' forbids it", Decider.Of(rule))
            : null;

    // The first that says yes, in the order in which they count.
    private static PermissionDecision.Allowed? Allowed(
        PermissionRule? rule, PermissionGrant? grant, PermissionMode? mode) => (rule, grant, mode) switch
        {
            ({ } one, _, _) => new PermissionDecision.Allowed(Decider.Of(one)),
            (_, { } one, _) => new PermissionDecision.Allowed(Decider.Of(one)),
            (_, _, { } one) => new PermissionDecision.Allowed(Decider.Of(one)),
            _ => null,
        };

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
                return new PermissionDecision.Allowed(Decider.Person);
            default:
                return new PermissionDecision.Allowed(Decider.Person);
        }
    }
}
