using Punie.Agent.Configuration;
using Punie.Agent.Permissions;
using Punie.Agent.Processes;
using Punie.Agent.Processes.Confining;
using Punie.Agent.Tools.Navigation;
using Punie.Agent.Workspace;
using Punie.Python.Sandbox;

namespace Punie.Agent.Tools;

/// <summary>What a call may change. When in doubt, the stronger one.</summary>
public enum ToolEffect
{
    /// <summary>Looks only.</summary>
    Read,

    /// <summary>Changes files of the workspace.</summary>
    Write,

    /// <summary>Runs a program that the model chose.</summary>
    Command,
}

/// <summary>The value that a parameter takes when a call leaves it out.</summary>
/// <param name="Value">Null is Python's None.</param>
public sealed record ToolDefault(object? Value);

/// <summary>One parameter of a tool.</summary>
/// <param name="Name">In snake_case.</param>
/// <param name="Type">Its type.</param>
/// <param name="Description">What to pass, in a few words.</param>
/// <param name="Default">Null when the parameter is required.</param>
public sealed record ToolParameter(string Name, ToolType Type, string Description, ToolDefault? Default = null);

/// <summary>
/// One thing the agent can do, declared once: the sandbox function, the Python stub, both JSON schemas and the wire
/// form of the result all come from these properties.
/// </summary>
public abstract class Tool
{
    /// <summary>In snake_case, as programs call it.</summary>
    public abstract string Name { get; }

    /// <summary>One sentence that a model reads to choose the tool.</summary>
    public abstract string Summary { get; }

    /// <summary>The parameters in positional order, required ones first.</summary>
    public abstract IReadOnlyList<ToolParameter> Parameters { get; }

    /// <summary>Type of the result.</summary>
    public abstract ToolType Result { get; }

    /// <summary>What the declaration cannot say; null when there is nothing.</summary>
    public virtual ToolGuide? Guide => null;

    /// <summary>What a call may change.</summary>
    public virtual ToolEffect Effect => ToolEffect.Read;

    /// <summary>
    /// The <c>bool</c> parameter without which a call only looks; null when every call has the effect.
    /// </summary>
    public virtual string? EffectSwitch => null;

    /// <summary>
    /// The facts of its calls that a permission rule can test; of a built-in tool that only looks none.
    /// </summary>
    public virtual IReadOnlyList<string> Facts => Effect switch
    {
        ToolEffect.Read => [],
        ToolEffect.Write => RequestedChange.FileChange.FactNames,
        ToolEffect.Command => RequestedChange.CommandRun.FactNames,
    };

    /// <summary>What a call would change, told before it runs; null when only the run can tell.</summary>
    /// <param name="arguments">The arguments that stand in the program.</param>
    /// <param name="workspace">Finds paths.</param>
    public virtual RequestedChange? Foresee(KnownArguments arguments, IWorkspace workspace) => null;

    /// <summary>The edit that a call only showed; null when it wrote, changes nothing, or is no edit.</summary>
    /// <param name="arguments">The call's arguments.</param>
    /// <param name="result">Its result, a value of <see cref="Result"/>.</param>
    public virtual OfferedEdit? Offer(ToolArguments arguments, object result) => null;

    /// <summary>Runs one call.</summary>
    /// <returns>A value of <see cref="Result"/>.</returns>
    /// <exception cref="HostException">A failure that the program may react to.</exception>
    /// <exception cref="OperationCanceledException">The turn was cancelled.</exception>
    public abstract ValueTask<object> InvokeAsync(
        ToolArguments arguments, ToolContext context, CancellationToken cancellationToken);
}

/// <summary>The doors and settings that tools work with; made once by the composition root.</summary>
/// <param name="Workspace">The project's files.</param>
/// <param name="Processes">Starts programs.</param>
/// <param name="Permissions">Asked before a write or a command.</param>
public sealed record ToolContext(IWorkspace Workspace, IProcessRunner Processes, IPermissionGate Permissions)
{
    /// <summary>Where the programs live that ship with Punie.</summary>
    public required ToolPrograms Programs { get; init; }

    /// <summary>Caps on what tools run and return.</summary>
    public ToolLimits Limits { get; init; } = new();

    /// <summary>How run_command's programs run.</summary>
    public CommandSandbox Sandbox { get; init; } = CommandSandbox.None;

    /// <summary>What the project says about itself.</summary>
    public ProjectConfig Config { get; init; } = ProjectConfig.None;

    /// <summary>Hears, in words, how far the call has come.</summary>
    public Action<string> Progress { get; init; } = _ => { };

    /// <summary>The session's language server for the navigation tools; null when there is none.</summary>
    public Navigator? Navigator { get; init; }
}

/// <summary>Caps on what tools run and return.</summary>
public sealed record ToolLimits
{
    /// <summary>Longest time a checker, a test run or git may take. Default 10 minutes.</summary>
    public TimeSpan CheckTime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Longest time a command of run_command may take. Default 5 minutes.</summary>
    public TimeSpan CommandTime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Most bytes of output that run_command keeps: the first and the last half. Default 60,000.</summary>
    public int CommandOutputBytes { get; init; } = 60_000;

    /// <summary>Most UTF-16 units of patch text in one git_diff. Default 200,000.</summary>
    public int PatchChars { get; init; } = 200_000;

    /// <summary>Most UTF-16 units in one message of a check. Default 4,000.</summary>
    public int MessageChars { get; init; } = 4_000;

    /// <summary>Most references or symbols in one result; its count says how many there are. Default 1,000.</summary>
    public int NavigationItems { get; init; } = 1_000;
}

/// <summary>Where the programs live that ship with Punie.</summary>
/// <param name="NodeFolder">The folder with <c>package.json</c>, the runner scripts and <c>node_modules</c>.</param>
public sealed record ToolPrograms(string NodeFolder)
{
    /// <summary>The Python environment that the person activated; null when none is.</summary>
    public string? ActiveEnvironment { get; init; }

    /// <summary>Where poetry keeps the environments of projects; null when that is not known.</summary>
    public string? PoetryFolder { get; init; }

    /// <summary>The interpreter that the system's own packages belong to, tried last.</summary>
    public string SystemPython { get; init; } = "/usr/bin/python3";
}
