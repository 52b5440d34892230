namespace Punie.Python.Syntax.Ast;

/// <summary>A literal or a dotted name, compared with <c>==</c>.</summary>
public sealed class ValuePattern(TextSpan span, Expression value) : Pattern(span)
{
    /// <summary>The value.</summary>
    public Expression Value { get; } = value;

    /// <inheritdoc/>
    public override string Kind => "MatchValue";
}

/// <summary><c>None</c>, <c>True</c> or <c>False</c>, compared with <c>is</c>.</summary>
public sealed class SingletonPattern(TextSpan span, Literal value) : Pattern(span)
{
    /// <summary>The singleton.</summary>
    public Literal Value { get; } = value;

    /// <inheritdoc/>
    public override string Kind => "MatchSingleton";
}

/// <summary><c>[a, *rest]</c>.</summary>
public sealed class SequencePattern(TextSpan span, IReadOnlyList<Pattern> patterns) : Pattern(span)
{
    /// <summary>The elements.</summary>
    public IReadOnlyList<Pattern> Patterns { get; } = patterns;

    /// <inheritdoc/>
    public override string Kind => "MatchSequence";
}

/// <summary><c>{key: pattern, **rest}</c>.</summary>
public sealed class MappingPattern(
    TextSpan span, IReadOnlyList<Expression> keys, IReadOnlyList<Pattern> patterns, Identifier? rest) : Pattern(span)
{
    /// <summary>The keys.</summary>
    public IReadOnlyList<Expression> Keys { get; } = keys;

    /// <summary>One for each key.</summary>
    public IReadOnlyList<Pattern> Patterns { get; } = patterns;

    /// <summary>Name behind <c>**</c>.</summary>
    public Identifier? Rest { get; } = rest;

    /// <inheritdoc/>
    public override string Kind => "MatchMapping";
}

/// <summary><c>Class(pattern, name=pattern)</c>.</summary>
public sealed class ClassPattern(
    TextSpan span, Expression @class, IReadOnlyList<Pattern> patterns, IReadOnlyList<Identifier> keywordNames,
    IReadOnlyList<Pattern> keywordPatterns) : Pattern(span)
{
    /// <summary>The class.</summary>
    public Expression Class { get; } = @class;

    /// <summary>Positional patterns.</summary>
    public IReadOnlyList<Pattern> Patterns { get; } = patterns;

    /// <summary>Names of the keyword patterns.</summary>
    public IReadOnlyList<Identifier> KeywordNames { get; } = keywordNames;

    /// <summary>One for each name.</summary>
    public IReadOnlyList<Pattern> KeywordPatterns { get; } = keywordPatterns;

    /// <inheritdoc/>
    public override string Kind => "MatchClass";
}

/// <summary><c>*name</c> inside a sequence.</summary>
public sealed class StarPattern(TextSpan span, Identifier? name) : Pattern(span)
{
    /// <summary>Null for <c>*_</c>.</summary>
    public Identifier? Name { get; } = name;

    /// <inheritdoc/>
    public override string Kind => "MatchStar";
}

/// <summary><c>pattern as name</c>, a capture or <c>_</c>.</summary>
public sealed class AsPattern(TextSpan span, Pattern? pattern, Identifier? name) : Pattern(span)
{
    /// <summary>Null for a capture or the wildcard.</summary>
    public Pattern? Pattern { get; } = pattern;

    /// <summary>Null for the wildcard.</summary>
    public Identifier? Name { get; } = name;

    /// <inheritdoc/>
    public override string Kind => "MatchAs";
}

/// <summary><c>a | b</c>.</summary>
public sealed class OrPattern(TextSpan span, IReadOnlyList<Pattern> patterns) : Pattern(span)
{
    /// <summary>Two or more.</summary>
    public IReadOnlyList<Pattern> Patterns { get; } = patterns;

    /// <inheritdoc/>
    public override string Kind => "MatchOr";
}
