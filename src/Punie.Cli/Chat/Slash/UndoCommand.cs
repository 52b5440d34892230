using Punie.Agent.Workspace.Undo;
using Punie.Cli.Hosting;

namespace Punie.Cli.Chat.Slash;

/// <summary>Puts back what the last turn wrote.</summary>
internal sealed class UndoCommand : SlashCommand
{
    private const string Force = "--force";

    /// <inheritdoc/>
    public override string Name => "undo";

    /// <inheritdoc/>
    public override string Arguments => $"[{Force}]";

    /// <inheritdoc/>
    public override string Summary => "Put back the files that the last turn wrote; the model is told";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Choices => [Force];

    /// <inheritdoc/>
    public override Task<SlashNext> RunAsync(ChatRoom room, string argument, CancellationToken cancellationToken)
    {
        if (argument is not ("" or Force))
            throw new UsageException($"/undo takes {Force} or nothing; punie undo --list shows earlier turns");
        try
        {
            var report = room.Bench.Undo.Undo(number: null, argument == Force, room.Bench.Context.Workspace);
            foreach (var line in Commands.UndoCommand.Describe(report)) room.Terminal.Tell(line);
            var undone = report.Files.Where(file => file.Kind is UndoneKind.Restored or UndoneKind.Removed)
                .Select(file => file.Path);
            room.Inform($"The person undid your changes to {string.Join(", ", undone)}.");
            return Task.FromResult(SlashNext.GoOn);
        }
        catch (UndoException nothing)
        {
            throw new UsageException(nothing.Message);
        }
    }
}
