using Punie.Agent.Permissions;
using Punie.Cli.Hosting;

namespace Punie.Cli.Chat.Slash;

/// <summary>Shows or changes what may happen without asking.</summary>
internal sealed class ModeCommand : SlashCommand
{
    /// <inheritdoc/>
    public override string Name => "mode";

    /// <inheritdoc/>
    public override string Arguments => "[plan|ask|auto-edit|auto]";

    /// <inheritdoc/>
    public override string Summary => "Show or change what may be written and run without asking";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Choices =>
        [.. Enum.GetValues<PermissionMode>().Select(mode => mode.ToText())];

    /// <inheritdoc/>
    public override Task<SlashNext> RunAsync(ChatRoom room, string argument, CancellationToken cancellationToken)
    {
        if (argument.Length > 0)
        {
            if (!PermissionModes.TryParse(argument, out var wanted, out var error)) throw new UsageException(error);
            room.UseMode(wanted);
        }

        var mode = room.Bench.Permissions.Mode;
        room.Terminal.Tell($"mode {mode.ToText()}: {mode.Explain()}");
        foreach (var grant in room.Bench.Permissions.Grants) room.Terminal.Tell($"  allowed in this chat: {grant}");
        return Task.FromResult(SlashNext.GoOn);
    }
}
