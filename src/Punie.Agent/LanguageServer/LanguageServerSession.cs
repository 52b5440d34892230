using System.Globalization;
using System.Text.Json;
using Punie.Agent.Processes;
using Punie.Agent.Rpc;
using Punie.Agent.Tools;
using Punie.Agent.Tools.Checks;
using Punie.Agent.Workspace;

namespace Punie.Agent.LanguageServer;

/// <summary>
/// The language server of one workspace: started when first needed, kept for the whole session, started again once when
/// it dies, ended with the session.
/// </summary>
public sealed class LanguageServerSession : IAsyncDisposable
{
    private const int MostCrashes = 2;
    private const int MostRepeats = 3;

    private readonly ToolContext _context;
    private readonly IProcessStarter _starter;
    private readonly LanguageServerSettings _settings;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _ending = new();
    private readonly Lock _guard = new();   // protects the four fields below
    private Task<RunningServer>? _starting;
    private RunningServer? _running;
    private int _crashes;
    private string _lastEnd = "";
    private long _scans;
    private long _endedTicks;

    /// <summary>Starts nothing yet.</summary>
    /// <param name="context">The workspace and where programs are found.</param>
    /// <param name="starter">Starts the server.</param>
    /// <param name="settings">Which server, and how long to wait.</param>
    /// <param name="clock">Measures the times.</param>
    public LanguageServerSession(
        ToolContext context, IProcessStarter starter, LanguageServerSettings settings, TimeProvider clock)
    {
        (_context, _starter, _settings, _clock) = (context, starter, settings, clock);
    }

    /// <summary>Hears, in a sentence, that the server died and is started again.</summary>
    public Action<string>? Noticed { get; set; }

    /// <summary>The sum of the times that requests waited for the server.</summary>
    public TimeSpan Waited =>
        TimeSpan.FromTicks(Interlocked.Read(ref _endedTicks)) + (Current?.Connection.Waited ?? TimeSpan.Zero);

    /// <summary>The server's process; null when none runs.</summary>
    internal int? ProcessId => Current?.ProcessId;

    private RunningServer? Current
    {
        get
        {
            lock (_guard) return _running;
        }
    }

    /// <summary>Starts the server in the background, so that a later question need not wait for it.</summary>
    public void Warm() => Warm(Scan());

    /// <summary>Ends the server and everything that it started.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_ending.IsCancellationRequested) return;

