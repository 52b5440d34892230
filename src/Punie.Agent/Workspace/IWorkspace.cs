namespace Punie.Agent.Workspace;

/// <summary>The files under one root. A path that leaves the root, also through a link, is refused.</summary>
public interface IWorkspace
{
    /// <summary>Full path of the root, links resolved.</summary>
    string Root { get; }

    /// <summary>Finds a path that need not exist.</summary>
    /// <param name="path">Relative to the root with <c>/</c>, or a full path inside the root.</param>
    /// <exception cref="WorkspaceException">It is outside the root or not a path.</exception>
    WorkspacePath Resolve(string path);

    /// <summary>Finds a file or folder that exists.</summary>
    /// <exception cref="WorkspaceException">Missing (the message names the closest path) or outside.</exception>
    WorkspacePath ResolveExisting(string path);

    /// <summary>
    /// A program's path as results show it: relative to the root with <c>/</c>; null when it is outside.
    /// </summary>
    /// <param name="path">A full path, or one relative to the root.</param>
    string? ToRelative(string path);

    /// <summary>Finds the place of a file to write, which need not exist.</summary>
    /// <exception cref="WorkspaceException">Outside, a folder, or inside a <c>.git</c> folder.</exception>
    WorkspacePath ResolveForWriting(string path);

    /// <summary>Reads a whole text file as UTF-8, without its byte order mark.</summary>
    /// <exception cref="WorkspaceException">Missing, outside, a folder, binary, not UTF-8 or too large.</exception>
    ValueTask<string> ReadTextAsync(string path, CancellationToken cancellationToken);

    /// <summary>Writes a whole text file as UTF-8 in one step: readers see the old text or the new one.</summary>
    /// <remarks>Makes missing folders. Keeps the given line endings, and the file's mode and byte order mark.</remarks>
    /// <exception cref="WorkspaceException">
    /// Outside, a folder, inside a <c>.git</c> folder, or the system said no.
    /// </exception>
    ValueTask WriteTextAsync(string path, string content, CancellationToken cancellationToken);

    /// <summary>Groups the writes from now on, so that they can be undone together.</summary>
    /// <param name="label">What the person asked for.</param>
    void BeginTurn(string label);

    /// <summary>
    /// Paths of the files under a folder, sorted by ordinal; hidden and generated folders are left out.
    /// </summary>
    /// <param name="folder">Relative to the root; "." for all.</param>
    /// <param name="limit">Stops after so many files.</param>
    /// <exception cref="WorkspaceException">Missing or outside.</exception>
    IReadOnlyList<string> Files(string folder, int limit);

    /// <summary>
    /// The same files with what tells a changed file from an unchanged one, without reading them; not sorted.
    /// </summary>
    /// <param name="folder">Relative to the root; "." for all.</param>
    /// <param name="limit">Stops after so many files.</param>
    /// <exception cref="WorkspaceException">Missing or outside.</exception>
    IReadOnlyList<FileStamp> Stamps(string folder, int limit);
}

/// <summary>A file's path and what tells one state of it from another.</summary>
/// <param name="Path">Relative to the root, with <c>/</c>.</param>
/// <param name="Length">Number of bytes.</param>
/// <param name="Written">When it was last written, in ticks of UTC.</param>
public readonly record struct FileStamp(string Path, long Length, long Written);

/// <summary>What a path names.</summary>
public enum PathKind
{
    /// <summary>Nothing yet.</summary>
    Missing,

    /// <summary>A file.</summary>
    File,

    /// <summary>A folder.</summary>
    Folder,
}

/// <summary>A path that was found to be inside the workspace.</summary>
/// <param name="Relative">Relative to the root, with <c>/</c>; "." is the root.</param>
/// <param name="Full">Full path on this machine, links resolved.</param>
/// <param name="Kind">What is there.</param>
public sealed record WorkspacePath(string Relative, string Full, PathKind Kind);

/// <summary>Why the workspace refused.</summary>
public enum WorkspaceProblem
{
    /// <summary>Nothing is there.</summary>
    Missing,

    /// <summary>The path leaves the root or is protected.</summary>
    Forbidden,

    /// <summary>A folder where a file is needed.</summary>
    IsFolder,

    /// <summary>A file where a folder is needed.</summary>
    IsFile,

    /// <summary>The content is not UTF-8 text.</summary>
    NotText,

    /// <summary>The content is over the size cap.</summary>
    TooLarge,

    /// <summary>The system said no; the message has its words.</summary>
    System,
}

/// <summary>A refusal by the workspace, in words that a model can act on and without paths outside the root.</summary>
public sealed class WorkspaceException : Exception
{
    /// <summary>Makes a refusal.</summary>
    public WorkspaceException(WorkspaceProblem problem, string message)
        : base(message) => Problem = problem;

    /// <summary>Makes a refusal that the system caused.</summary>
    public WorkspaceException(WorkspaceProblem problem, string message, Exception inner)
        : base(message, inner) => Problem = problem;

    /// <summary>What kind of refusal it is.</summary>
    public WorkspaceProblem Problem { get; }
}
