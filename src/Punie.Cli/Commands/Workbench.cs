using System.Globalization;
using Punie.Agent.CodeMode;
using Punie.Agent.Configuration;
using Punie.Agent.LanguageServer;
using Punie.Agent.Permissions;
using Punie.Agent.Processes;
using Punie.Agent.Processes.Confining;
using Punie.Agent.Tools;
using Punie.Agent.Tools.Domain.Projects;
using Punie.Agent.Tools.Mcp;
using Punie.Agent.Tools.Mcp.Settings;
using Punie.Agent.Tools.Navigation;
using Punie.Agent.Workspace;
using Punie.Agent.Workspace.Undo;
using Punie.Cli.Hosting;
using Punie.Cli.Rendering;

namespace Punie.Cli.Commands;

/// <summary>A workspace that programs can run in.</summary>
/// <param name="Root">Its full path.</param>
/// <param name="Runner">Runs programs there.</param>
/// <param name="Context">The doors that the tools work with.</param>
/// <param name="Question">Asks the person; its hook moves a progress line out of the way.</param>
internal sealed record Workbench(string Root, CodeRunner Runner, ToolContext Context, PermissionQuestion Question)
    : IAsyncDisposable
{
    /// <summary>Decides about effects; its mode can be changed while the session lasts.</summary>
    public required PermissionPolicy Permissions { get; init; }

    /// <summary>Which language server is wanted.</summary>
    public required LanguageServerSettings Servers { get; init; }

    /// <summary>What the tools wrote, to be undone.</summary>
    public required UndoJournal Undo { get; init; }

    /// <summary>The project's servers of tools; they start when they are needed.</summary>
    public required McpServers Mcp { get; init; }

    /// <summary>
    /// The same with the tools of the project's servers, which are started; the person hears which cannot be used.
    /// </summary>
    public async Task<Workbench> WithServersAsync(ITerminal terminal, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        if (Mcp.IsEmpty) return this;
        foreach (var problem in await Mcp.StartAsync(cancellationToken).ConfigureAwait(false))
            terminal.Complain(Cells.Harmless(problem));
        return this with { Runner = new CodeRunner(Mcp.Catalog(Runner.Tools), Context, CodeLimits.Default, clock) };
    }

    /// <summary>Ends what runs in the background.</summary>
    public async ValueTask DisposeAsync()
    {
        await Mcp.DisposeAsync().ConfigureAwait(false);
        if (Context.Navigator is { } navigator) await navigator.DisposeAsync().ConfigureAwait(false);
        Permissions.Dispose();
        Undo.Dispose();
    }
}

