using Punie.Agent.Loop;
using Punie.Agent.Processes.Confining;

namespace Punie.Agent.Configuration;

/// <summary>
/// What a project says about itself in <c>.punie/config</c>. Everything is optional; the command line wins.
/// </summary>
public sealed record ProjectConfig
{
    /// <summary>A project that says nothing.</summary>
    public static ProjectConfig None { get; } = new();

    /// <summary>As <c>--model</c> takes it; null for the router.</summary>
    public string? Model { get; init; }

    /// <summary>How the project is checked.</summary>
    public CheckSettings Checks { get; init; } = new();

    /// <summary>
    /// Language servers, best first: the first that is installed is started. Empty: one is looked for.
    /// </summary>
    public IReadOnlyList<ConfiguredCommand> LanguageServers { get; init; } = [];

    /// <summary>What may happen without a question.</summary>
    public PermissionSettings Permissions { get; init; } = new();

    /// <summary>Servers of further tools, in the file's order.</summary>
    public IReadOnlyList<McpServerConfig> McpServers { get; init; } = [];

    /// <summary>How the model calls tools; null when the file does not say.</summary>
    public ToolsMode? Tools { get; init; }

    /// <summary>Whether commands run confined; null when the file does not say.</summary>
    public SandboxChoice? Sandbox { get; init; }

    /// <summary>
    /// The interpreter that has the project's packages; a path, relative to the workspace when not full.
    /// </summary>
    public string? Python { get; init; }

    /// <summary>A file with <c>NAME=VALUE</c> lines, relative to the workspace.</summary>
    public string? EnvFile { get; init; }

    /// <summary>The variables of <see cref="EnvFile"/>: set for checks, tests and language servers.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();
}

/// <summary>
/// The commands that check the project; a null one is chosen from what the project uses and has installed.
/// </summary>
public sealed record CheckSettings
{
    /// <summary>Type checker, such as <c>mypy --strict</c>.</summary>
    public ConfiguredCommand? Typecheck { get; init; }

    /// <summary>Linter, such as <c>ruff</c>.</summary>
    public ConfiguredCommand? RuffCheck { get; init; }

    /// <summary>Test runner, such as <c>uv run pytest -q</c>.</summary>
    public ConfiguredCommand? PytestRun { get; init; }

    /// <summary>Longest time that a check may take; null for the default.</summary>
    public TimeSpan? Timeout { get; init; }
}

/// <summary>A command line from the file.</summary>
/// <param name="Line">As written.</param>
/// <param name="Words">At least one: the program and its arguments.</param>
public sealed record ConfiguredCommand(string Line, IReadOnlyList<string> Words);

/// <summary>What may happen without a question, as texts.</summary>
public sealed record PermissionSettings
{
    /// <summary>The modes that the file may name, from the strictest to the loosest.</summary>
    public static IReadOnlyList<string> Modes { get; } = ["plan", "ask", "auto-edit", "auto"];

    /// <summary>One of <see cref="Modes"/>; null when the file does not say.</summary>
    public string? Mode { get; init; }

    /// <summary>Rules such as <c>allow run_command: command in [pytest]</c>, in the file's order.</summary>
    public IReadOnlyList<ConfiguredRule> Rules { get; init; } = [];
}

/// <summary>A permission rule from the file.</summary>
/// <param name="Text">As written.</param>
/// <param name="Line">Where it stands in the file, from 1.</param>
public sealed record ConfiguredRule(string Text, long Line);
