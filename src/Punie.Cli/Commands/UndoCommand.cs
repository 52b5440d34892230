using System.Globalization;
using Punie.Agent.Workspace;
using Punie.Agent.Workspace.Undo;
using Punie.Cli.Hosting;
using Punie.Cli.Rendering;

namespace Punie.Cli.Commands;

/// <summary>Puts back what a turn wrote, or shows what can be put back.</summary>
internal sealed class UndoCommand(ITerminal terminal, Workbenches workbenches)
{
    private const int MostPaths = 5;

    /// <summary>Runs the command.</summary>
    /// <returns>Failed when a file was left as it is.</returns>
    public int Run(UndoOptions options)
    {
        var root = UserFiles.Workspace(options.Workspace);
        using var journal = workbenches.Undo(root);
        try
        {
            return options.IsList ? List(journal) : Undo(journal, options, new DiskWorkspace(root));
        }
        catch (UndoException problem)
        {
            terminal.Complain(problem.Message);
            return ExitCode.Failed;
        }
    }

    /// <summary>What an undo did, one line a file.</summary>
    public static IEnumerable<string> Describe(UndoReport report)
    {
        yield return $"undid turn {Number(report.Turn.Number)}{Quoted(report.Turn)}";
        foreach (var file in report.Files)
        {
            var what = file.Kind switch
            {
                UndoneKind.Restored => "restored ",
                UndoneKind.Removed => "removed  ",
                UndoneKind.Unchanged => "unchanged",
                UndoneKind.Refused => "kept     ",
            };
            var reason = file.Reason is null ? "" : $": {file.Reason}; --force overwrites it";
            yield return Cells.Harmless($"  {what} {file.Path}{reason}");
        }
    }

    /// <summary>One turn that can be undone, on one line.</summary>
    public static string Describe(UndoTurn turn)
    {
        var at = turn.At.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        var paths = turn.Files.Take(MostPaths).Select(file => file.Before is null ? $"{file.Path} (new)" : file.Path);
        var more = turn.Files.Count > MostPaths ? $" and {Number(turn.Files.Count - MostPaths)} more" : "";
        return Cells.Harmless($"{Number(turn.Number),4}  {at} UTC  {string.Join(", ", paths)}{more}{Quoted(turn)}");
    }

    private static string Quoted(UndoTurn turn) => turn.Label.Length == 0 ? "" : $"  \"{turn.Label}\"";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private int List(UndoJournal journal)
    {
        var turns = journal.Turns();
        if (turns.Count == 0) terminal.Tell("there is nothing to undo");
        foreach (var turn in turns) terminal.Tell(Describe(turn));
        return ExitCode.Ok;
    }

    private int Undo(UndoJournal journal, UndoOptions options, DiskWorkspace workspace)
    {
        var report = journal.Undo(options.Turn, options.IsForced, workspace);
        foreach (var line in Describe(report)) terminal.Tell(line);
        return report.IsComplete ? ExitCode.Ok : ExitCode.Failed;
    }
}