/// <summary>Opens workspaces with everything that programs need there.</summary>
/// <param name="terminal">Asked about effects when a person is there.</param>
/// <param name="clock">Measures calls and limits.</param>
/// <param name="installation">Where the pinned programs are.</param>
/// <param name="environment">Where other programs are looked up and what the person accepted.</param>
internal sealed class Workbenches(ITerminal terminal, TimeProvider clock, Installation installation,
    UserEnvironment environment)
{
    /// <summary>Where Punie keeps what belongs to no project.</summary>
    public StateFolder State => environment.State;

    /// <summary>Which files with commands the person accepted.</summary>
    public TrustStore Trust { get; } = new(environment.State);

    /// <summary>The tools that ship with Punie.</summary>
    public ToolCatalog Tools { get; } = BuiltInTools.Create();

    /// <summary>
    /// Opens one, with the project's configuration and the tools of its rules; a usage error when the folder or a
    /// permission is wrong.
    /// </summary>
    public async Task<Workbench> OpenAsync(WorkOptions options, CancellationToken cancellationToken)
    {
        var root = UserFiles.Workspace(options.Workspace);
        var undo = Undo(root);
        var workspace = new DiskWorkspace(root, undo);
        var rules = await ProjectRules.LoadAsync(Tools, workspace, cancellationToken).ConfigureAwait(false);
        var question = new PermissionQuestion(terminal);
        var loaded = await ProjectConfigFile.LoadAsync(workspace, Trust, cancellationToken).ConfigureAwait(false);
        var permissions = Permissions(options, loaded.Config.Permissions, rules.Tools, question);
        var processes = new ProcessRunner(environment.SearchPath, clock);
        var context = new ToolContext(workspace, processes, permissions)
        {
            Programs = new ToolPrograms(installation.NodeFolder)
            {
                ActiveEnvironment = environment.VirtualEnvironment,
                PoetryFolder = environment.PoetryFolder,
            },
            Config = loaded.Config,
            Limits = Limits(loaded.Config),
            Sandbox = Sandbox(options.Sandbox, workspace.Root, Notice),
        };
        var servers = Servers(options, loaded.Config);
        var server = new LanguageServerSession(context, processes, servers, clock) { Noticed = Notice };
        context = context with { Navigator = new Navigator(workspace, server) };
        var file = await McpFile.LoadAsync(workspace, Trust, cancellationToken).ConfigureAwait(false);
        var mcp = new McpServers(
            loaded.Config.McpServers.Concat(file.Servers),
            new McpSurroundings(root, processes, Environment.GetEnvironmentVariable, clock) { Noticed = Notice });
        foreach (var problem in loaded.Problems.Concat(rules.Problems).Concat(file.Problems))
            terminal.Complain(Cells.Harmless(problem));
        return new Workbench(root, new CodeRunner(rules.Tools, context, CodeLimits.Default, clock), context, question)
        {
            Permissions = permissions,
            Servers = servers,
            Undo = undo,
            Mcp = mcp,
        };

        void Notice(string text)
        {
            question.BeforeAsking();
            terminal.Complain(text);
        }
    }

    /// <summary>What was written in a workspace by this and earlier runs.</summary>
    public UndoJournal Undo(string workspace) => new(environment.State, workspace, new UndoLimits(), clock);

    private static CommandSandbox Sandbox(SandboxOptions options, string root, Action<string> notice)
    {
        const string Cannot = "this system cannot confine commands (Linux 5.13 or newer with Landlock can)";
        if (options.Choice is SandboxChoice.Off) return CommandSandbox.None;
        if (Confinement.IsAvailable)
            return new CommandSandbox(Confinement.To(Installation.Self, root, options.HasNetwork));
        return options.Choice is SandboxChoice.On
            ? throw new UsageException($"{Cannot}; start punie with --sandbox off or auto")
            : new CommandSandbox(null) { Notice = $"{Cannot}; they run as they are", Noticed = notice };
    }

    private static ToolLimits Limits(ProjectConfig config) =>
        config.Checks.Timeout is { } time ? new ToolLimits { CheckTime = time } : new ToolLimits();

    private static LanguageServerSettings Servers(WorkOptions options, ProjectConfig config)
    {
        if (options.LanguageServer is not { } line)
            return new LanguageServerSettings
            {
                Preferred = [.. config.LanguageServers.Select(server => server.Words)]
            };
        if (!CommandWords.TrySplit(line, out var words, out var error))
            throw new UsageException($"--language-server: {error}");
        if (words.Count == 0) throw new UsageException("--language-server needs a command line, such as 'ty server'");
        return new LanguageServerSettings { Command = words };
    }

    private PermissionPolicy Permissions(
        WorkOptions options, PermissionSettings settings, ToolCatalog tools, PermissionQuestion question)
    {
        var rules = options.Rules.Select(text => Rule(text, tools))
            .Concat(settings.Rules.Select(rule => Rule(rule, tools))).ToList();
        var usual = settings.Mode is { } text && PermissionModes.TryParse(text, out var mode, out _)
            ? mode
            : PermissionMode.Ask;
        return new PermissionPolicy(options.Mode ?? usual, rules, terminal.IsInteractive ? question : null)
        {
            NobodyReason = "nobody is there to ask; start punie with --yes, --mode auto-edit or --allow RULE",
        };
    }

    // A rule that cannot be read may be one that forbids, so nothing goes on without it.
    private static PermissionRule Rule(ConfiguredRule rule, ToolCatalog tools) =>
        PermissionRule.TryParse(rule.Text, tools, out var read, out var error)
            ? read
            : throw new UsageException(
                string.Create(CultureInfo.InvariantCulture, $"{ProjectConfigFile.Name} line {rule.Line}: {error}"));

    private static PermissionRule Rule(string text, ToolCatalog tools) =>
        PermissionRule.TryParse(text, tools, out var rule, out var error) ? rule : throw new UsageException(error);
}
