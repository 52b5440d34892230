namespace Punie.Agent.Tools.Domain.Code;

/// <summary>Finds the workspace's Python files by the names that imports use.</summary>
internal sealed class ModuleIndex
{
    private const string Init = "/__init__";

    private readonly Dictionary<string, string?> _paths = new(StringComparer.Ordinal);

    /// <summary>Takes the paths of files, relative to the workspace, with <c>/</c>.</summary>
    public ModuleIndex(IReadOnlyList<string> paths)
    {
        var stems = paths.Where(path => path.EndsWith(".py", StringComparison.Ordinal)).Select(path => path[..^3])
            .ToList();
        var packages = stems.Where(stem => stem.EndsWith(Init, StringComparison.Ordinal))
            .Select(stem => stem[..^Init.Length]).ToHashSet(StringComparer.Ordinal);
        foreach (var stem in stems) Add(stem, packages);
    }

    public static ModuleIndex Empty { get; } = new([]);

    /// <summary>The file of a module or package; null when there is none, or several to choose from.</summary>
    public string? PathOf(string moduleName) => _paths.GetValueOrDefault(moduleName);

    // A folder without __init__.py, such as src, may be where imports start; a package is always part of the name.
    private void Add(string stem, HashSet<string> packages)
    {
        var module = stem.EndsWith(Init, StringComparison.Ordinal) ? stem[..^Init.Length] : stem;
        _paths[module.Replace('/', '.')] = stem + ".py";
        for (var slash = module.IndexOf('/', StringComparison.Ordinal);
            slash > 0 && !packages.Contains(module[..slash]);
            slash = module.IndexOf('/', slash + 1))
        {
            var name = module[(slash + 1)..].Replace('/', '.');
            if (!_paths.TryAdd(name, stem + ".py") && _paths[name] is { } other && !IsExact(other, name))
                _paths[name] = null;
        }
    }

    private static bool IsExact(string path, string moduleName)
    {
        var stem = path[..^3];
        var module = stem.EndsWith(Init, StringComparison.Ordinal) ? stem[..^Init.Length] : stem;
        return module.Replace('/', '.') == moduleName;
    }
}
