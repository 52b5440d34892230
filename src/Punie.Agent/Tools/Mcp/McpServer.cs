using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Punie.Agent.Configuration;
using Punie.Agent.Rpc;
using Punie.Agent.Tools.Mcp.Protocol;
using Punie.Agent.Tools.Mcp.Settings;

namespace Punie.Agent.Tools.Mcp;

/// <summary>
/// One server of tools: started in the background, kept for the session, started again once when it dies.
/// </summary>
/// <param name="config">How to reach it, variables not yet put in.</param>
/// <param name="around">Where it runs.</param>
internal sealed class McpServer(McpServerConfig config, McpSurroundings around) : IAsyncDisposable
{
    private const int MostCrashes = 2;

    private readonly CancellationTokenSource _ending = new();
    private readonly Lock _guard = new();   // protects the five fields below
    private Task _refreshing = Task.CompletedTask;
    private Task<Life>? _starting;
    private Life? _life;
    private string? _problem;
    private int _crashes;

    /// <summary>What the project calls it.</summary>
    public string Name => config.Name;

    /// <summary>How to reach it.</summary>
    public McpServerConfig Config => config;

    /// <summary>What it offers now; null until it runs.</summary>
    public McpOffer? Offer
    {
        get
        {
            lock (_guard) return _life?.Offer;
        }
    }

    /// <summary>Why it cannot be used; null when it can, or was not started yet.</summary>
    public string? Problem
    {
        get
        {
            lock (_guard) return _problem;
        }
    }

    /// <summary>The server has other tools than before.</summary>
    public Action Changed { get; set; } = () => { };

    /// <summary>Ends when the news that it sent so far are taken up.</summary>
    public Task Refreshing
    {
        get
        {
            lock (_guard) return _refreshing;
        }
    }

