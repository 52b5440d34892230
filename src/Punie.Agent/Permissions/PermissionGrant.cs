using System.Diagnostics;
using Punie.Agent.Tools;

namespace Punie.Agent.Permissions;

/// <summary>What a person allowed for the rest of a session: more than one effect, less than a mode.</summary>
public abstract record PermissionGrant
{
    // Programs that do whatever their arguments say: one harmless run says nothing about the next.
    private static readonly HashSet<string> Launchers = new(StringComparer.Ordinal)
    {
        "ash", "awk", "bash", "bun", "cargo", "cmake", "command", "csh", "curl", "dash", "deno", "docker", "doas",
        "dotnet",
        "env", "exec", "find", "fish", "git", "go", "hatch", "java", "just", "ksh", "make", "nice", "nohup", "node",
        "nox",
        "npm", "npx", "osascript", "pdm", "perl", "php", "pip", "pipx", "pnpm", "podman", "poetry", "rm", "rsync",
        "ruby",
        "sed", "setsid", "sh", "ssh", "stdbuf", "sudo", "tee", "time", "timeout", "tox", "uv", "uvx", "watch", "wget",
        "xargs", "yarn", "zsh",
    };

    private PermissionGrant()
    {
    }

    /// <summary>The grant that covers a request and the next ones like it.</summary>
    public static PermissionGrant For(PermissionRequest request) => request.Change switch
    {
        RequestedChange.FileChange or RequestedChange.FileChanges => new FileWrites(),
        RequestedChange.CommandRun command when IsLauncher(command.Words[0]) =>
            new CommandLine(command.Line, command.Folder),
        RequestedChange.CommandRun command => new CommandsOf(command.Words[0]),
        RequestedChange.ServerCall => new CallsOf(request.Tool),
        _ => throw new UnreachableException(),
    };

    /// <summary>True when the effect was allowed with the grant.</summary>
    public abstract bool Covers(string tool, RequestedChange change);

    /// <summary>True when it covers every effect of this kind that the tool can have.</summary>
    internal virtual bool CoversAll(string tool, ToolEffect effect) => false;

    // A path names whatever lies there at the moment, so it gets no more than its own line.
    private static bool IsLauncher(string program) =>
        program.Contains('/', StringComparison.Ordinal) || program.StartsWith("python", StringComparison.Ordinal)
        || Launchers.Contains(program);

    /// <summary>Every write of a file in the workspace, by any tool.</summary>
    public sealed record FileWrites : PermissionGrant
    {
        /// <inheritdoc/>
        public override bool Covers(string tool, RequestedChange change) => change is RequestedChange.FileChange;

        /// <inheritdoc/>
        internal override bool CoversAll(string tool, ToolEffect effect) => effect is ToolEffect.Write;

        /// <inheritdoc/>
        public override string ToString() => "every write of a file";
    }

    /// <summary>Every run of one program, whatever its arguments.</summary>
    /// <param name="Program">As it is written in the command, without a path.</param>
    public sealed record CommandsOf(string Program) : PermissionGrant
    {
        /// <inheritdoc/>
        public override bool Covers(string tool, RequestedChange change) =>
            change is RequestedChange.CommandRun command && command.Words[0] == Program;

        /// <inheritdoc/>
        public override string ToString() => $"every run of {Program}";
    }

    /// <summary>One command with these arguments in this folder, again and again.</summary>
    /// <param name="Line">The words as one line, quoted.</param>
    /// <param name="Folder">Relative to the workspace.</param>
    public sealed record CommandLine(string Line, string Folder) : PermissionGrant
    {
        /// <inheritdoc/>
        public override bool Covers(string tool, RequestedChange change) =>
            change is RequestedChange.CommandRun command && command.Line == Line && command.Folder == Folder;

        /// <inheritdoc/>
        public override string ToString() => $"exactly this command: {Line}";
    }

    /// <summary>Every call of one tool, whatever its arguments.</summary>
    /// <param name="Tool">The tool's name.</param>
    public sealed record CallsOf(string Tool) : PermissionGrant
    {
        /// <inheritdoc/>
        public override bool Covers(string tool, RequestedChange change) => tool == Tool;

        /// <inheritdoc/>
        internal override bool CoversAll(string tool, ToolEffect effect) => tool == Tool;

        /// <inheritdoc/>
        public override string ToString() => $"every call of {Tool}";
    }
}
