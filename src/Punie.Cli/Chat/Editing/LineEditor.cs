namespace Punie.Cli.Chat.Editing;

/// <summary>What a key led to. Closed.</summary>
internal abstract record Edited
{
    private Edited()
    {
    }

    /// <summary>The text or the cursor may have changed.</summary>
    internal sealed record Changed : Edited;

    /// <summary>The prompt is complete.</summary>
    internal sealed record Submitted(string Text) : Edited;

    /// <summary>The line was given up.</summary>
    internal sealed record Cleared : Edited;

    /// <summary>The person asked to leave for the first time; a second time means it.</summary>
    internal sealed record AskedToLeave : Edited;

    /// <summary>The person leaves.</summary>
    internal sealed record Left : Edited;

    /// <summary>The screen is to be wiped.</summary>
    internal sealed record ScreenCleared : Edited;

    /// <summary>Several words fit; they are to be shown.</summary>
    internal sealed record Choices(IReadOnlyList<string> Words) : Edited;
}

/// <summary>Words that fit what is being typed.</summary>
/// <param name="Start">Where the word begins, in UTF-16 units.</param>
/// <param name="Words">Whole words for its place, sorted.</param>
internal sealed record Completion(int Start, IReadOnlyList<string> Words);

/// <summary>Edits one prompt, key by key; knows nothing of a screen.</summary>
/// <param name="history">Earlier prompts.</param>
/// <param name="complete">Finds words for the text and the cursor; null when there are none.</param>
internal sealed class LineEditor(PromptHistory history, Func<string, int, Completion?> complete)
{
    private static readonly Edited Changed = new Edited.Changed();

    private readonly LineBuffer _buffer = new();
    private bool _hasAskedToLeave;

    /// <summary>The text so far.</summary>
    public string Text => _buffer.Text;

    /// <summary>Index in UTF-16 units.</summary>
    public int Cursor => _buffer.Cursor;

    /// <summary>Takes one key.</summary>
    public Edited Feed(Key key)
    {
        var asked = _hasAskedToLeave;
        _hasAskedToLeave = false;
        switch (key)
        {
            case Key.Text text:
                _buffer.Insert(text.Value);
                return Changed;
            case Key.Pasted pasted:
                _buffer.Insert(pasted.Value);
                return Changed;
            case Key.Press { Name: KeyName.Interrupt }:
                return Interrupt(asked);
            case Key.Press press:
                return Act(press.Name) ?? Edit(press.Name);
            default:
                return Changed;
        }
    }

    private Edited Interrupt(bool hasAskedBefore)
    {
        if (_buffer.Text.Length > 0)
        {
            _buffer.Set("");
            return new Edited.Cleared();
        }

        _hasAskedToLeave = true;
        return hasAskedBefore ? new Edited.Left() : new Edited.AskedToLeave();
    }

    // Keys that may end or leave the line.
    private Edited? Act(KeyName name)
    {
        switch (name)
        {
            case KeyName.Enter when !PromptText.GoesOn(_buffer.Text):
                return new Edited.Submitted(_buffer.Text);
            case KeyName.Enter:
                _buffer.Set(PromptText.WithNewLine(_buffer.Text));
                return Changed;
            case KeyName.EndOfInput when _buffer.Text.Length == 0:
                return new Edited.Left();
            case KeyName.ClearScreen:
                return new Edited.ScreenCleared();
            case KeyName.Tab:
                return Complete();
            case KeyName.Up when !_buffer.Up():
                if (history.Older(_buffer.Text) is { } older) _buffer.Set(older);
                return Changed;
            case KeyName.Down when !_buffer.Down():
                if (history.Newer() is { } newer) _buffer.Set(newer);
                return Changed;
            default:
                return null;
        }
    }

    private Edited Edit(KeyName name)
    {
        Action edit = name switch
        {
            KeyName.NewLine => NewLine,
            KeyName.Left => _buffer.Left,
            KeyName.Right => _buffer.Right,
            KeyName.Home => _buffer.Home,
            KeyName.End => _buffer.End,
            KeyName.WordLeft => _buffer.WordLeft,
            KeyName.WordRight => _buffer.WordRight,
            KeyName.Backspace => _buffer.Backspace,
            KeyName.Delete or KeyName.EndOfInput => _buffer.Delete,
            KeyName.EraseWord => _buffer.EraseWord,
            KeyName.EraseNextWord => _buffer.EraseNextWord,
            KeyName.EraseToStart => _buffer.EraseToStart,
            KeyName.EraseToEnd => _buffer.EraseToEnd,
            KeyName.Yank => _buffer.Yank,
            _ => Nothing,
        };
        edit();
        return Changed;
    }

    private void NewLine() => _buffer.Insert("\n");

    private static void Nothing()
    {
    }

    private Edited Complete()
    {
        if (complete(_buffer.Text, _buffer.Cursor) is not { Words.Count: > 0 } found) return Changed;
        var typed = _buffer.Text[found.Start.._buffer.Cursor];
        var common = found.Words.Aggregate(CommonStart);
        if (found.Words.Count == 1) common = IsOpen(common) ? common : common + " ";
        else if (common.Length <= typed.Length) return new Edited.Choices(found.Words);
        _buffer.ReplaceBefore(found.Start, common);
        return Changed;
    }

    // A folder is not the end of a path.
    private static bool IsOpen(string word) => word.EndsWith('/');

    private static string CommonStart(string a, string b)
    {
        var length = 0;
        while (length < a.Length && length < b.Length && a[length] == b[length]) length++;
        return a[..length];
    }
}
