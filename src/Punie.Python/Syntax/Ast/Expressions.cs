namespace Punie.Python.Syntax.Ast;

/// <summary><c>a and b and c</c> or <c>a or b</c>.</summary>
public sealed class BoolOpExpression(
    TextSpan span, BoolOperator @operator, IReadOnlyList<Expression> values) : Expression(span)
{
    /// <summary>Shared by all values.</summary>
    public BoolOperator Operator { get; } = @operator;

    /// <summary>Two or more operands.</summary>
    public IReadOnlyList<Expression> Values { get; } = values;

    /// <inheritdoc/>
    public override string Kind => "BoolOp";
}

/// <summary><c>name := value</c>.</summary>
public sealed class NamedExpression(TextSpan span, NameExpression target, Expression value) : Expression(span)
{
    /// <summary>The name that is bound.</summary>
    public NameExpression Target { get; } = target;

    /// <summary>The value.</summary>
    public Expression Value { get; } = value;

    /// <inheritdoc/>
    public override string Kind => "NamedExpr";
}

/// <summary><c>left op right</c>.</summary>
public sealed class BinaryExpression(
    TextSpan span, Expression left, BinaryOperator @operator, Expression right) : Expression(span)
{
    /// <summary>Left operand.</summary>
    public Expression Left { get; } = left;

    /// <summary>The operator.</summary>
    public BinaryOperator Operator { get; } = @operator;

    /// <summary>Right operand.</summary>
    public Expression Right { get; } = right;

    /// <inheritdoc/>
    public override string Kind => "BinOp";
}

/// <summary><c>op operand</c>.</summary>
public sealed class UnaryExpression(TextSpan span, UnaryOperator @operator, Expression operand) : Expression(span)
{
    /// <summary>The operator.</summary>
    public UnaryOperator Operator { get; } = @operator;

    /// <summary>The operand.</summary>
    public Expression Operand { get; } = operand;

    /// <inheritdoc/>
    public override string Kind => "UnaryOp";
}

/// <summary><c>lambda parameters: body</c>.</summary>
public sealed class LambdaExpression(TextSpan span, Parameters parameters, Expression body) : Expression(span)
{
    /// <summary>The parameters.</summary>
    public Parameters Parameters { get; } = parameters;

    /// <summary>The result.</summary>
    public Expression Body { get; } = body;

    /// <inheritdoc/>
    public override string Kind => "Lambda";
}

/// <summary><c>body if test else orElse</c>.</summary>
public sealed class ConditionalExpression(
    TextSpan span, Expression test, Expression body, Expression orElse) : Expression(span)
{
    /// <summary>The condition.</summary>
    public Expression Test { get; } = test;

    /// <summary>Value when true.</summary>
    public Expression Body { get; } = body;

    /// <summary>Value when false.</summary>
    public Expression OrElse { get; } = orElse;

    /// <inheritdoc/>
    public override string Kind => "IfExp";
}

/// <summary><c>{key: value, **more}</c>.</summary>
public sealed class DictExpression(
    TextSpan span, IReadOnlyList<Expression?> keys, IReadOnlyList<Expression> values) : Expression(span)
{
    /// <summary>Null where the value is unpacked with <c>**</c>.</summary>
    public IReadOnlyList<Expression?> Keys { get; } = keys;

    /// <summary>One for each key.</summary>
    public IReadOnlyList<Expression> Values { get; } = values;

    /// <inheritdoc/>
    public override string Kind => "Dict";
}

/// <summary><c>{a, b}</c>.</summary>
public sealed class SetExpression(TextSpan span, IReadOnlyList<Expression> elements) : Expression(span)
{
    /// <summary>The elements.</summary>
    public IReadOnlyList<Expression> Elements { get; } = elements;

    /// <inheritdoc/>
    public override string Kind => "Set";
}

/// <summary><c>await value</c>.</summary>
public sealed class AwaitExpression(TextSpan span, Expression value) : Expression(span)
{
    /// <summary>The awaitable.</summary>
    public Expression Value { get; } = value;

    /// <inheritdoc/>
    public override string Kind => "Await";
}

/// <summary><c>yield value</c>.</summary>
public sealed class YieldExpression(TextSpan span, Expression? value) : Expression(span)
{
    /// <summary>Null for a bare <c>yield</c>.</summary>
    public Expression? Value { get; } = value;

    /// <inheritdoc/>
    public override string Kind => "Yield";
}

/// <summary><c>yield from value</c>.</summary>
public sealed class YieldFromExpression(TextSpan span, Expression value) : Expression(span)
{
    /// <summary>The iterable.</summary>
    public Expression Value { get; } = value;

    /// <inheritdoc/>
    public override string Kind => "YieldFrom";
}

