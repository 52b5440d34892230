using Punie.Agent.Tools;
using Punie.Cli.Hosting;

namespace Punie.Cli.Chat.Slash;

/// <summary>Lists the tools.</summary>
internal sealed class ToolsCommand : SlashCommand
{
    /// <inheritdoc/>
    public override string Name => "tools";

    /// <inheritdoc/>
    public override string Arguments => "[NAME]";

    /// <inheritdoc/>
    public override string Summary => "List the tools that programs can call here, or describe one";

    /// <inheritdoc/>
    public override async Task<SlashNext> RunAsync(
        ChatRoom room, string argument, CancellationToken cancellationToken)
    {
        await room.RenewAsync(cancellationToken).ConfigureAwait(false);
        var tools = room.Bench.Runner.Tools;
        if (argument.Length == 0) room.Terminal.Tell(Commands.ToolsCommand.Lines(room.Terminal, tools).TrimEnd('\n'));
        else if (tools.Find(argument) is { } tool) room.Terminal.Tell(ToolStub.Described(tool).TrimEnd('\n'));
        else throw new UsageException(tools.WhyMissing(argument));
        return SlashNext.GoOn;
    }
}
