namespace Punie.Python.Rewriting;

/// <summary>What a rewrite came to. Closed.</summary>
public abstract record RewriteOutcome
{
    private protected RewriteOutcome()
    {
    }

    /// <summary>The rewrite was made where it could be.</summary>
    /// <param name="Edits">One for each place, against the unchanged text, in source order; empty when nothing was
    /// found.</param>
    /// <param name="Text">The text with the edits; it parses.</param>
    /// <param name="Skipped">Places that were left alone because a comment in them would be lost.</param>
    public sealed record Rewritten(IReadOnlyList<TextEdit> Edits, string Text, IReadOnlyList<PatternMatch> Skipped)
        : RewriteOutcome;

    /// <summary>Nothing changes: the text has errors, or would have them.</summary>
    /// <param name="Reason">One sentence that names the line and says what to do instead.</param>
    public sealed record Refused(string Reason) : RewriteOutcome;
}
