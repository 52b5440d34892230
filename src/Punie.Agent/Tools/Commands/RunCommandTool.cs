using System.Diagnostics;
using System.Globalization;
using Punie.Agent.Permissions;
using Punie.Agent.Processes;
using Punie.Agent.Processes.Confining;
using Punie.Agent.Tools.Files;
using Punie.Agent.Tools.Guides;
using Punie.Agent.Workspace;
using Punie.Python.Sandbox;

namespace Punie.Agent.Tools.Commands;

/// <summary>run_command: runs one program, after permission; no shell.</summary>
public sealed class RunCommandTool : Tool
{
    private const int ErrorTailChars = 4_000;
    private static readonly string[] Refusals = ["permission denied", "not permitted", "EACCES", "resolve", "network"];

    /// <inheritdoc/>
    public override string Name => "run_command";

    /// <inheritdoc/>
    public override string Summary => "Run a program and return what it printed; raises when it fails.";

    /// <inheritdoc/>
    public override ToolGuide Guide => FileGuides.RunCommand;

    /// <inheritdoc/>
    public override IReadOnlyList<ToolParameter> Parameters { get; } =
    [
        new(
            "command",
            Py.Str,
            "The program, or a whole command line; split into words as a shell does, but no shell is run."),
        new("args", Py.Optional(Py.List(Py.Str)), "More arguments, passed on as they are.", new ToolDefault(null)),
        new("cwd", Py.Optional(Py.Str), "Folder to run in, relative to the workspace.", new ToolDefault(null)),
    ];

    /// <inheritdoc/>
    public override ToolType Result => Py.Str;

    /// <inheritdoc/>
    public override ToolEffect Effect => ToolEffect.Command;

    /// <inheritdoc/>
    public override RequestedChange? Foresee(KnownArguments arguments, IWorkspace workspace)
    {
        if (arguments.Str("command") is not { } command || !arguments.IsKnown("args") || !arguments.IsKnown("cwd"))
            return null;
        try
        {
            var words = Words(command, arguments.Strs("args"));
            var folder = workspace.Resolve(arguments.Str("cwd") ?? ".").Relative;
            return new RequestedChange.CommandRun(words, CommandWords.Join(words), folder);
        }
        catch (Exception e) when (e is WorkspaceException or HostException)
        {
            // The call itself will say so.
            return null;
        }
    }

    /// <inheritdoc/>
    public override async ValueTask<object> InvokeAsync(
        ToolArguments arguments, ToolContext context, CancellationToken cancellationToken)
    {
        var words = Words(arguments.Str("command"), arguments.OptionalStrs("args"));
        var folder = Folder(context.Workspace, arguments.OptionalStr("cwd") ?? ".");
        if (context.Processes.Find(words[0], folder.Full) is null) throw NotFound(words[0]);

        var line = CommandWords.Join(words);
        await AskAsync(words, line, folder, context, cancellationToken).ConfigureAwait(false);
        var request = new ProcessRequest
        {
            Program = words[0],
            Arguments = words.Skip(1).ToList(),
            WorkingDirectory = folder.Full,
            TimeLimit = context.Limits.CommandTime,
            OutputBytes = context.Limits.CommandOutputBytes,
            JoinStreams = true,
            Confinement = context.Sandbox.ForCommand(),
        };
        var outcome = await context.Processes.RunAsync(request, cancellationToken).ConfigureAwait(false);
        return outcome is ProcessOutcome.Exited { Code: 0 } done
            ? done.Output.InOrder
            : throw Failure(line, outcome, request.Confinement);
    }

    private static List<string> Words(string command, IReadOnlyList<string>? more)
    {
        if (!CommandWords.TrySplit(command, out var words, out var error))
        {
            throw new HostException("ValueError", $"cannot split the command {command}: {error}");
        }

        if (words.Count == 0)
        {
            throw new HostException("ValueError", "the command is empty; name a program, such as 'git status'");
        }

        return [.. words, .. more ?? []];
    }

    private static WorkspacePath Folder(IWorkspace workspace, string path)
    {
        try
        {
            var folder = workspace.ResolveExisting(path);
            return folder.Kind is PathKind.Folder
                ? folder
                : throw new HostException("NotADirectoryError", $"'{folder.Relative}' is a file; cwd must be a folder");
        }
        catch (WorkspaceException e)
        {
            throw WorkspaceFailure.ToPython(e);
        }
    }

    private async Task AskAsync(
        List<string> words, string line, WorkspacePath folder, ToolContext context, CancellationToken cancellationToken)
    {
        var summary = folder.Relative == "." ? $"Run {line}" : $"Run {line} in {folder.Relative}";
        var change = new RequestedChange.CommandRun(words, line, folder.Relative);
        var decision = await context.Permissions
            .AskAsync(new PermissionRequest(Name, Effect, summary, change), cancellationToken)
            .ConfigureAwait(false);
        if (decision is PermissionDecision.Denied denied)
        {
            throw new HostException("PermissionError", $"'{line}' was not run: {denied.Reason}");
        }
    }

    private static HostException NotFound(string program) => new(
        "FileNotFoundError",
        program.Contains('=', StringComparison.Ordinal)
            ? $"there is no program '{program}'; variables cannot be set before a command, because no shell is run"
            : $"there is no program '{program}' on this machine; install it or use another one");

    private static HostException Failure(string line, ProcessOutcome outcome, Confinement? confinement) =>
        outcome switch
        {
            ProcessOutcome.Exited exited => new(
                "RuntimeError",
                Text($"'{line}' failed with exit code {exited.Code}{Hint(exited.Output, confinement)}", exited.Output)),
            ProcessOutcome.Signalled killed =>
                new("RuntimeError", Text($"'{line}' was ended by signal {killed.Signal}", killed.Output)),
            ProcessOutcome.TimedOut late => new(
                "TimeoutError", Text($"'{line}' was stopped after {late.Limit.TotalSeconds:0.###} seconds", late.Output)),
            ProcessOutcome.NotFound missing => NotFound(missing.Program),
            ProcessOutcome.NotStarted refused => new("OSError", $"cannot start '{refused.Program}': {refused.Reason}"),
            _ => throw new UnreachableException(),
        };

    // The program's own words do not tell a file's rights from the sandbox.
    private static string Hint(ProcessOutput output, Confinement? confinement)
    {
        if (confinement is null
            || !Refusals.Any(words => output.InOrder.Contains(words, StringComparison.OrdinalIgnoreCase))) return "";
        var network = confinement.HasNetwork ? "" : " and has no network";
        return $" (it ran in the sandbox, where it can write only in the workspace and in temporary folders{network})";
    }

    private static string Text(FormattableString what, ProcessOutput output)
    {
        var printed = output.InOrder.TrimEnd();
        if (printed.Length > ErrorTailChars) printed = "..." + printed[^ErrorTailChars..];
        var first = what.ToString(CultureInfo.InvariantCulture);
        return printed.Length == 0 ? first : $"{first}:\n{printed}";
    }
}