        await _ending.CancelAsync().ConfigureAwait(false);
        Task<RunningServer>? starting;
        lock (_guard) (starting, _starting, _running) = (_starting, null, null);
        try
        {
            if (starting is not null) await (await starting.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (e is LanguageServerException or ConnectionLostException or OperationCanceledException)
        {
            // It never ran; what was started has been ended.
        }

        _ending.Dispose();
    }

    internal void Warm(ProjectScan scan) => _ = StartedAsync(scan, CancellationToken.None);

    /// <summary>The workspace's files as they are now.</summary>
    internal ProjectScan Scan() => new(Interlocked.Increment(ref _scans), _context.Workspace, _settings.Files);

    /// <summary>Asks the server, which is started or started again if need be.</summary>
    /// <exception cref="LanguageServerException">There is no answer; the message says why.</exception>
    internal async Task<T> AskAsync<T>(
        ProjectScan scan, Func<ServerQueries, CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
    {
        var losses = 0;
        for (var repeats = 0; ; repeats++)
        {
            var server = await StartedAsync(scan, cancellationToken).ConfigureAwait(false);
            try
            {
                var queries = new ServerQueries(server, scan, _context.Workspace.Root);
                var answer = await WithinLimitAsync(server, token => ask(queries, token), cancellationToken)
                    .ConfigureAwait(false);
                lock (_guard) _crashes = 0;
                return answer;
            }
            catch (Exception e) when (e is ConnectionLostException or ObjectDisposedException)
            {
                if (_ending.IsCancellationRequested)
                    throw new LanguageServerException($"{server.Name} was stopped with the session.");
                await LoseAsync(server).ConfigureAwait(false);
                if (++losses == MostCrashes)
                    throw new LanguageServerException($"{_lastEnd} It was started again and died again.");
            }
            catch (RpcErrorException e) when (e.IsPassing && repeats < MostRepeats)
            {
                // The documents changed under the request; it is asked again.
            }
            catch (RpcErrorException e)
            {
                throw new LanguageServerException($"{server.Name} refused the request: {e.Message}");
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
            {
                throw new LanguageServerException($"{server.Name} gave an answer that cannot be read: {e.Message}");
            }
        }
    }

    private async Task<T> WithinLimitAsync<T>(
        RunningServer server, Func<CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(_settings.AnswerTime, _clock);
        using var any = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await ask(any.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested
            && !cancellationToken.IsCancellationRequested)
        {
            var seconds = _settings.AnswerTime.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
            var busy = server.Work.Title is { Length: > 0 } title ? $" It is busy: {title}." : "";
            throw new LanguageServerException($"{server.Name} did not answer within {seconds} seconds.{busy}");
        }
    }

    private async Task<RunningServer> StartedAsync(ProjectScan scan, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task<RunningServer> starting;
            lock (_guard)
            {
                ObjectDisposedException.ThrowIf(_ending.IsCancellationRequested, this);
                if (_crashes >= MostCrashes)
                {
                    throw new LanguageServerException(
                        $"{_lastEnd} It died twice in a row and is not started again in this session.");
                }

                starting = _starting ??= StartAsync(scan);
            }

            try
            {
                return await starting.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (ConnectionLostException e)
            {
                LoseStart(starting, e.Message);
            }
            catch (LanguageServerException)
            {
                // What was missing may be installed by the next call.
                lock (_guard)
                {
                    if (_starting == starting) _starting = null;
                }

                throw;
            }
        }
    }

    // Runs for the session, not for the call that happened to come first.
    private async Task<RunningServer> StartAsync(ProjectScan scan)
    {
        await Task.Yield();
        var places = await PlacesAsync().ConfigureAwait(false);
        var located = LanguageServerLocator.Find(_context, _settings, places);
        if (located is not Located.Found found) throw new LanguageServerException(((Located.Missing)located).Advice);

        var launch = new ServerLaunch
        {
            Program = found.Program,
            Workspace = _context.Workspace,
            Starter = _starter,
            Settings = _settings,
            Configuration = ServerConfiguration.Create(places.Environment?.Python),
            Clock = _clock,
            Before = scan,
        };
        var server = await RunningServer.StartAsync(launch, _ending.Token).ConfigureAwait(false);
        lock (_guard) _running = server;
        return server;
    }

    private async Task<ProgramPlaces> PlacesAsync()
    {
        try
        {
            return await ProgramPlaces.OfAsync(_context, _ending.Token).ConfigureAwait(false);
        }
        catch (WorkspaceException e)
        {
            throw new LanguageServerException(e.Message);
        }
    }

    // Many requests may lose one server; it counts as one crash.
    private async Task LoseAsync(RunningServer server)
    {
        var end = await server.DescribeEndAsync().ConfigureAwait(false);
        bool again;
        lock (_guard)
        {
            if (!ReferenceEquals(_running, server)) return;

            (_starting, _running) = (null, null);
            again = CountCrash(end);
        }

        if (again) Noticed?.Invoke($"{end} It is started again.");
        Interlocked.Add(ref _endedTicks, server.Connection.Waited.Ticks);
        await server.DisposeAsync().ConfigureAwait(false);
    }

    private void LoseStart(Task<RunningServer> starting, string end)
    {
        bool again;
        lock (_guard)
        {
            if (_starting != starting) return;

            _starting = null;
            again = CountCrash(end);
        }

        if (again) Noticed?.Invoke($"{end} It is started again.");
    }

    private bool CountCrash(string end)
    {
        _lastEnd = end;
        return ++_crashes < MostCrashes;
    }
}
