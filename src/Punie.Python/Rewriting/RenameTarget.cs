using System.Globalization;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Scopes;

namespace Punie.Python.Rewriting;

/// <summary>Finds the symbol that a name given in words means.</summary>
internal static class RenameTarget
{
    /// <summary>The symbol, or a sentence that says why there is none.</summary>
    /// <remarks>A dotted name says the scope: <c>f.x</c>, <c>C.method</c>. A bare one means the module's own name, else
    /// the only scope that has it.</remarks>
    public static (Symbol? Symbol, string Reason) Find(PythonFile file, string name)
    {
        var found = All(file, name);
        var hasOwner = name.Contains('.', StringComparison.Ordinal);
        var atTop = found.Find(s => s.Scope.Kind == ScopeKind.Module);
        if (atTop is not null) return (atTop, "");
        // A comprehension has no name to say: the function's own variable comes first.
        if (hasOwner && found.Find(s => s.Scope.Kind is ScopeKind.Function or ScopeKind.Class) is { } named)
            return (named, "");
        return found.Count switch
        {
            1 => (found[0], ""),
            0 => (null, Unknown(file, name)),
            _ => (null, Unclear(file, name, found)),
        };
    }

    /// <summary>The symbols of all scopes that the name can mean, in the order of the scopes.</summary>
    public static List<Symbol> All(PythonFile file, string name)
    {
        var dot = name.LastIndexOf('.');
        var (owner, member) = dot < 0 ? ("", name) : (name[..dot], name[(dot + 1)..]);
        return
        [
            .. file.Scopes.All.Where(s => owner.Length == 0 || s.QualifiedName == owner)
                .Select(s => s.Find(member) ?? s.Find(NameMangling.Mangle(member, ClassNameOf(s))))
                .OfType<Symbol>().Where(s => ReferenceEquals(s.Definition, s)),
        ];
    }

    private static string? ClassNameOf(Scope scope)
    {
        for (var s = scope; s is not null; s = s.Parent)
        {
            if (s.Kind == ScopeKind.Class) return s.Name;
        }

        return null;
    }

    private static string Unknown(PythonFile file, string name)
    {
        var names = file.Scopes.All.SelectMany(s => s.Symbols).Where(s => ReferenceEquals(s.Definition, s))
            .Select(s => s.Name).Distinct();
        var nearest = NearestName.Find(name, names);
        var hint = nearest is null ? "Give a name that the file defines or imports." : $"Did you mean '{nearest}'?";
        return $"{file.Path} does not define the name '{name}'. {hint}";
    }

    private static string Unclear(PythonFile file, string name, List<Symbol> found)
    {
        var places = found.Take(5).Select(s => string.Create(
            CultureInfo.InvariantCulture, $"{Describe(s)} (line {file.LineOf(file.Scopes.UsesOf(s)[0].Span.Start)})"));
        return $"'{name}' is a name of several scopes: {string.Join(", ", places)}. Say which one, as in '{Describe(found[0])}'.";
    }

    /// <summary>The symbol's name with its scope, as <see cref="Find"/> reads it.</summary>
    public static string Describe(Symbol symbol)
    {
        var owner = symbol.Scope.QualifiedName;
        return owner.Length == 0 ? symbol.Name : $"{owner}.{symbol.Name}";
    }
}
