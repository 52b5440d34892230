using Punie.Cli.Hosting;

namespace Punie.Cli.Chat.Slash;

/// <summary>Lists the commands and keys.</summary>
internal sealed class HelpCommand(SlashTable table) : SlashCommand
{
    private const string Keys = """
        @path attaches a file · Tab completes commands and paths · up and down walk through earlier prompts
        a line that ends in \ or an open ``` goes on · Alt-Enter starts a new line
        Ctrl-C clears the line, or stops a running turn and keeps the session · Ctrl-D leaves
        """;

    /// <inheritdoc/>
    public override string Name => "help";

    /// <inheritdoc/>
    public override string Summary => "List the commands and keys";

    /// <inheritdoc/>
    public override Task<SlashNext> RunAsync(ChatRoom room, string argument, CancellationToken cancellationToken)
    {
        var width = table.Commands.Max(command => Usage(command).Length);
        foreach (var command in table.Commands)
            room.Terminal.Tell($"{Usage(command).PadRight(width)}  {command.Summary}");
        room.Terminal.Tell(Keys);
        return Task.FromResult(SlashNext.GoOn);
    }

    /// <summary>A command as help writes it.</summary>
    public static string Usage(SlashCommand command) => $"/{command.Name} {command.Arguments}".TrimEnd();
}
