using System.Diagnostics;
using System.Globalization;
using Punie.Agent.CodeMode;
using Punie.Agent.Permissions;
using Punie.Agent.Tools;
using Punie.Agent.Tools.Files;
using Punie.Python.Sandbox;

namespace Punie.Agent.Loop;

/// <summary>
/// Offers to write, at the end of a turn, what its calls only showed: one question, then the same calls again with
/// their write switched on. So an offer has the permission policy, the undo and the write path of any other write.
/// </summary>
/// <param name="context">The doors and the gate.</param>
/// <param name="needsPerson">
/// True for a model that can write itself: what such a model only showed is written after a person's yes, in every
/// mode.
/// </param>
internal sealed class OfferStep(ToolContext context, bool needsPerson)
{
    /// <summary>The edits to offer; the others are told to be withdrawn.</summary>
    /// <param name="stream">Where they were collected.</param>
    /// <param name="hasSucceeded">False to withdraw all of them.</param>
    /// <param name="cancellationToken">Stops waiting for a slow reader.</param>
    public static async Task<IReadOnlyList<OfferedEdit>> OpenAsync(
        TurnStream stream, bool hasSucceeded, CancellationToken cancellationToken)
    {
        var (open, withdrawn) = stream.Offers.Take();
        foreach (var edit in hasSucceeded ? withdrawn : [.. withdrawn, .. open])
        {
            await stream.SendAsync(new TurnEvent.EditSettled(edit, new EditOutcome.Withdrawn()), cancellationToken)
                .ConfigureAwait(false);
        }

        return hasSucceeded ? open : [];
    }

    /// <summary>Asks about the edits and writes those that may be written.</summary>
    /// <returns>What the model should know about it; empty when there was nothing to offer.</returns>
    public async Task<string> SettleAsync(
        TurnStream stream, IReadOnlyList<OfferedEdit> open, CancellationToken cancellationToken)
    {
        var told = "";
        // A rule speaks about one tool, so each tool has its own question; there is seldom more than one.
        foreach (var edits in open.GroupBy(edit => edit.Tool).Select(group => group.ToList()))
        {
            // The answer is to be read before the question about it.
            await stream.CaughtUpAsync(cancellationToken).ConfigureAwait(false);
            var outcomes = await SettleAsync(edits, cancellationToken).ConfigureAwait(false);
            foreach (var (edit, outcome) in edits.Zip(outcomes))
            {
                await stream.SendAsync(new TurnEvent.EditSettled(edit, outcome), cancellationToken)
                    .ConfigureAwait(false);
                told += Describe(edit, outcome);
            }
        }

        return told;
    }

    private async Task<IReadOnlyList<EditOutcome>> SettleAsync(
        List<OfferedEdit> edits, CancellationToken cancellationToken)
    {
        if (await ChangedAsync(edits, cancellationToken).ConfigureAwait(false) is { } stale) return All(stale);
        var request = Request(edits);
        var decision = await context.Permissions.AskAsync(request, cancellationToken).ConfigureAwait(false);
        if (decision is PermissionDecision.Denied denied) return All(new EditOutcome.Refused(denied.By, denied.Reason));
        if (await ChangedAsync(edits, cancellationToken).ConfigureAwait(false) is { } changed) return All(changed);

        var gate = new ShownGate(request, decision.By);
        var outcomes = new List<EditOutcome>();
        foreach (var edit in edits)
        {
            var problem = await WriteAsync(edit, gate, cancellationToken).ConfigureAwait(false);
            outcomes.Add(problem == null ? new EditOutcome.Written(decision.By) : new EditOutcome.Failed(problem));
        }

        return outcomes;

        IReadOnlyList<EditOutcome> All(EditOutcome outcome) => [.. edits.Select(_ => outcome)];
    }

    // Null when the files have the text that the edits were made from.
    private async Task<EditOutcome.Failed?> ChangedAsync(
        IEnumerable<OfferedEdit> edits, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var edit in edits)
                await edit.Writes.CheckAsync(context.Workspace, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (HostException failure)
        {
            return new EditOutcome.Failed(failure.Message);
        }
    }

    // The call is made again, for an edit before this one may have changed the same file.
    private async Task<string?> WriteAsync(OfferedEdit edit, ShownGate gate, CancellationToken cancellationToken)
    {
        var arguments = edit.Arguments.With(edit.Tool.EffectSwitch!, true);
        try
        {
            var result = await edit.Tool
                .InvokeAsync(arguments, context with { Permissions = gate }, cancellationToken).ConfigureAwait(false);
            return ToolVerdict.Of(edit.Tool, result).Problem;
        }
        catch (HostException failure)
        {
            return failure.Message;
        }
    }

    private PermissionRequest Request(List<OfferedEdit> edits)
    {
        var places = edits.Sum(edit => edit.Places);
        var paths = edits.SelectMany(edit => edit.Paths).Distinct(StringComparer.Ordinal).ToList();
        var what = places == 1
            ? "this change"
            : string.Create(CultureInfo.InvariantCulture, $"these {places} changes");
        var where = paths.Count == 1 ? paths[0] : string.Create(CultureInfo.InvariantCulture, $"{paths.Count} files");
        var change = FileWrites.ToChange([.. edits.SelectMany(edit => edit.Writes.Changes)]);
        var tool = edits[0].Tool;
        return new PermissionRequest(tool.Name, tool.Effect, $"Write {what} in {where}", change)
        {
            IsOffer = true,
            NeedsPerson = needsPerson,
        };
    }

    private static string Describe(OfferedEdit edit, EditOutcome outcome)
    {
        var paths = string.Join(", ", edit.Paths);
        return outcome switch
        {
            EditOutcome.Written { By.Kind: DecidedBy.Person } =>
                $"The person saw the change and had it written: {paths}\n",
            EditOutcome.Written => $"The change was written: {paths}\n",
            EditOutcome.Refused refused => $"{paths}: the change was shown and not written: {refused.Reason}\n",
            EditOutcome.Failed failed => $"{paths}: the change was not written: {failed.Reason}\n",
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>Allows what was shown, and nothing else.</summary>
    private sealed class ShownGate(PermissionRequest shown, Decider by) : IPermissionGate
    {
        private readonly HashSet<string> _paths = [.. Paths(shown)];

        public ValueTask<PermissionDecision> AskAsync(PermissionRequest request, CancellationToken cancellationToken) =>
            ValueTask.FromResult<PermissionDecision>(
                Paths(request).All(_paths.Contains)
                    ? new PermissionDecision.Allowed(by)
                    : new PermissionDecision.Denied("it changes more files than were shown", by));

        private static IEnumerable<string> Paths(PermissionRequest request) =>
            request.Change.Parts.Select(part => ((RequestedChange.FileChange)part).Path);
    }
}
