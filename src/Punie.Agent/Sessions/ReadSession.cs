using System.Globalization;

namespace Punie.Agent.Sessions;

/// <summary>What was read from a session's file.</summary>
/// <param name="History">What its entries add up to.</param>
/// <param name="DamagedLines">Lines that could not be read, such as one that a kill tore; they are left out.</param>
public sealed record ReadSession(SessionHistory History, int DamagedLines)
{
    /// <summary>One line about what is missing; null when all could be read.</summary>
    public string? Warning => DamagedLines switch
    {
        0 => null,
        1 => $"one line of session {History.Opened.Id} was torn and is left out",
        _ => string.Create(CultureInfo.InvariantCulture,
            $"{DamagedLines} lines of session {History.Opened.Id} cannot be read and are left out"),
    };

    /// <summary>Adds up the lines of a file.</summary>
    /// <param name="text">JSON Lines.</param>
    /// <param name="name">Named in errors.</param>
    /// <exception cref="SessionException">It does not begin as a session does, or a newer program wrote it.</exception>
    public static ReadSession From(string text, string name)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length == 0 || !SessionEntryJson.TryParse(lines[0], out var first)
            || first.Entry is not SessionEntry.Opened opened)
        {
            throw new SessionException($"{name} is not a session: its first line does not open one");
        }

        if (opened.Version > SessionEntry.FormatVersion)
        {
            throw new SessionException(string.Create(CultureInfo.InvariantCulture,
                $"{name} was written by a newer punie (format {opened.Version}, this one reads "
                + $"{SessionEntry.FormatVersion})"));
        }

        var history = new SessionHistory(first, opened);
        var damaged = 0;
        foreach (var one in lines.Skip(1))
        {
            if (SessionEntryJson.TryParse(one, out var line)) history.Add(line);
            else damaged++;
        }

        return new ReadSession(history, damaged);
    }
}

/// <summary>A session cannot be found, read or made; the message is one line for the person.</summary>
public sealed class SessionException : Exception
{
    /// <summary>Makes an error.</summary>
    public SessionException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
