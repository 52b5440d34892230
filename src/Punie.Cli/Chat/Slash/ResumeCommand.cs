using Punie.Cli.Hosting;
using Punie.Cli.Rendering;

namespace Punie.Cli.Chat.Slash;

/// <summary>Goes on with another session.</summary>
internal sealed class ResumeCommand : SlashCommand
{
    /// <inheritdoc/>
    public override string Name => "resume";

    /// <inheritdoc/>
    public override string Arguments => "[ID]";

    /// <inheritdoc/>
    public override string Summary => "Go on with an earlier session, or with the one used last";

    /// <inheritdoc/>
    public override async Task<SlashNext> RunAsync(ChatRoom room, string argument, CancellationToken cancellationToken)
    {
        await room.ResumeAsync(argument.Length == 0 ? null : argument, cancellationToken).ConfigureAwait(false);
        var turns = SessionTable.Count(room.Session.History.Turns.Count, "turn");
        room.Terminal.Tell($"session {room.Session.Id} goes on after {turns}, with model {room.ModelName}");
        return SlashNext.GoOn;
    }
}
