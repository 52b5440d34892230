using System.CommandLine;
using System.Globalization;
using Punie.Agent.Loop;
using Punie.Agent.Permissions;
using Punie.Agent.Processes.Confining;
using Punie.Cli.Hosting;

namespace Punie.Cli.Commands;

/// <summary>The commands and options, and where each goes.</summary>
internal sealed class CommandLine(ICommands commands)
{
    private readonly Option<string> _workspace = new("--workspace", "-w")
    {
        Description = "The project's folder",
        HelpName = "DIR",
        DefaultValueFactory = _ => ".",
    };

    private readonly Option<string?> _model = new("--model", "-m")
    {
        Description = "router (default), scripted:FILE or http://HOST:PORT/v1#MODEL",
        HelpName = "MODEL",
    };

    private readonly Option<string?> _mode = new("--mode")
    {
        Description = "What may happen: plan (nothing), ask, auto-edit (files), auto (all); ask when not given",
        HelpName = "MODE",
    };

    private readonly Option<bool> _yes = new("--yes", "-y") { Description = "The same as --mode auto" };

    private readonly Option<string[]> _allow = new("--allow")
    {
        Description = "Allow by rule, as in 'run_command: command in [pytest]'",
        HelpName = "RULE",
    };

    private readonly Option<string[]> _deny = new("--deny") { Description = "Forbid by rule", HelpName = "RULE" };

    private readonly Option<SandboxChoice?> _sandbox = new("--sandbox")
    {
        Description =
            "Let commands write only in the workspace and temporary folders: off, auto (where possible) or on",
        HelpName = "off|auto|on",
    };

    private readonly Option<bool> _noNetwork =
        new("--no-network") { Description = "Keep commands in the sandbox off the network" };

    private readonly Option<string?> _languageServer = new("--language-server")
    {
        Description = "Command line of a language server, as in 'ty server'",
        HelpName = "CMD",
    };

    private readonly Option<ToolsMode?> _tools = new("--tools")
    {
        Description = "code: the model writes programs; native: it calls functions; both",
        HelpName = "code|native|both",
    };

    private readonly Option<string?> _trace = new("--trace")
    {
        Description = "Append every event as JSON Lines",
        HelpName = "FILE",
    };

