using Punie.Agent.Sessions;
using Punie.Cli.Hosting;
using Punie.Cli.Rendering;

namespace Punie.Cli.Chat.Slash;

/// <summary>Writes the session out.</summary>
internal sealed class ExportCommand : SlashCommand
{
    /// <inheritdoc/>
    public override string Name => "export";

    /// <inheritdoc/>
    public override string Arguments => "[FILE]";

    /// <inheritdoc/>
    public override string Summary => "Show this session as Markdown, or write it to FILE (.json for JSON)";

    /// <inheritdoc/>
    public override Task<SlashNext> RunAsync(ChatRoom room, string argument, CancellationToken cancellationToken)
    {
        var history = room.Session.History;
        if (argument.Length == 0)
        {
            var page = SessionMarkdown.Write(history).TrimEnd('\n');
            room.Terminal.Tell(room.Terminal.IsOutputScreen ? Cells.Harmless(page) : page);
            return Task.FromResult(SlashNext.GoOn);
        }

        var isJson = argument.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
        UserFiles.WriteNew(argument, isJson ? SessionJson.Write(history) + "\n" : SessionMarkdown.Write(history));
        room.Terminal.Tell($"written to {argument}");
        return Task.FromResult(SlashNext.GoOn);
    }
}
