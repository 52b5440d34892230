using System.Globalization;
using System.Text;
using Punie.Agent.CodeMode;
using Punie.Agent.Loop;

namespace Punie.Agent.Sessions;

/// <summary>A session as a page that people read.</summary>
public static class SessionMarkdown
{
    private const string Time = "yyyy-MM-dd HH:mm";
    private const int TitleChars = 80;

    /// <summary>The whole session: each turn with its prompt, programs, tool calls, effects and answer.</summary>
    public static string Write(SessionHistory history)
    {
        var page = new StringBuilder();
        var title = history.Turns.Count == 0
            ? "An empty session"
            : BoundedText.OneLine(history.Turns[0].Prompt, TitleChars);
        Line(page, $"# {title}\n");
        Line(page,
            $"Session `{history.Opened.Id}` · {history.Opened.Workspace} · model {history.Model} · "
            + $"{At(history.Created)} to {At(history.LastUsed)} UTC");
        if (history.Opened.ForkedFrom is { } origin) Line(page, $"\nForked from session `{origin}`.");
        foreach (var (index, turn) in history.Turns.Index())
        {
            Line(page, $"\n## {(index + 1).ToString(CultureInfo.InvariantCulture)} · {At(turn.At)}\n");
            WriteTurn(page, turn);
        }

        return page.ToString();
    }

    private static void WriteTurn(StringBuilder page, SessionTurn turn)
    {
        foreach (var line in turn.Prompt.Split('\n')) Line(page, $"> {line}".TrimEnd());
        foreach (var entry in turn.Entries) WriteEntry(page, entry);
        if (turn.End is null) Line(page, "\n*This turn was cut off.*");
        else if (turn.End is not TurnEnd.Answered) Line(page, $"\n*Ended: {turn.End}.*");
    }

    private static void WriteEntry(StringBuilder page, SessionEntry entry)
    {
        switch (entry)
        {
            case SessionEntry.Program program:
                Fenced(page, "python", program.Source);
                Line(page, "");
                break;
            case SessionEntry.Called { Problem: null } called:
                Line(page,
                    string.Create(CultureInfo.InvariantCulture, $"- `{called.Call}` {called.Milliseconds:0} ms"));
                break;
            case SessionEntry.Called called:
                Line(page, $"- `{called.Call}` failed: {BoundedText.OneLine(called.Problem!, 200)}");
                break;
            case SessionEntry.Effect effect:
                Line(page, $"- {effect.Summary}");
                break;
            case SessionEntry.Allowed allowed:
                Line(page, $"  - allowed by {allowed.By}");
                break;
            case SessionEntry.Denied denied:
                Line(page, $"- not done: {denied.Tool}: {denied.Reason}");
                break;
            case SessionEntry.Decided decided:
                Line(page, $"- {Decision(decided)}");
                break;
            case SessionEntry.Failed failed:
                Fenced(page, "text", failed.Text);
                break;
            case SessionEntry.Answer { IsOutput: true, Text: var text }:
                Fenced(page, "text", text);
                break;
            case SessionEntry.Answer answer:
                Line(page, $"\n{answer.Text.Trim()}");
                break;
            case SessionEntry.Note note:
                Line(page, $"\n*{note.Text}*");
                break;
        }
    }

    private static string Decision(SessionEntry.Decided decided) => decided.Decision switch
    {
        "allowed" => $"{decided.By} allowed the whole program",
        "each" => $"{decided.By} decides about each effect",
        _ when decided.Reason is { } reason => $"{decided.By} refused the whole program: {reason}",
        _ => $"{decided.By} refused the whole program",
    };

    // The fence is longer than any inside, so that the text cannot end it.
    private static void Fenced(StringBuilder page, string language, string text)
    {
        var longest = 0;
        var run = 0;
        foreach (var c in text) longest = Math.Max(longest, run = c == '`' ? run + 1 : 0);
        var fence = new string('`', Math.Max(3, longest + 1));
        Line(page, $"\n{fence}{language}\n{text.TrimEnd('\n')}\n{fence}");
    }

    private static void Line(StringBuilder page, string text) => page.Append(text).Append('\n');

    private static string At(DateTimeOffset time) => time.UtcDateTime.ToString(Time, CultureInfo.InvariantCulture);
}
