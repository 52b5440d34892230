using System.Globalization;
using Punie.Cli.Hosting;

namespace Punie.Cli.Rendering;

/// <summary>Writes the parts of an answer: boxes and colours on a screen, plain lines into a pipe.</summary>
internal sealed class Page(ITerminal terminal)
{
    private const string Reset = "\e[0m";
    private const string Dim = "\e[2m";
    private const string Green = "\e[32m";
    private const string Red = "\e[31m";
    private const string Yellow = "\e[33m";

    private bool _isAtLineStart = true;

    /// <summary>A program: in a box on a screen, indented in a pipe.</summary>
    public void Program(string source) => Framed("program", source);

    /// <summary>Something to look at before a decision, on the error stream.</summary>
    public void Question(string title, string text)
    {
        foreach (var line in Frame(title, text, terminal.IsErrorScreen)) terminal.Error.WriteLine(line);
        terminal.Error.Flush();
    }

    /// <summary>A diff: in a box and cut on a screen, as it is in a pipe.</summary>
    public void Changes(string title, string diff)
    {
        StartLine();
        if (terminal.IsOutputScreen) Framed(title, ChangeText.Cut(diff));
        else Text(diff);
    }

    /// <summary>One tool call that ended.</summary>
    public void ToolCall(string call, TimeSpan duration, bool hasRun)
    {
        StartLine();
        var time = Duration(duration);
        var (mark, color) = hasRun ? ("✓", Green) : ("✗", Red);
        if (!terminal.IsOutputScreen) mark = hasRun ? "ran" : "failed";
        Line($"{Paint(mark, color)} {Clip(Cells.Harmless(call), terminal.Width - time.Length - mark.Length - 3)}  {Paint(time, Dim)}");
    }

    /// <summary>Something that went wrong while the answer went on.</summary>
    public void Warning(string line)
    {
        StartLine();
        Line(Paint(Cells.Harmless(line), Yellow));
    }

    /// <summary>A refused effect and its like.</summary>
    public void Note(string line)
    {
        StartLine();
        Line(Paint(Cells.Harmless(line), Dim));
    }

    /// <summary>Results, as they are.</summary>
    public void Text(string text)
    {
        if (text.Length == 0) return;
        terminal.Output.Write(terminal.IsOutputScreen ? Cells.Harmless(text) : text);
        terminal.Output.Flush();
        _isAtLineStart = text[^1] == '\n';
    }

    /// <summary>Results that are not the answer yet: the first lines only, set back.</summary>
    public void Aside(string text, int mostLines)
    {
        var lines = text.TrimEnd('\n').Split('\n');
        foreach (var line in lines.Take(mostLines)) Note($"  {Clip(Cells.Harmless(line), terminal.Width - 2)}");
        if (lines.Length > mostLines) Note($"  ({lines.Length - mostLines} more lines)");
    }

    /// <summary>Ends an unfinished line.</summary>
    public void StartLine()
    {
        if (!_isAtLineStart) Line("");
    }

    /// <summary>A duration as people read it.</summary>
    public static string Duration(TimeSpan duration) => duration.TotalSeconds switch
    {
        < 0.9995 => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMilliseconds:0} ms"),
        < 59.95 => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:0.0} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)duration.TotalMinutes} min {duration.Seconds} s"),
    };

    /// <summary>A line cut to a width, with a mark where it was cut.</summary>
    public static string Clip(string line, int columns)
    {
        if (Cells.Width(line) <= columns) return line;
        return columns < 2 ? "" : Cells.Wrap(line, columns - 1).First() + "…";
    }

    private void Framed(string title, string text)
    {
        StartLine();
        foreach (var line in Frame(title, text, terminal.IsOutputScreen)) Line(line);
    }

    private IEnumerable<string> Frame(string title, string text, bool isScreen)
    {
        var lines = Cells.Harmless(text).Replace("\t", "    ", StringComparison.Ordinal).TrimEnd('\n').Split('\n');
        if (!isScreen) return lines.Select(line => $"    {line}").Prepend($"{title}:");
        var most = Math.Max(terminal.Width - 4, title.Length + 4);
        var pieces = lines.SelectMany(line => Cells.Wrap(line, most)).ToList();
        var width = Math.Max(pieces.Max(Cells.Width), title.Length + 4);
        var top = $"╭─ {title} {new string('─', width - title.Length - 1)}╮";
        var bottom = $"╰{new string('─', width + 2)}╯";
        return pieces.Select(piece =>
            $"{Paint("│", Dim)} {piece}{new string(' ', width - Cells.Width(piece))} {Paint("│", Dim)}")
            .Prepend(Paint(top, Dim)).Append(Paint(bottom, Dim));
    }

    private void Line(string line)
    {
        terminal.Output.WriteLine(line);
        terminal.Output.Flush();
        _isAtLineStart = true;
    }

    private string Paint(string text, string color) => terminal.UsesColor ? $"{color}{text}{Reset}" : text;
}
