using Punie.Cli.Hosting;

namespace Punie.Cli.Chat.Slash;

/// <summary>Shows or changes the model.</summary>
internal sealed class ModelCommand : SlashCommand
{
    /// <inheritdoc/>
    public override string Name => "model";

    /// <inheritdoc/>
    public override string Arguments => "[MODEL]";

    /// <inheritdoc/>
    public override string Summary => "Show the model, or let another one answer; the conversation stays";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Choices => ["router", "scripted:", "http://"];

    /// <inheritdoc/>
    public override async Task<SlashNext> RunAsync(ChatRoom room, string argument, CancellationToken cancellationToken)
    {
        if (argument.Length > 0) await room.UseModelAsync(argument, cancellationToken).ConfigureAwait(false);
        var kind = room.Model.Traits.SingleStep
            ? "one program a turn; it sees the last prompt only"
            : "several steps a turn";
        room.Terminal.Tell($"model {room.ModelName} ({kind})");
        return SlashNext.GoOn;
    }
}
