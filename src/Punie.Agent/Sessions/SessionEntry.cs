using Microsoft.Extensions.AI;
using Punie.Agent.Loop;

namespace Punie.Agent.Sessions;

/// <summary>
/// One line of a session's file. The messages alone make the conversation; the other entries say what happened, for
/// lists, digests and exports. Kinds and fields are only ever added.
/// </summary>
public abstract record SessionEntry
{
    /// <summary>The version of the format that this program writes, and the newest that it reads.</summary>
    public const int FormatVersion = 1;

    private protected SessionEntry()
    {
    }

    /// <summary>Always the first line.</summary>
    /// <param name="Version">Of the format.</param>
    /// <param name="Id">Eight hexadecimal digits.</param>
    /// <param name="Workspace">Full path of the project.</param>
    /// <param name="Model">As the person named it.</param>
    /// <param name="ForkedFrom">The session that the following lines were copied from; null for a new one.</param>
    public sealed record Opened(int Version, string Id, string Workspace, string Model, string? ForkedFrom)
        : SessionEntry;

    /// <summary>A turn begins.</summary>
    /// <param name="Text">What the person typed; the message to the model may hold attached files besides.</param>
    public sealed record Prompt(string Text) : SessionEntry;

    /// <summary>The system text from here on.</summary>
    public sealed record Instructed(string Text) : SessionEntry;

    /// <summary>A message of the conversation. They are numbered from 1 in the order of the file.</summary>
    public sealed record Message(ChatMessage Content) : SessionEntry;

    /// <summary>A program that the model wrote.</summary>
    public sealed record Program(string Source) : SessionEntry;

    /// <summary>A tool call that ended.</summary>
    /// <param name="Name">The tool's name.</param>
    /// <param name="Call">As Python writes it, long values shortened.</param>
    /// <param name="Milliseconds">Waiting for a permission included.</param>
    /// <param name="Problem">Why it could not do its work; null when it did.</param>
    public sealed record Called(string Name, string Call, double Milliseconds, string? Problem) : SessionEntry;

    /// <summary>A tool was about to have an effect.</summary>
    /// <param name="Tool">The tool's name.</param>
    /// <param name="Summary">One line, such as "Write src/cart.py (+3 -1)".</param>
    public sealed record Effect(string Tool, string Summary) : SessionEntry;

    /// <summary>The last effect of this tool was allowed.</summary>
    /// <param name="Tool">The tool's name.</param>
    /// <param name="By">Who or what allowed it, in words.</param>
    public sealed record Allowed(string Tool, string By) : SessionEntry;

    /// <summary>The last effect of this tool did not happen.</summary>
    public sealed record Denied(string Tool, string Reason) : SessionEntry
    {
        /// <summary>Who or what forbade it, in words; null in a line of an older program.</summary>
        public string? By { get; init; }
    }

    /// <summary>The program was shown as a whole before its first effect.</summary>
    /// <param name="Decision"><c>allowed</c>, <c>each</c> (each effect asks) or <c>refused</c>.</param>
    /// <param name="Reason">The words of who decided; null without.</param>
    /// <param name="By">Who decided, in words.</param>
    public sealed record Decided(string Decision, string? Reason, string By) : SessionEntry;

    /// <summary>The program was rejected, raised or was stopped.</summary>
    public sealed record Failed(string Text) : SessionEntry;

    /// <summary>The answer to the person.</summary>
    /// <param name="Text">At most <see cref="SessionLimits.AnswerChars"/>.</param>
    /// <param name="IsOutput">True when a program printed it, false for the model's own words.</param>
    public sealed record Answer(string Text, bool IsOutput) : SessionEntry;

    /// <summary>The turn is over. A turn without this line was cut off with the process.</summary>
    /// <param name="End">Why.</param>
    /// <param name="Reason">One line; null when the entries before it say everything.</param>
    public sealed record Ended(TurnEnd End, string? Reason) : SessionEntry;

    /// <summary>
    /// Earlier messages stand in the conversation as one summary from here on; their lines stay in the file.
    /// </summary>
    /// <param name="Through">Number of the last message that is replaced; all before it are replaced too.</param>
    /// <param name="Summary">What stands in their place.</param>
    /// <param name="Author">Who wrote it.</param>
    public sealed record Compacted(int Through, string Summary, SummaryAuthor Author) : SessionEntry;

    /// <summary>Another model answers from here on.</summary>
    public sealed record ModelChosen(string Name) : SessionEntry;

    /// <summary>Another permission mode holds from here on.</summary>
    public sealed record ModeChosen(string Name) : SessionEntry;

    /// <summary>Something else that the person did, such as an undo.</summary>
    public sealed record Note(string Text) : SessionEntry;

    /// <summary>The person left. A session may be opened again after it.</summary>
    public sealed record Closed : SessionEntry;

    /// <summary>A kind that a newer program wrote; kept, not understood.</summary>
    public sealed record Unknown(string Type) : SessionEntry;
}

/// <summary>Who summarised earlier turns.</summary>
public enum SummaryAuthor
{
    /// <summary>The model, in its own words.</summary>
    Model,

    /// <summary>A list made of the entries: prompts, tools, effects, last lines.</summary>
    Digest,
}

/// <summary>An entry with its time.</summary>
/// <param name="At">When it was written, UTC.</param>
/// <param name="Entry">What it says.</param>
public sealed record SessionLine(DateTimeOffset At, SessionEntry Entry);
