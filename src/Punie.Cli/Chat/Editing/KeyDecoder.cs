using System.Text;

namespace Punie.Cli.Chat.Editing;

/// <summary>Turns a terminal's bytes into keys, however they are cut into pieces.</summary>
/// <remarks>
/// Knows the sequences that xterm and its relatives send (ECMA-48 control sequences, bracketed paste). A sequence that
/// it does not know does nothing. Escape alone waits for the byte behind it, for it cannot be told from Alt before
/// that.
/// </remarks>
internal sealed class KeyDecoder
{
    private const char Escape = '\e';
    private const string PasteStart = "200~";
    private const string PasteEnd = "\e[201~";

    private readonly Decoder _utf8 = Encoding.UTF8.GetDecoder();
    private readonly StringBuilder _pending = new();
    private State _state = State.Ground;

    private enum State
    {
        Ground,
        AfterEscape,
        Sequence,
        Paste,
    }

    /// <summary>The keys that these bytes complete.</summary>
    public IReadOnlyList<Key> Feed(ReadOnlySpan<byte> bytes)
    {
        var text = new char[_utf8.GetCharCount(bytes, flush: false)];
        _utf8.GetChars(bytes, text, flush: false);
        var keys = new List<Key>();
        foreach (var c in text)
        {
            if (Next(c) is { } key) keys.Add(key);
        }

        return keys;
    }

    private static KeyName? WithControl(char c) => c switch
    {
        // What was typed while a turn ran came as lines, which end in the second.
        '\r' or '\n' => KeyName.Enter,
        '\t' => KeyName.Tab,
        '\u007F' or '\b' => KeyName.Backspace,
        // Ctrl-A is 1, Ctrl-B is 2, and so on.
        _ => (char)(c + '@') switch
        {
            'A' => KeyName.Home,
            'B' => KeyName.Left,
            'C' => KeyName.Interrupt,
            'D' => KeyName.EndOfInput,
            'E' => KeyName.End,
            'F' => KeyName.Right,
            'K' => KeyName.EraseToEnd,
            'L' => KeyName.ClearScreen,
            'N' => KeyName.Down,
            'P' => KeyName.Up,
            'U' => KeyName.EraseToStart,
            'W' => KeyName.EraseWord,
            'Y' => KeyName.Yank,
            _ => null,
        },
    };

    private static KeyName? WithAlt(char c) => c switch
    {
        'b' => KeyName.WordLeft,
        'f' => KeyName.WordRight,
        'd' => KeyName.EraseNextWord,
        '\u007F' or '\b' => KeyName.EraseWord,
        '\r' or '\n' => KeyName.NewLine,
        _ => null,
    };

    // What stands behind ESC [ or ESC O.
    private static KeyName? OfSequence(string sequence) => sequence switch
    {
        "A" => KeyName.Up,
        "B" => KeyName.Down,
        "C" => KeyName.Right,
        "D" => KeyName.Left,
        "H" or "1~" or "7~" => KeyName.Home,
        "F" or "4~" or "8~" => KeyName.End,
        "3~" => KeyName.Delete,
        "1;5C" or "1;3C" => KeyName.WordRight,
        "1;5D" or "1;3D" => KeyName.WordLeft,
        "3;5~" => KeyName.EraseNextWord,
        _ => null,
    };

    private static Key.Press? Press(KeyName? name) => name is { } known ? new Key.Press(known) : null;

    private Key? Next(char c) => _state switch
    {
        State.AfterEscape => AfterEscape(c),
        State.Sequence => InSequence(c),
        State.Paste => InPaste(c),
        _ => Ground(c),
    };

    private Key? Ground(char c)
    {
        if (c == Escape)
        {
            _state = State.AfterEscape;
            return null;
        }

        if (char.IsControl(c)) return Press(WithControl(c));
        _pending.Append(c);
        return char.IsHighSurrogate(c) ? null : new Key.Text(Take());
    }

    private Key.Press? AfterEscape(char c)
    {
        if (c is '[' or 'O')
        {
            _state = State.Sequence;
            return null;
        }

        _state = c == Escape ? State.AfterEscape : State.Ground;
        return Press(WithAlt(c));
    }

    private Key.Press? InSequence(char c)
    {
        _pending.Append(c);
        // The final byte of a control sequence is in this range; parameters are below it.
        if (c is < '@' or > '~') return null;
        var sequence = Take();
        _state = sequence == PasteStart ? State.Paste : State.Ground;
        return Press(OfSequence(sequence));
    }

    private Key.Pasted? InPaste(char c)
    {
        _pending.Append(c);
        if (c != '~' || !EndsPaste()) return null;
        _pending.Length -= PasteEnd.Length;
        _state = State.Ground;
        return new Key.Pasted(Take().ReplaceLineEndings("\n"));
    }

    private bool EndsPaste() =>
        _pending.Length >= PasteEnd.Length
        && _pending.ToString(_pending.Length - PasteEnd.Length, PasteEnd.Length) == PasteEnd;

    private string Take()
    {
        var text = _pending.ToString();
        _pending.Clear();
        return text;
    }
}
