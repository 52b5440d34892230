namespace Punie.Agent.Workspace.Undo;

/// <summary>The writes that belong together: those of one prompt, or of one program.</summary>
/// <param name="Number">Counts up within a workspace, from 1.</param>
/// <param name="At">When the first write was, UTC.</param>
/// <param name="Label">What the person asked for, on one line.</param>
/// <param name="Files">The files that have not been put back yet, in the order in which they were written.</param>
public sealed record UndoTurn(int Number, DateTimeOffset At, string Label, IReadOnlyList<UndoFile> Files);

/// <summary>One file that a turn wrote.</summary>
/// <param name="Path">Relative to the workspace, with <c>/</c>.</param>
/// <param name="Before">What was there before the turn; null when the turn made the file.</param>
/// <param name="After">Hashes of every content that the turn gave it, last one last.</param>
public sealed record UndoFile(string Path, FileSnapshot? Before, IReadOnlyList<string> After)
{
    /// <summary>Folders that the turn made for the file, outermost first, relative to the workspace.</summary>
    public IReadOnlyList<string> Folders { get; init; } = [];
}

/// <summary>A file's content before a turn.</summary>
/// <param name="Name">Of the copy, in the turn's folder.</param>
/// <param name="Hash">SHA-256 of the content, hexadecimal.</param>
/// <param name="Mode">Unix permission bits; null on Windows.</param>
public sealed record FileSnapshot(string Name, string Hash, int? Mode);

/// <summary>What became of one file.</summary>
public enum UndoneKind
{
    /// <summary>It has its old content again.</summary>
    Restored,

    /// <summary>The turn had made it; it is gone.</summary>
    Removed,

    /// <summary>It was as before already.</summary>
    Unchanged,

    /// <summary>It was left as it is.</summary>
    Refused,
}

/// <summary>What an undo did to one file.</summary>
/// <param name="Path">Relative to the workspace.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="Reason">Why it was refused; null otherwise.</param>
public sealed record UndoneFile(string Path, UndoneKind Kind, string? Reason = null);

/// <summary>What an undo did.</summary>
/// <param name="Turn">The turn as it was before.</param>
/// <param name="Files">Each of its files.</param>
public sealed record UndoReport(UndoTurn Turn, IReadOnlyList<UndoneFile> Files)
{
    /// <summary>True when nothing of the turn is left to undo.</summary>
    public bool IsComplete => Files.All(file => file.Kind is not UndoneKind.Refused);
}
