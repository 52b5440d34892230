namespace Punie.Agent.Permissions;

/// <summary>The gate of one program: before its first effect the person sees it as a whole.</summary>
/// <remarks>
/// The answer "all of it" covers what the preview showed. An effect that it did not show asks on its own, and what a
/// rule or plan mode forbids stays forbidden.
/// </remarks>
internal sealed class ProgramGate(PermissionPolicy policy, Func<ProgramPreview> preview, ProgramAnswered answered)
    : IPermissionGate
{
    private readonly Lazy<ProgramPreview> _preview = new(preview);
    private volatile ProgramAnswer? _answer;

    public ValueTask<PermissionDecision.Denied?> ForbidsAsync(
        PermissionRequest request, CancellationToken cancellationToken) =>
            policy.ForbidsAsync(request, cancellationToken);

    public async ValueTask<PermissionDecision> AskAsync(PermissionRequest request, CancellationToken cancellationToken)
    {
        var decision = policy.Judge(request);
        if (decision is PermissionDecision.Denied) return decision;
        if (!policy.HasPerson) return await policy.AskAsync(request, cancellationToken).ConfigureAwait(false);
        _answer ??= await policy.QuestionAsync(AnswerAsync, cancellationToken).ConfigureAwait(false);
        switch (_answer)
        {
            case ProgramAnswer.Reject no:
                return no.ToDecision();
            case ProgramAnswer.RunAll when _preview.Value.Shows(request):
                // The mode may have changed to plan since.
                return policy.Judge(request) ?? new PermissionDecision.Allowed(Decider.Person);
            default:
                var shown = _preview.Value is { IsSingle: true } single ? request with { Program = single } : request;
                return await policy.AskAsync(shown, cancellationToken).ConfigureAwait(false);
        }

        // Several awaited tools may come here at once; the first one's answer is everybody's.
        async ValueTask<ProgramAnswer> AnswerAsync(IApprover person)
        {
            if (_answer is { } given) return given;
            if (!NeedsPerson(request)) return new ProgramAnswer.AskEach();
            var answer = await person.PreviewAsync(_preview.Value, request, cancellationToken).ConfigureAwait(false);
            await answered(answer, Decider.Person, cancellationToken).ConfigureAwait(false);
            return answer;
        }
    }

    // A rule that allows the first effect says nothing about the ones that follow it.
    private bool NeedsPerson(PermissionRequest request) =>
        !_preview.Value.IsSingle
        && (policy.Judge(request) is null || _preview.Value.Effects.Any(effect => policy.Judge(effect) is null));
}
