namespace Punie.Agent.Permissions;

/// <summary>What would happen.</summary>
public abstract record RequestedChange
{
    private protected RequestedChange()
    {
    }

    /// <summary>The values that a rule can test, by name; a list has several or none.</summary>
    public abstract IReadOnlyDictionary<string, IReadOnlyList<string>> Facts { get; }

    /// <summary>What is decided about one by one: itself, or each file of several.</summary>
    public virtual IReadOnlyList<RequestedChange> Parts => [this];

    /// <summary>A file gets new content.</summary>
    /// <param name="Path">Relative to the workspace. A rule sees it as <c>path</c>.</param>
    /// <param name="Diff">A unified diff.</param>
    public sealed record FileChange(string Path, string Diff) : RequestedChange
    {
        /// <summary>The names of the facts.</summary>
        public static IReadOnlyList<string> FactNames { get; } = ["path"];

        /// <inheritdoc/>
        public override IReadOnlyDictionary<string, IReadOnlyList<string>> Facts { get; } =
            new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["path"] = [Path] };
    }

    /// <summary>Several files get new content, all or none of them. A rule is held against each file.</summary>
    /// <param name="Files">One or more.</param>
    public sealed record FileChanges(IReadOnlyList<FileChange> Files) : RequestedChange
    {
        /// <inheritdoc/>
        public override IReadOnlyDictionary<string, IReadOnlyList<string>> Facts { get; } =
            new Dictionary<string, IReadOnlyList<string>>();

        /// <inheritdoc/>
        public override IReadOnlyList<RequestedChange> Parts => Files;
    }

    /// <summary>A program runs.</summary>
    /// <param name="Words">The program and its arguments. A rule sees the first as <c>command</c>.</param>
    /// <param name="Line">The words as one line, quoted. A rule sees it as <c>line</c>.</param>
    /// <param name="Folder">Where it runs, relative to the workspace. A rule sees it as <c>cwd</c>.</param>
    public sealed record CommandRun(IReadOnlyList<string> Words, string Line, string Folder) : RequestedChange
    {
        /// <summary>The names of the facts.</summary>
        public static IReadOnlyList<string> FactNames { get; } = ["command", "line", "cwd"];

        /// <inheritdoc/>
        public override IReadOnlyDictionary<string, IReadOnlyList<string>> Facts { get; } =
            new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
            {
                ["command"] = [Words[0]],
                ["line"] = [Line],
                ["cwd"] = [Folder],
            };
    }

    /// <summary>A tool of somebody else's server is called; only the server knows what it changes.</summary>
    /// <param name="Server">The server's name.</param>
    /// <param name="Arguments">The arguments as text. A rule sees each by its name.</param>
    /// <param name="Call">The call in full, to be shown.</param>
    public sealed record ServerCall(
        string Server, IReadOnlyDictionary<string, IReadOnlyList<string>> Arguments, string Call) : RequestedChange
    {
        /// <inheritdoc/>
        public override IReadOnlyDictionary<string, IReadOnlyList<string>> Facts => Arguments;
    }
}
