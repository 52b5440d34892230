using Punie.Cli.Hosting;

namespace Punie.Cli.Chat.Slash;

/// <summary>Starts anew.</summary>
internal sealed class ClearCommand : SlashCommand
{
    /// <inheritdoc/>
    public override string Name => "clear";

    /// <inheritdoc/>
    public override string Summary => "Start a new session; this one is kept";

    /// <inheritdoc/>
    public override Task<SlashNext> RunAsync(ChatRoom room, string argument, CancellationToken cancellationToken)
    {
        room.StartAnew();
        room.Terminal.Tell("a new session begins with the next prompt");
        return Task.FromResult(SlashNext.GoOn);
    }
}
