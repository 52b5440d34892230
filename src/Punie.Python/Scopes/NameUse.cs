using Punie.Python.Syntax;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Scopes;

/// <summary>What one occurrence of a name does.</summary>
public enum NameUseKind
{
    /// <summary>Reads the value.</summary>
    Load,

    /// <summary>Assigns it: a target, a loop variable, <c>as</c>, a capture of a pattern.</summary>
    Store,

    /// <summary>Deletes it.</summary>
    Delete,

    /// <summary>Names a parameter.</summary>
    Parameter,

    /// <summary>Names what an import binds.</summary>
    Import,

    /// <summary>Names a function or a class.</summary>
    Definition,

    /// <summary>Names a type parameter.</summary>
    TypeParameter,

    /// <summary>Stands in a <c>global</c> or <c>nonlocal</c> statement.</summary>
    Declaration,
}

/// <summary>One occurrence of a name in the source. Reference equality.</summary>
public sealed class NameUse
{
    internal NameUse(Identifier name, NameUseKind kind, Symbol symbol, Node node) =>
        (Text, Span, Kind, Symbol, Node, IsBeforeBinding) =
            (name.Text, name.Span, kind, symbol, node, !symbol.HasBinding);

    /// <summary>The NFKC-normalised name as written, before private names are mangled.</summary>
    public string Text { get; }

    /// <summary>Where the name itself stands; the first part of a dotted import.</summary>
    public TextSpan Span { get; }

    /// <summary>What it does.</summary>
    public NameUseKind Kind { get; }

    /// <summary>The name in the scope where it is used.</summary>
    public Symbol Symbol { get; }

    /// <summary>The node that holds the name.</summary>
    public Node Node { get; }

    /// <summary>True inside an annotation.</summary>
    public bool IsAnnotation { get; internal init; }

    /// <summary>
    /// The symbol that binds the name, in this scope or around it; null for built-in and unknown names.
    /// </summary>
    public Symbol? Definition { get; internal set; }

    /// <summary>True when nothing in the scope has given the name a value before.</summary>
    internal bool IsBeforeBinding { get; }

    /// <summary>True for every kind that gives the name a value.</summary>
    public bool IsBinding => Kind is not (NameUseKind.Load or NameUseKind.Delete or NameUseKind.Declaration);
}
