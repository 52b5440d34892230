using System.Globalization;
using Punie.Agent.CodeMode;
using Punie.Agent.Sessions;

namespace Punie.Cli.Rendering;

/// <summary>Sessions as lines of a table.</summary>
internal static class SessionTable
{
    private const int PromptChars = 60;

    /// <summary>One line for each: id, age, turns, first prompt.</summary>
    /// <param name="sessions">In the order of the table.</param>
    /// <param name="now">UTC.</param>
    public static IEnumerable<string> Lines(IReadOnlyList<SessionSummary> sessions, DateTimeOffset now) =>
        sessions.Select(session =>
    {
        var age = Age(now - session.LastUsed).PadLeft(11);
        var turns = Count(session.Turns, "turn").PadLeft(9);
        var fork = session.ForkedFrom is { } origin ? $"  (from {origin})" : "";
        return $"{session.Id}  {age}  {turns}  {BoundedText.OneLine(session.FirstPrompt, PromptChars)}{fork}";
    });

    /// <summary>A number with its word.</summary>
    public static string Count(int number, string word) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {word}{(number == 1 ? "" : "s")}");

    /// <summary>How long ago.</summary>
    public static string Age(TimeSpan age) => age.TotalMinutes switch
    {
        < 1 => "just now",
        < 60 => string.Create(CultureInfo.InvariantCulture, $"{(int)age.TotalMinutes} min ago"),
        < 24 * 60 => string.Create(CultureInfo.InvariantCulture, $"{(int)age.TotalHours} h ago"),
        _ => $"{Count((int)age.TotalDays, "day")} ago",
    };
}
