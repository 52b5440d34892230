using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Punie.Chat.Formats.Replies;

namespace Punie.Chat.Servers;

/// <summary>A model behind an OpenAI-compatible server: llama.cpp, Ollama, vLLM, LM Studio, mlx-lm and
/// others.</summary>
/// <remarks>Always asks for a stream and accepts a server that does not send one. Calls are put together and come last.
/// When a server fails on a call that its own model wrote and quotes it, the quoted call is the reply. Thread-safe. The
/// server's own context length is not known here: Ollama cuts long prompts silently through this protocol.</remarks>
public sealed class OpenAiChatClient : IChatClient
{
    private readonly ModelServer _server;
    private readonly TimeProvider _clock;
    private readonly ServerConnection _connection;
    private string? _model;

    /// <summary>Makes a client; nothing is sent before the first request.</summary>
    /// <param name="server">Where and what to ask.</param>
    /// <param name="clock">Measures the limits of <see cref="ServerTimeouts"/>, except that for the connection.</param>
    /// <exception cref="ArgumentException">The address or a time-out cannot be used.</exception>
    public OpenAiChatClient(ModelServer server, TimeProvider clock)
    {
        _server = server.Checked();
        _clock = clock;
        _model = server.Model;
        _connection = new ServerConnection(server);
    }

    /// <inheritdoc/>
    /// <exception cref="ModelServerException">The server gave no whole reply; the message says why.</exception>
    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null,
        CancellationToken cancellationToken = default) =>
            GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="ModelServerException">The server gave no whole reply; the message says why.</exception>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var deadline = new ServerDeadline(_server, _clock, cancellationToken);
        var model = options?.ModelId ?? _model ?? await FirstModelAsync(deadline).ConfigureAwait(false);
        var request = ChatRequestJson.Write(model, messages, options ?? new ChatOptions());
        var (reply, quoted) = await SendAsync(request, deadline).ConfigureAwait(false);
        if (reply is null)
        {
            yield return new ChatResponseUpdate(ChatRole.Assistant, quoted!.Contents)
            {
                ModelId = model,
                FinishReason = ChatFinishReason.ToolCalls,
            };
            yield break;
        }

        using (reply)
        {
            var reader = new ChatReplyReader(_server, model);
            if (reply.IsEventStream)
            {
                await foreach (var data in reply.ReadEventsAsync(deadline).ConfigureAwait(false))
                {
                    foreach (var update in reader.Read(data)) yield return update;
                }
            }
            else
            {
                var whole = await reply.ReadTextAsync(deadline).ConfigureAwait(false);
                foreach (var update in reader.ReadWhole(whole)) yield return update;
            }

            yield return reader.Finish();
        }
    }

    /// <summary>The ids that the server lists, in its order.</summary>
    /// <exception cref="ModelServerException">The server cannot be asked.</exception>
    public async Task<IReadOnlyList<string>> ListModelsAsync(CancellationToken cancellationToken)
    {
        using var deadline = new ServerDeadline(_server, _clock, cancellationToken);
        return await ListModelsAsync(deadline).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        if (serviceKey is not null) return null;
        return serviceType == typeof(ChatClientMetadata)
            ? new ChatClientMetadata("openai-compatible", _server.Address, _model)
            : serviceType.IsInstanceOfType(this) ? this : null;
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    // The reply, or the call that the server quotes in its error.
    private async Task<(ServerReply? Reply, ChatMessage? Quoted)> SendAsync(
        ReadOnlyMemory<byte> request, ServerDeadline deadline)
    {
        try
        {
            return (await _connection.PostAsync("chat/completions", request, deadline).ConfigureAwait(false), null);
        }
        catch (ModelServerException e) when (e.ServerMessage is { } said && ServerErrorReply.Read(said) is { } quoted)
        {
            return (null, quoted);
        }
    }

    private async Task<string> FirstModelAsync(ServerDeadline deadline)
    {
        var models = await ListModelsAsync(deadline).ConfigureAwait(false);
        return _model = models.Count > 0
            ? models[0]
            : throw new ModelServerException(ModelServerFailure.Refused,
                $"The model server at {_server.Address} lists no model. Load one there, or name the model to ask for.");
    }

    private async Task<IReadOnlyList<string>> ListModelsAsync(ServerDeadline deadline)
    {
        var text = await _connection.GetAsync("models", deadline).ConfigureAwait(false);
        try
        {
            using var document = JsonDocument.Parse(text);
            var models = ServerJson.Items(document.RootElement, "data");
            return [.. models.Select(m => ServerJson.Text(m, "id")).OfType<string>()];
        }
        catch (JsonException e)
        {
            throw ServerJson.NotJson(_server, text, e);
        }
    }
}
