using System.Diagnostics;
using Microsoft.Extensions.AI;
using Punie.Agent.CodeMode;
using Punie.Chat.Scripted;
using Punie.Chat.Servers;

namespace Punie.Agent.Loop;

/// <summary>
/// One request to the model: streams its words, collects its reply, and turns its failures into one line.
/// </summary>
internal sealed class ModelRequest(IChatClient model, ToolOffer offer)
{
    /// <summary>Asks for the next reply.</summary>
    public async Task<ModelReply> ReplyAsync(
        Conversation conversation, int step, TurnStream? stream, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var updates = new List<ChatResponseUpdate>();
        try
        {
            await foreach (var update in model.GetStreamingResponseAsync(conversation.Messages, offer.Options(),
                cancellationToken)
                .ConfigureAwait(false))
            {
                updates.Add(update);
                if (update.Text.Length == 0 || stream == null) continue;
                await stream.SendAsync(new TurnEvent.ModelText(update.Text), cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception failure) when (IsModelFailure(failure, cancellationToken))
        {
            return new ModelReply(
                new ChatMessage(ChatRole.Assistant, ""), null, Stopwatch.GetElapsedTime(started),
                BoundedText.OneLine(failure.Message, 500));
        }

        var response = updates.ToChatResponse();
        var duration = Stopwatch.GetElapsedTime(started);
        if (stream != null)
        {
            var usage = response.Usage;
            var replied = new TurnEvent.ModelReplied(step, response.ModelId, duration, usage?.InputTokenCount,
                usage?.OutputTokenCount);
            await stream.SendAsync(replied, cancellationToken).ConfigureAwait(false);
        }

        return new ModelReply(Joined(response), response.ModelId, duration, null);
    }

    private static bool IsModelFailure(Exception failure, CancellationToken cancellationToken) => failure switch
    {
        ModelServerException or ScriptException => true,
        // The embedded model's words for a prompt that it cannot take.
        ArgumentException or NotSupportedException => true,
        // Other clients, and a time-out that arrives as a cancel which nobody asked for.
        HttpRequestException or IOException => true,
        OperationCanceledException => !cancellationToken.IsCancellationRequested,
        _ => false,
    };

    private static ChatMessage Joined(ChatResponse response) => response.Messages.Count == 1
        ? response.Messages[0]
        : new ChatMessage(ChatRole.Assistant, [.. response.Messages.SelectMany(message => message.Contents)]);
}

/// <summary>A reply, or why there is none.</summary>
internal sealed record ModelReply(ChatMessage Message, string? Model, TimeSpan Duration, string? Failure);
