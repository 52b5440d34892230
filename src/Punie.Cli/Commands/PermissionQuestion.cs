using Punie.Agent.Permissions;
using Punie.Cli.Hosting;
using Punie.Cli.Rendering;

namespace Punie.Cli.Commands;

/// <summary>Asks the person at the terminal about one effect.</summary>
internal sealed class PermissionQuestion(ITerminal terminal)
{
    private const int MostLines = 60;

    private bool _allowsAll;

    /// <summary>Runs before the question is shown.</summary>
    public Action BeforeAsking { get; set; } = () => { };

    /// <summary>Shows what would happen and waits for y, a (all of this kind from now on) or anything else, which is no.</summary>
    public async ValueTask<PermissionDecision> AskAsync(PermissionRequest request, CancellationToken cancellationToken)
    {
        if (_allowsAll) return new PermissionDecision.Allowed();
        BeforeAsking();
        new Page(terminal).Question(Cells.Harmless(request.Summary), Shown(request.Change));
        await terminal.Error.WriteAsync("Allow? [y]es, [a]ll of this run, [N]o: ".AsMemory(), cancellationToken).ConfigureAwait(false);
        await terminal.Error.FlushAsync(cancellationToken).ConfigureAwait(false);
        var line = await terminal.ReadLineAsync(cancellationToken).ConfigureAwait(false);
        var answer = line?.Trim().ToLowerInvariant() ?? "";
        _allowsAll = answer is "a" or "all";
        return _allowsAll || answer is "y" or "yes"
            ? new PermissionDecision.Allowed()
            : new PermissionDecision.Denied("the person said no");
    }

    private static string Shown(RequestedChange change)
    {
        var text = change switch
        {
            RequestedChange.FileChange file => file.Diff,
            RequestedChange.CommandRun { Folder: "." } command => command.Line,
            RequestedChange.CommandRun command => $"{command.Line}\n(in {command.Folder})",
            _ => "",
        };
        var lines = text.TrimEnd('\n').Split('\n');
        return lines.Length <= MostLines
            ? string.Join('\n', lines)
            : $"{string.Join('\n', lines.Take(MostLines))}\n... {lines.Length - MostLines} more lines";
    }
}
