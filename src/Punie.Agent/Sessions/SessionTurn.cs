using Punie.Agent.Loop;

namespace Punie.Agent.Sessions;

/// <summary>One turn of a session, as its entries tell it. Grows while it runs.</summary>
/// <param name="prompt">What the person typed.</param>
/// <param name="at">When, UTC.</param>
/// <param name="firstMessage">Number of the turn's first message.</param>
public sealed class SessionTurn(string prompt, DateTimeOffset at, int firstMessage)
{
    private readonly List<SessionEntry> _entries = [];

    /// <summary>What the person typed.</summary>
    public string Prompt { get; } = prompt;

    /// <summary>When the turn began, UTC.</summary>
    public DateTimeOffset At { get; } = at;

    /// <summary>Number of the turn's first message.</summary>
    public int FirstMessage { get; } = firstMessage;

    /// <summary>Number of the turn's last message so far; below the first when there is none.</summary>
    public int LastMessage { get; private set; } = firstMessage - 1;

    /// <summary>Size of the turn's messages in UTF-16 units.</summary>
    public int Chars { get; private set; }

    /// <summary>What happened, in order: programs, tools, effects, problems, the answer, notes.</summary>
    public IReadOnlyList<SessionEntry> Entries => _entries;

    /// <summary>The answer; null without one.</summary>
    public string? Answer => _entries.OfType<SessionEntry.Answer>().LastOrDefault()?.Text;

    /// <summary>Why the turn ended; null while it runs, or when the process ended with it.</summary>
    public TurnEnd? End => _entries.OfType<SessionEntry.Ended>().LastOrDefault()?.End;

    /// <summary>The effects that happened: asked for and not refused.</summary>
    public IReadOnlyList<string> Effects
    {
        get
        {
            var happened = new List<SessionEntry.Effect>();
            foreach (var entry in _entries)
            {
                if (entry is SessionEntry.Effect effect) happened.Add(effect);
                if (entry is not SessionEntry.Denied denied) continue;
                var refused = happened.FindLastIndex(one => one.Tool == denied.Tool);
                if (refused >= 0) happened.RemoveAt(refused);
            }

            return [.. happened.Select(effect => effect.Summary)];
        }
    }

    internal void Add(SessionEntry entry) => _entries.Add(entry);

    internal void Grow(int chars)
    {
        LastMessage++;
        Chars += chars;
    }
}
