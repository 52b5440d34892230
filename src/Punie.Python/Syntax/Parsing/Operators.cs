using Punie.Python.Syntax.Ast;
using Punie.Python.Syntax.Tokens;

namespace Punie.Python.Syntax.Parsing;

/// <summary>Which tokens are operators, and how tightly they bind.</summary>
internal static class Operators
{
    /// <summary>1 (|) to 6 (* / // % @); 0 for anything that is not a binary operator of this kind.</summary>
    public static int PrecedenceOf(TokenKind kind) => kind switch
    {
        TokenKind.Bar => 1,
        TokenKind.Caret => 2,
        TokenKind.Ampersand => 3,
        TokenKind.LeftShift or TokenKind.RightShift => 4,
        TokenKind.Plus or TokenKind.Minus => 5,
        TokenKind.Star or TokenKind.Slash or TokenKind.DoubleSlash or TokenKind.Percent or TokenKind.At => 6,
        _ => 0,
    };

    /// <summary>True for the operators of numbers; not for shifts and bits.</summary>
    public static bool IsArithmetic(TokenKind kind) =>
        kind is TokenKind.Plus or TokenKind.Minus or TokenKind.Star or TokenKind.Slash
        or TokenKind.DoubleSlash or TokenKind.Percent or TokenKind.At;

    public static BinaryOperator BinaryOf(TokenKind kind) => kind switch
    {
        TokenKind.Bar or TokenKind.BarEqual => BinaryOperator.BitOr,
        TokenKind.Caret or TokenKind.CaretEqual => BinaryOperator.BitXor,
        TokenKind.Ampersand or TokenKind.AmpersandEqual => BinaryOperator.BitAnd,
        TokenKind.LeftShift or TokenKind.LeftShiftEqual => BinaryOperator.LShift,
        TokenKind.RightShift or TokenKind.RightShiftEqual => BinaryOperator.RShift,
        TokenKind.Plus or TokenKind.PlusEqual => BinaryOperator.Add,
        TokenKind.Minus or TokenKind.MinusEqual => BinaryOperator.Sub,
        TokenKind.Star or TokenKind.StarEqual => BinaryOperator.Mult,
        TokenKind.Slash or TokenKind.SlashEqual => BinaryOperator.Div,
        TokenKind.DoubleSlash or TokenKind.DoubleSlashEqual => BinaryOperator.FloorDiv,
        TokenKind.Percent or TokenKind.PercentEqual => BinaryOperator.Mod,
        TokenKind.At or TokenKind.AtEqual => BinaryOperator.MatMult,
        _ => BinaryOperator.Pow,
    };

    public static bool IsAugmentedAssignment(TokenKind kind) =>
        kind is >= TokenKind.PlusEqual and <= TokenKind.DoubleStarEqual;

    public static UnaryOperator UnaryOf(TokenKind kind) => kind switch
    {
        TokenKind.Minus => UnaryOperator.USub,
        TokenKind.Plus => UnaryOperator.UAdd,
        TokenKind.Tilde => UnaryOperator.Invert,
        _ => UnaryOperator.Not,
    };

    /// <summary>True for a token that an expression can start with.</summary>
    public static bool StartsExpression(TokenKind kind) =>
        kind is TokenKind.Name or TokenKind.Number or TokenKind.String
        or TokenKind.FStringStart or TokenKind.LeftParen or TokenKind.LeftBracket or TokenKind.LeftBrace
        or TokenKind.Minus or TokenKind.Plus or TokenKind.Tilde or TokenKind.Not or TokenKind.Lambda or TokenKind.Await
        or TokenKind.None or TokenKind.True or TokenKind.False or TokenKind.Ellipsis;

    /// <summary>True for a token that an element of a tuple can start with.</summary>
    public static bool StartsElement(TokenKind kind) => kind == TokenKind.Star || StartsExpression(kind);
}
