using Microsoft.Extensions.AI;
using Punie.Agent.Loop;
using Punie.Agent.Workspace;

namespace Punie.Agent.Sessions;

/// <summary>A conversation that is kept: every message and event goes to its file as it happens.</summary>
/// <remarks>
/// The file appears with the first prompt. When it cannot be written the session goes on in memory and says so once.
/// One turn at a time.
/// </remarks>
public sealed class Session : IConversationLog, IDisposable
{
    private readonly Lock _guard = new(); // messages come from the turn's thread, events from its reader's
    private readonly Func<AppendedFile> _open;
    private readonly TimeProvider _clock;
    private readonly List<string> _unsaved = [];
    private TurnEntries _entries;
    private AppendedFile? _file;
    private bool _isUsed;
    private bool _isBroken;

    private Session(SessionHistory history, SessionLimits limits, Func<AppendedFile> open, TimeProvider clock)
    {
        History = history;
        Limits = limits;
        _open = open;
        _clock = clock;
        _entries = new TurnEntries(limits);
        Conversation = Rebuilt();
    }

    /// <summary>Who the session is and what happened in it.</summary>
    public SessionHistory History { get; }

    /// <summary>How much stands in front of the model.</summary>
    public SessionLimits Limits { get; }

    /// <summary>The messages for the next turn. Another object after a compaction.</summary>
    public Conversation Conversation { get; private set; }

    /// <summary>Eight hexadecimal digits.</summary>
    public string Id => History.Opened.Id;

    /// <summary>Hears, in one line, that the session cannot be saved.</summary>
    public Action<string> Noticed { get; set; } = _ => { };

    /// <summary>True when the next turn should find older turns summarised.</summary>
    public bool NeedsCompaction => Conversation.Chars >= Limits.CompactAtChars;

    /// <summary>A turn begins.</summary>
    /// <param name="prompt">What the person typed.</param>
    public void Begin(string prompt)
    {
        _isUsed = true;
        _entries = new TurnEntries(Limits);
        Add(new SessionEntry.Prompt(prompt));
    }

    /// <summary>Takes an event of the turn; its end is written through to the disk.</summary>
    public void Record(TurnEvent happened)
    {
        if (_entries.From(happened) is { } entry) Add(entry);
        if (happened is TurnEvent.Ended) Sync();
    }

    /// <summary>Another model answers from here on.</summary>
    public void UseModel(string name)
    {
        if (name != History.Model) Add(new SessionEntry.ModelChosen(name));
    }

    /// <summary>Another permission mode holds from here on.</summary>
    public void UseMode(string name)
    {
        if (name != History.Mode) Add(new SessionEntry.ModeChosen(name));
    }

    /// <summary>Keeps a line about something that the person did besides asking.</summary>
    public void Note(string text) => Add(new SessionEntry.Note(text));

    /// <summary>Puts a summary in the place of messages.</summary>
    /// <param name="through">Number of the last message that is replaced.</param>
    /// <param name="summary">What the model reads in their place.</param>
    /// <param name="author">Who wrote it.</param>
    public void Compact(int through, string summary, SummaryAuthor author)
    {
        Add(new SessionEntry.Compacted(through, summary, author));
        Conversation = Rebuilt();
        Sync();
    }

    /// <inheritdoc/>
    void IConversationLog.Instructed(string text) => Add(new SessionEntry.Instructed(text));

    /// <inheritdoc/>
    void IConversationLog.Appended(ChatMessage message) => Add(new SessionEntry.Message(message));

    /// <summary>Says that the person left, when something was asked, and closes the file.</summary>
    public void Dispose()
    {
        if (_isUsed) Add(new SessionEntry.Closed());
        Sync();
        lock (_guard)
        {
            _file?.Dispose();
            _file = null;
            _isBroken = true;
        }
    }

    /// <summary>Starts a new session; its file is made by <paramref name="open"/> with the first prompt.</summary>
    internal static Session Start(
        SessionEntry.Opened opened, SessionLimits limits, Func<AppendedFile> open, TimeProvider clock)
    {
        var line = new SessionLine(clock.GetUtcNow(), opened);
        var session = new Session(new SessionHistory(line, opened), limits, open, clock);
        session._unsaved.Add(SessionEntryJson.ToJson(line));
        return session;
    }

    /// <summary>Goes on with a session whose file is open; a turn that was cut off is closed.</summary>
    internal static Session Resume(SessionHistory history, SessionLimits limits, AppendedFile file, TimeProvider clock)
    {
        var session = new Session(history, limits, () => file, clock) { _file = file };
        TurnClosing.Close(session.Conversation, "This turn was cut off.");
        return session;
    }

    private Conversation Rebuilt() => new(History.Messages, Limits.MostChars, this);

    private void Add(SessionEntry entry)
    {
        string? problem;
        lock (_guard)
        {
            var line = new SessionLine(_clock.GetUtcNow(), entry);
            History.Add(line);
            problem = Save(SessionEntryJson.ToJson(line));
        }

        if (problem != null) Noticed(problem);
    }

    private string? Save(string line)
    {
        if (_isBroken) return null;
        _unsaved.Add(line);
        if (!_isUsed && _file == null) return null;
        try
        {
            _file ??= _open();
            foreach (var one in _unsaved) _file.Add(one);
            _unsaved.Clear();
            return null;
        }
        catch (IOException failure)
        {
            _isBroken = true;
            return $"the session cannot be saved, it goes on in memory only: {failure.Message}";
        }
    }

    private void Sync()
    {
        lock (_guard)
        {
            if (_isBroken) return;
            try
            {
                _file?.Sync();
            }
            catch (IOException)
            {
                // The lines are with the system; some file systems cannot do more.
            }
        }
    }
}
