using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Punie.Chat.Servers;

namespace Punie.Chat.Scripted;

/// <summary>A model whose replies are written down beforehand: for tests, demonstrations and recorded
/// sessions.</summary>
/// <remarks>JSON Lines, one reply a line: <c>{"text": …}</c>, <c>{"code": …}</c> (a Code Mode call),
/// <c>{"tool": …, "arguments": {…}}</c>, several of these in <c>{"calls": [{…}, …]}</c>, or <c>{"error": …}</c> (a
/// server's failure); each may have <c>"expect"</c>,
/// text that the last user or tool message must hold, and <c>"delay_ms"</c>. One caller at a time.</remarks>
public sealed class ScriptedChatClient : IChatClient
{
    /// <summary>The id under which replies are recorded.</summary>
    public const string ModelId = "scripted";

    private readonly List<ScriptedReply> _replies;
    private readonly TimeProvider _clock;
    private int _next;

    private ScriptedChatClient(List<ScriptedReply> replies, TimeProvider clock) =>
        (_replies, _clock) = (replies, clock);

    /// <summary>Reads a script.</summary>
    /// <param name="script">JSON Lines.</param>
    /// <param name="clock">Measures <c>delay_ms</c>.</param>
    /// <exception cref="ScriptException">A line is wrong; the message has its number.</exception>
    public static ScriptedChatClient FromJsonLines(string script, TimeProvider clock) =>
        new(ScriptParser.Parse(script), clock);

    /// <inheritdoc/>
    /// <exception cref="ScriptException">The conversation is not as expected, or no reply is left.</exception>
    /// <exception cref="ModelServerException">The script's reply is an error.</exception>
    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null,
        CancellationToken cancellationToken = default) =>
            GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="ScriptException">The conversation is not as expected, or no reply is left.</exception>
    /// <exception cref="ModelServerException">The script's reply is an error.</exception>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var reply = Next(messages);
        if (reply.Delay > TimeSpan.Zero) await Task.Delay(reply.Delay, _clock, cancellationToken).ConfigureAwait(false);
        if (reply.Error is { } error)
            throw new ModelServerException(ModelServerFailure.Refused, error) { ServerMessage = error };

        foreach (var part in reply.Contents.SelectMany(Parts)) yield return Update(reply, part);
        var last = Update(reply);
        last.FinishReason = reply.Contents[0] is FunctionCallContent
            ? ChatFinishReason.ToolCalls
            : ChatFinishReason.Stop;
        yield return last;
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        if (serviceKey is not null) return null;
        if (serviceType == typeof(ChatClientMetadata)) return new ChatClientMetadata(ModelId, null, ModelId);
        return serviceType.IsInstanceOfType(this) ? this : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private ScriptedReply Next(IEnumerable<ChatMessage> messages)
    {
        if (_next >= _replies.Count)
        {
            throw new ScriptException(string.Create(CultureInfo.InvariantCulture,
                $"The script has no reply left after {_replies.Count}. Add a line, or find out why the turn goes on."));
        }

        var reply = _replies[_next++];
        if (reply.Expect is not { } expect) return reply;
        var last = messages.LastOrDefault(m => m.Role == ChatRole.User || m.Role == ChatRole.Tool);
        var text = last is null ? "" : TextOf(last);
        if (text.Contains(expect, StringComparison.Ordinal)) return reply;
        throw new ScriptException(string.Create(CultureInfo.InvariantCulture,
            $"Line {reply.Line} of the script expects '{expect}' in the last message, which is: {text}"));
    }

    private static ChatResponseUpdate Update(ScriptedReply reply, params IList<AIContent> contents)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"scripted-{reply.Line}");
        return new ChatResponseUpdate(ChatRole.Assistant, contents)
        {
            ResponseId = id,
            MessageId = id,
            ModelId = ModelId
        };
    }

    private static string TextOf(ChatMessage message) =>
        message.Text
            + string.Concat(message.Contents.OfType<FunctionResultContent>().Select(r => r.Result?.ToString()));

    // Text comes in words, so that whoever reads the stream is tested with pieces.
    private static IEnumerable<AIContent> Parts(AIContent content)
    {
        if (content is not TextContent { Text: var text }) return [content];
        return text.Split(' ').Select((word, i) => new TextContent(i == 0 ? word : $" {word}"));
    }
}
