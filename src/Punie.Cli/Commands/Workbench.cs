using System.Globalization;
using Punie.Agent.CodeMode;
using Punie.Agent.Configuration;
using Punie.Agent.LanguageServer;
using Punie.Agent.Permissions;
using Punie.Agent.Processes;
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

    /// <summary>Its tools without those of servers.</summary>
    public required ToolCatalog Own { get; init; }

    /// <summary>The state of the servers that the tools here are of; null without their tools.</summary>
    private int? ServersVersion { get; init; }

    /// <summary>
    /// The same with the tools of the project's servers, which are started; the person hears which cannot be used.
    /// </summary>
    public async Task<Workbench> WithServersAsync(
        ITerminal terminal, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (Mcp.IsEmpty) return this;
        var problems = await StartServersAsync(terminal, clock, cancellationToken).ConfigureAwait(false);
        foreach (var problem in problems) terminal.Complain(Cells.Harmless(problem));
        return WithTheirTools(terminal, clock);
    }

    /// <summary>The same with the tools that the servers have by now; itself when nothing has changed.</summary>
    public async Task<Workbench> RenewedAsync(
        ITerminal terminal, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (ServersVersion is null) return this;
        using (var progress = new ProgressLine(terminal, clock))
        {
            progress.Begin("waiting for the new tools of a server");
            await Mcp.SettleAsync(cancellationToken).ConfigureAwait(false);
        }

        if (Mcp.Version == ServersVersion) return this;
        if (ToolNews.Of(Names(Runner.Tools), Names(Mcp.Catalog(Own))) is { } news) terminal.Complain(news);
        return WithTheirTools(terminal, clock);
    }

    /// <summary>Starts the project's servers; what takes long is said.</summary>
    /// <returns>One line for each problem.</returns>
    public async Task<IReadOnlyList<string>> StartServersAsync(
        ITerminal terminal, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var progress = new ProgressLine(terminal, clock);
        var before = Question.BeforeAsking;
        Question.BeforeAsking = progress.End;
        try
        {
            progress.Begin("starting servers");
            return await Mcp.StartAsync(Waiting, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Question.BeforeAsking = before;
        }

        void Waiting(IReadOnlyList<string> names) => progress.Say(
            Cells.Harmless($"starting the {(names.Count == 1 ? "server" : "servers")} {string.Join(", ", names)}"));
    }

    /// <summary>Ends what runs in the background.</summary>
    public async ValueTask DisposeAsync()
    {
        await Mcp.DisposeAsync().ConfigureAwait(false);
        if (Context.Navigator is { } navigator) await navigator.DisposeAsync().ConfigureAwait(false);
        Permissions.Dispose();
        Undo.Dispose();
    }

    private Workbench WithTheirTools(ITerminal terminal, TimeProvider clock)
    {
        // Read before the tools: what changes meanwhile is taken up the next time.
        var version = Mcp.Version;
        foreach (var problem in Permissions.Check(Mcp.Offered(Own))) terminal.Complain(Cells.Harmless(problem));
        var runner = new CodeRunner(Mcp.Catalog(Own), Context, CodeLimits.Default, clock);
        return this with { Runner = runner, ServersVersion = version };
    }

    private static IEnumerable<string> Names(ToolCatalog tools) => tools.Tools.Select(tool => tool.Name);
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
        var file = await McpFile.LoadAsync(workspace, Trust, cancellationToken).ConfigureAwait(false);
        var subjects = new RuleSubjects(rules.Tools, [.. loaded.ServerNames, .. file.ServerNames]);
        var permissions = Permissions(options, loaded.Config.Permissions, subjects, question);
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
            Sandbox = new Sandboxes(environment.CanConfine, Notice)
                .Open(options.Sandbox, loaded.Config.Sandbox, workspace.Root),
        };
        var servers = Servers(options, loaded.Config);
        var server = new LanguageServerSession(context, processes, servers, clock) { Noticed = Notice };
        context = context with { Navigator = new Navigator(workspace, server) };
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
            Own = rules.Tools,
        };

        void Notice(string text)
        {
            question.BeforeAsking();
            terminal.Complain(text);
        }
    }

    /// <summary>What was written in a workspace by this and earlier runs.</summary>
    public UndoJournal Undo(string workspace) => new(environment.State, workspace, new UndoLimits(), clock);

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
        WorkOptions options, PermissionSettings settings, RuleSubjects subjects, PermissionQuestion question)
    {
        var rules = options.Rules.Select(text => Rule(text, subjects))
            .Concat(settings.Rules.Select(rule => Rule(rule, subjects))).ToList();
        var usual = settings.Mode is { } text && PermissionModes.TryParse(text, out var mode, out _)
            ? mode
            : PermissionMode.Ask;
        return new PermissionPolicy(options.Mode ?? usual, rules, terminal.IsInteractive ? question : null)
        {
            NobodyReason = "nobody is there to ask; start punie with --yes, --mode auto-edit or --allow RULE",
        };
    }

    // A rule that cannot be read may be one that forbids, so nothing goes on without it.
    private static PermissionRule Rule(ConfiguredRule rule, RuleSubjects subjects) =>
        PermissionRule.TryParse(rule.Text, subjects, out var read, out var error)
            ? read
            : throw new UsageException(
                string.Create(CultureInfo.InvariantCulture, $"{ProjectConfigFile.Name} line {rule.Line}: {error}"));

    private static PermissionRule Rule(string text, RuleSubjects subjects) =>
        PermissionRule.TryParse(text, subjects, out var rule, out var error) ? rule : throw new UsageException(error);
}
