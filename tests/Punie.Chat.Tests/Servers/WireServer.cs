using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Punie.Chat.Tests.Servers;

/// <summary>A real HTTP server on the loopback that plays recorded answers, one connection each, and keeps the
/// requests.</summary>
internal sealed class WireServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<string, WireAnswer> _answer;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;

    /// <param name="answer">Gives the answer to a request line such as <c>POST /v1/chat/completions</c>.</param>
    public WireServer(Func<string, WireAnswer> answer)
    {
        _answer = answer;
        _listener.Start();
        _loop = ServeAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>What was asked, heads and bodies.</summary>
    public List<(string Head, string Body)> Requests { get; } = [];

    /// <summary>Completes when an answer has been sent as far as it goes.</summary>
    public TaskCompletionSource Sent { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public JsonNode LastBody => JsonNode.Parse(Requests[^1].Body)!;

    /// <summary>A server that gives every chat completion the same answer.</summary>
    public static WireServer Always(WireAnswer answer) => new(_ => answer);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        try
        {
            await _loop;
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or IOException
            or ObjectDisposedException)
        {
            // The listener was stopped, or the client went away as the test wants.
        }

        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
            await using var stream = client.GetStream();
            var (head, body) = await ReadAsync(stream);
            Requests.Add((head, body));
            var answer = _answer(string.Join(' ', head.Split(' ').Take(2)));
            foreach (var piece in answer.Pieces) await stream.WriteAsync(piece, _stop.Token);
            Sent.TrySetResult();
            if (answer.Hangs) await Task.Delay(Timeout.Infinite, _stop.Token);
        }
    }

    private async Task<(string Head, string Body)> ReadAsync(NetworkStream stream)
    {
        var bytes = new List<byte>();
        var buffer = new byte[4096];
        while (true)
        {
            var text = Encoding.UTF8.GetString([.. bytes]);
            var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end >= 0 && bytes.Count >= end + 4 + ContentLength(text[..end]))
                return (text[..end], text[(end + 4)..]);
            var count = await stream.ReadAsync(buffer, _stop.Token);
            if (count == 0) return (text, "");
            bytes.AddRange(buffer[..count]);
        }
    }

    private static int ContentLength(string head)
    {
        var line = head.Split("\r\n")
            .FirstOrDefault(l => l.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        return line is null ? 0 : int.Parse(line.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture);
    }
}

/// <summary>What goes over the wire, piece by piece.</summary>
/// <param name="Pieces">Bytes, sent one after the other.</param>
/// <param name="Hangs">True to keep the connection open and silent afterwards.</param>
internal sealed record WireAnswer(IReadOnlyList<byte[]> Pieces, bool Hangs = false)
{
    public static WireAnswer Stream(string body) => Of("200 OK", "text/event-stream", body);

    public static WireAnswer Json(string body) => Of("200 OK", "application/json; charset=utf-8", body);

    public static WireAnswer Error(string status, string body) => Of(status, "application/json", body);

    public static WireAnswer Page(string status, string body) => Of(status, "text/html", body);

    public static WireAnswer Raw(string bytes) => new([Encoding.UTF8.GetBytes(bytes)]);

    /// <summary>Sends some of a chunked stream, then closes or falls silent.</summary>
    public static WireAnswer Broken(string body, bool hangs)
    {
        var head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";
        var size = Encoding.UTF8.GetByteCount(body).ToString("x", System.Globalization.CultureInfo.InvariantCulture);
        return new WireAnswer([Encoding.UTF8.GetBytes($"{head}{(body.Length > 0 ? $"{size}\r\n{body}\r\n" : "")}")],
            hangs);
    }

    /// <summary>The same answer with its bytes cut into pieces of a size.</summary>
    public WireAnswer CutInto(int size) => this with { Pieces = [.. Pieces.SelectMany(p => p).Chunk(size)] };

    private static WireAnswer Of(string status, string type, string body) =>
        new([Encoding.UTF8.GetBytes($"HTTP/1.1 {status}\r\nContent-Type: {type}\r\nConnection: close\r\n\r\n{body}")]);
}
