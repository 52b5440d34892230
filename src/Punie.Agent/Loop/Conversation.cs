using Microsoft.Extensions.AI;

namespace Punie.Agent.Loop;

/// <summary>The messages of a session. Messages are only ever added, so that a server's prefix cache holds.</summary>
/// <param name="mostChars">Size in UTF-16 units at which the conversation is full.</param>
public sealed class Conversation(int mostChars = 400_000)
{
    private readonly List<ChatMessage> _messages = [];

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<ChatMessage> Messages => _messages;

    /// <summary>Size in UTF-16 units.</summary>
    public int Chars { get; private set; }

    /// <summary>True when no further step fits.</summary>
    public bool IsFull => Chars >= mostChars;

    /// <summary>Adds a message at the end.</summary>
    public void Append(ChatMessage message)
    {
        _messages.Add(message);
        Chars += message.Contents.Sum(SizeOf);
    }

    private static int SizeOf(AIContent content) => content switch
    {
        TextContent text => text.Text.Length,
        FunctionResultContent { Result: string text } => text.Length,
        FunctionCallContent { Arguments: { } arguments } => arguments.Values.Sum(value => (value as string)?.Length ?? 16),
        _ => 0,
    };
}
