using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Punie.Chat.Formats;
using Punie.Chat.Tokenizing;
using Punie.Model.Families;

namespace Punie.Model.Generation;

/// <summary>A model in this process as a chat client. Thread-safe.</summary>
/// <remarks>Tokens are computed on the caller's thread, between two elements of the stream. Text streams as it is
/// written; a call comes whole, once its end is known.</remarks>
public sealed class EmbeddedChatClient : IChatClient
{
    private readonly Tokenizer _tokenizer;
    private readonly IChatFormat _format;
    private readonly EmbeddedChatOptions _options;
    private readonly TokenGenerator _generator;
    private readonly ChatClientMetadata _metadata;

    /// <summary>Joins a model, its tokenizer and its format.</summary>
    /// <exception cref="ArgumentException">The tokenizer has more tokens than the model.</exception>
    public EmbeddedChatClient(Decoder decoder, Tokenizer tokenizer, IChatFormat format, EmbeddedChatOptions options)
    {
        if (tokenizer.VocabularySize > decoder.Config.VocabularySize)
        {
            throw new ArgumentException(
                $"The tokenizer has {tokenizer.VocabularySize} tokens, the model {decoder.Config.VocabularySize}; "
                + "they belong to different models.");
        }

        _tokenizer = tokenizer;
        _format = format;
        _options = options;
        _generator = new TokenGenerator(decoder, format.StopTokens) { VocabularySize = tokenizer.VocabularySize };
        _metadata = new ChatClientMetadata("punie", defaultModelId: options.ModelId);
    }

    /// <inheritdoc/>
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var updates = new List<ChatResponseUpdate>();
        await foreach (var update in GetStreamingResponseAsync(messages, options, cancellationToken)
            .ConfigureAwait(false))
            updates.Add(update);
        return updates.ToChatResponse();
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var sampling = Sampling(options);
        var tools = options?.Tools?.OfType<AIFunctionDeclaration>().ToList() ?? [];
        IReadOnlyList<ChatMessage> conversation = [.. messages];
        var prompt = _format.Render(conversation, tools, openReply: true).Tokens;
        var constraint = _options.Constraint?.Invoke(RequestOf(conversation));
        var reply = new StreamedReply(_tokenizer, _format);
        var responseId = $"reply-{Guid.NewGuid():N}";
        await Task.Yield();
        foreach (var token in _generator.Generate(prompt, sampling, constraint, cancellationToken))
        {
            if (reply.Add(token) is { Length: > 0 } text) yield return Update(responseId, [new TextContent(text)]);
        }

        var contents = reply.Finish();
        contents.Add(new UsageContent(Usage(prompt.Length, reply.Tokens)));
        var last = Update(responseId, contents);
        last.FinishReason = reply.Tokens >= sampling.MaxTokens ? ChatFinishReason.Length
            : contents.OfType<FunctionCallContent>().Any() ? ChatFinishReason.ToolCalls
            : ChatFinishReason.Stop;
        yield return last;
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType == typeof(ChatClientMetadata) ? _metadata
        : serviceType.IsInstanceOfType(this) ? this
        : null;

    /// <summary>Does nothing: the model is plain memory.</summary>
    public void Dispose()
    {
    }

    private SamplingOptions Sampling(ChatOptions? options)
    {
        if (options is null) return _options.Sampling;
        if (options.StopSequences is { Count: > 0 })
            throw new NotSupportedException(
                "The embedded model ends at its own stop tokens; leave StopSequences empty.");
        var defaults = _options.Sampling;
        return defaults with
        {
            Temperature = options.Temperature ?? defaults.Temperature,
            TopK = options.TopK ?? defaults.TopK,
            TopP = options.TopP ?? defaults.TopP,
            Seed = options.Seed is { } seed ? unchecked((ulong)seed) : defaults.Seed,
            MaxTokens = options.MaxOutputTokens ?? defaults.MaxTokens,
        };
    }

    private static string RequestOf(IReadOnlyList<ChatMessage> conversation) =>
        conversation.LastOrDefault(m => m.Role == ChatRole.User)?.Text ?? "";

    private ChatResponseUpdate Update(string responseId, IList<AIContent> contents) => new(ChatRole.Assistant, contents)
    {
        ResponseId = responseId,
        MessageId = responseId,
        ModelId = _options.ModelId,
    };

    private static UsageDetails Usage(int input, int output) => new()
    {
        InputTokenCount = input,
        OutputTokenCount = output,
        TotalTokenCount = input + output,
    };
}
