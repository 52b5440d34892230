using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Threading.Channels;

namespace Punie.Agent.Rpc;

/// <summary>
/// JSON-RPC over two streams: many requests at once, each answer found by its id, each request cancellable.
/// </summary>
internal sealed class RpcConnection : IAsyncDisposable
{
    private readonly IMessageReader _reader;
    private readonly RpcStreams _streams;
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
    /// <param name="streams">To and from the other side.</param>
    /// <param name="peer">Hears what the other side says by itself.</param>
    /// <param name="clock">Measures how long answers take.</param>
    public RpcConnection(RpcStreams streams, IRpcPeer peer, TimeProvider clock)
    {
        (_reader, _streams, _peer, _clock) = (streams.Framing.Reader(streams.Input), streams, peer, clock);
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
        if (!TrySend(RpcMessage.Request(id, method, parameters, type)))
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
        TrySend(RpcMessage.Notification(method, parameters, type));

    /// <summary>
    /// Ends the connection; requests that still wait are lost. Both streams must be closed by their owner.
    /// </summary>
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

        TrySend(_streams.Framing.Cancel(id));
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
                await _streams.Output.WriteAsync(message, _stopping.Token).ConfigureAwait(false);
                await _streams.Output.FlushAsync(_stopping.Token).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            Close("its input was closed");
        }
    }

    private void Receive(JsonElement message)
    {
        if (message.ValueKind is JsonValueKind.Array && _streams.Framing.HasBatches)
        {
            foreach (var one in message.EnumerateArray()) Receive(one);
            return;
        }

        if (message.ValueKind is not JsonValueKind.Object) throw new WireException("a message is not an object");

        if (RpcAnswer.ToCall(_peer, message, out var reply))
        {
            if (reply is not null) TrySend(reply);
        }
        else if (RpcAnswer.IdOf(message) is { } number && _waiting.TryRemove(number, out var answer))
        {
            if (RpcAnswer.Refusal(message) is { } refusal) answer.TrySetException(refusal);
            else answer.TrySetResult(message.TryGetProperty("result", out var result) ? result.Clone() : default);
        }
    }

    private bool TrySend(byte[] message) => _outgoing.Writer.TryWrite(_streams.Framing.Frame(message));

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
