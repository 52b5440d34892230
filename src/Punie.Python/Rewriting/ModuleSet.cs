namespace Punie.Python.Rewriting;

/// <summary>Finds modules of a project by the names that imports use.</summary>
internal sealed class ModuleSet
{
    private readonly Dictionary<string, List<PythonFile>> _bySuffix = new(StringComparer.Ordinal);

    public ModuleSet(IReadOnlyList<PythonFile> files)
    {
        Files = files;
        var packages = files.Where(f => f.IsPackage).Select(f => f.ModuleName).ToHashSet(StringComparer.Ordinal);
        foreach (var file in files)
        {
            foreach (var name in NamesOf(file.ModuleName, packages))
            {
                if (!_bySuffix.TryGetValue(name, out var list)) _bySuffix[name] = list = [];
                list.Add(file);
            }
        }
    }

    public IReadOnlyList<PythonFile> Files { get; }

    /// <summary>
    /// The module with a name, also when the project's root is a folder such as <c>src</c>; null when unclear.
    /// </summary>
    public PythonFile? Find(string moduleName)
    {
        if (!_bySuffix.TryGetValue(moduleName, out var files)) return null;
        return files.Find(f => f.ModuleName == moduleName) ?? (files.Count == 1 ? files[0] : null);
    }

    // A folder without __init__.py, such as src, may be where imports start; a package is always part of the name.
    private static IEnumerable<string> NamesOf(string moduleName, HashSet<string> packages)
    {
        if (moduleName.Length == 0) yield break;
        yield return moduleName;
        for (var dot = moduleName.IndexOf('.', StringComparison.Ordinal);
            dot > 0 && !packages.Contains(moduleName[..dot]);
            dot = moduleName.IndexOf('.', dot + 1))
            yield return moduleName[(dot + 1)..];
    }
}
