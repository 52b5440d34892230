namespace Punie.Cli.Chat.Slash;

/// <summary>Ends the chat.</summary>
internal sealed class ExitCommand : SlashCommand
{
    /// <inheritdoc/>
    public override string Name => "exit";

    /// <inheritdoc/>
    public override string Summary => "Leave; the session is kept";

    /// <inheritdoc/>
    public override Task<SlashNext> RunAsync(ChatRoom room, string argument, CancellationToken cancellationToken) =>
        Task.FromResult(SlashNext.Leave);
}
