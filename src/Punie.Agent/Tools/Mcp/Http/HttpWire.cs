using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Punie.Agent.CodeMode;
using Punie.Agent.Configuration;
using Punie.Agent.Rpc;
using Punie.Agent.Tools.Mcp.Protocol;
using Punie.Agent.Tools.Mcp.Settings;

namespace Punie.Agent.Tools.Mcp.Http;

/// <summary>A server at an address: each message is a POST, answered by JSON or by a stream of events.</summary>
/// <remarks>Source: https://modelcontextprotocol.io/specification/2025-06-18/basic/transports#streamable-http. Not
/// covered: resuming a stream that broke, and signing in.</remarks>
internal sealed class HttpWire : IMcpWire
{
    private const int MostErrorChars = 300;
    private const string SessionHeader = "Mcp-Session-Id";

    private readonly McpServerConfig.Address _server;
    private readonly IRpcPeer _peer;
    private readonly McpSurroundings _around;
    private readonly HttpClient _http;
    private readonly CancellationTokenSource _ending = new();
    private Task _listening = Task.CompletedTask;
    private string? _session;
    private string? _version;
    private long _lastId;

    public HttpWire(McpServerConfig.Address server, IRpcPeer peer, McpSurroundings around)
    {
        (_server, _peer, _around) = (server, peer, around);
        var handler = new SocketsHttpHandler
        {
            // A redirect could carry the configured headers elsewhere; a proxy has no business on this machine.
            AllowAutoRedirect = false,
            UseProxy = !server.Url.IsLoopback,
        };
        _http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <inheritdoc/>
    public async Task<JsonElement> RequestAsync(string method, JsonObject? parameters,
        CancellationToken cancellationToken)
    {
        var id = Interlocked.Increment(ref _lastId);
        var message =
            RpcMessage.Request(id, method, parameters, parameters is null ? null : McpJson.Default.JsonObject);
        try
        {
            using var response = await SendAsync(HttpMethod.Post, message, cancellationToken).ConfigureAwait(false);
            await RequireSuccessAsync(response, cancellationToken).ConfigureAwait(false);
            if (response.Headers.TryGetValues(SessionHeader, out var sessions)) _session = sessions.First();
            return await AnswerAsync(response, id, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The protocol forbids to take the hand-shake back.
            if (method != "initialize") await PostQuietlyAsync(RpcFraming.Lines.Cancel(id)).ConfigureAwait(false);
            throw;
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new McpLostException(
                $"{_server.Url} cannot be reached: {BoundedText.OneLine(e.Message, MostErrorChars)}");
        }
    }

    /// <inheritdoc/>
    public Task NotifyAsync(string method, CancellationToken cancellationToken) =>
        PostQuietlyAsync(RpcMessage.Notification<JsonObject>(method, null, null));

    /// <inheritdoc/>
    public void Agreed(string version)
    {
        _version = version;
        _listening = ListenAsync(_ending.Token);
    }

    /// <summary>Ends the session at the server.</summary>
    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync().ConfigureAwait(false);
        await _listening.ConfigureAwait(false);
        if (_session is not null) await QuietlyAsync(HttpMethod.Delete, null).ConfigureAwait(false);
        _http.Dispose();
        _ending.Dispose();
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, byte[]? message,
        CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, _server.Url);
        if (method != HttpMethod.Get)
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        if (_session is not null) request.Headers.TryAddWithoutValidation(SessionHeader, _session);
        if (_version is not null) request.Headers.TryAddWithoutValidation("MCP-Protocol-Version", _version);
        foreach (var (name, value) in _server.Headers) request.Headers.TryAddWithoutValidation(name, value);
        if (message is not null)
        {
            request.Content = new ByteArrayContent(message);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
            .ConfigureAwait(false);
    }

    private async Task RequireSuccessAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.IsSuccessStatusCode) return;
        var status = string.Create(CultureInfo.InvariantCulture, $"HTTP {(int)response.StatusCode}");
        switch (response.StatusCode)
        {
            case HttpStatusCode.NotFound when _session is not null:
                throw new McpLostException("its session has ended");
            case HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden:
                throw new McpException(
                    $"{_server.Url} does not let Punie in ({status}); put the key that it wants into 'headers'");
            case >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest:
                throw new McpException(
                    $"{_server.Url} points to {response.Headers.Location} ({status}); configure that address");
        }

