namespace Punie.Agent.Sessions;

/// <summary>A session as a list shows it.</summary>
/// <param name="Id">Eight hexadecimal digits.</param>
/// <param name="FirstPrompt">What was asked first; empty when nothing was.</param>
/// <param name="Turns">How many prompts.</param>
/// <param name="Model">As the person named it, the last one.</param>
/// <param name="Created">UTC.</param>
/// <param name="LastUsed">UTC.</param>
/// <param name="ForkedFrom">The session that it was copied from; null for none.</param>
public sealed record SessionSummary(
    string Id, string FirstPrompt, int Turns, string Model, DateTimeOffset Created, DateTimeOffset LastUsed,
    string? ForkedFrom)
{
    private static readonly string[] Needed =
        [SessionEntryJson.Start("opened"), SessionEntryJson.Start("prompt"), SessionEntryJson.Start("model")];

    /// <summary>
    /// Reads a file's text; null when it is not a session. Messages are passed over, so that a long list is quick.
    /// </summary>
    internal static SessionSummary? From(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length == 0 || !SessionEntryJson.TryParse(lines[0], out var first)
            || first.Entry is not SessionEntry.Opened opened)
        {
            return null;
        }

        var summary = new SessionSummary(opened.Id, "", 0, opened.Model, first.At, first.At, opened.ForkedFrom);
        foreach (var line in lines.Skip(1)
            .Where(line => Needed.Any(start => line.StartsWith(start, StringComparison.Ordinal))))
        {
            if (!SessionEntryJson.TryParse(line, out var parsed)) continue;
            summary = summary.With(parsed.Entry);
        }

        var last = lines.Reverse()
            .Select(line => SessionEntryJson.TryParse(line, out var parsed) ? parsed.At : (DateTimeOffset?)null);
        return summary with { LastUsed = last.First(at => at != null)!.Value };
    }

    private SessionSummary With(SessionEntry entry) => entry switch
    {
        SessionEntry.Prompt prompt =>
            this with { Turns = Turns + 1, FirstPrompt = Turns == 0 ? prompt.Text : FirstPrompt },
        SessionEntry.ModelChosen model => this with { Model = model.Name },
        _ => this,
    };
}

/// <summary>The sessions of a workspace.</summary>
/// <param name="Sessions">Last used first.</param>
/// <param name="Problems">One line for each file that is there and cannot be read.</param>
public sealed record SessionList(IReadOnlyList<SessionSummary> Sessions, IReadOnlyList<string> Problems);
