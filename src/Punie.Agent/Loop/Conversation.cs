using Microsoft.Extensions.AI;

namespace Punie.Agent.Loop;

/// <summary>The messages of a session. Messages are only ever added, so that a server's prefix cache holds.</summary>
public sealed class Conversation
{
    private readonly List<ChatMessage> _messages = [];
    private readonly int _mostChars;
    private readonly IConversationLog? _log;

    /// <summary>Starts empty.</summary>
    /// <param name="mostChars">Size in UTF-16 units at which the conversation is full.</param>
    public Conversation(int mostChars = 400_000)
        : this([], mostChars, log: null)
    {
    }

    /// <summary>Goes on where an earlier one ended.</summary>
    /// <param name="earlier">Its messages, oldest first; the log does not hear of them.</param>
    /// <param name="mostChars">Size in UTF-16 units at which the conversation is full.</param>
    /// <param name="log">Hears of every later message; null for none.</param>
    public Conversation(IEnumerable<ChatMessage> earlier, int mostChars, IConversationLog? log)
    {
        foreach (var message in earlier) Add(message);
        _mostChars = mostChars;
        _log = log;
    }

    /// <summary>Oldest first; the system text, when there is one, before all.</summary>
    public IReadOnlyList<ChatMessage> Messages => _messages;

    /// <summary>Size in UTF-16 units.</summary>
    public int Chars { get; private set; }

    /// <summary>True when no further step fits.</summary>
    public bool IsFull => Chars >= _mostChars;

    /// <summary>
    /// Sets the system text. The same text again changes nothing; another text (other tools, another model) takes its
    /// place, for a model must know the tools that are there now.
    /// </summary>
    public void Instruct(string text)
    {
        var instructed = _messages is [{ } first, ..] && first.Role == ChatRole.System;
        if (instructed && _messages[0].Text == text) return;
        var message = new ChatMessage(ChatRole.System, text);
        if (instructed)
        {
            Chars -= SizeOf(_messages[0]);
            _messages[0] = message;
        }
        else
        {
            _messages.Insert(0, message);
        }

        Chars += SizeOf(message);
        _log?.Instructed(text);
    }

    /// <summary>Adds a message at the end.</summary>
    public void Append(ChatMessage message)
    {
        Add(message);
        _log?.Appended(message);
    }

    /// <summary>Size of a message in UTF-16 units.</summary>
    internal static int SizeOf(ChatMessage message) => message.Contents.Sum(SizeOf);

    private void Add(ChatMessage message)
    {
        _messages.Add(message);
        Chars += SizeOf(message);
    }

    private static int SizeOf(AIContent content) => content switch
    {
        TextContent text => text.Text.Length,
        FunctionResultContent { Result: string text } => text.Length,
        FunctionCallContent { Arguments: { } arguments } =>
            arguments.Values.Sum(value => (value as string)?.Length ?? 16),
        _ => 0,
    };
}

/// <summary>Hears of what is added to a conversation, in order, on the turn's own thread.</summary>
public interface IConversationLog
{
    /// <summary>There is a system text, the first or another one.</summary>
    void Instructed(string text);

    /// <summary>A message was added at the end.</summary>
    void Appended(ChatMessage message);
}
