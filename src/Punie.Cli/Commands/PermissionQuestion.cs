using System.Diagnostics;
using Punie.Agent.Permissions;
using Punie.Cli.Hosting;
using Punie.Cli.Rendering;

namespace Punie.Cli.Commands;

/// <summary>Asks the person at the terminal.</summary>
internal sealed class PermissionQuestion(ITerminal terminal) : IApprover
{
    private const int MostLines = 60;

    /// <summary>Runs before a question is shown.</summary>
    public Action BeforeAsking { get; set; } = () => { };

    /// <inheritdoc/>
    /// <remarks>y is once, a is for the session; anything else is no, with words after it as the reason.</remarks>
    public async ValueTask<ApproverAnswer> AskAsync(
        PermissionRequest request, PermissionGrant offered, CancellationToken cancellationToken)
    {
        BeforeAsking();
        if (request.Program is { } program)
            new Page(terminal).Question("this program changes something", PreviewText.Of(program));
        new Page(terminal).Question(Cells.Harmless(request.Summary), Shown(request.Change));
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

    private static string Shown(RequestedChange change)
    {
        var text = change switch
        {
            RequestedChange.FileChange file => file.Diff,
            RequestedChange.FileChanges files => string.Concat(files.Files.Select(file => file.Diff)),
            RequestedChange.CommandRun { Folder: "." } command => command.Line,
            RequestedChange.CommandRun command => $"{command.Line}\n(in {command.Folder})",
            RequestedChange.ServerCall call => $"{call.Call}\n(on the server {call.Server})",
            _ => throw new UnreachableException(),
        };
        var lines = text.TrimEnd('\n').Split('\n');
        return lines.Length <= MostLines
            ? string.Join('\n', lines)
            : $"{string.Join('\n', lines.Take(MostLines))}\n... {lines.Length - MostLines} more lines";
    }
}
