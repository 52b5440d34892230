using Punie.Agent.CodeMode;

namespace Punie.Cli.Chat.Slash;

/// <summary>The commands of a chat.</summary>
internal sealed class SlashTable
{
    /// <summary>Makes the table.</summary>
    public SlashTable() => Commands =
    [
        new HelpCommand(this),
        new ModelCommand(),
        new ModeCommand(),
        new ToolsCommand(),
        new UndoCommand(),
        new CompactCommand(),
        new SessionsCommand(),
        new ResumeCommand(),
        new ForkCommand(),
        new ClearCommand(),
        new ExportCommand(),
        new ExitCommand(),
    ];

    /// <summary>In the order in which help shows them.</summary>
    public IReadOnlyList<SlashCommand> Commands { get; }

    /// <summary>The command of this name, with or without the slash; null for none.</summary>
    public SlashCommand? Find(string name) => Commands.FirstOrDefault(command => command.Name == name.TrimStart('/'));

    /// <summary>Reads a line; null when it is a prompt. A path at the start, such as /usr/bin, is a prompt.</summary>
    /// <exception cref="UsageException">There is no such command; the message names the nearest.</exception>
    public SlashLine? Parse(string line)
    {
        if (!line.StartsWith('/')) return null;
        var end = line.IndexOfAny([' ', '\n', '\t']);
        var name = end < 0 ? line[1..] : line[1..end];
        if (name.Length == 0 || name.Any(c => !char.IsAsciiLetter(c) && c != '-')) return null;
        if (Find(name) is { } command) return new SlashLine(command, end < 0 ? "" : line[end..].Trim());
        var nearest = Nearest.To(name, Commands.Select(one => one.Name));
        throw new UsageException(nearest == null
            ? $"there is no command /{name}; /help lists them"
            : $"there is no command /{name}; did you mean /{nearest}?");
    }
}
