namespace Punie.Python.Rewriting;

/// <summary>What adding an import came to. Closed.</summary>
public abstract record AddImportOutcome
{
    private protected AddImportOutcome()
    {
    }

    /// <summary>The import is added.</summary>
    /// <param name="Edits">Against the unchanged text.</param>
    /// <param name="Text">The text with the edits.</param>
    public sealed record Added(IReadOnlyList<TextEdit> Edits, string Text) : AddImportOutcome;

    /// <summary>The file imports all of it already.</summary>
    public sealed record AlreadyThere : AddImportOutcome;

    /// <summary>Nothing changes.</summary>
    /// <param name="Reason">One sentence that says what is wrong and what to do.</param>
    public sealed record Refused(string Reason) : AddImportOutcome;
}
