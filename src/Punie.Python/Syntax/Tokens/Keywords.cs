namespace Punie.Python.Syntax.Tokens;

/// <summary>The hard keywords of Python 3.14.</summary>
internal static class Keywords
{
    private const int Longest = 8;

    /// <summary>The keyword's kind, or <see cref="TokenKind.Name"/>.</summary>
    public static TokenKind KindOf(ReadOnlySpan<char> word) =>
        word.Length is < 2 or > Longest ? TokenKind.Name : Lookup(word);

    /// <summary>True for words that only a statement can start with, never a line inside brackets.</summary>
    public static bool StartsOnlyStatements(TokenKind kind) => kind is TokenKind.Assert or TokenKind.Break
        or TokenKind.Class or TokenKind.Continue or TokenKind.Def or TokenKind.Del or TokenKind.Global
        or TokenKind.Nonlocal or TokenKind.Import or TokenKind.Pass or TokenKind.Raise or TokenKind.Return
        or TokenKind.Try or TokenKind.While or TokenKind.With;

    private static TokenKind Lookup(ReadOnlySpan<char> word) => word switch
    {
        "False" => TokenKind.False,
        "None" => TokenKind.None,
        "True" => TokenKind.True,
        "and" => TokenKind.And,
        "as" => TokenKind.As,
        "assert" => TokenKind.Assert,
        "async" => TokenKind.Async,
        "await" => TokenKind.Await,
        "break" => TokenKind.Break,
        "class" => TokenKind.Class,
        "continue" => TokenKind.Continue,
        "def" => TokenKind.Def,
        "del" => TokenKind.Del,
        "elif" => TokenKind.Elif,
        "else" => TokenKind.Else,
        "except" => TokenKind.Except,
        "finally" => TokenKind.Finally,
        "for" => TokenKind.For,
        "from" => TokenKind.From,
        "global" => TokenKind.Global,
        "if" => TokenKind.If,
        "import" => TokenKind.Import,
        "in" => TokenKind.In,
        "is" => TokenKind.Is,
        "lambda" => TokenKind.Lambda,
        "nonlocal" => TokenKind.Nonlocal,
        "not" => TokenKind.Not,
        "or" => TokenKind.Or,
        "pass" => TokenKind.Pass,
        "raise" => TokenKind.Raise,
        "return" => TokenKind.Return,
        "try" => TokenKind.Try,
        "while" => TokenKind.While,
        "with" => TokenKind.With,
        "yield" => TokenKind.Yield,
        _ => TokenKind.Name,
    };
}
