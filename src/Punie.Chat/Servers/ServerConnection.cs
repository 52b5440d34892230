using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace Punie.Chat.Servers;

/// <summary>Sends requests to one model server and turns every failure into plain words.</summary>
internal sealed class ServerConnection : IDisposable
{
    private readonly ModelServer _server;
    private readonly HttpClient _http;

    public ServerConnection(ModelServer server)
    {
        _server = server;
        var handler = new SocketsHttpHandler
        {
            ConnectTimeout = server.Timeouts.Connect,
            // A redirect could carry the key and the prompt elsewhere; a proxy has no business on this machine.
            AllowAutoRedirect = false,
            UseProxy = !server.Address.IsLoopback,
        };
        _http = new HttpClient(handler) { BaseAddress = server.ApiRoot, Timeout = Timeout.InfiniteTimeSpan };
        if (server.ApiKey is not { } key) return;
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    /// <summary>Gets a resource as text.</summary>
    public async Task<string> GetAsync(string path, ServerDeadline deadline)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        using var reply = await SendAsync(request, deadline).ConfigureAwait(false);
        return await reply.ReadTextAsync(deadline).ConfigureAwait(false);
    }

    /// <summary>Posts JSON; the reply's body is read by the caller.</summary>
    public async Task<ServerReply> PostAsync(string path, ReadOnlyMemory<byte> json, ServerDeadline deadline)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ReadOnlyMemoryContent(json) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Accept.ParseAdd("text/event-stream, application/json");
        return await SendAsync(request, deadline).ConfigureAwait(false);
    }

    public void Dispose() => _http.Dispose();

    private async Task<ServerReply> SendAsync(HttpRequestMessage request, ServerDeadline deadline)
    {
        HttpResponseMessage response;
        try
        {
            const HttpCompletionOption HeadersOnly = HttpCompletionOption.ResponseHeadersRead;
            response = await _http.SendAsync(request, HeadersOnly, deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e)
        {
            throw deadline.Explain(e);
        }
        catch (HttpRequestException e)
        {
            throw NoAnswer(e);
        }

        var reply = new ServerReply(_server, response);
        if (response.IsSuccessStatusCode) return reply;
        using (reply) throw Refusal(response.StatusCode, request, await reply.ReadTextAsync(deadline)
            .ConfigureAwait(false));
    }

    private ModelServerException NoAnswer(HttpRequestException error) => error.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => new ModelServerException(ModelServerFailure.Unreachable,
            $"The host of {_server.Address} is not known. Check the address.", error),
        HttpRequestError.SecureConnectionError => new ModelServerException(ModelServerFailure.Unreachable,
            $"No secure connection to {_server.Address}: {error.InnerException?.Message ?? error.Message} " +
            "A local server is mostly reached with http://.", error),
        HttpRequestError.ResponseEnded or HttpRequestError.InvalidResponse => new ModelServerException(
            ModelServerFailure.NotAModelServer,
            $"What listens at {_server.Address} does not answer in HTTP. Check the address and port.", error),
        _ when error.InnerException is SocketException or null =>
            new ModelServerException(ModelServerFailure.Unreachable,
            $"No model server answers at {_server.Address}. Start one there, or choose another model.", error),
        _ => new ModelServerException(ModelServerFailure.CutOff,
            $"The connection to the model server at {_server.Address} broke: {error.InnerException.Message}", error),
    };

    private ModelServerException Refusal(HttpStatusCode status, HttpRequestMessage request, string body)
    {
        var said = ServerJson.ErrorMessage(body);
        var (code, path) = ((int)status, request.RequestUri!.AbsolutePath);
        var text = status switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden =>
                $"The model server at {_server.Address} wants a valid API key ({code}).",
            HttpStatusCode.NotFound when said is null =>
                $"The server at {_server.Address} has no {path} ({code}). Check the address: is it a model server?",
            _ => $"The model server at {_server.Address} refused the request ({code}).",
        };
        return new ModelServerException(ModelServerFailure.Refused, said is null ? text : $"{text} It says: {said}")
        {
            ServerMessage = said,
        };
    }
}
