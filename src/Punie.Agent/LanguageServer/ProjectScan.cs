using Punie.Agent.Workspace;

namespace Punie.Agent.LanguageServer;

/// <summary>The files of a workspace at one moment.</summary>
internal sealed class ProjectScan
{
    private readonly Dictionary<string, FileStamp> _files;

    /// <summary>Looks at the workspace.</summary>
    /// <param name="number">Greater for a later scan.</param>
    /// <param name="workspace">The workspace.</param>
    /// <param name="limit">Most files.</param>
    public ProjectScan(long number, IWorkspace workspace, int limit)
    {
        Number = number;
        _files = workspace.Stamps(".", limit).ToDictionary(stamp => stamp.Path, StringComparer.Ordinal);
    }

    /// <summary>Greater for a later scan.</summary>
    public long Number { get; }

    /// <summary>Python files and stubs.</summary>
    public IEnumerable<FileStamp> Python => _files.Values.Where(stamp => IsPython(stamp.Path));

    /// <summary>True for a file that a Python parser reads.</summary>
    public static bool IsPython(string path) =>
        path.EndsWith(".py", StringComparison.Ordinal) || path.EndsWith(".pyi", StringComparison.Ordinal);

    /// <summary>The file's state; null when it was not there.</summary>
    public FileStamp? Find(string path) => _files.TryGetValue(path, out var stamp) ? stamp : null;

    /// <summary>What happened since an earlier scan.</summary>
    public IEnumerable<(string Path, FileChangeKind Kind)> ChangesSince(ProjectScan earlier)
    {
        foreach (var (path, stamp) in _files)
        {
            if (!earlier._files.TryGetValue(path, out var before)) yield return (path, FileChangeKind.Created);
            else if (before != stamp) yield return (path, FileChangeKind.Changed);
        }

        foreach (var path in earlier._files.Keys)
        {
            if (!_files.ContainsKey(path)) yield return (path, FileChangeKind.Deleted);
        }
    }
}
