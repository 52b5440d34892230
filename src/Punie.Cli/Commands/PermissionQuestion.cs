using Punie.Agent.Permissions;
using Punie.Cli.Hosting;
using Punie.Cli.Rendering;

namespace Punie.Cli.Commands;

/// <summary>Asks the person at the terminal.</summary>
internal sealed class PermissionQuestion(ITerminal terminal) : IApprover
{
    /// <summary>Runs before a question is shown.</summary>
    public Action BeforeAsking { get; set; } = () => { };

    /// <inheritdoc/>
    /// <remarks>y is once, a is for the session; anything else is no, with words after it as the reason.</remarks>
    public async ValueTask<ApproverAnswer> AskAsync(
        PermissionRequest request, PermissionGrant offered, CancellationToken cancellationToken)
    {
        BeforeAsking();
        if (request.IsOffer) return await OfferAsync(request, cancellationToken).ConfigureAwait(false);
        if (request.Program is { } program)
            new Page(terminal).Question("this program changes something", PreviewText.Of(program));
        new Page(terminal).Question(Cells.Harmless(request.Summary), ChangeText.Of(request.Change));
        var grant = Page.Clip(Cells.Harmless(offered.ToString()!), terminal.Width);
        var answer = await ReadAsync($"Allow? [y]es, [a]lways in this session ({grant}), [N]o, or say why not: ",
            cancellationToken)
            .ConfigureAwait(false);
        return answer.ToLowerInvariant() switch
        {
            "y" or "yes" => new ApproverAnswer.Once(),
            "a" or "all" or "always" => new ApproverAnswer.ForSession(),
            _ => new ApproverAnswer.Reject(Reason(answer)),
        };
    }

    /// <inheritdoc/>
    /// <remarks>
    /// y is all of it, e is a question at each effect; anything else is no, with words after it as the reason.
    /// </remarks>
    public async ValueTask<ProgramAnswer> PreviewAsync(
        ProgramPreview preview, PermissionRequest first, CancellationToken cancellationToken)
    {
        BeforeAsking();
        new Page(terminal).Question("this program changes something", PreviewText.Of(preview));
        var answer =
            await ReadAsync("Run it? [y]es, all of it, [e]ach effect asks, [N]o, or say why not: ", cancellationToken)
            .ConfigureAwait(false);
        return answer.ToLowerInvariant() switch
        {
            "y" or "yes" or "a" or "all" => new ProgramAnswer.RunAll(),
            "e" or "each" => new ProgramAnswer.AskEach(),
            _ => new ProgramAnswer.Reject(Reason(answer)),
        };
    }

    // Nothing waits for the answer, so it is yes or no, and the summary is the question.
    private async ValueTask<ApproverAnswer> OfferAsync(PermissionRequest request, CancellationToken cancellationToken)
    {
        new Page(terminal).Question("not written yet", ChangeText.Of(request.Change));
        var answer = await ReadAsync($"{Cells.Harmless(request.Summary)}? [y/N] ", cancellationToken)
            .ConfigureAwait(false);
        return answer.ToLowerInvariant() is "y" or "yes"
            ? new ApproverAnswer.Once()
            : new ApproverAnswer.Reject(Reason(answer));
    }

    private async ValueTask<string> ReadAsync(string question, CancellationToken cancellationToken)
    {
        await terminal.Error.WriteAsync(question.AsMemory(), cancellationToken).ConfigureAwait(false);
        await terminal.Error.FlushAsync(cancellationToken).ConfigureAwait(false);
        var line = await terminal.ReadLineAsync(cancellationToken).ConfigureAwait(false);
        return line?.Trim() ?? "";
    }

    // "n", "no, use ruff" and "use ruff" are all refusals; the last two say why.
    private static string? Reason(string answer)
    {
        var comma = answer.IndexOfAny([' ', ',', ':']);
        var first = comma < 0 ? answer : answer[..comma];
        var isBareNo = first.Equals("n", StringComparison.OrdinalIgnoreCase)
            || first.Equals("no", StringComparison.OrdinalIgnoreCase);
        var words = !isBareNo ? answer : comma < 0 ? "" : answer[comma..].Trim(' ', ',', ':');
        return words.Length == 0 ? null : words;
    }
}
