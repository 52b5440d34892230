using System.Buffers;
using System.Text;

namespace Punie.Chat.Servers;

/// <summary>The body of one reply, read as text or as events.</summary>
internal sealed class ServerReply(ModelServer server, HttpResponseMessage response) : IDisposable
{
    // Bounds what a broken server can make us hold.
    private const int MaxTextBytes = 64 << 20;

    /// <summary>True when the body is a stream of events.</summary>
    public bool IsEventStream => response.Content.Headers.ContentType?.MediaType == "text/event-stream";

    public async Task<string> ReadTextAsync(ServerDeadline deadline)
    {
        var bytes = new ArrayBufferWriter<byte>();
        await foreach (var part in ReadAsync(deadline).ConfigureAwait(false))
        {
            bytes.Write(part.Span);
            if (bytes.WrittenCount <= MaxTextBytes) continue;
            throw new ModelServerException(ModelServerFailure.NotAModelServer,
                $"The server at {server.Address} sent more than {MaxTextBytes >> 20} MB in one reply.");
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    public async IAsyncEnumerable<string> ReadEventsAsync(ServerDeadline deadline)
    {
        var events = new ServerSentEvents();
        await foreach (var part in ReadAsync(deadline).ConfigureAwait(false))
        {
            foreach (var data in events.Add(part)) yield return data;
        }

        if (events.Finish() is { } last) yield return last;
    }

    public void Dispose() => response.Dispose();

    private async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(ServerDeadline deadline)
    {
        var buffer = new byte[16 << 10];
        using var body = await OpenAsync(deadline).ConfigureAwait(false);
        for (var count = await ReadAsync(body, buffer, deadline).ConfigureAwait(false); count > 0;)
        {
            deadline.FirstByteArrived();
            yield return buffer.AsMemory(0, count);
            count = await ReadAsync(body, buffer, deadline).ConfigureAwait(false);
        }
    }

    private Task<Stream> OpenAsync(ServerDeadline deadline) =>
        GuardAsync(() => response.Content.ReadAsStreamAsync(deadline.Token), deadline);

    private Task<int> ReadAsync(Stream body, byte[] buffer, ServerDeadline deadline) =>
        GuardAsync(() => body.ReadAsync(buffer, deadline.Token).AsTask(), deadline);

    private async Task<T> GuardAsync<T>(Func<Task<T>> read, ServerDeadline deadline)
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (OperationCanceledException e)
        {
            throw deadline.Explain(e);
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            throw CutOff(server, e);
        }
    }

    public static ModelServerException CutOff(ModelServer server, Exception? inner) => new(ModelServerFailure.CutOff,
        $"The model server at {server.Address} broke off in the middle of its reply. Look at its log for the reason.",
        inner);
}
