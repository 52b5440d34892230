using Punie.Agent.Tools;

namespace Punie.Agent.Permissions;

/// <summary>Asked before every write and every command, whichever way the call came in.</summary>
public interface IPermissionGate
{
    /// <summary>Decides about one effect before it happens.</summary>
    ValueTask<PermissionDecision> AskAsync(PermissionRequest request, CancellationToken cancellationToken);
}

/// <summary>One effect that a tool wants to have.</summary>
/// <param name="Tool">The tool's name.</param>
/// <param name="Effect">Write or command.</param>
/// <param name="Summary">One line for a person, such as "Write src/cart.py (+3 -1)".</param>
/// <param name="Change">What would happen, to be shown.</param>
public sealed record PermissionRequest(string Tool, ToolEffect Effect, string Summary, RequestedChange Change);

/// <summary>What would happen.</summary>
public abstract record RequestedChange
{
    private protected RequestedChange()
    {
    }

    /// <summary>The values that a rule can test, by name.</summary>
    public abstract IReadOnlyDictionary<string, string> Facts { get; }

    /// <summary>A file gets new content.</summary>
    /// <param name="Path">Relative to the workspace. A rule sees it as <c>path</c>.</param>
    /// <param name="Diff">A unified diff.</param>
    public sealed record FileChange(string Path, string Diff) : RequestedChange
    {
        /// <inheritdoc/>
        public override IReadOnlyDictionary<string, string> Facts { get; } =
            new Dictionary<string, string>(StringComparer.Ordinal) { ["path"] = Path };
    }

    /// <summary>A program runs.</summary>
    /// <param name="Words">The program and its arguments. A rule sees the first as <c>command</c>.</param>
    /// <param name="Line">The words as one line, quoted. A rule sees it as <c>line</c>.</param>
    /// <param name="Folder">Where it runs, relative to the workspace. A rule sees it as <c>cwd</c>.</param>
    public sealed record CommandRun(IReadOnlyList<string> Words, string Line, string Folder) : RequestedChange
    {
        /// <inheritdoc/>
        public override IReadOnlyDictionary<string, string> Facts { get; } =
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["command"] = Words[0],
                ["line"] = Line,
                ["cwd"] = Folder,
            };
    }
}

/// <summary>The answer to a request.</summary>
public abstract record PermissionDecision
{
    private protected PermissionDecision()
    {
    }

    /// <summary>It may happen, this once.</summary>
    public sealed record Allowed : PermissionDecision;

    /// <summary>It must not happen.</summary>
    /// <param name="Reason">Told to the model.</param>
    public sealed record Denied(string Reason) : PermissionDecision;
}
