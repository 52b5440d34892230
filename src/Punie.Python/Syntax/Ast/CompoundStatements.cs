namespace Punie.Python.Syntax.Ast;

/// <summary><c>def name(parameters): body</c>.</summary>
public sealed class FunctionStatement(
    TextSpan span, Identifier name, IReadOnlyList<TypeParameter> typeParameters, Parameters parameters,
    Expression? returns, IReadOnlyList<Statement> body, IReadOnlyList<Expression> decorators,
    bool isAsync) : Statement(span)
{
    /// <summary>The function's name.</summary>
    public Identifier Name { get; } = name;

    /// <summary>May be empty.</summary>
    public IReadOnlyList<TypeParameter> TypeParameters { get; } = typeParameters;

    /// <summary>The parameters.</summary>
    public Parameters Parameters { get; } = parameters;

    /// <summary>The annotation behind <c>-></c>.</summary>
    public Expression? Returns { get; } = returns;

    /// <summary>The body.</summary>
    public IReadOnlyList<Statement> Body { get; } = body;

    /// <summary>Outermost first.</summary>
    public IReadOnlyList<Expression> Decorators { get; } = decorators;

    /// <summary>True for <c>async def</c>.</summary>
    public bool IsAsync { get; } = isAsync;

    /// <inheritdoc/>
    public override string Kind => IsAsync ? "AsyncFunctionDef" : "FunctionDef";
}

/// <summary><c>class Name(bases): body</c>.</summary>
public sealed class ClassStatement(
    TextSpan span, Identifier name, IReadOnlyList<TypeParameter> typeParameters, IReadOnlyList<Expression> bases,
    IReadOnlyList<KeywordArgument> keywords, IReadOnlyList<Statement> body,
    IReadOnlyList<Expression> decorators) : Statement(span)
{
    /// <summary>The class's name.</summary>
    public Identifier Name { get; } = name;

    /// <summary>May be empty.</summary>
    public IReadOnlyList<TypeParameter> TypeParameters { get; } = typeParameters;

    /// <summary>Positional arguments.</summary>
    public IReadOnlyList<Expression> Bases { get; } = bases;

    /// <summary>Keyword arguments, as <c>metaclass=</c>.</summary>
    public IReadOnlyList<KeywordArgument> Keywords { get; } = keywords;

    /// <summary>The body.</summary>
    public IReadOnlyList<Statement> Body { get; } = body;

    /// <summary>Outermost first.</summary>
    public IReadOnlyList<Expression> Decorators { get; } = decorators;

    /// <inheritdoc/>
    public override string Kind => "ClassDef";
}

/// <summary><c>for target in iterable: body else: orElse</c>.</summary>
public sealed class ForStatement(
    TextSpan span, Expression target, Expression iterable, IReadOnlyList<Statement> body,
    IReadOnlyList<Statement> orElse, bool isAsync) : Statement(span)
{
    /// <summary>What is bound.</summary>
    public Expression Target { get; } = target;

    /// <summary>What is iterated.</summary>
    public Expression Iterable { get; } = iterable;

    /// <summary>The body.</summary>
    public IReadOnlyList<Statement> Body { get; } = body;

    /// <summary>Runs when no <c>break</c> happened; may be empty.</summary>
    public IReadOnlyList<Statement> OrElse { get; } = orElse;

    /// <summary>True for <c>async for</c>.</summary>
    public bool IsAsync { get; } = isAsync;

    /// <inheritdoc/>
    public override string Kind => IsAsync ? "AsyncFor" : "For";
}

/// <summary><c>while test: body else: orElse</c>.</summary>
public sealed class WhileStatement(
    TextSpan span, Expression test, IReadOnlyList<Statement> body, IReadOnlyList<Statement> orElse) : Statement(span)
{
    /// <summary>The condition.</summary>
    public Expression Test { get; } = test;

    /// <summary>The body.</summary>
    public IReadOnlyList<Statement> Body { get; } = body;

    /// <summary>Runs when no <c>break</c> happened; may be empty.</summary>
    public IReadOnlyList<Statement> OrElse { get; } = orElse;

    /// <inheritdoc/>
    public override string Kind => "While";
}

