using System.Collections.Immutable;

namespace Punie.Chat.Grammars;

/// <summary>What a grammar rule stands for. Closed: made by the methods here.</summary>
public abstract record GrammarExpression
{
    private protected GrammarExpression()
    {
    }

    /// <summary>Nothing at all.</summary>
    public static GrammarExpression Empty { get; } = new SequenceExpression([]);

    /// <summary>Exactly this text.</summary>
    public static GrammarExpression Literal(string text) => text.Length == 0 ? Empty : new LiteralExpression(text);

    /// <summary>One character of a class.</summary>
    public static GrammarExpression Class(CharacterClass members) => new ClassExpression(members);

    /// <summary>One after the other.</summary>
    public static GrammarExpression Sequence(params ReadOnlySpan<GrammarExpression> items) =>
        items is [var only] ? only : new SequenceExpression([.. items]);

    /// <summary>Any one of them.</summary>
    public static GrammarExpression Choice(params ReadOnlySpan<GrammarExpression> items)
    {
        if (items.IsEmpty) throw new ArgumentException("A choice has at least one alternative.", nameof(items));
        return items is [var only] ? only : new ChoiceExpression([.. items]);
    }

    /// <summary>Any one of these texts.</summary>
    public static GrammarExpression AnyOf(IEnumerable<string> texts) => Choice([.. texts.Select(Literal)]);

    /// <summary>The item or nothing.</summary>
    public static GrammarExpression Optional(GrammarExpression item) => Repeat(item, 0, 1);

    /// <summary>The item any number of times.</summary>
    public static GrammarExpression ZeroOrMore(GrammarExpression item) => Repeat(item, 0, null);

    /// <summary>The item at least once.</summary>
    public static GrammarExpression OneOrMore(GrammarExpression item) => Repeat(item, 1, null);

    /// <summary>The item a number of times.</summary>
    /// <param name="item">What is repeated; not empty text when <paramref name="most"/> is null.</param>
    /// <param name="least">0 or more.</param>
    /// <param name="most">At least <paramref name="least"/>; null for no end.</param>
    public static GrammarExpression Repeat(GrammarExpression item, int least, int? most)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(least);
        if (most is { } end) ArgumentOutOfRangeException.ThrowIfLessThan(end, least, nameof(most));
        return new RepeatExpression(item, least, most);
    }

    /// <summary>Whatever the rule of that name stands for.</summary>
    public static GrammarExpression Rule(string name) => new RuleExpression(name);
}

/// <summary>A named part of a grammar.</summary>
/// <param name="Name">Lower-case letters, digits and dashes, starting with a letter.</param>
/// <param name="Body">What it stands for.</param>
public sealed record GrammarRule(string Name, GrammarExpression Body);

internal sealed record LiteralExpression(string Text) : GrammarExpression;

internal sealed record ClassExpression(CharacterClass Members) : GrammarExpression;

internal sealed record SequenceExpression(ImmutableArray<GrammarExpression> Items) : GrammarExpression;

internal sealed record ChoiceExpression(ImmutableArray<GrammarExpression> Items) : GrammarExpression;

internal sealed record RepeatExpression(GrammarExpression Item, int Least, int? Most) : GrammarExpression;

internal sealed record RuleExpression(string Name) : GrammarExpression;
