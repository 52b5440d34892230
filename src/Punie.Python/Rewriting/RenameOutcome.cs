namespace Punie.Python.Rewriting;

/// <summary>The edits of one file.</summary>
/// <param name="File">The unchanged file.</param>
/// <param name="Edits">In source order.</param>
public sealed record FileEdits(PythonFile File, IReadOnlyList<TextEdit> Edits)
{
    /// <summary>The file's text with the edits.</summary>
    public string ToText() => TextEdits.Apply(File.Parse.Source.Text, Edits);
}

/// <summary>A place that a rename leaves alone because it cannot be known what is meant.</summary>
/// <param name="File">The unchanged file.</param>
/// <param name="Line">1-based.</param>
public readonly record struct UnclearUse(PythonFile File, int Line);

/// <summary>What a rename came to. Closed.</summary>
public abstract record RenameOutcome
{
    private protected RenameOutcome()
    {
    }

    /// <summary>The rename is safe.</summary>
    /// <param name="Files">Only files that change.</param>
    /// <param name="Count">Places that change.</param>
    public sealed record Renamed(IReadOnlyList<FileEdits> Files, int Count) : RenameOutcome
    {
        /// <summary>
        /// Attributes with a renamed member's name on values whose class is not known: they stay, and may have to
        /// change.
        /// </summary>
        public IReadOnlyList<UnclearUse> Unclear { get; init; } = [];
    }

    /// <summary>
    /// Nothing changes: the name is unknown or unclear, or the rename would change what the program does.
    /// </summary>
    /// <param name="Reason">One sentence that names the line and says what to do instead.</param>
    public sealed record Refused(string Reason) : RenameOutcome;
}
