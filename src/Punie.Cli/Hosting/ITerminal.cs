namespace Punie.Cli.Hosting;

/// <summary>Where the person is: a terminal, or pipes.</summary>
internal interface ITerminal
{
    /// <summary>Results.</summary>
    TextWriter Output { get; }

    /// <summary>Progress, questions and errors.</summary>
    TextWriter Error { get; }

    /// <summary>True when results go to a screen.</summary>
    bool IsOutputScreen { get; }

    /// <summary>True when errors and progress go to a screen.</summary>
    bool IsErrorScreen { get; }

    /// <summary>True when a person can answer a question: keyboard in, screen out.</summary>
    bool IsInteractive { get; }

    /// <summary>True when colours are wanted on a screen.</summary>
    bool UsesColor { get; }

    /// <summary>Columns; 80 when results do not go to a screen.</summary>
    int Width { get; }

    /// <summary>Rows; 24 when results do not go to a screen.</summary>
    int Height { get; }

    /// <summary>Single keys; null without a keyboard, or where the terminal cannot be switched to keys.</summary>
    IKeyboard? Keyboard { get; }

    /// <summary>Throws away what was typed before a question; without a keyboard does nothing.</summary>
    void ForgetTyped();

    /// <summary>One line from the person, null at the end of input.</summary>
    Task<string?> ReadLineAsync(CancellationToken cancellationToken);

    /// <summary>All of the input.</summary>
    Task<string> ReadToEndAsync(CancellationToken cancellationToken);
}

/// <summary>Whole lines, sent at once.</summary>
internal static class TerminalLines
{
    /// <summary>A line of results.</summary>
    public static void Tell(this ITerminal terminal, string line)
    {
        terminal.Output.Write(line + "\n");
        terminal.Output.Flush();
    }

    /// <summary>A line about what went wrong, with the program's name before it.</summary>
    public static void Complain(this ITerminal terminal, string message)
    {
        terminal.Output.Flush();
        terminal.Error.Write($"punie: {message}\n");
        terminal.Error.Flush();
    }
}