    /// <summary>Starts it when it does not run, and gives what it offers.</summary>
    /// <exception cref="McpException">It cannot be used.</exception>
    public async Task<McpOffer> OpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await StartedAsync(cancellationToken).ConfigureAwait(false)).Offer;
        }
        catch (McpException e)
        {
            lock (_guard) _problem = e.Message;
            throw;
        }
    }

    /// <summary>Calls a tool.</summary>
    /// <param name="tool">Which.</param>
    /// <param name="arguments">By the server's names.</param>
    /// <param name="progress">Hears, in words, how far the call has come.</param>
    /// <param name="cancellationToken">Cancels the call; the server is told.</param>
    /// <exception cref="McpException">There is no result; the message says why.</exception>
    public async Task<McpCallResult> CallAsync(
        McpToolInfo tool, JsonObject arguments, Action<string> progress, CancellationToken cancellationToken)
    {
        for (var isAgain = false; ; isAgain = true)
        {
            var life = await StartedAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                // A repeated call needs arguments of its own: a JSON node has one parent.
                var call = new McpCall(tool, arguments.DeepClone().AsObject(), progress);
                var result = await CallAsync(life, call, cancellationToken).ConfigureAwait(false);
                lock (_guard) _crashes = 0;
                return result;
            }
            catch (McpLostException e)
            {
                await LoseAsync(life, e.Message).ConfigureAwait(false);
                if (_ending.IsCancellationRequested) throw new McpException("it was stopped with the session");
                if (!tool.IsReadOnly)
                    throw new McpException($"{e.Message}; whether the call did its work is not known");
                if (isAgain) throw new McpException($"{e.Message}; it was started again and was lost again");
            }
            catch (RpcErrorException e)
            {
                throw new McpException($"it refused the call: {e.Message}");
            }
        }
    }

    /// <summary>Ends the server and everything that it started.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_ending.IsCancellationRequested) return;
        await _ending.CancelAsync().ConfigureAwait(false);
        Task<Life>? starting;
        Task refreshing;
        lock (_guard) (starting, refreshing, _starting, _life) = (_starting, _refreshing, null, null);
        await refreshing.ConfigureAwait(false);
        try
        {
            if (starting is not null)
                await (await starting.ConfigureAwait(false)).Wire.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (e is McpException or McpLostException or OperationCanceledException)
        {
            // It never ran; what was started has been ended.
        }

        _ending.Dispose();
    }

    private async Task<McpCallResult> CallAsync(Life life, McpCall call, CancellationToken cancellationToken)
    {
        var time = around.Settings.CallTime;
        using var limit = new CancellationTokenSource(time, around.Clock);
        using var any = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var last = "";
        try
        {
            return await life.Client.CallAsync(call.Tool.Name, call.Arguments, Progress, any.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            var said = last.Length > 0 ? $"; its last word was: {last}" : "";
            throw new McpException($"it did not answer {call.Tool.Name} within {Seconds(time)} seconds{said}");
        }

        void Progress(string words)
        {
            last = words;
            limit.CancelAfter(time);
            call.Progress(words);
        }
    }

    private async Task<Life> StartedAsync(CancellationToken cancellationToken)
    {
        Task<Life> starting;
        lock (_guard)
        {
            if (_ending.IsCancellationRequested) throw new McpException("it was stopped with the session");
            if (_crashes >= MostCrashes)
                throw new McpException(
                    $"{_problem}; it was lost twice in a row and is not started again in this session");
            starting = _starting ??= StartAsync(_ending.Token);
        }

        try
        {
            return await starting.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is McpException or McpLostException)
        {
            lock (_guard)
            {
                // What was missing may be there at the next call.
                if (_starting == starting) _starting = null;
                _problem = e.Message;
            }

            throw e is McpException ? e : new McpException(e.Message);
        }
    }

    // Runs for the session, not for the call that happened to come first.
    private async Task<Life> StartAsync(CancellationToken ending)
    {
        await Task.Yield();
        using var limit = new CancellationTokenSource(around.Settings.StartTime, around.Clock);
        using var any = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ending);
        var life = Begin();
        try
        {
            await life.Client.ShakeHandsAsync(any.Token).ConfigureAwait(false);
            life.Offer = await OfferAsync(life.Client, any.Token).ConfigureAwait(false);
            life.Peer.ToolsChanged = () => Refresh(life);
            lock (_guard) (_life, _problem) = (life, null);
            Changed();
            return life;
        }
        catch (Exception e) when (e is RpcErrorException or OperationCanceledException)
        {
            await life.Wire.DisposeAsync().ConfigureAwait(false);
            throw new McpException(e is RpcErrorException
                ? $"it refused to start: {e.Message}"
                : ending.IsCancellationRequested ? "it was stopped with the session"
                : $"it did not start within {Seconds(around.Settings.StartTime)} seconds");
        }
        catch
        {
            await life.Wire.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private Life Begin()
    {
        var peer = new McpPeer(around.Root);
        IMcpWire wire = new Variables(around.Variable).Expand(config) switch
        {
            McpServerConfig.Program program => StdioWire.Start(program, peer, around),
            McpServerConfig.Address address => new Http.HttpWire(address, peer, around),
            _ => throw new UnreachableException(),
        };
        return new Life(wire, peer, new McpClient(wire, peer));
    }

    private async Task<McpOffer> OfferAsync(McpClient client, CancellationToken cancellationToken)
    {
        var tools = await client.ListToolsAsync(cancellationToken).ConfigureAwait(false);
        return new McpOffer(client.ServerName, client.Version, [.. tools.Take(around.Settings.Tools)], tools.Count);
    }

    // One after the other: the answer to the last question is the list that counts.
    private void Refresh(Life life)
    {
        lock (_guard) _refreshing = RefreshAsync(life, _refreshing);
    }

    private async Task RefreshAsync(Life life, Task before)
    {
        await Task.Yield();
        await before.ConfigureAwait(false);
        try
        {
            using var limit = new CancellationTokenSource(around.Settings.StartTime, around.Clock);
            using var any = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, _ending.Token);
            var offer = await OfferAsync(life.Client, any.Token).ConfigureAwait(false);
            lock (_guard) life.Offer = offer;
            Changed();
        }
        catch (Exception e) when (e is McpException or McpLostException or RpcErrorException
            or OperationCanceledException or ObjectDisposedException)
        {
            // The old list stays; a call of a tool that is gone is refused by the server.
        }
    }

    private async Task LoseAsync(Life life, string end)
    {
        lock (_guard)
        {
            // Several calls lose the same server at once.
            if (_life != life) return;
            (_starting, _life, _problem) = (null, null, end);
            _crashes++;
        }

        around.Noticed($"The server {Name} was lost: {end}. It is started again when it is needed.");
        await life.Wire.DisposeAsync().ConfigureAwait(false);
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);

    private sealed class Life(IMcpWire wire, McpPeer peer, McpClient client)
    {
        public IMcpWire Wire => wire;

        public McpPeer Peer => peer;

        public McpClient Client => client;

        public McpOffer Offer { get; set; } = new("", "", [], 0);
    }
}

/// <summary>One call of a tool.</summary>
/// <param name="Tool">Which.</param>
/// <param name="Arguments">By the server's names.</param>
/// <param name="Progress">Hears, in words, how far it has come.</param>
internal sealed record McpCall(McpToolInfo Tool, JsonObject Arguments, Action<string> Progress);
