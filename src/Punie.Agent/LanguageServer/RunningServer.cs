using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Punie.Agent.LanguageServer.Protocol;
using Punie.Agent.Processes;
using Punie.Agent.Rpc;

namespace Punie.Agent.LanguageServer;

/// <summary>One life of a language server, from the hand-shake to its end.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private readonly ServerLaunch _launch;
    private readonly RunningProgram _program;
    private readonly ServerPeer _peer;
    private JsonElement _capabilities;

    private RunningServer(ServerLaunch launch, RunningProgram program)
    {
        (_launch, _program) = (launch, program);
        _peer = new ServerPeer(launch.Workspace.Root, launch.Configuration);
        Connection = new RpcConnection(new(program.Output, program.Input, RpcFraming.Headers), _peer, launch.Clock);
        Reading = new ProjectReading(launch.Clock);
        Documents = new DocumentSync(launch.Workspace, Connection, _peer.Registrations, launch.Settings.OpenDocuments);
    }

    /// <summary>What people call it.</summary>
    public string Name => _launch.Program.Name;

    /// <summary>Its process.</summary>
    public int ProcessId => _program.Id;

    public RpcConnection Connection { get; }

    public DocumentSync Documents { get; }

    /// <summary>What it is busy with.</summary>
    public WorkInProgress Work => _peer.Work;

    /// <summary>What it knows of the project's files.</summary>
    public ProjectReading Reading { get; }

    /// <summary>Starts a server and shakes hands.</summary>
    /// <exception cref="LanguageServerException">It cannot be started or does not reply.</exception>
    /// <exception cref="ConnectionLostException">It ended at once.</exception>
    public static async Task<RunningServer> StartAsync(ServerLaunch launch, CancellationToken cancellationToken)
    {
        var server = new RunningServer(launch, StartProgram(launch));
        try
        {
            await server.ShakeHandsAsync(cancellationToken).ConfigureAwait(false);
            return server;
        }
        catch (ConnectionLostException)
        {
            var end = await server.DescribeEndAsync().ConfigureAwait(false);
            await server.KillAsync().ConfigureAwait(false);
            throw new ConnectionLostException(end);
        }
        catch
        {
            await server.KillAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>True when it answers a request.</summary>
    /// <param name="provider">The capability, such as <c>hoverProvider</c>.</param>
    /// <param name="method">The request.</param>
    public bool Supports(string provider, string method) =>
        (_capabilities.TryGetProperty(provider, out var given)
            && given.ValueKind is JsonValueKind.True or JsonValueKind.Object)
        || _peer.Registrations.Has(method);

    /// <summary>How it ended, in a sentence; waits for the end, which must be near.</summary>
    public async Task<string> DescribeEndAsync()
    {
        using var patience = new CancellationTokenSource(_launch.Settings.StopTime, _launch.Clock);
        return await ProgramEnd.DescribeAsync(_program, Name, patience.Token).ConfigureAwait(false);
    }

    /// <summary>Ends it: politely, then for certain.</summary>
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(_launch.Settings.StopTime, _launch.Clock);
        try
        {
            await Connection.RequestAsync<object>("shutdown", null, null, patience.Token).ConfigureAwait(false);
            Connection.Notify<object>("exit", null, null);
            await _program.Exited.WaitAsync(patience.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is OperationCanceledException or ConnectionLostException or RpcErrorException)
        {
            // It is gone or does not listen; its process group is killed below.
        }

        await KillAsync().ConfigureAwait(false);
    }

    private async Task KillAsync()
    {
        await _program.DisposeAsync().ConfigureAwait(false);
        await Connection.DisposeAsync().ConfigureAwait(false);
        Documents.Dispose();
    }

    private static RunningProgram StartProgram(ServerLaunch launch)
    {
        var request = new StartRequest
        {
            Program = launch.Program.Program,
            Arguments = launch.Program.Arguments,
            WorkingDirectory = launch.Workspace.Root,
            Environment = launch.Program.Environment,
        };
        return launch.Starter.Start(request) switch
        {
            StartOutcome.Started started => started.Program,
            StartOutcome.NotFound =>
                throw new LanguageServerException($"{launch.Program.Name} is gone from where it was found."),
            StartOutcome.NotStarted refused =>
                throw new LanguageServerException($"{launch.Program.Name} could not be started: {refused.Reason}."),
            _ => throw new UnreachableException(),
        };
    }

    private async Task ShakeHandsAsync(CancellationToken cancellationToken)
    {
        var root = _launch.Workspace.Root;
        var uri = DocumentUri.From(root);
        var parameters = new InitializeParams(
            Environment.ProcessId, new("punie"), uri, [new(uri, Path.GetFileName(root))], ClientCapabilities.Json);
        using var limit = new CancellationTokenSource(_launch.Settings.StartTime, _launch.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var result = await Connection.RequestAsync("initialize", parameters, ProtocolJson.Default.InitializeParams,
                either.Token)
                .ConfigureAwait(false);
            _capabilities = result.ValueKind is JsonValueKind.Object
                && result.TryGetProperty("capabilities", out var given) ? given
                : throw new LanguageServerException(
                    $"{Name} did not say what it can do; is '{_launch.Program.Program}' a language server?");
        }
        catch (RpcErrorException e)
        {
            throw new LanguageServerException($"{Name} refused to start: {e.Message}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new LanguageServerException(
                $"{Name} did not start within {Number(_launch.Settings.StartTime.TotalSeconds)} seconds.");
        }

        Connection.Notify("initialized", new(), ProtocolJson.Default.InitializedParams);
        if (ServerConfiguration.IsPushed(Name))
        {
            using var settings = JsonDocument.Parse(_launch.Configuration.ToJsonString());
            Connection.Notify(
                "workspace/didChangeConfiguration", new(settings.RootElement),
                ProtocolJson.Default.DidChangeConfigurationParams);
        }

        await Documents.SyncAsync(_launch.Before, file: null, cancellationToken).ConfigureAwait(false);
    }

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
