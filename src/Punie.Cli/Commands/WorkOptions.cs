using Punie.Agent.Loop;
using Punie.Agent.Permissions;
using Punie.Agent.Processes.Confining;

namespace Punie.Cli.Commands;

/// <summary>Where to work and what may happen there.</summary>
/// <param name="Workspace">The project's folder.</param>
/// <param name="Mode">What may happen where no rule fits; null for what the project's configuration says.</param>
/// <param name="Rules">Permission rules as written.</param>
internal sealed record WorkOptions(string Workspace, PermissionMode? Mode, IReadOnlyList<string> Rules)
{
    /// <summary>The command line of a language server; null to look for one.</summary>
    public string? LanguageServer { get; init; }

    /// <summary>Whether commands run confined.</summary>
    public SandboxOptions Sandbox { get; init; } = new(Choice: null, HasNetwork: true);

    /// <summary>To look at a project without writing or running anything there.</summary>
    public static WorkOptions ToLook(string workspace) => new(workspace, PermissionMode.Plan, [])
    {
        Sandbox = new SandboxOptions(SandboxChoice.Off, HasNetwork: true),
    };
}

/// <summary>Whether commands run confined, as written on the command line.</summary>
/// <param name="Choice">Off, where possible, or always; null for what the project's configuration says.</param>
/// <param name="HasNetwork">False to keep them off the network.</param>
internal sealed record SandboxOptions(SandboxChoice? Choice, bool HasNetwork);

/// <summary>How results are written.</summary>
internal enum OutputFormat
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>For programs: one JSON object a line.</summary>
    Json,
}

/// <summary>The <c>ask</c> command line.</summary>
internal sealed record AskOptions
{
    /// <summary>The words of the prompt.</summary>
    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>A file with one prompt a line; null without.</summary>
    public required string? PromptsFile { get; init; }

    /// <summary>As written; null when the project's configuration decides.</summary>
    public required string? Model { get; init; }

    /// <summary>How the model reaches the tools; null when the command line does not say.</summary>
    public ToolsMode? Tools { get; init; }

    /// <summary>True to run nothing.</summary>
    public required bool IsDryRun { get; init; }

    /// <summary>True to tell the model what the project's AGENTS.md says.</summary>
    public required bool ReadsInstructions { get; init; }

    /// <summary>How results are written.</summary>
    public required OutputFormat Format { get; init; }

    /// <summary>A file to record events in; null without.</summary>
    public required string? TraceFile { get; init; }

    /// <summary>The session to add to; null to keep none.</summary>
    public SessionChoice? Session { get; init; }

    /// <summary>Where to work.</summary>
    public required WorkOptions Work { get; init; }
}

/// <summary>An earlier session.</summary>
/// <param name="Id">The beginning of its id; null for the one used last.</param>
internal sealed record SessionChoice(string? Id);

/// <summary>The <c>chat</c> command line.</summary>
internal sealed record ChatOptions
{
    /// <summary>As written; null when the session or the project's configuration decides.</summary>
    public required string? Model { get; init; }

    /// <summary>How the model reaches the tools; null when the command line does not say.</summary>
    public ToolsMode? Tools { get; init; }

    /// <summary>The session to go on with; null to start one.</summary>
    public required SessionChoice? Session { get; init; }

    /// <summary>True to tell the model what the project's AGENTS.md says.</summary>
    public required bool ReadsInstructions { get; init; }

    /// <summary>Where to work.</summary>
    public required WorkOptions Work { get; init; }
}

/// <summary>The <c>undo</c> command line.</summary>
/// <param name="Workspace">The project's folder.</param>
/// <param name="Turn">A turn's number; null for the last one.</param>
/// <param name="IsList">True to only show what can be undone.</param>
/// <param name="IsForced">True to overwrite what was changed after the turn.</param>
internal sealed record UndoOptions(string Workspace, int? Turn, bool IsList, bool IsForced);

/// <summary>The <c>run</c> command line; exactly one of the two is given.</summary>
/// <param name="File">A program's path.</param>
/// <param name="Code">A program's text.</param>
/// <param name="TraceFile">A file to record events in; null without.</param>
/// <param name="Work">Where to work.</param>
internal sealed record RunOptions(string? File, string? Code, string? TraceFile, WorkOptions Work);
