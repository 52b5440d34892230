using System.Diagnostics;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Sandbox.Runtime;

/// <summary>Names of the special methods behind operators.</summary>
internal static class SpecialNames
{
    private static readonly string[] Operations =
        ["add", "sub", "mul", "matmul", "truediv", "mod", "pow", "lshift", "rshift", "or", "xor", "and", "floordiv"];

    private static readonly string[] Plain = [.. Operations.Select(o => $"__{o}__")];
    private static readonly string[] Right = [.. Operations.Select(o => $"__r{o}__")];
    private static readonly string[] Assigned = [.. Operations.Select(o => $"__i{o}__")];
    private static readonly string[] Symbols =
        ["+", "-", "*", "@", "/", "%", "** or pow()", "<<", ">>", "|", "^", "&", "//"];

    internal static string Of(BinaryOperator op) => Plain[(int)op];

    internal static string Reflected(BinaryOperator op) => Right[(int)op];

    internal static string InPlace(BinaryOperator op) => Assigned[(int)op];

    /// <summary>As CPython's messages write it.</summary>
    internal static string Symbol(BinaryOperator op, bool inPlace) =>
        !inPlace ? Symbols[(int)op] : op == BinaryOperator.Pow ? "**=" : Symbols[(int)op] + "=";

    internal static string Of(CompareOperator op) => op switch
    {
        CompareOperator.Eq => "__eq__",
        CompareOperator.NotEq => "__ne__",
        CompareOperator.Lt => "__lt__",
        CompareOperator.LtE => "__le__",
        CompareOperator.Gt => "__gt__",
        CompareOperator.GtE => "__ge__",
        _ => throw new UnreachableException(),
    };

    internal static string Of(UnaryOperator op) => op switch
    {
        UnaryOperator.USub => "__neg__",
        UnaryOperator.UAdd => "__pos__",
        _ => "__invert__",
    };
}
