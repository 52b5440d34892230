namespace Punie.Python.Syntax.Ast;

/// <summary>A parameter list.</summary>
public sealed class Parameters(
    TextSpan span, IReadOnlyList<Parameter> positionalOnly, IReadOnlyList<Parameter> positional, Parameter? varArgs,
    IReadOnlyList<Parameter> keywordOnly, Parameter? keywordVarArgs) : Node(span)
{
    /// <summary>Before <c>/</c>.</summary>
    public IReadOnlyList<Parameter> PositionalOnly { get; } = positionalOnly;

    /// <summary>By position or name.</summary>
    public IReadOnlyList<Parameter> Positional { get; } = positional;

    /// <summary><c>*args</c>.</summary>
    public Parameter? VarArgs { get; } = varArgs;

    /// <summary>Behind <c>*</c>.</summary>
    public IReadOnlyList<Parameter> KeywordOnly { get; } = keywordOnly;

    /// <summary><c>**kwargs</c>.</summary>
    public Parameter? KeywordVarArgs { get; } = keywordVarArgs;

    /// <inheritdoc/>
    public override string Kind => "arguments";
}

/// <summary>One parameter.</summary>
public sealed class Parameter(TextSpan span, Identifier name, Expression? annotation, Expression? @default) : Node(span)
{
    /// <summary>Its name.</summary>
    public Identifier Name { get; } = name;

    /// <summary>Its annotation.</summary>
    public Expression? Annotation { get; } = annotation;

    /// <summary>Its default value.</summary>
    public Expression? Default { get; } = @default;

    /// <inheritdoc/>
    public override string Kind => "arg";
}

/// <summary><c>name=value</c> or <c>**value</c>.</summary>
public sealed class KeywordArgument(TextSpan span, Identifier? name, Expression value) : Node(span)
{
    /// <summary>Null for <c>**value</c>.</summary>
    public Identifier? Name { get; } = name;

    /// <summary>The value.</summary>
    public Expression Value { get; } = value;

    /// <inheritdoc/>
    public override string Kind => "keyword";
}

/// <summary><c>name as alias</c>.</summary>
public sealed class ImportAlias(TextSpan span, Identifier name, Identifier? alias) : Node(span)
{
    /// <summary>Dotted name, or <c>*</c>.</summary>
    public Identifier Name { get; } = name;

    /// <summary>The local name.</summary>
    public Identifier? Alias { get; } = alias;

    /// <inheritdoc/>
    public override string Kind => "alias";
}

/// <summary><c>T: bound = default</c>, <c>*Ts</c> or <c>**P</c>.</summary>
public sealed class TypeParameter(
    TextSpan span, TypeParameterKind flavor, Identifier name, Expression? bound, Expression? @default) : Node(span)
{
    /// <summary>Which of the three.</summary>
    public TypeParameterKind Flavor { get; } = flavor;

    /// <summary>Its name.</summary>
    public Identifier Name { get; } = name;

    /// <summary>Bound or constraints.</summary>
    public Expression? Bound { get; } = bound;

    /// <summary>Default of Python 3.13.</summary>
    public Expression? Default { get; } = @default;

    /// <inheritdoc/>
    public override string Kind =>
        Flavor switch
        {
            TypeParameterKind.TypeVar => "TypeVar",
            TypeParameterKind.ParamSpec => "ParamSpec",
            TypeParameterKind.TypeVarTuple => "TypeVarTuple"
        };
}