    /// <summary>Runs a command line.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> InvokeAsync(string[] arguments, ITerminal terminal, CancellationToken cancellationToken)
    {
        var root = Root();
        var parsed =
            root.Parse(IsBare(arguments) ? terminal.IsInteractive ? ["chat", .. arguments] : ["--help"] : arguments);
        if (parsed.Errors.Count > 0) throw new UsageException(Wrong(parsed));
        var configuration = new InvocationConfiguration
        {
            Output = terminal.Output,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        return await parsed.InvokeAsync(configuration, cancellationToken).ConfigureAwait(false);
    }

    // Options alone are those of a chat: punie --continue.
    private static bool IsBare(string[] arguments) =>
        arguments.Length == 0
            || (arguments[0].StartsWith('-') && arguments[0] is not ("-h" or "-?" or "--help" or "--version"));

    private static string Wrong(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (command is RootCommand)
        {
            var names = string.Join(", ", command.Subcommands.Select(one => one.Name));
            return parsed.UnmatchedTokens.Count > 0
                ? $"there is no command '{parsed.UnmatchedTokens[0]}'; use one of {names}"
                : $"name a command: {names}";
        }

        return $"{parsed.Errors[0].Message.TrimEnd('.')}; see punie {command.Name} --help";
    }

    private RootCommand Root()
    {
        var root = new RootCommand("Punie answers questions about a Python project with typed tools and a small model.")
        {
            Ask(), Chat(), Sessions(), Run(), Tools(), Mcp(), Doctor(), Trust(), Undo(), Train(), Evaluate(),
        };
        return root;
    }

    private Command Ask()
    {
        var words =
            new Argument<string[]>("prompt")
            {
                Description = "The question; - reads it from the input",
                Arity = ArgumentArity.ZeroOrMore
            };
        var prompts =
            new Option<string?>("--prompts") { Description = "Answer every line of a file", HelpName = "FILE" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Show the program; run nothing" };
        var noInstructions =
            new Option<bool>("--no-project-instructions") { Description = "Leave out the project's AGENTS.md" };
        var goOn = new Option<bool>("--continue") { Description = "Add to the session used last" };
        var session = new Option<string?>("--session") { Description = "Add to this session", HelpName = "ID" };
        var format =
            new Option<OutputFormat>("--format")
            {
                Description = "text or json (one object a line)",
                HelpName = "text|json"
            };
        var command = new Command("ask", "Ask a question about a project")
        {
            words, prompts, _model, _tools, goOn, session, dryRun, noInstructions, format, _workspace, _mode, _yes,
            _allow, _deny, _sandbox, _noNetwork, _languageServer, _trace,
        };
        command.SetAction((parsed, cancellationToken) => commands.AskAsync(
            new AskOptions
            {
                Words = parsed.GetValue(words) ?? [],
                PromptsFile = parsed.GetValue(prompts),
                Model = parsed.GetValue(_model),
                Tools = parsed.GetValue(_tools),
                IsDryRun = parsed.GetValue(dryRun),
                ReadsInstructions = !parsed.GetValue(noInstructions),
                Format = parsed.GetValue(format),
                TraceFile = parsed.GetValue(_trace),
                Session = Session(parsed, goOn, session),
                Work = Work(parsed),
            },
            cancellationToken));
        return command;
    }

    private Command Chat()
    {
        var goOn = new Option<bool>("--continue") { Description = "Go on with the session used last" };
        var resume = new Option<string?>("--resume")
        {
            Description = "Go on with this session, or with the one used last",
            HelpName = "ID",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var noInstructions =
            new Option<bool>("--no-project-instructions") { Description = "Leave out the project's AGENTS.md" };
        var command =
            new Command("chat", "Ask one question after another; what was said is kept (punie alone on a terminal)")
        {
            resume, goOn, _model, _tools, noInstructions, _workspace, _mode, _yes, _allow, _deny, _sandbox, _noNetwork,
            _languageServer,
        };
        command.SetAction((parsed, cancellationToken) => commands.ChatAsync(
            new ChatOptions
            {
                Model = parsed.GetValue(_model),
                Tools = parsed.GetValue(_tools),
                Session = Session(parsed, goOn, resume),
                ReadsInstructions = !parsed.GetValue(noInstructions),
                Work = Work(parsed),
            },
            cancellationToken));
        return command;
    }

    private Command Sessions()
    {
        var json = new Option<bool>("--json") { Description = "For programs" };
        var id =
            new Argument<string?>("id")
            {
                Description = "The beginning of a session's id; the one used last when left out",
                Arity = ArgumentArity.ZeroOrOne
            };
        var export = new Command("export", "Print a session as Markdown or JSON") { id, json, _workspace };
        export.SetAction((parsed, _) => Task.FromResult(
            commands.ExportSession(new SessionChoice(parsed.GetValue(id)), parsed.GetValue(json),
                parsed.GetValue(_workspace)!)));
        var command = new Command("sessions", "List the sessions of a workspace") { json, _workspace, export };
        command.SetAction((parsed, _) =>
            Task.FromResult(commands.Sessions(parsed.GetValue(json), parsed.GetValue(_workspace)!)));
        return command;
    }

    private static SessionChoice? Session(ParseResult parsed, Option<bool> goOn, Option<string?> id)
    {
        var isNamed = parsed.GetResult(id) is { Implicit: false };
        var isLast = parsed.GetValue(goOn);
        if (isNamed && isLast) throw new UsageException($"give --continue or {id.Name}, not both");
        return isNamed || isLast ? new SessionChoice(parsed.GetValue(id)) : null;
    }

    private Command Run()
    {
        var file = new Argument<string?>("file") { Description = "A program's path", Arity = ArgumentArity.ZeroOrOne };
        var code = new Option<string?>("--code", "-c") { Description = "A program's text", HelpName = "CODE" };
        var command = new Command("run", "Run a Code Mode program without a model")
        {
            file, code, _workspace, _mode, _yes, _allow, _deny, _sandbox, _noNetwork, _languageServer, _trace,
        };
        command.SetAction((parsed, cancellationToken) => commands.RunAsync(
            new RunOptions(parsed.GetValue(file), parsed.GetValue(code), parsed.GetValue(_trace), Work(parsed)),
            cancellationToken));
        return command;
    }

    private Command Tools()
    {
        var json = new Option<bool>("--json") { Description = "Names, descriptions and JSON schemas" };
        var full = new Option<bool>("--full") { Description = "With a comment on each field" };
        var name = new Argument<string>("tool") { Description = "The tool's name" };
        var stubs =
            new Command("stubs", "The tools as Python declarations, as a model reads them") { full, _workspace };
        stubs.SetAction((parsed, cancellationToken) =>
            Show(new ToolsView.Stubs(parsed.GetValue(full)), parsed, cancellationToken));
        var describe =
            new Command("describe", "One tool in full: every field, an example, pitfalls") { name, _workspace };
        describe.SetAction((parsed, cancellationToken) =>
            Show(new ToolsView.Described(parsed.GetValue(name)!), parsed, cancellationToken));
        var command =
            new Command("tools", "List the tools that programs can call in a project") { json, _workspace, stubs,
            describe };
        command.SetAction((parsed, cancellationToken) =>
            Show(parsed.GetValue(json) ? new ToolsView.Json() : new ToolsView.Lines(), parsed, cancellationToken));
        return command;

        Task<int> Show(ToolsView view, ParseResult parsed, CancellationToken cancellationToken) =>
            commands.ToolsAsync(view, parsed.GetValue(_workspace)!, cancellationToken);
    }

    private Command Mcp()
    {
        var json = new Option<bool>("--json") { Description = "For programs" };
        var command = new Command("mcp", "Start the project's MCP servers and list their tools") { json, _workspace };
        command.SetAction((parsed, cancellationToken) =>
            commands.McpAsync(parsed.GetValue(json), parsed.GetValue(_workspace)!, cancellationToken));
        return command;
    }

    private Command Doctor()
    {
        var json = new Option<bool>("--json") { Description = "For programs" };
        var command = new Command("doctor", "Check the external programs: found, version, or how to install") { json,
            _workspace };
        command.SetAction((parsed, cancellationToken) =>
            commands.DoctorAsync(parsed.GetValue(json), parsed.GetValue(_workspace)!, cancellationToken));
        return command;
    }

    private Command Trust()
    {
        var revoke = new Option<bool>("--revoke") { Description = "Take it back" };
        var command =
            new Command("trust", "Accept the commands in a project's .punie/config, after you read it") { _workspace,
            revoke };
        command.SetAction((parsed, cancellationToken) =>
            commands.TrustAsync(parsed.GetValue(_workspace)!, parsed.GetValue(revoke), cancellationToken));
        return command;
    }

    private Command Undo()
    {
        var turn =
            new Argument<string?>("turn")
            {
                Description = "A turn's number; the last one when not given",
                Arity = ArgumentArity.ZeroOrOne
            };
        var list = new Option<bool>("--list") { Description = "Show what can be undone" };
        var force =
            new Option<bool>("--force") { Description = "Also overwrite files that were changed after the turn" };
        var command =
            new Command("undo", "Put back the files that the last turn wrote") { turn, list, force, _workspace };
        command.SetAction((parsed, _) => Task.FromResult(commands.Undo(new UndoOptions(
            parsed.GetValue(_workspace)!, TurnNumber(parsed.GetValue(turn)), parsed.GetValue(list),
            parsed.GetValue(force)))));
        return command;
    }

    private static int? TurnNumber(string? text) => text is null ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw new UsageException($"'{text}' is no turn; give a number that punie undo --list shows");

    private Command Train()
    {
        var recipe =
            new Argument<string>("recipe") { Description = "A training run as JSON, such as recipes/router-v1.json" };
        var command = new Command("train", "Train a model from its recipe; run again to go on after a stop") { recipe };
        command.SetAction((parsed, cancellationToken) =>
            Task.FromResult(commands.Train(parsed.GetValue(recipe)!, cancellationToken)));
        return command;
    }

    private Command Evaluate()
    {
        var suite =
            new Argument<string>("suite") { Description = "A suite of prompts as YAML, such as suites/router-v0.yaml" };
        var command =
            new Command("evaluate", "Measure a model on a suite; prints the report as Markdown") { suite, _model,
            _workspace };
        command.SetAction((parsed, cancellationToken) =>
            commands.EvaluateAsync(
                parsed.GetValue(suite)!, parsed.GetValue(_model)
                    ?? ModelChoice.Default, parsed.GetValue(_workspace)!, cancellationToken));
        return command;
    }

    private WorkOptions Work(ParseResult parsed)
    {
        var allow = (parsed.GetValue(_allow) ?? []).Select(rule => $"allow {rule}");
        var deny = (parsed.GetValue(_deny) ?? []).Select(rule => $"deny {rule}");
        return new WorkOptions(parsed.GetValue(_workspace)!, Mode(parsed), [.. allow, .. deny])
        {
            LanguageServer = parsed.GetValue(_languageServer),
            Sandbox = new SandboxOptions(parsed.GetValue(_sandbox), !parsed.GetValue(_noNetwork)),
        };
    }

    private PermissionMode? Mode(ParseResult parsed)
    {
        var isYes = parsed.GetValue(_yes);
        if (parsed.GetValue(_mode) is not { } text) return isYes ? PermissionMode.Auto : null;
        if (!PermissionModes.TryParse(text, out var mode, out var error)) throw new UsageException(error);
        return isYes && mode is not PermissionMode.Auto
            ? throw new UsageException($"give --yes or --mode {text}, not both")
            : mode;
    }
}