/// <summary><c>if … elif … else</c>; the chain is flat so that a long one does not nest.</summary>
public sealed class IfStatement(
    TextSpan span, IReadOnlyList<IfBranch> branches, IReadOnlyList<Statement> orElse) : Statement(span)
{
    /// <summary><c>if</c> and <c>elif</c> parts in order.</summary>
    public IReadOnlyList<IfBranch> Branches { get; } = branches;

    /// <summary>The <c>else</c> part; may be empty.</summary>
    public IReadOnlyList<Statement> OrElse { get; } = orElse;

    /// <inheritdoc/>
    public override string Kind => "If";
}

/// <summary>One <c>if</c> or <c>elif</c> part.</summary>
public sealed class IfBranch(TextSpan span, Expression test, IReadOnlyList<Statement> body) : Node(span)
{
    /// <summary>The condition.</summary>
    public Expression Test { get; } = test;

    /// <summary>The body.</summary>
    public IReadOnlyList<Statement> Body { get; } = body;

    /// <inheritdoc/>
    public override string Kind => "If";
}

/// <summary><c>with items: body</c>.</summary>
public sealed class WithStatement(
    TextSpan span, IReadOnlyList<WithItem> items, IReadOnlyList<Statement> body, bool isAsync) : Statement(span)
{
    /// <summary>In order.</summary>
    public IReadOnlyList<WithItem> Items { get; } = items;

    /// <summary>The body.</summary>
    public IReadOnlyList<Statement> Body { get; } = body;

    /// <summary>True for <c>async with</c>.</summary>
    public bool IsAsync { get; } = isAsync;

    /// <inheritdoc/>
    public override string Kind => IsAsync ? "AsyncWith" : "With";
}

/// <summary><c>context as target</c>.</summary>
public sealed class WithItem(TextSpan span, Expression context, Expression? target) : Node(span)
{
    /// <summary>The context manager.</summary>
    public Expression Context { get; } = context;

    /// <summary>What is bound.</summary>
    public Expression? Target { get; } = target;

    /// <inheritdoc/>
    public override string Kind => "withitem";
}

/// <summary><c>try … except … else … finally</c>.</summary>
public sealed class TryStatement(
    TextSpan span, IReadOnlyList<Statement> body, IReadOnlyList<ExceptHandler> handlers,
    IReadOnlyList<Statement> orElse, IReadOnlyList<Statement> @finally, bool isStar) : Statement(span)
{
    /// <summary>The body.</summary>
    public IReadOnlyList<Statement> Body { get; } = body;

    /// <summary>In order; may be empty.</summary>
    public IReadOnlyList<ExceptHandler> Handlers { get; } = handlers;

    /// <summary>Runs when nothing was raised; may be empty.</summary>
    public IReadOnlyList<Statement> OrElse { get; } = orElse;

    /// <summary>May be empty.</summary>
    public IReadOnlyList<Statement> Finally { get; } = @finally;

    /// <summary>True for <c>except*</c>.</summary>
    public bool IsStar { get; } = isStar;

    /// <inheritdoc/>
    public override string Kind => IsStar ? "TryStar" : "Try";
}

/// <summary><c>except type as name: body</c>.</summary>
public sealed class ExceptHandler(
    TextSpan span, Expression? type, Identifier? name, IReadOnlyList<Statement> body) : Node(span)
{
    /// <summary>Null for a bare <c>except</c>; a tuple for several types.</summary>
    public Expression? Type { get; } = type;

    /// <summary>What is bound.</summary>
    public Identifier? Name { get; } = name;

    /// <summary>The body.</summary>
    public IReadOnlyList<Statement> Body { get; } = body;

    /// <inheritdoc/>
    public override string Kind => "ExceptHandler";
}

/// <summary><c>match subject: cases</c>.</summary>
public sealed class MatchStatement(TextSpan span, Expression subject, IReadOnlyList<MatchCase> cases) : Statement(span)
{
    /// <summary>What is matched.</summary>
    public Expression Subject { get; } = subject;

    /// <summary>One or more.</summary>
    public IReadOnlyList<MatchCase> Cases { get; } = cases;

    /// <inheritdoc/>
    public override string Kind => "Match";
}

/// <summary><c>case pattern if guard: body</c>.</summary>
public sealed class MatchCase(
    TextSpan span, Pattern pattern, Expression? guard, IReadOnlyList<Statement> body) : Node(span)
{
    /// <summary>The pattern.</summary>
    public Pattern Pattern { get; } = pattern;

    /// <summary>The guard.</summary>
    public Expression? Guard { get; } = guard;

    /// <summary>The body.</summary>
    public IReadOnlyList<Statement> Body { get; } = body;

    /// <inheritdoc/>
    public override string Kind => "match_case";
}