/// <summary><c>left op a op b</c>.</summary>
public sealed class CompareExpression(
    TextSpan span, Expression left, IReadOnlyList<CompareOperator> operators,
    IReadOnlyList<Expression> comparators) : Expression(span)
{
    /// <summary>First operand.</summary>
    public Expression Left { get; } = left;

    /// <summary>One for each comparator.</summary>
    public IReadOnlyList<CompareOperator> Operators { get; } = operators;

    /// <summary>The other operands.</summary>
    public IReadOnlyList<Expression> Comparators { get; } = comparators;

    /// <inheritdoc/>
    public override string Kind => "Compare";
}

/// <summary><c>function(arguments)</c>.</summary>
public sealed class CallExpression(
    TextSpan span, Expression function, IReadOnlyList<Expression> arguments,
    IReadOnlyList<KeywordArgument> keywords) : Expression(span)
{
    /// <summary>What is called.</summary>
    public Expression Function { get; } = function;

    /// <summary>Positional arguments; unpacked ones are <see cref="StarredExpression"/>.</summary>
    public IReadOnlyList<Expression> Arguments { get; } = arguments;

    /// <summary>Keyword arguments in order.</summary>
    public IReadOnlyList<KeywordArgument> Keywords { get; } = keywords;

    /// <inheritdoc/>
    public override string Kind => "Call";
}

/// <summary>A literal.</summary>
public sealed class ConstantExpression(TextSpan span, Literal value) : Expression(span)
{
    /// <summary>Its value.</summary>
    public Literal Value { get; } = value;

    /// <inheritdoc/>
    public override string Kind => "Constant";
}

/// <summary><c>value.name</c>.</summary>
public sealed class AttributeExpression(
    TextSpan span, Expression value, Identifier name, ExpressionContext context) : Expression(span)
{
    /// <summary>The owner.</summary>
    public Expression Value { get; } = value;

    /// <summary>The attribute.</summary>
    public Identifier Name { get; } = name;

    /// <summary>How it is used.</summary>
    public ExpressionContext Context { get; internal set; } = context;

    /// <inheritdoc/>
    public override string Kind => "Attribute";
}

/// <summary><c>value[index]</c>.</summary>
public sealed class SubscriptExpression(
    TextSpan span, Expression value, Expression index, ExpressionContext context) : Expression(span)
{
    /// <summary>The owner.</summary>
    public Expression Value { get; } = value;

    /// <summary>A slice, a tuple or any expression.</summary>
    public Expression Index { get; } = index;

    /// <summary>How it is used.</summary>
    public ExpressionContext Context { get; internal set; } = context;

    /// <inheritdoc/>
    public override string Kind => "Subscript";
}

/// <summary><c>*value</c>.</summary>
public sealed class StarredExpression(TextSpan span, Expression value, ExpressionContext context) : Expression(span)
{
    /// <summary>What is unpacked.</summary>
    public Expression Value { get; } = value;

    /// <summary>How it is used.</summary>
    public ExpressionContext Context { get; internal set; } = context;

    /// <inheritdoc/>
    public override string Kind => "Starred";
}

/// <summary>A name.</summary>
public sealed class NameExpression(TextSpan span, string name, ExpressionContext context) : Expression(span)
{
    /// <summary>NFKC-normalised text.</summary>
    public string Name { get; } = name;

    /// <summary>How it is used.</summary>
    public ExpressionContext Context { get; internal set; } = context;

    /// <inheritdoc/>
    public override string Kind => "Name";
}

/// <summary><c>[a, b]</c>.</summary>
public sealed class ListExpression(
    TextSpan span, IReadOnlyList<Expression> elements, ExpressionContext context) : Expression(span)
{
    /// <summary>The elements.</summary>
    public IReadOnlyList<Expression> Elements { get; } = elements;

    /// <summary>How it is used.</summary>
    public ExpressionContext Context { get; internal set; } = context;

    /// <inheritdoc/>
    public override string Kind => "List";
}

/// <summary><c>a, b</c>.</summary>
public sealed class TupleExpression(
    TextSpan span, IReadOnlyList<Expression> elements, ExpressionContext context) : Expression(span)
{
    /// <summary>The elements.</summary>
    public IReadOnlyList<Expression> Elements { get; } = elements;

    /// <summary>How it is used.</summary>
    public ExpressionContext Context { get; internal set; } = context;

    /// <inheritdoc/>
    public override string Kind => "Tuple";
}

/// <summary><c>lower:upper:step</c> inside a subscript.</summary>
public sealed class SliceExpression(
    TextSpan span, Expression? lower, Expression? upper, Expression? step) : Expression(span)
{
    /// <summary>Start.</summary>
    public Expression? Lower { get; } = lower;

    /// <summary>End.</summary>
    public Expression? Upper { get; } = upper;

    /// <summary>Step.</summary>
    public Expression? Step { get; } = step;

    /// <inheritdoc/>
    public override string Kind => "Slice";
}
