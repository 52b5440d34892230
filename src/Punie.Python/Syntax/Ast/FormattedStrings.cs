namespace Punie.Python.Syntax.Ast;

/// <summary>An f-string, adjacent literals merged.</summary>
public sealed class JoinedStringExpression(TextSpan span, IReadOnlyList<Expression> values) : Expression(span)
{
    /// <summary><see cref="ConstantExpression"/> and <see cref="FormattedValueExpression"/> parts.</summary>
    public IReadOnlyList<Expression> Values { get; } = values;

    /// <inheritdoc/>
    public override string Kind => "JoinedStr";
}

/// <summary><c>{value!r:spec}</c> in an f-string.</summary>
public sealed class FormattedValueExpression(
    TextSpan span, Expression value, char? conversion, JoinedStringExpression? formatSpec) : Expression(span)
{
    /// <summary>The value.</summary>
    public Expression Value { get; } = value;

    /// <summary><c>s</c>, <c>r</c>, <c>a</c> or null.</summary>
    public char? Conversion { get; } = conversion;

    /// <summary>The format specification.</summary>
    public JoinedStringExpression? FormatSpec { get; } = formatSpec;

    /// <inheritdoc/>
    public override string Kind => "FormattedValue";
}

/// <summary>A t-string, adjacent t-strings merged.</summary>
public sealed class TemplateStringExpression(TextSpan span, IReadOnlyList<Expression> values) : Expression(span)
{
    /// <summary><see cref="ConstantExpression"/> and <see cref="InterpolationExpression"/> parts.</summary>
    public IReadOnlyList<Expression> Values { get; } = values;

    /// <inheritdoc/>
    public override string Kind => "TemplateStr";
}

/// <summary><c>{value!r:spec}</c> in a t-string.</summary>
public sealed class InterpolationExpression(
    TextSpan span, Expression value, string text, char? conversion,
    JoinedStringExpression? formatSpec) : Expression(span)
{
    /// <summary>The value.</summary>
    public Expression Value { get; } = value;

    /// <summary>The expression as written.</summary>
    public string Text { get; } = text;

    /// <summary><c>s</c>, <c>r</c>, <c>a</c> or null.</summary>
    public char? Conversion { get; } = conversion;

    /// <summary>The format specification.</summary>
    public JoinedStringExpression? FormatSpec { get; } = formatSpec;

    /// <inheritdoc/>
    public override string Kind => "Interpolation";
}
