using Punie.Agent.Permissions;
using Punie.Agent.Tools;

namespace Punie.Agent.Loop;

/// <summary>Collects the edits that the calls of one turn only showed.</summary>
internal sealed class EditOffers
{
    private readonly Lock _guard = new(); // protects both: awaited tools end at the same time
    private readonly List<OfferedEdit> _edits = [];
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    /// <summary>A call showed an edit.</summary>
    public void Add(OfferedEdit edit)
    {
        lock (_guard) _edits.Add(edit);
    }

    /// <summary>A call asked to write files: what it wrote, or was refused, is not offered again.</summary>
    public void Note(PermissionRequest request)
    {
        lock (_guard) _asked.UnionWith(request.Change.Parts.OfType<RequestedChange.FileChange>().Select(f => f.Path));
    }

    /// <summary>The edits that are still to be offered, oldest first, and those that are not.</summary>
    public (IReadOnlyList<OfferedEdit> Open, IReadOnlyList<OfferedEdit> Withdrawn) Take()
    {
        lock (_guard)
        {
            var last = _edits.GroupBy(edit => (edit.Tool, edit.Subject)).Select(same => same.Last())
                .Where(edit => !edit.Paths.Any(_asked.Contains)).ToHashSet(ReferenceEqualityComparer.Instance);
            return (_edits.FindAll(last.Contains), _edits.FindAll(edit => !last.Contains(edit)));
        }
    }
}