        var body = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        if (RefusalIn(body) is { } refusal) throw refusal;
        throw new McpException($"{_server.Url} answered {status}: {BoundedText.OneLine(body, MostErrorChars)}");
    }

    private static RpcErrorException? RefusalIn(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind is JsonValueKind.Object
                ? RpcAnswer.Refusal(document.RootElement)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<JsonElement> AnswerAsync(HttpResponseMessage response, long id,
        CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentType?.MediaType == "text/event-stream")
        {
            await foreach (var data in EventsAsync(response, cancellationToken).ConfigureAwait(false))
            {
                if (await HearAsync(data, id).ConfigureAwait(false) is { } answer) return answer;
            }

            throw new McpLostException("it closed the stream before it answered");
        }

        var text = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        return await HearAsync(text, id).ConfigureAwait(false)
            ?? throw new McpException(
                $"{_server.Url} answered without an answer: {BoundedText.OneLine(text, MostErrorChars)}");
    }

    private static async IAsyncEnumerable<string> EventsAsync(
        HttpResponseMessage response,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using var closing = stream.ConfigureAwait(false);
        var events = new Chat.Servers.ServerSentEvents();
        var buffer = new byte[16 * 1024];
        int count;
        while ((count = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            foreach (var data in events.Add(buffer.AsMemory(0, count))) yield return data;
        }

        if (events.Finish() is { } last) yield return last;
    }

    // The result when the message is the answer to the request; anything else goes to the peer.
    private async Task<JsonElement?> HearAsync(string json, long? id)
    {
        if (string.IsNullOrWhiteSpace(json)) return null;
        try
        {
            using var document = JsonDocument.Parse(json);
            var messages = document.RootElement.ValueKind is JsonValueKind.Array
                ? document.RootElement.EnumerateArray().ToList()
                : [document.RootElement];
            JsonElement? answer = null;
            foreach (var message in messages.Where(message => message.ValueKind is JsonValueKind.Object))
            {
                if (RpcAnswer.ToCall(_peer, message, out var reply))
                {
                    if (reply is not null) await PostQuietlyAsync(reply).ConfigureAwait(false);
                }
                else if (id is not null && RpcAnswer.IdOf(message) == id)
                {
                    if (RpcAnswer.Refusal(message) is { } refusal) throw refusal;
                    answer = message.TryGetProperty("result", out var result) ? result.Clone() : default(JsonElement);
                }
            }

            return answer;
        }
        catch (JsonException e)
        {
            throw new McpException(
                $"{_server.Url} sent what is not JSON: {BoundedText.OneLine(e.Message, MostErrorChars)}");
        }
    }

    // What the server says between calls, such as that its tools have changed. Many servers do not offer it.
    private async Task ListenAsync(CancellationToken ending)
    {
        await Task.Yield();
        try
        {
            using var response = await SendAsync(HttpMethod.Get, null, ending).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode
                || response.Content.Headers.ContentType?.MediaType != "text/event-stream") return;
            await foreach (var data in EventsAsync(response, ending).ConfigureAwait(false)) await HearAsync(data, null)
                .ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException
            or McpException)
        {
            // Calls work without it.
        }
    }

    private Task PostQuietlyAsync(byte[] message) => QuietlyAsync(HttpMethod.Post, message);

    private async Task QuietlyAsync(HttpMethod method, byte[]? message)
    {
        try
        {
            using var patience = new CancellationTokenSource(_around.Settings.StopTime, _around.Clock);
            using var response = await SendAsync(method, message, patience.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException
            or ObjectDisposedException)
        {
            // Nobody waits for it.
        }
    }
}
