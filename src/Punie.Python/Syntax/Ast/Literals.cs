using System.Numerics;

namespace Punie.Python.Syntax.Ast;

/// <summary>A name with its place in the source.</summary>
/// <param name="Text">NFKC-normalised text; dotted in imports.</param>
/// <param name="Span">Where it stands.</param>
public readonly record struct Identifier(string Text, TextSpan Span);

/// <summary>The value of a literal. Closed.</summary>
public abstract record Literal
{
    private protected Literal()
    {
    }

    /// <summary><c>None</c>.</summary>
    public sealed record None : Literal;

    /// <summary><c>...</c>.</summary>
    public sealed record Ellipsis : Literal;

    /// <summary><c>True</c> or <c>False</c>.</summary>
    public sealed record Bool(bool Value) : Literal;

    /// <summary>An integer of any size.</summary>
    public sealed record Int(BigInteger Value) : Literal;

    /// <summary>A float.</summary>
    public sealed record Float(double Value) : Literal;

    /// <summary>The imaginary part of a complex literal such as <c>2j</c>.</summary>
    public sealed record Imaginary(double Value) : Literal;

    /// <summary>A string; lone surrogates are kept as UTF-16 units.</summary>
    /// <param name="Value">The text after escapes.</param>
    /// <param name="IsUnicodePrefixed">True for <c>u"…"</c> (CPython keeps it as <c>kind</c>).</param>
    public sealed record Str(string Value, bool IsUnicodePrefixed = false) : Literal;

    /// <summary>A bytes literal; reference equality of the memory.</summary>
    public sealed record Bytes(ReadOnlyMemory<byte> Value) : Literal;
}
