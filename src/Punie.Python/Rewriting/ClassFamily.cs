using Punie.Python.Scopes;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Rewriting;

/// <summary>The classes that share a member: those above that define it, and all below them.</summary>
internal sealed class ClassFamily
{
    private readonly ClassLookup _lookup;
    private readonly Dictionary<ProjectClass, List<ProjectClass>> _bases = [];
    private readonly HashSet<ProjectClass> _members = [];

    /// <summary>Finds the family of a class and a name of it.</summary>
    public ClassFamily(ModuleSet modules, ProjectClass type, string member)
    {
        _lookup = new(modules);
        foreach (var file in modules.Files)
        {
            foreach (var scope in file.Scopes.All.Where(s => s.Kind == ScopeKind.Class))
                _bases[new(file, scope)] = [.. _lookup.BasesOf(new(file, scope))];
        }

        Grow(type, member);
    }

    /// <summary>The classes whose member of that name is one and the same to a caller.</summary>
    public IReadOnlyCollection<ProjectClass> Members => _members;

    /// <summary>The family and everything above it: where the new name must not have a meaning yet.</summary>
    public IEnumerable<ProjectClass> Relatives => _members.SelectMany(Above).Distinct();

    /// <summary>
    /// True for an expression whose attribute is a member of the family: a class of it, or a value of one.
    /// </summary>
    public bool Owns(PythonFile file, Expression expression) =>
        (_lookup.ClassOf(file, expression) is { } named && _members.Contains(named))
        || (_lookup.TypeOf(file, expression) is { } type && _members.Contains(type));

    /// <summary>
    /// True for an expression that may be a value of any class: neither one of the project's nor a module.
    /// </summary>
    public bool IsUnknown(PythonFile file, Expression expression) =>
        _lookup.ClassOf(file, expression) is null && _lookup.TypeOf(file, expression) is null
            && file.Imports.FullNameOf(expression) is null;

    // A class below may have other bases that define the member too: those belong to the family as well.
    private void Grow(ProjectClass type, string member)
    {
        var open = new Queue<ProjectClass>([type]);
        while (open.TryDequeue(out var next))
        {
            if (!_members.Add(next)) continue;
            foreach (var above in Above(next).Where(c => c.Scope.Find(member) is { IsOwn: true })) open.Enqueue(above);
            foreach (var below in _bases.Where(b => b.Value.Contains(next))) open.Enqueue(below.Key);
        }
    }

    // A class, its bases, and theirs; a class that is its own base in the text is met once.
    private HashSet<ProjectClass> Above(ProjectClass type)
    {
        var found = new HashSet<ProjectClass>();
        var open = new Stack<ProjectClass>([type]);
        while (open.TryPop(out var next))
        {
            if (!found.Add(next) || !_bases.TryGetValue(next, out var bases)) continue;
            foreach (var item in bases) open.Push(item);
        }

        return found;
    }
}
