using System.Globalization;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Scopes;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Rewriting;

/// <summary>A place where a project defines a name.</summary>
/// <param name="File">The file.</param>
/// <param name="Offset">0-based, of the first place that binds the name.</param>
/// <param name="Name">With its scope, as in <c>Cart.add</c>.</param>
public sealed record NameDefinition(PythonFile File, int Offset, string Name)
{
    /// <summary>The place as people write it, such as <c>src/cart.py:12 (Cart.add)</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{File.Path}:{File.LineOf(Offset)} ({Name})");
}

/// <summary>Finds where a project defines a name.</summary>
public static class NameDefinitions
{
    /// <summary>
    /// The definitions of a name: those of modules when there are any, else those of classes, else local ones. Imports
    /// define nothing, and a member that classes share by inheritance is defined once.
    /// </summary>
    /// <param name="files">The project's modules.</param>
    /// <param name="isWanted">Tells where to look.</param>
    /// <param name="name">A name, dotted to say the scope: <c>f.x</c>, <c>C.method</c>.</param>
    /// <returns>By path and place.</returns>
    public static IReadOnlyList<NameDefinition> Find(
        IReadOnlyList<PythonFile> files, Func<PythonFile, bool> isWanted, string name)
    {
        var word = name[(name.LastIndexOf('.') + 1)..];
        var found = files.Where(file => isWanted(file) && file.Text.Contains(word, StringComparison.Ordinal))
            .SelectMany(file => RenameTarget.All(file, name).Where(IsDefined).Select(symbol => (file, symbol)))
            .ToList();
        // What other files can name goes before what they cannot.
        foreach (var kind in (ScopeKind[])[ScopeKind.Module, ScopeKind.Class])
        {
            if (!found.Exists(one => one.symbol.Scope.Kind == kind)) continue;
            found.RemoveAll(one => one.symbol.Scope.Kind != kind);
            break;
        }

        if (found.Count > 1 && IsOneFamily(files, found)) found.RemoveRange(1, found.Count - 1);
        return [.. found.Select(one => Definition(one.file, one.symbol))
            .OrderBy(one => one.File.Path, StringComparer.Ordinal).ThenBy(one => one.Offset)];
    }

    /// <summary>The name that is defined there and is written most like another one; null when none is.</summary>
    public static string? Nearest(IEnumerable<PythonFile> files, string name) => NearestName.Find(
        name,
        files.SelectMany(file => file.Scopes.All).SelectMany(scope => scope.Symbols).Where(IsDefined)
            .Select(symbol => symbol.Name).Distinct());

    private static bool IsDefined(Symbol symbol) =>
        ReferenceEquals(symbol.Definition, symbol)
        && symbol.Uses.Any(use => use is { IsBinding: true, Node: not ImportAlias });

    private static bool IsOneFamily(IReadOnlyList<PythonFile> files, List<(PythonFile File, Symbol Symbol)> found)
    {
        if (found.Exists(one => one.Symbol.Scope.Kind != ScopeKind.Class)) return false;
        var (file, symbol) = found[0];
        var family = new ClassFamily(new ModuleSet(files), new(file, symbol.Scope), symbol.Name).Members;
        return found.TrueForAll(one => family.Contains(new(one.File, one.Symbol.Scope)));
    }

    private static NameDefinition Definition(PythonFile file, Symbol symbol)
    {
        var first = symbol.Uses.First(use => use is { IsBinding: true, Node: not ImportAlias });
        return new(file, first.Span.Start, RenameTarget.Describe(symbol));
    }
}
