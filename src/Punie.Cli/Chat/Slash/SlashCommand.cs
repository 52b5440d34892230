namespace Punie.Cli.Chat.Slash;

/// <summary>Something that the person does in a chat besides asking.</summary>
internal abstract class SlashCommand
{
    /// <summary>Its name without the slash.</summary>
    public abstract string Name { get; }

    /// <summary>What may stand behind it, as help shows it; empty for nothing.</summary>
    public virtual string Arguments => "";

    /// <summary>What it does, in one line.</summary>
    public abstract string Summary { get; }

    /// <summary>Words that Tab offers behind it.</summary>
    public virtual IReadOnlyList<string> Choices => [];

    /// <summary>Does it.</summary>
    /// <param name="room">The chat.</param>
    /// <param name="argument">What stood behind the name, trimmed; empty for nothing.</param>
    /// <param name="cancellationToken">The person's Ctrl-C.</param>
    public abstract Task<SlashNext> RunAsync(ChatRoom room, string argument, CancellationToken cancellationToken);
}

/// <summary>What comes after a command.</summary>
internal enum SlashNext
{
    /// <summary>The next prompt.</summary>
    GoOn,

    /// <summary>The end of the chat.</summary>
    Leave,
}

/// <summary>A line that is a command.</summary>
internal sealed record SlashLine(SlashCommand Command, string Argument);
