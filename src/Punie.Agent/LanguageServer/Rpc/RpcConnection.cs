using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Threading.Channels;

namespace Punie.Agent.LanguageServer.Rpc;

/// <summary>JSON-RPC over two streams: many requests at once, each answer found by its id, each request cancellable.</summary>
internal sealed class RpcConnection : IAsyncDisposable
{
    private readonly MessageReader _reader;
    private readonly Stream _output;
    private readonly IRpcPeer _peer;
    private readonly TimeProvider _clock;
    private readonly ConcurrentDictionary<long, TaskCompletionSource<JsonElement>> _waiting = new();
    private readonly Channel<byte[]> _outgoing = Channel.CreateUnbounded<byte[]>(new() { SingleReader = true });
    private readonly TaskCompletionSource<string> _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _reading;
    private readonly Task _writing;
    private long _lastId;
    private long _waitedTicks;

    /// <summary>Starts to read and write.</summary>
    /// <param name="input">What the other side writes.</param>
    /// <param name="output">What the other side reads.</param>
    /// <param name="peer">Hears what the other side says by itself.</param>
    /// <param name="clock">Measures how long answers take.</param>
    public RpcConnection(Stream input, Stream output, IRpcPeer peer, TimeProvider clock)
    {
        (_reader, _output, _peer, _clock) = (new MessageReader(input), output, peer, clock);
        _reading = ReadAsync();
        _writing = WriteAsync();
    }

    /// <summary>Completes with the reason when the connection has ended.</summary>
    public Task<string> Closed => _closed.Task;

    /// <summary>The sum of the times between a request and its answer.</summary>
    public TimeSpan Waited => TimeSpan.FromTicks(Interlocked.Read(ref _waitedTicks));

    /// <summary>Sends a request and waits for its answer. When cancelled, the other side is told.</summary>
    /// <exception cref="RpcErrorException">The other side refused.</exception>
    /// <exception cref="ConnectionLostException">The connection ended first.</exception>
    public async Task<JsonElement> RequestAsync<T>(
        string method, T? parameters, JsonTypeInfo<T>? type, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var id = Interlocked.Increment(ref _lastId);
        var answer = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[id] = answer;
        var started = _clock.GetTimestamp();
        if (!_outgoing.Writer.TryWrite(RpcMessage.Request(id, method, parameters, type)))
        {
            _waiting.TryRemove(id, out _);
            throw new ConnectionLostException(await _closed.Task.ConfigureAwait(false));
        }

        using var cancelling = cancellationToken.Register(() => Cancel(id, cancellationToken));
        try
        {
            return await answer.Task.ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Add(ref _waitedTicks, _clock.GetElapsedTime(started).Ticks);
        }
    }

    /// <summary>Sends a notification. Does nothing when the connection has ended.</summary>
    public void Notify<T>(string method, T? parameters, JsonTypeInfo<T>? type) =>
        _outgoing.Writer.TryWrite(RpcMessage.Notification(method, parameters, type));

    /// <summary>Ends the connection; requests that still wait are lost. Both streams must be closed by their owner.</summary>
    public async ValueTask DisposeAsync()
    {
        Close("the connection was closed");
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _reading.ConfigureAwait(false);
        await _writing.ConfigureAwait(false);
        _stopping.Dispose();
    }

    private void Cancel(long id, CancellationToken cancellationToken)
    {
        if (!_waiting.TryRemove(id, out var answer)) return;

        Notify("$/cancelRequest", new(id), Protocol.ProtocolJson.Default.CancelParams);
        answer.TrySetCanceled(cancellationToken);
    }

    private async Task ReadAsync()
    {
        try
        {
            while (await _reader.ReadAsync(_stopping.Token).ConfigureAwait(false) is { } document)
            {
                using (document) Receive(document.RootElement);
            }

            Close("its output ended");
        }
        catch (OperationCanceledException)
        {
            Close("the connection was closed");
        }
        catch (Exception e) when (e is WireException or IOException or ObjectDisposedException)
        {
            Close(e.Message);
        }
    }

    private async Task WriteAsync()
    {
        try
        {
            await foreach (var message in _outgoing.Reader.ReadAllAsync(_stopping.Token).ConfigureAwait(false))
            {
                await _output.WriteAsync(message, _stopping.Token).ConfigureAwait(false);
                await _output.FlushAsync(_stopping.Token).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            Close("its input was closed");
        }
    }

    private void Receive(JsonElement message)
    {
        if (message.ValueKind is not JsonValueKind.Object) throw new WireException("a message is not an object");

        var hasId = message.TryGetProperty("id", out var id);
        if (message.TryGetProperty("method", out var method) && method.ValueKind is JsonValueKind.String)
        {
            var name = method.GetString()!;
            var parameters = message.TryGetProperty("params", out var given) ? given : default;
            if (hasId) Answer(id, name, parameters);
            else Tell(name, parameters);
        }
        else if (hasId && id.ValueKind is JsonValueKind.Number && id.TryGetInt64(out var number) && _waiting.TryRemove(number, out var answer))
        {
            if (message.TryGetProperty("error", out var error)) answer.TrySetException(Refusal(error));
            else answer.TrySetResult(message.TryGetProperty("result", out var result) ? result.Clone() : default);
        }
    }

    private static RpcErrorException Refusal(JsonElement error)
    {
        var code = error.TryGetProperty("code", out var number) && number.TryGetInt32(out var value) ? value : 0;
        var message = error.TryGetProperty("message", out var text) ? text.GetString() : null;
        return new RpcErrorException(code, message ?? "it gave no reason");
    }

    private void Tell(string method, JsonElement parameters)
    {
        try
        {
            _peer.Told(method, parameters);
        }
        catch (Exception e) when (IsMalformed(e))
        {
            // A notification has no answer that could say so.
        }
    }

    private void Answer(JsonElement id, string method, JsonElement parameters)
    {
        byte[] reply;
        try
        {
            reply = RpcMessage.Result(id, _peer.Asked(method, parameters));
        }
        catch (RpcErrorException e)
        {
            reply = RpcMessage.Error(id, e.Code, e.Message);
        }
        catch (Exception e) when (IsMalformed(e))
        {
            reply = RpcMessage.Error(id, RpcErrorException.InvalidParams, e.Message);
        }

        _outgoing.Writer.TryWrite(reply);
    }

    private static bool IsMalformed(Exception e) =>
        e is InvalidOperationException or KeyNotFoundException or FormatException or JsonException or ArgumentException;

    private void Close(string reason)
    {
        if (!_closed.TrySetResult(reason)) return;

        // From here on no request is taken, so that the loop misses none.
        _outgoing.Writer.TryComplete();
        foreach (var id in _waiting.Keys)
        {
            if (_waiting.TryRemove(id, out var answer)) answer.TrySetException(new ConnectionLostException(reason));
        }
    }
}
