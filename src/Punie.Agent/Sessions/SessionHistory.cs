using Microsoft.Extensions.AI;
using Punie.Agent.Loop;

namespace Punie.Agent.Sessions;

/// <summary>What a session's entries add up to: its turns, and the messages that stand in front of the model.</summary>
/// <remarks>
/// A running session and one read from its file go through the same code, so that they cannot differ.
/// </remarks>
public sealed class SessionHistory
{
    /// <summary>What the conversation says before a summary, in the person's place.</summary>
    private const string SummaryRequest = "Earlier turns were left out to save room. What happened in them?";

    private readonly List<SessionTurn> _turns = [];
    private readonly List<(int Number, ChatMessage Message)> _messages = [];
    private int _lastNumber;

    /// <summary>Starts with the first entry of a file.</summary>
    public SessionHistory(SessionLine opening, SessionEntry.Opened opened)
    {
        Opened = opened;
        Created = LastUsed = opening.At;
        Model = opened.Model;
    }

    /// <summary>Who the session is.</summary>
    public SessionEntry.Opened Opened { get; }

    /// <summary>When it was made, UTC.</summary>
    public DateTimeOffset Created { get; }

    /// <summary>When its last entry was written, UTC.</summary>
    public DateTimeOffset LastUsed { get; private set; }

    /// <summary>The model that answers now, as the person named it.</summary>
    public string Model { get; private set; }

    /// <summary>The permission mode that the person chose last; null when none was chosen.</summary>
    public string? Mode { get; private set; }

    /// <summary>All turns, oldest first, summarised ones too.</summary>
    public IReadOnlyList<SessionTurn> Turns => _turns;

    /// <summary>The last summary; null when nothing was summarised.</summary>
    public SessionEntry.Compacted? Compacted { get; private set; }

    /// <summary>The turns whose messages stand word for word in the conversation.</summary>
    public IReadOnlyList<SessionTurn> WholeTurns =>
        [.. _turns.Where(turn =>
            turn.LastMessage >= turn.FirstMessage && turn.FirstMessage > (Compacted?.Through ?? 0))];

    /// <summary>The system text; null when the model needs none.</summary>
    public string? Instructions { get; private set; }

    /// <summary>The conversation's messages: system text, summary, then the rest word for word.</summary>
    public IEnumerable<ChatMessage> Messages
    {
        get
        {
            if (Instructions is { } instructions) yield return new ChatMessage(ChatRole.System, instructions);
            if (Compacted is { } compacted)
            {
                yield return new ChatMessage(ChatRole.User, SummaryRequest);
                yield return new ChatMessage(ChatRole.Assistant, compacted.Summary);
            }

            foreach (var (_, message) in _messages) yield return message;
        }
    }

    /// <summary>Takes the next entry.</summary>
    internal void Add(SessionLine line)
    {
        LastUsed = line.At;
        switch (line.Entry)
        {
            case SessionEntry.Prompt prompt:
                _turns.Add(new SessionTurn(prompt.Text, line.At, _lastNumber + 1));
                break;
            case SessionEntry.Instructed instructed:
                Instructions = instructed.Text;
                break;
            case SessionEntry.Message message:
                _messages.Add((++_lastNumber, message.Content));
                if (_turns.Count > 0) _turns[^1].Grow(Conversation.SizeOf(message.Content));
                break;
            case SessionEntry.Compacted compacted:
                Compacted = compacted;
                _messages.RemoveAll(one => one.Number <= compacted.Through);
                break;
            case SessionEntry.ModelChosen model:
                Model = model.Name;
                break;
            case SessionEntry.ModeChosen mode:
                Mode = mode.Name;
                break;
            case SessionEntry.Closed or SessionEntry.Unknown or SessionEntry.Opened:
                break;
            default:
                if (_turns.Count > 0) _turns[^1].Add(line.Entry);
                break;
        }
    }
}
