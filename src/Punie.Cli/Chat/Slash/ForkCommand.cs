using Punie.Cli.Hosting;

namespace Punie.Cli.Chat.Slash;

/// <summary>Goes on in a copy.</summary>
internal sealed class ForkCommand : SlashCommand
{
    /// <inheritdoc/>
    public override string Name => "fork";

    /// <inheritdoc/>
    public override string Summary => "Go on in a copy of this session; this one stays as it is";

    /// <inheritdoc/>
    public override Task<SlashNext> RunAsync(ChatRoom room, string argument, CancellationToken cancellationToken)
    {
        if (room.Session.History.Turns.Count == 0) throw new UsageException("there is nothing to copy yet");
        var origin = room.Session.Id;
        room.Fork();
        room.Terminal.Tell($"session {room.Session.Id} is a copy of {origin}");
        return Task.FromResult(SlashNext.GoOn);
    }
}
