namespace Punie.Python.Syntax.Tokens;

#pragma warning disable CS1591 // the members are Python's own token and keyword names and say what they are

/// <summary>Kinds of token. Soft keywords (match, case, type, _) are names; keywords come last.</summary>
public enum TokenKind : byte
{
    EndOfFile, Newline, Indent, Dedent, Error, Unknown,
    Comment, BlankLine,
    Name, Number, String, FStringStart, FStringMiddle, FStringEnd,
    LeftParen, RightParen, LeftBracket, RightBracket, LeftBrace, RightBrace,
    Comma, Colon, Semicolon, Dot, Ellipsis, Arrow, ColonEqual, Exclamation,
    Equal, PlusEqual, MinusEqual, StarEqual, SlashEqual, DoubleSlashEqual, PercentEqual, AtEqual,
    AmpersandEqual, BarEqual, CaretEqual, LeftShiftEqual, RightShiftEqual, DoubleStarEqual,
    Bar, Caret, Ampersand, LeftShift, RightShift, Plus, Minus, Star, Slash, DoubleSlash, Percent, At,
    DoubleStar, Tilde,
    EqualEqual, NotEqual, Less, LessEqual, Greater, GreaterEqual,
    False, None, True, And, As, Assert, Async, Await, Break, Class, Continue, Def, Del, Elif, Else, Except,
    Finally, For, From, Global, If, Import, In, Is, Lambda, Nonlocal, Not, Or, Pass, Raise, Return, Try,
    While, With, Yield,
}
