using System.Globalization;
using Microsoft.Extensions.AI;
using Punie.Agent.CodeMode;
using Punie.Agent.Loop;
using Punie.Agent.Tools;

namespace Punie.Agent.Sessions;

/// <summary>
/// Puts one summary in the place of older turns, so that a session can go on when its window is full.
/// </summary>
/// <param name="model">Writes the summary, when it works in several steps.</param>
/// <param name="traits">What is known about it.</param>
public sealed class Compaction(IChatClient model, ModelTraits traits)
{
    private const string Request = """
        Summarise our conversation so far, so that you can go on without it: what I asked for, what you found (files and
        lines), what you changed, what is still open. Plain text, at most 400 words, no program and no call.
        """;

    /// <summary>The turns' tools; a model that calls them as functions is offered the same ones here.</summary>
    public ToolCatalog Tools { get; init; } = new([]);

    /// <summary>Summarises the turns that do not fit into <see cref="SessionLimits.KeptChars"/>.</summary>
    /// <returns>What was done; null when there is nothing to summarise.</returns>
    public Task<CompactionReport?> RunAsync(Session session, CancellationToken cancellationToken)
    {
        var whole = session.History.WholeTurns;
        var kept = 0;
        var room = session.Limits.KeptChars;
        while (kept < whole.Count && whole[^(kept + 1)].Chars <= room) room -= whole[^++kept].Chars;
        return ReplaceAsync(session, [.. whole.SkipLast(kept)], cancellationToken);
    }

    /// <summary>Summarises all turns.</summary>
    /// <returns>What was done; null when there is nothing to summarise.</returns>
    public Task<CompactionReport?> RunAllAsync(Session session, CancellationToken cancellationToken) =>
        ReplaceAsync(session, session.History.WholeTurns, cancellationToken);

    private async Task<CompactionReport?> ReplaceAsync(
        Session session, IReadOnlyList<SessionTurn> turns, CancellationToken cancellationToken)
    {
        if (turns.Count == 0) return null;
        var before = session.Conversation.Chars;
        var most = session.Limits.SummaryChars;
        var written = traits.SingleStep
            ? null
            : await WriteAsync(session.Conversation, cancellationToken).ConfigureAwait(false);
        var summary = written == null
            ? TurnDigest.Of(session.History.Compacted?.Summary, turns, most)
            : BoundedText.HeadAndTail(written, most);
        var author = written == null ? SummaryAuthor.Digest : SummaryAuthor.Model;
        session.Compact(turns[^1].LastMessage, summary, author);
        return new CompactionReport(turns.Count, before, session.Conversation.Chars, author);
    }

    // The same messages and functions as in a turn, so that the server's cache serves this request too.
    private async Task<string?> WriteAsync(Conversation conversation, CancellationToken cancellationToken)
    {
        var asked = new Conversation(conversation.Messages, int.MaxValue, log: null);
        asked.Append(new ChatMessage(ChatRole.User, Request));
        var reply = await new ModelRequest(model, new ToolOffer(traits, Tools))
            .ReplyAsync(asked, 1, stream: null, cancellationToken).ConfigureAwait(false);
        if (reply.Failure != null || reply.Message.Contents.OfType<FunctionCallContent>().Any()) return null;
        return string.IsNullOrWhiteSpace(reply.Message.Text) ? null : reply.Message.Text.Trim();
    }
}

/// <summary>What a compaction did.</summary>
/// <param name="Turns">How many turns were summarised.</param>
/// <param name="Before">Size of the conversation before, in UTF-16 units.</param>
/// <param name="After">Size after.</param>
/// <param name="Author">Who wrote the summary.</param>
public sealed record CompactionReport(int Turns, int Before, int After, SummaryAuthor Author)
{
    /// <summary>One line for the person.</summary>
    public override string ToString()
    {
        var turns = Turns == 1 ? "1 turn is" : string.Create(CultureInfo.InvariantCulture, $"{Turns} turns are");
        var author = Author == SummaryAuthor.Model ? "by the model" : "as a list of what was done";
        return string.Create(CultureInfo.InvariantCulture,
            $"{turns} summarised now, {author} ({Before:N0} characters became {After:N0})");
    }
}
