using Microsoft.Extensions.AI;

namespace Punie.Chat.Formats;

/// <summary>How one model family writes conversations. The only place in the code that knows its markers.</summary>
/// <remarks>Training, evaluation and serving all render here, so they cannot drift apart. Implementations are
/// thread-safe.</remarks>
public interface IChatFormat
{
    /// <summary>The family's name in recipes and reports.</summary>
    string Name { get; }

    /// <summary>The family's chat template in Jinja, for other programs that load the model.</summary>
    string ChatTemplate { get; }

    /// <summary>Ids that end a reply.</summary>
    IReadOnlyList<int> StopTokens { get; }

    /// <summary>Writes messages as tokens, with the mask that training needs.</summary>
    /// <param name="messages">Oldest first; at least one.</param>
    /// <param name="tools">What the model may call; a family with fixed tools ignores it.</param>
    /// <param name="openReply">True to write the prompt for the next reply: as much of the conversation as the family
    /// reads, then the marker that opens an assistant turn. False to write the finished conversation as it is.</param>
    /// <exception cref="ArgumentException">The family cannot carry a message, or there is nothing to reply
    /// to.</exception>
    Rendered Render(IReadOnlyList<ChatMessage> messages, IReadOnlyList<AIFunctionDeclaration> tools, bool openReply);

    /// <summary>Reads a whole reply: text, a call, or text and a call. Never throws on what a model may
    /// write.</summary>
    /// <param name="reply">Decoded text, with or without the end marker.</param>
    ChatMessage Parse(string reply);
}
