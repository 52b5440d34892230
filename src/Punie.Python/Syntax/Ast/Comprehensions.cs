namespace Punie.Python.Syntax.Ast;

/// <summary><c>[element for …]</c>.</summary>
public sealed class ListComprehensionExpression(
    TextSpan span, Expression element, IReadOnlyList<ComprehensionClause> clauses) : Expression(span)
{
    /// <summary>The element.</summary>
    public Expression Element { get; } = element;

    /// <summary>One or more, outermost first.</summary>
    public IReadOnlyList<ComprehensionClause> Clauses { get; } = clauses;

    /// <inheritdoc/>
    public override string Kind => "ListComp";
}

/// <summary><c>{element for …}</c>.</summary>
public sealed class SetComprehensionExpression(
    TextSpan span, Expression element, IReadOnlyList<ComprehensionClause> clauses) : Expression(span)
{
    /// <summary>The element.</summary>
    public Expression Element { get; } = element;

    /// <summary>One or more, outermost first.</summary>
    public IReadOnlyList<ComprehensionClause> Clauses { get; } = clauses;

    /// <inheritdoc/>
    public override string Kind => "SetComp";
}

/// <summary><c>(element for …)</c>.</summary>
public sealed class GeneratorExpression(
    TextSpan span, Expression element, IReadOnlyList<ComprehensionClause> clauses) : Expression(span)
{
    /// <summary>The element.</summary>
    public Expression Element { get; } = element;

    /// <summary>One or more, outermost first.</summary>
    public IReadOnlyList<ComprehensionClause> Clauses { get; } = clauses;

    /// <inheritdoc/>
    public override string Kind => "GeneratorExp";
}

/// <summary><c>{key: value for …}</c>.</summary>
public sealed class DictComprehensionExpression(
    TextSpan span, Expression key, Expression value, IReadOnlyList<ComprehensionClause> clauses) : Expression(span)
{
    /// <summary>The key.</summary>
    public Expression Key { get; } = key;

    /// <summary>The value; for <c>{**x for …}</c> of Python 3.15 not used.</summary>
    public Expression Value { get; } = value;

    /// <summary>One or more, outermost first.</summary>
    public IReadOnlyList<ComprehensionClause> Clauses { get; } = clauses;

    /// <inheritdoc/>
    public override string Kind => "DictComp";
}

/// <summary><c>for target in iterable if …</c>.</summary>
public sealed class ComprehensionClause(
    TextSpan span, Expression target, Expression iterable, IReadOnlyList<Expression> conditions,
    bool isAsync) : Node(span)
{
    /// <summary>What is bound.</summary>
    public Expression Target { get; } = target;

    /// <summary>What is iterated.</summary>
    public Expression Iterable { get; } = iterable;

    /// <summary>The <c>if</c> parts.</summary>
    public IReadOnlyList<Expression> Conditions { get; } = conditions;

    /// <summary>True for <c>async for</c>.</summary>
    public bool IsAsync { get; } = isAsync;

    /// <inheritdoc/>
    public override string Kind => "comprehension";
}
