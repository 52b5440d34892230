using Punie.Cli.Hosting;
using Punie.Cli.Rendering;

namespace Punie.Cli.Chat.Slash;

/// <summary>Lists the sessions.</summary>
internal sealed class SessionsCommand : SlashCommand
{
    private const int Most = 15;

    /// <inheritdoc/>
    public override string Name => "sessions";

    /// <inheritdoc/>
    public override string Summary => "List this workspace's sessions, last used first";

    /// <inheritdoc/>
    public override Task<SlashNext> RunAsync(ChatRoom room, string argument, CancellationToken cancellationToken)
    {
        var sessions = room.Store.List().Sessions;
        if (sessions.Count == 0) room.Terminal.Tell("no session yet");
        foreach (var line in SessionTable.Lines([.. sessions.Take(Most)], room.Clock.GetUtcNow()))
        {
            var mark = line.StartsWith(room.Session.Id, StringComparison.Ordinal) ? "* " : "  ";
            room.Terminal.Tell(Page.Clip(Cells.Harmless(mark + line), room.Terminal.Width));
        }

        if (sessions.Count > Most) room.Terminal.Tell($"  ({sessions.Count - Most} more; punie sessions lists all)");
        return Task.FromResult(SlashNext.GoOn);
    }
}
