using System.Globalization;
using System.IO.Enumeration;
using Punie.Agent.Workspace.Undo;

namespace Punie.Agent.Workspace;

/// <summary>The workspace on this machine's disk.</summary>
/// <remarks>
/// Not covered: a program that swaps a folder for a link between the check and the access. Whoever can do that
/// already runs code on this machine.
/// </remarks>
public sealed class DiskWorkspace : IWorkspace
{
    private const int MaxFileBytes = 8 * 1024 * 1024;
    private const int MaxFilesSearched = 5_000;
    private static readonly string[] GeneratedFolders = ["node_modules", "__pycache__", "__pypackages__"];

    private readonly string _prefix;
    private readonly UndoJournal? _journal;

    /// <summary>Opens the workspace.</summary>
    /// <param name="root">An existing folder.</param>
    /// <param name="journal">Notes what is written, so that it can be undone; null to keep nothing.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public DiskWorkspace(string root, UndoJournal? journal = null)
    {
        var full = Path.GetFullPath(root);
        if (!Directory.Exists(full)) throw new DirectoryNotFoundException($"There is no folder '{root}'.");

        Root = RealPath.Of(full);
        _prefix = Path.EndsInDirectorySeparator(Root) ? Root : Root + Path.DirectorySeparatorChar;
        _journal = journal;
    }

    /// <inheritdoc/>
    public string Root { get; }

    /// <inheritdoc/>
    public WorkspacePath Resolve(string path)
    {
        if (string.IsNullOrWhiteSpace(path) || path.Contains('\0', StringComparison.Ordinal))
        {
            throw Problem(WorkspaceProblem.Missing, $"'{path}' is not a path; pass one such as 'src'.");
        }

        var full = RealPathOf(path);
        if (ToInside(full) is not { } relative)
        {
            throw Problem(
                WorkspaceProblem.Forbidden, $"'{path}' is outside the workspace; use a path relative to its root.");
        }

        var kind = File.Exists(full) ? PathKind.File : Directory.Exists(full) ? PathKind.Folder : PathKind.Missing;
        return new WorkspacePath(relative, full, kind);
    }

    /// <inheritdoc/>
    public WorkspacePath ResolveExisting(string path)
    {
        var found = Resolve(path);
        return found.Kind is not PathKind.Missing ? found : throw Missing(found.Relative);
    }

    /// <inheritdoc/>
    public string? ToRelative(string path)
    {
        var full = Path.GetFullPath(Path.Combine(Root, path));
        return ToInside(full) ?? ToInside(RealPath.Of(full));
    }

    /// <inheritdoc/>
    public async ValueTask<string> ReadTextAsync(string path, CancellationToken cancellationToken)
    {
        var found = ResolveFile(path);
        try
        {
            var length = new FileInfo(found.Full).Length;
            if (length > MaxFileBytes) throw TooLarge(found.Relative, length);

            var bytes = await File.ReadAllBytesAsync(found.Full, cancellationToken).ConfigureAwait(false);
            return Utf8Text.Decode(bytes, found.Relative);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw FromSystem("read", found, e);
        }
    }

    /// <inheritdoc/>
    public async ValueTask WriteTextAsync(string path, string content, CancellationToken cancellationToken)
    {
        var found = ResolveForWriting(path);
        try
        {
            var bytes = AtomicFile.Encode(found.Full, content);
            Note(found, bytes);
            await AtomicFile.WriteAsync(found.Full, bytes, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw FromSystem("write", found, e);
        }
    }

    /// <inheritdoc/>
    public WorkspacePath ResolveForWriting(string path)
    {
        var found = Resolve(path);
        if (found.Kind is PathKind.Folder)
        {
            throw Problem(WorkspaceProblem.IsFolder, $"'{found.Relative}' is a folder; name a file in it.");
        }

        // A hook or a config line in there would run as a command.
        if (found.Relative.Split('/').Contains(".git", StringComparer.OrdinalIgnoreCase))
        {
            throw Problem(WorkspaceProblem.Forbidden,
                $"'{found.Relative}' belongs to git; use git commands to change it.");
        }

        // What undoes a write must not be written to.
        return _journal?.Owns(found.Full) is true
            ? throw Problem(WorkspaceProblem.Forbidden, $"'{found.Relative}' belongs to punie undo.")
            : found;
    }

    /// <inheritdoc/>
    public void BeginTurn(string label) => _journal?.Begin(label);

    /// <inheritdoc/>
    public IReadOnlyList<string> Files(string folder, int limit)
    {
        var start = ResolveExisting(folder);
        if (start.Kind is PathKind.File) return [start.Relative];

        var found = Entries(start.Full, files: true).Take(limit).Select(file => ToInside(file.FullName)!).ToList();
        found.Sort(StringComparer.Ordinal);
        return found;
    }

    /// <inheritdoc/>
    public IReadOnlyList<FileStamp> Stamps(string folder, int limit)
    {
        var start = ResolveExisting(folder);
        if (start.Kind is PathKind.File)
        {
            var file = new FileInfo(start.Full);
            return [new FileStamp(start.Relative, file.Length, file.LastWriteTimeUtc.Ticks)];
        }

        // Asked often and for all files, so nothing is made for each but its stamp.
        var options =
            new EnumerationOptions
            {
                IgnoreInaccessible = true,
                AttributesToSkip = FileAttributes.None,
                RecurseSubdirectories = true
            };
        var files = new FileSystemEnumerable<FileStamp>(start.Full, Stamp, options)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory,
            ShouldRecursePredicate = (ref FileSystemEntry entry) =>
                (entry.Attributes & FileAttributes.ReparsePoint) == 0
                    && !IsGenerated((DirectoryInfo)entry.ToFileSystemInfo()),
        };
        return [.. files.Take(limit)];

        FileStamp Stamp(ref FileSystemEntry entry) =>
            new(ToInside(entry.ToFullPath())!, entry.Length, entry.LastWriteTimeUtc.UtcTicks);
    }

