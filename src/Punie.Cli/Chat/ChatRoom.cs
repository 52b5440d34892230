using Punie.Agent.CodeMode;
using Punie.Agent.Permissions;
using Punie.Agent.Sessions;
using Punie.Cli.Commands;
using Punie.Cli.Hosting;

namespace Punie.Cli.Chat;

/// <summary>One chat: the session, the model and the workspace that prompts and commands work on.</summary>
internal sealed class ChatRoom : IDisposable
{
    private readonly ChatParts _parts;
    private readonly ChatOptions _options;
    private readonly TurnRunner _runner;
    private readonly Workbench _opened; // without the tools of servers
    private readonly List<string> _news = [];
    private ProjectInstructions? _instructions;

    private ChatRoom(ChatParts parts, ChatOptions options, Workbench bench, Session session)
    {
        _parts = parts;
        _options = options;
        _runner = new TurnRunner(parts.Terminal, parts.Clock);
        Bench = _opened = bench;
        Session = Watched(session);
        Store = parts.Sessions.For(bench.Root);
    }

    /// <summary>Where the person is.</summary>
    public ITerminal Terminal => _parts.Terminal;

    /// <summary>Dates and measures.</summary>
    public TimeProvider Clock => _parts.Clock;

    /// <summary>The workspace.</summary>
    public Workbench Bench { get; private set; }

    /// <summary>Its sessions.</summary>
    public SessionStore Store { get; }

    /// <summary>The session that prompts are added to.</summary>
    public Session Session { get; private set; }

    /// <summary>Who replies; set once the chat is open.</summary>
    public OpenModel Model { get; private set; } = null!;

    /// <summary>As the person named it.</summary>
    public string ModelName { get; private set; } = "";

    /// <summary>Opens a chat in a workspace; a usage error when the session or the model cannot be had.</summary>
    public static async Task<ChatRoom> OpenAsync(
        ChatParts parts, ChatOptions options, Workbench bench, CancellationToken cancellationToken)
    {
        var store = parts.Sessions.For(bench.Root);
        var named = options.Model ?? bench.Context.Config.Model;
        var session = options.Session is { } wanted
            ? Resumed(parts.Terminal, () => store.Resume(wanted.Id))
            : store.Create(named ?? ModelChoice.Default);
        var room = new ChatRoom(parts, options, bench, session);
        try
        {
            var name = options.Model ?? (options.Session == null ? named : session.History.Model)
                ?? ModelChoice.Default;
            await room.UseModelAsync(name, cancellationToken).ConfigureAwait(false);
            return room;
        }
        catch
        {
            room.Dispose();
            throw;
        }
    }

    /// <summary>Answers a prompt.</summary>
    /// <returns>The exit code that the turn would give a command.</returns>
    public async Task<int> AskAsync(string typed, CancellationToken cancellationToken)
    {
        var attached = await Attachments
            .ResolveAsync(typed, Bench.Context.Workspace, !Model.Traits.SingleStep, cancellationToken)
                .ConfigureAwait(false);
        var news = Model.Traits.SingleStep ? "" : string.Concat(_news.Select(line => $"({line})\n\n"));
        _news.Clear();
        await RenewAsync(cancellationToken).ConfigureAwait(false);
        var setup = new TurnSetup(Bench, Model) { Session = Session, Instructions = _instructions };
        return await _runner.RunAsync(setup, new TurnPrompt(typed, news + attached.Text), cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Takes up the tools that the project's servers have by now.</summary>
    public async Task RenewAsync(CancellationToken cancellationToken) =>
        Bench = await Bench.RenewedAsync(Terminal, Clock, cancellationToken).ConfigureAwait(false);

    /// <summary>Another model answers from here on; when it cannot be opened, the one before stays.</summary>
    public async Task UseModelAsync(string name, CancellationToken cancellationToken)
    {
        var opened = await _parts.Models.OpenAsync(ModelChoice.Parse(name), _opened.Runner.Tools, cancellationToken)
            .ConfigureAwait(false);
        var model = opened.Traits.SingleStep && Model != null
            ? opened
            : opened.With(_options.Tools, Bench.Context.Config);
        Model?.Dispose();
        (Model, ModelName) = (model, name);
        // The router knows its tools and reads nothing else.
        Bench = model.Traits.SingleStep ? _opened
            : await _opened.WithServersAsync(_parts.Terminal, Clock, cancellationToken).ConfigureAwait(false);
        _instructions = _options.ReadsInstructions && !model.Traits.SingleStep
            ? await ProjectInstructions.ReadAsync(Bench.Context.Workspace, cancellationToken).ConfigureAwait(false)
            : null;
        Session.UseModel(name);
    }

    /// <summary>Another permission mode holds from the next effect on.</summary>
    public void UseMode(PermissionMode mode)
    {
        Bench.Permissions.Mode = mode;
        Session.UseMode(mode.ToText());
    }

    /// <summary>Puts a summary in the place of all turns.</summary>
    /// <returns>What was done; null when there is nothing to summarise.</returns>
    public Task<CompactionReport?> CompactAsync(CancellationToken cancellationToken) =>
        new Compaction(Model.Client, Model.Traits) { Tools = Bench.Runner.Tools }.RunAllAsync(Session,
            cancellationToken);

    /// <summary>Keeps a line about what the person did, and tells it to the model with the next prompt.</summary>
    public void Inform(string line)
    {
        _news.Add(line);
        Session.Note(line);
    }

    /// <summary>Starts a new session; the one before stays where it is.</summary>
    public void StartAnew() => Change(Store.Create(ModelName));

    /// <summary>Goes on with another session, and with its model.</summary>
    /// <param name="id">The beginning of its id; null for the one used last.</param>
    /// <param name="cancellationToken">Stops opening the model.</param>
    public async Task ResumeAsync(string? id, CancellationToken cancellationToken)
    {
        // The session of this chat is open here, and would be the one used last.
        var wanted = id ?? Store.List().Sessions.FirstOrDefault(one => one.Id != Session.Id)?.Id
            ?? throw new SessionException("there is no other session to resume");
        if (Session.Id.StartsWith(wanted, StringComparison.OrdinalIgnoreCase))
            throw new SessionException($"session {Session.Id} is this one");
        Change(Resumed(Terminal, () => Store.Resume(wanted)));
        if (Session.History.Model != ModelName)
            await UseModelAsync(Session.History.Model, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Goes on in a copy of this session.</summary>
    public void Fork() => Change(Resumed(Terminal, () => Store.Fork(Session.Id)));

    /// <inheritdoc/>
    public void Dispose()
    {
        Session.Dispose();
        Model?.Dispose();
    }

    private static Session Resumed(ITerminal terminal, Func<ResumedSession> resume)
    {
        try
        {
            var resumed = resume();
            if (resumed.Warning is { } warning) terminal.Complain(warning);
            return resumed.Session;
        }
        catch (SessionException wrong)
        {
            throw new UsageException(wrong.Message);
        }
    }

    private void Change(Session session)
    {
        Session.Dispose();
        _news.Clear();
        Session = Watched(session);
    }

    private Session Watched(Session session)
    {
        session.Noticed = problem => Terminal.Complain(problem);
        return session;
    }
}
