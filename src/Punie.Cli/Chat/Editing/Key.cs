namespace Punie.Cli.Chat.Editing;

/// <summary>What the person pressed. Closed.</summary>
internal abstract record Key
{
    private Key()
    {
    }

    /// <summary>A character, with what combines with it when the terminal sent it at once.</summary>
    internal sealed record Text(string Value) : Key;

    /// <summary>Text that was pasted: line breaks in it are not the Enter key.</summary>
    internal sealed record Pasted(string Value) : Key;

    /// <summary>A key or a combination that does something.</summary>
    internal sealed record Press(KeyName Name) : Key;
}

/// <summary>What a key does, whichever of its combinations was pressed.</summary>
internal enum KeyName
{
    /// <summary>Enter.</summary>
    Enter,

    /// <summary>Alt-Enter.</summary>
    NewLine,

    /// <summary>Tab.</summary>
    Tab,

    /// <summary>Left arrow, Ctrl-B.</summary>
    Left,

    /// <summary>Right arrow, Ctrl-F.</summary>
    Right,

    /// <summary>Up arrow, Ctrl-P.</summary>
    Up,

    /// <summary>Down arrow, Ctrl-N.</summary>
    Down,

    /// <summary>Home, Ctrl-A.</summary>
    Home,

    /// <summary>End, Ctrl-E.</summary>
    End,

    /// <summary>Ctrl-Left, Alt-B.</summary>
    WordLeft,

    /// <summary>Ctrl-Right, Alt-F.</summary>
    WordRight,

    /// <summary>Backspace, Ctrl-H.</summary>
    Backspace,

    /// <summary>Delete.</summary>
    Delete,

    /// <summary>Ctrl-W, Alt-Backspace.</summary>
    EraseWord,

    /// <summary>Alt-D.</summary>
    EraseNextWord,

    /// <summary>Ctrl-U.</summary>
    EraseToStart,

    /// <summary>Ctrl-K.</summary>
    EraseToEnd,

    /// <summary>Ctrl-Y: puts back what was erased last.</summary>
    Yank,

    /// <summary>Ctrl-L.</summary>
    ClearScreen,

    /// <summary>Ctrl-C.</summary>
    Interrupt,

    /// <summary>Ctrl-D.</summary>
    EndOfInput,
}