    private static IEnumerable<FileSystemInfo> Entries(string folder, bool files)
    {
        var pending = new Queue<DirectoryInfo>([new DirectoryInfo(folder)]);
        var options = new EnumerationOptions { IgnoreInaccessible = true, AttributesToSkip = FileAttributes.None };
        while (pending.TryDequeue(out var next))
        {
            foreach (var entry in next.EnumerateFileSystemInfos("*", options)
                .OrderBy(e => e.Name, StringComparer.Ordinal))
            {
                // A link may lead out of the workspace or in a circle.
                if (entry is DirectoryInfo && entry.LinkTarget is not null) continue;
                if (entry is DirectoryInfo inner)
                {
                    if (IsGenerated(inner)) continue;
                    pending.Enqueue(inner);
                    if (!files) yield return inner;
                }
                else
                {
                    yield return entry;
                }
            }
        }
    }

    private static bool IsGenerated(DirectoryInfo folder) =>
        folder.Name.StartsWith('.')
        || GeneratedFolders.Contains(folder.Name, StringComparer.Ordinal)
        || File.Exists(Path.Combine(folder.FullName, "pyvenv.cfg"));

    private string RealPathOf(string path)
    {
        try
        {
            return RealPath.Of(Path.GetFullPath(Path.Combine(Root, path)));
        }
        catch (IOException e)
        {
            throw new WorkspaceException(WorkspaceProblem.System, $"Cannot follow '{path}': {e.Message}", e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new WorkspaceException(WorkspaceProblem.System, $"Cannot follow '{path}': permission denied", e);
        }
    }

    private string? ToInside(string full)
    {
        if (full == Root) return ".";
        return full.StartsWith(_prefix, StringComparison.Ordinal)
            ? full[_prefix.Length..].Replace(Path.DirectorySeparatorChar, '/')
            : null;
    }

    private WorkspacePath ResolveFile(string path)
    {
        var found = ResolveExisting(path);
        return found.Kind is PathKind.File
            ? found
            : throw Problem(WorkspaceProblem.IsFolder, $"'{found.Relative}' is a folder, not a file.");
    }

    private WorkspaceException Missing(string relative)
    {
        var known = Entries(Root, files: false).Take(MaxFilesSearched).Select(entry => ToInside(entry.FullName)!);
        var closest = ClosestPath.Find(relative, known);
        var what = Path.HasExtension(relative) ? "file" : "file or folder";
        return Problem(
            WorkspaceProblem.Missing,
            closest is null ? $"No {what} '{relative}'." : $"No {what} '{relative}'. Did you mean '{closest}'?");
    }

    private WorkspaceException FromSystem(string verb, WorkspacePath path, Exception error)
    {
        var reason = error is UnauthorizedAccessException
            ? "permission denied"
            : error.Message.Replace(_prefix, "", StringComparison.Ordinal);
        return new WorkspaceException(WorkspaceProblem.System, $"Cannot {verb} '{path.Relative}': {reason}", error);
    }

    private void Note(WorkspacePath file, byte[] content)
    {
        try
        {
            _journal?.Record(file, content);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new WorkspaceException(
                WorkspaceProblem.System,
                $"'{file.Relative}' was not written, because the copy that punie undo needs could not be kept: "
                + $"{WithoutPaths(e)}. "
                + "Give Punie a state folder with room that it can write to (XDG_STATE_HOME).",
                e);
        }
    }

    private static string WithoutPaths(Exception e) => e is UnauthorizedAccessException
        ? "permission denied"
        : e.Message.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? "the system refused"
            : e.Message.TrimEnd('.');

    private static WorkspaceException TooLarge(string relative, long bytes) => Problem(
        WorkspaceProblem.TooLarge,
        string.Create(
            CultureInfo.InvariantCulture, $"'{relative}' has {bytes} bytes; at most {MaxFileBytes} can be read."));

    private static WorkspaceException Problem(WorkspaceProblem problem, string message) => new(problem, message);
}
