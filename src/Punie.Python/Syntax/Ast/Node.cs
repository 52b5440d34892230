namespace Punie.Python.Syntax.Ast;

/// <summary>A piece of Python syntax with its place in the source. Shapes follow CPython's <c>ast</c> module.</summary>
/// <remarks>Reference equality; immutable. Source: https://docs.python.org/3.14/library/ast.html.</remarks>
public abstract class Node(TextSpan span)
{
    /// <summary>Where the node stands in the source text.</summary>
    public TextSpan Span { get; } = span;

    /// <summary>The class name that CPython's <c>ast</c> uses, for example <c>FunctionDef</c>.</summary>
    public abstract string Kind { get; }
}

/// <summary>Something that has a value.</summary>
public abstract class Expression(TextSpan span) : Node(span);

/// <summary>Something that is done.</summary>
public abstract class Statement(TextSpan span) : Node(span);

/// <summary>The left side of a <c>case</c>.</summary>
public abstract class Pattern(TextSpan span) : Node(span);

/// <summary>A whole file.</summary>
public sealed class Module(TextSpan span, IReadOnlyList<Statement> body) : Node(span)
{
    /// <summary>The statements in order.</summary>
    public IReadOnlyList<Statement> Body { get; } = body;

    /// <inheritdoc/>
    public override string Kind => "Module";
}
