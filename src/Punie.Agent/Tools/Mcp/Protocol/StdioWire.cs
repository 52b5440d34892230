using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Punie.Agent.Configuration;
using Punie.Agent.Processes;
using Punie.Agent.Rpc;
using Punie.Agent.Tools.Mcp.Settings;

namespace Punie.Agent.Tools.Mcp.Protocol;

/// <summary>A server that is a program of ours and talks over its standard streams.</summary>
internal sealed class StdioWire : IMcpWire
{
    private readonly RunningProgram _program;
    private readonly RpcConnection _connection;
    private readonly McpSurroundings _around;

    private StdioWire(RunningProgram program, IRpcPeer peer, McpSurroundings around)
    {
        (_program, _around) = (program, around);
        _connection = new RpcConnection(new(program.Output, program.Input, RpcFraming.Lines), peer, around.Clock);
    }

    /// <summary>The server's process.</summary>
    public int ProcessId => _program.Id;

    /// <summary>Starts the program, with the configured variables and no others that could hold a secret.</summary>
    /// <exception cref="McpException">It cannot be started.</exception>
    public static StdioWire Start(McpServerConfig.Program server, IRpcPeer peer, McpSurroundings around)
    {
        var request = new StartRequest
        {
            Program = server.Command,
            Arguments = server.Arguments,
            WorkingDirectory = Path.GetFullPath(Path.Combine(around.Root, server.Folder ?? ".")),
            Environment = server.Environment.ToDictionary(one => one.Key, one => (string?)one.Value),
            HidesEnvironment = true,
        };
        return around.Starter.Start(request) switch
        {
            StartOutcome.Started started => new StdioWire(started.Program, peer, around),
            StartOutcome.NotFound =>
                throw new McpException($"there is no program '{server.Command}' on this machine; install it"),
            StartOutcome.NotStarted refused =>
                throw new McpException($"'{server.Command}' could not be started: {refused.Reason}"),
            _ => throw new UnreachableException(),
        };
    }

    /// <inheritdoc/>
    public async Task<JsonElement> RequestAsync(string method, JsonObject? parameters,
        CancellationToken cancellationToken)
    {
        try
        {
            return await _connection.RequestAsync(method, parameters, parameters is null
                ? null
                : McpJson.Default.JsonObject, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (ConnectionLostException e)
        {
            using var patience = new CancellationTokenSource(_around.Settings.StopTime, _around.Clock);
            var end = await ProgramEnd.DescribeAsync(_program, "it", patience.Token).ConfigureAwait(false);
            throw new McpLostException(_program.Exited.IsCompleted ? end.TrimEnd('.') : e.Message);
        }
    }

    /// <inheritdoc/>
    public Task NotifyAsync(string method, CancellationToken cancellationToken)
    {
        _connection.Notify<JsonObject>(method, null, null);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Agreed(string version)
    {
        // On streams nothing depends on the version.
    }

    /// <summary>
    /// Closes the server's input, which tells it to end; what is left of its group after a moment is killed.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync().ConfigureAwait(false);
        try
        {
            await _program.Input.DisposeAsync().ConfigureAwait(false);
            using var patience = new CancellationTokenSource(_around.Settings.StopTime, _around.Clock);
            await _program.Exited.WaitAsync(patience.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // It does not listen, or is gone.
        }

        await _program.DisposeAsync().ConfigureAwait(false);
    }
}
