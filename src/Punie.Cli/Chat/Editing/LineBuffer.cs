using System.Globalization;

namespace Punie.Cli.Chat.Editing;

/// <summary>
/// Text with a cursor in it. A step is what a reader takes for one character, however many units it has.
/// </summary>
internal sealed class LineBuffer
{
    private string _erased = "";

    /// <summary>The text; its lines are separated by <c>\n</c>.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Index in UTF-16 units of what stands right of the cursor.</summary>
    public int Cursor { get; private set; }

    /// <summary>Replaces everything; the cursor goes to the end.</summary>
    public void Set(string text) => (Text, Cursor) = (text, text.Length);

    /// <summary>Puts text at the cursor. Control characters other than line breaks and tabs are left out.</summary>
    public void Insert(string text)
    {
        var clean = string.Concat(text.Where(c => c is '\n' or '\t' || !char.IsControl(c)));
        Text = Text.Insert(Cursor, clean);
        Cursor += clean.Length;
    }

    /// <summary>Replaces the text between a place and the cursor.</summary>
    public void ReplaceBefore(int start, string text)
    {
        Text = Text.Remove(start, Cursor - start);
        Cursor = start;
        Insert(text);
    }

    /// <summary>One character to the left.</summary>
    public void Left() => Cursor = Before(Cursor);

    /// <summary>One character to the right.</summary>
    public void Right() => Cursor = After(Cursor);

    /// <summary>To the first column of the line.</summary>
    public void Home() => Cursor = StartOfLine(Cursor);

    /// <summary>Behind the last column of the line.</summary>
    public void End() => Cursor = EndOfLine(Cursor);

    /// <summary>To the start of the word on the left.</summary>
    public void WordLeft() => Cursor = WordStart();

    /// <summary>Behind the word on the right.</summary>
    public void WordRight() => Cursor = WordEnd();

    /// <summary>One line up, in the same column where there is one. False on the first line.</summary>
    public bool Up()
    {
        var start = StartOfLine(Cursor);
        if (start == 0) return false;
        var column = Columns(start, Cursor);
        Cursor = AtColumn(StartOfLine(start - 1), column);
        return true;
    }

    /// <summary>One line down, in the same column where there is one. False on the last line.</summary>
    public bool Down()
    {
        var end = EndOfLine(Cursor);
        if (end == Text.Length) return false;
        Cursor = AtColumn(end + 1, Columns(StartOfLine(Cursor), Cursor));
        return true;
    }

    /// <summary>Takes the character on the left away.</summary>
    public void Backspace() => Remove(Before(Cursor), Cursor);

    /// <summary>Takes the character on the right away.</summary>
    public void Delete() => Remove(Cursor, After(Cursor));

    /// <summary>Takes the word on the left away.</summary>
    public void EraseWord() => Erase(WordStart(), Cursor);

    /// <summary>Takes the word on the right away.</summary>
    public void EraseNextWord() => Erase(Cursor, WordEnd());

    /// <summary>Takes the line left of the cursor away.</summary>
    public void EraseToStart() => Erase(StartOfLine(Cursor), Cursor);

    /// <summary>Takes the line right of the cursor away; at its end the line break.</summary>
    public void EraseToEnd()
    {
        var end = EndOfLine(Cursor);
        Erase(Cursor, end == Cursor ? After(Cursor) : end);
    }

    /// <summary>Puts back what was erased last.</summary>
    public void Yank() => Insert(_erased);

    private void Erase(int start, int end)
    {
        if (end > start) _erased = Text[start..end];
        Remove(start, end);
    }

    private void Remove(int start, int end)
    {
        Text = Text.Remove(start, end - start);
        Cursor = start;
    }

    private int After(int index) =>
        index == Text.Length ? index : index + StringInfo.GetNextTextElementLength(Text, index);

    private int Before(int index)
    {
        // Characters are only known from the left.
        var at = index == 0 ? 0 : StartOfLine(index - 1);
        while (After(at) < index) at = After(at);
        return at;
    }

    private int StartOfLine(int index) => index == 0 ? 0 : Text.LastIndexOf('\n', index - 1) + 1;

    private int EndOfLine(int index) => Text.IndexOf('\n', index) is >= 0 and var end ? end : Text.Length;

    private int WordStart()
    {
        var at = Cursor;
        while (at > 0 && !IsWord(Text[at - 1])) at--;
        while (at > 0 && IsWord(Text[at - 1])) at--;
        return at;
    }

    private int WordEnd()
    {
        var at = Cursor;
        while (at < Text.Length && !IsWord(Text[at])) at++;
        while (at < Text.Length && IsWord(Text[at])) at++;
        return at;
    }

    private int Columns(int start, int end)
    {
        var count = 0;
        for (var at = start; at < end; at = After(at)) count++;
        return count;
    }

    private int AtColumn(int start, int column)
    {
        var end = EndOfLine(start);
        var at = start;
        for (var i = 0; i < column && at < end; i++) at = After(at);
        return at;
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c == '_';
}
