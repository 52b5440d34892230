using System.Text;
using Punie.Cli.Hosting;
using Punie.Cli.Rendering;

namespace Punie.Cli.Chat.Editing;

/// <summary>
/// Draws the prompt that is being edited, wrapped by cells, and keeps the screen's cursor at the editor's.
/// </summary>
/// <param name="terminal">Where it is drawn.</param>
/// <param name="mark">What stands before the first line.</param>
internal sealed class EditorView(ITerminal terminal, string mark)
{
    private const string More = "… ";
    private const int MostChoices = 20;

    private int _row;

    /// <summary>Draws the text anew, in place of what was drawn before.</summary>
    public void Draw(string text, int cursor)
    {
        // One column stays free, for terminals differ in where the cursor is behind a full line.
        var width = Math.Max(terminal.Width - 1, More.Length + 2);
        var (rows, row, column) = Layout(text, cursor, width);
        var height = Math.Max(terminal.Height - 1, 1);
        var first = Math.Max(0, Math.Min(row - (height / 2), rows.Count - height));
        var shown = rows.Skip(first).Take(height).ToList();
        var draw = new StringBuilder(Up(_row)).Append("\r\e[J").AppendJoin('\n', shown);
        _row = row - first;
        draw.Append(Up(shown.Count - 1 - _row)).Append('\r');
        if (column > 0)
            draw.Append("\e[").Append(column.ToString(System.Globalization.CultureInfo.InvariantCulture)).Append('C');
        Write(draw.ToString());
    }

    /// <summary>Leaves the drawn text as it is and goes to the line below it.</summary>
    public void Leave(string text)
    {
        Draw(text, text.Length);
        Write("\n");
        _row = 0;
    }

    /// <summary>Shows words below the text, which is then drawn again below them.</summary>
    public void Show(IReadOnlyList<string> words, string text)
    {
        Leave(text);
        var more = words.Count > MostChoices ? $"  … {words.Count - MostChoices} more" : "";
        foreach (var line in Cells.Wrap(string.Join("  ", words.Take(MostChoices)) + more,
            Math.Max(terminal.Width - 1, 2)))
            Write(line + "\n");
    }

    /// <summary>Wipes the screen.</summary>
    public void Clear()
    {
        _row = 0;
        Write("\e[H\e[2J");
    }

    /// <summary>Text on the screen, as it is.</summary>
    public void Write(string text)
    {
        terminal.Output.Write(text);
        terminal.Output.Flush();
    }

    private static string Up(int rows) =>
        rows <= 0 ? "" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"\e[{rows}A");

    private (List<string> Rows, int Row, int Column) Layout(string text, int cursor, int width)
    {
        var rows = new List<string>();
        var (row, column) = (0, 0);
        var start = 0;
        foreach (var line in text.Split('\n'))
        {
            var prefix = start == 0 ? mark : More;
            var shown = Shown(line);
            if (cursor >= start && cursor <= start + line.Length)
            {
                var before = Cells.Wrap(prefix + Shown(line[..(cursor - start)]), width).ToList();
                (row, column) = (rows.Count + before.Count - 1, Cells.Width(before[^1]));
            }

            rows.AddRange(Cells.Wrap(prefix + shown, width));
            start += line.Length + 1;
        }

        return (rows, row, column);
    }

    private static string Shown(string line) => line.Replace("\t", "    ", StringComparison.Ordinal);
}
