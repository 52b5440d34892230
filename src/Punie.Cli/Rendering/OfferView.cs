using Punie.Agent.Loop;
using Punie.Agent.Permissions;
using Punie.Agent.Tools;

namespace Punie.Cli.Rendering;

/// <summary>
/// Shows edits that calls only showed: once, as a diff. The program's output waits, for it may hold the whole file
/// again.
/// </summary>
/// <param name="page">Where results go.</param>
internal sealed class OfferView(Page page)
{
    private readonly List<OfferedEdit> _open = [];
    private string _held = "";

    /// <summary>True while output has to wait.</summary>
    public bool Holds => _open.Count > 0;

    /// <summary>An edit may be offered at the end.</summary>
    public void Offer(OfferedEdit edit) => _open.Add(edit);

    /// <summary>More of what the program printed.</summary>
    public void Hold(string text) => _held += text;

    /// <summary>The program is over: shows what it printed, without what the diffs will say.</summary>
    public void Answer()
    {
        Release(_open.Aggregate(_held, Without));
        foreach (var edit in _open.Where(edit => edit.Remark.Length > 0)) page.Note(edit.Remark);
    }

    /// <summary>Nothing will be offered: shows all that the program printed.</summary>
    public void GiveUp()
    {
        _open.Clear();
        Release(_held);
    }

    /// <summary>Shows what became of an edit. Who decided has seen the diff.</summary>
    public void Settle(OfferedEdit edit, EditOutcome outcome)
    {
        _open.Remove(edit);
        var paths = string.Join(", ", edit.Paths);
        switch (outcome)
        {
            case EditOutcome.Written written:
                if (written.By.Kind != DecidedBy.Person) page.Changes("written", edit.Diff);
                page.Note($"wrote {paths}; punie undo takes it back");
                break;
            case EditOutcome.Refused { By.Kind: DecidedBy.Person }:
                page.Note("nothing was written");
                break;
            case EditOutcome.Refused refused:
                page.Changes("not written", edit.Diff);
                // That nobody is there is told on the error stream, once.
                if (refused.By.Kind == DecidedBy.Mode) page.Note("This is a preview: in plan mode nothing is written.");
                else if (refused.By.Kind == DecidedBy.Rule) page.Note($"nothing was written: {refused.Reason}");
                break;
            case EditOutcome.Failed failed:
                page.Warning($"{paths} was not written: {failed.Reason}");
                break;
        }
    }

    // As print writes it, with a line break behind it.
    private static string Without(string output, OfferedEdit edit) =>
        string.IsNullOrWhiteSpace(edit.Text)
            ? output
            : output.Replace($"{edit.Text}\n", "", StringComparison.Ordinal)
                .Replace($"{edit.Diff}\n", "", StringComparison.Ordinal);

    private void Release(string text)
    {
        _held = "";
        page.Text(text);
    }
}
