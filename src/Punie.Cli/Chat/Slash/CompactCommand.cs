using Punie.Cli.Hosting;
using Punie.Cli.Rendering;

namespace Punie.Cli.Chat.Slash;

/// <summary>Summarises the conversation.</summary>
internal sealed class CompactCommand : SlashCommand
{
    /// <inheritdoc/>
    public override string Name => "compact";

    /// <inheritdoc/>
    public override string Summary => "Put a summary in the place of all turns, to make room";

    /// <inheritdoc/>
    public override async Task<SlashNext> RunAsync(ChatRoom room, string argument, CancellationToken cancellationToken)
    {
        using var progress = new ProgressLine(room.Terminal, room.Clock);
        progress.Begin("summarising");
        var report = await room.CompactAsync(cancellationToken).ConfigureAwait(false);
        progress.End();
        room.Terminal.Tell(report?.ToString() ?? "there is nothing to summarise");
        return SlashNext.GoOn;
    }
}
