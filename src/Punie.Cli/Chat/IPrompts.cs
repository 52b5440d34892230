using Punie.Cli.Chat.Editing;
using Punie.Cli.Hosting;

namespace Punie.Cli.Chat;

/// <summary>Where prompts come from.</summary>
internal interface IPrompts
{
    /// <summary>The next one, which may have several lines; null when there are no more.</summary>
    Task<string?> NextAsync(CancellationToken cancellationToken);
}

/// <summary>Prompts from lines: a pipe, or a terminal that has no keys to give.</summary>
/// <param name="terminal">Read line by line.</param>
internal sealed class LinePrompts(ITerminal terminal) : IPrompts
{
    private const string Mark = "> ";
    private const string More = "… ";

    /// <inheritdoc/>
    public async Task<string?> NextAsync(CancellationToken cancellationToken)
    {
        var text = await LineAsync(Mark, cancellationToken).ConfigureAwait(false);
        while (text != null && PromptText.GoesOn(text))
        {
            if (await LineAsync(More, cancellationToken).ConfigureAwait(false) is not { } line) break;
            text = PromptText.WithNewLine(text) + line;
        }

        return text;
    }

    // A pipe does not echo: with the prompt in it, the output can be read as a conversation.
    private async Task<string?> LineAsync(string mark, CancellationToken cancellationToken)
    {
        if (terminal.IsInteractive)
        {
            await terminal.Output.WriteAsync(mark.AsMemory(), cancellationToken).ConfigureAwait(false);
            await terminal.Output.FlushAsync(cancellationToken).ConfigureAwait(false);
        }

        var line = await terminal.ReadLineAsync(cancellationToken).ConfigureAwait(false);
        if (!terminal.IsInteractive && !string.IsNullOrWhiteSpace(line)) terminal.Tell(mark + line);
        return line;
    }
}
