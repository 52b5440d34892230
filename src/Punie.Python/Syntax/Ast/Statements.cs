namespace Punie.Python.Syntax.Ast;

/// <summary><c>return value</c>.</summary>
public sealed class ReturnStatement(TextSpan span, Expression? value) : Statement(span)
{
    /// <summary>Null for a bare <c>return</c>.</summary>
    public Expression? Value { get; } = value;

    /// <inheritdoc/>
    public override string Kind => "Return";
}

/// <summary><c>del targets</c>.</summary>
public sealed class DeleteStatement(TextSpan span, IReadOnlyList<Expression> targets) : Statement(span)
{
    /// <summary>What is deleted.</summary>
    public IReadOnlyList<Expression> Targets { get; } = targets;

    /// <inheritdoc/>
    public override string Kind => "Delete";
}

/// <summary><c>a = b = value</c>.</summary>
public sealed class AssignStatement(
    TextSpan span, IReadOnlyList<Expression> targets, Expression value) : Statement(span)
{
    /// <summary>Left to right.</summary>
    public IReadOnlyList<Expression> Targets { get; } = targets;

    /// <summary>The value.</summary>
    public Expression Value { get; } = value;

    /// <inheritdoc/>
    public override string Kind => "Assign";
}

/// <summary><c>type Name[T] = value</c>.</summary>
public sealed class TypeAliasStatement(
    TextSpan span, NameExpression name, IReadOnlyList<TypeParameter> typeParameters,
    Expression value) : Statement(span)
{
    /// <summary>The alias.</summary>
    public NameExpression Name { get; } = name;

    /// <summary>May be empty.</summary>
    public IReadOnlyList<TypeParameter> TypeParameters { get; } = typeParameters;

    /// <summary>What it stands for.</summary>
    public Expression Value { get; } = value;

    /// <inheritdoc/>
    public override string Kind => "TypeAlias";
}

/// <summary><c>target op= value</c>.</summary>
public sealed class AugmentedAssignStatement(
    TextSpan span, Expression target, BinaryOperator @operator, Expression value) : Statement(span)
{
    /// <summary>The target.</summary>
    public Expression Target { get; } = target;

    /// <summary>The operator.</summary>
    public BinaryOperator Operator { get; } = @operator;

    /// <summary>The value.</summary>
    public Expression Value { get; } = value;

    /// <inheritdoc/>
    public override string Kind => "AugAssign";
}

/// <summary><c>target: annotation = value</c>.</summary>
public sealed class AnnotatedAssignStatement(
    TextSpan span, Expression target, Expression annotation, Expression? value, bool isSimple) : Statement(span)
{
    /// <summary>The target.</summary>
    public Expression Target { get; } = target;

    /// <summary>The annotation.</summary>
    public Expression Annotation { get; } = annotation;

    /// <summary>Null without <c>=</c>.</summary>
    public Expression? Value { get; } = value;

    /// <summary>True for a bare name without parentheses.</summary>
    public bool IsSimple { get; } = isSimple;

    /// <inheritdoc/>
    public override string Kind => "AnnAssign";
}

/// <summary><c>assert test, message</c>.</summary>
public sealed class AssertStatement(TextSpan span, Expression test, Expression? message) : Statement(span)
{
    /// <summary>The condition.</summary>
    public Expression Test { get; } = test;

    /// <summary>The message.</summary>
    public Expression? Message { get; } = message;

    /// <inheritdoc/>
    public override string Kind => "Assert";
}

/// <summary><c>import names</c>.</summary>
public sealed class ImportStatement(TextSpan span, IReadOnlyList<ImportAlias> names) : Statement(span)
{
    /// <summary>What is imported.</summary>
    public IReadOnlyList<ImportAlias> Names { get; } = names;

    /// <inheritdoc/>
    public override string Kind => "Import";
}

/// <summary><c>from ..module import names</c>.</summary>
public sealed class ImportFromStatement(
    TextSpan span, Identifier? module, IReadOnlyList<ImportAlias> names, int level) : Statement(span)
{
    /// <summary>Dotted name; null for <c>from . import</c>.</summary>
    public Identifier? Module { get; } = module;

    /// <summary>A single <c>*</c> for all.</summary>
    public IReadOnlyList<ImportAlias> Names { get; } = names;

    /// <summary>Number of leading dots.</summary>
    public int Level { get; } = level;

    /// <inheritdoc/>
    public override string Kind => "ImportFrom";
}

/// <summary><c>global names</c>.</summary>
public sealed class GlobalStatement(TextSpan span, IReadOnlyList<Identifier> names) : Statement(span)
{
    /// <summary>The names.</summary>
    public IReadOnlyList<Identifier> Names { get; } = names;

    /// <inheritdoc/>
    public override string Kind => "Global";
}

/// <summary><c>nonlocal names</c>.</summary>
public sealed class NonlocalStatement(TextSpan span, IReadOnlyList<Identifier> names) : Statement(span)
{
    /// <summary>The names.</summary>
    public IReadOnlyList<Identifier> Names { get; } = names;

    /// <inheritdoc/>
    public override string Kind => "Nonlocal";
}

/// <summary>An expression for its effect.</summary>
public sealed class ExpressionStatement(TextSpan span, Expression value) : Statement(span)
{
    /// <summary>The expression.</summary>
    public Expression Value { get; } = value;

    /// <inheritdoc/>
    public override string Kind => "Expr";
}

/// <summary><c>pass</c>.</summary>
public sealed class PassStatement(TextSpan span) : Statement(span)
{
    /// <inheritdoc/>
    public override string Kind => "Pass";
}

/// <summary><c>break</c>.</summary>
public sealed class BreakStatement(TextSpan span) : Statement(span)
{
    /// <inheritdoc/>
    public override string Kind => "Break";
}

/// <summary><c>continue</c>.</summary>
public sealed class ContinueStatement(TextSpan span) : Statement(span)
{
    /// <inheritdoc/>
    public override string Kind => "Continue";
}

/// <summary><c>raise exception from cause</c>.</summary>
public sealed class RaiseStatement(TextSpan span, Expression? exception, Expression? cause) : Statement(span)
{
    /// <summary>Null to raise again.</summary>
    public Expression? Exception { get; } = exception;

    /// <summary>The cause.</summary>
    public Expression? Cause { get; } = cause;

    /// <inheritdoc/>
    public override string Kind => "Raise";
}

/// <summary>Text that could not be parsed; stands where recovery skipped it.</summary>
public sealed class InvalidStatement(TextSpan span, IReadOnlyList<Statement> body) : Statement(span)
{
    /// <summary>The statements of the block under a header that could not be read; mostly empty.</summary>
    public IReadOnlyList<Statement> Body { get; } = body;

    /// <inheritdoc/>
    public override string Kind => "Invalid";
}
