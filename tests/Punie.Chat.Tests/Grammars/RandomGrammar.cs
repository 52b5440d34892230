using Punie.Chat.Grammars;
using static Punie.Chat.Grammars.GrammarExpression;

namespace Punie.Chat.Tests.Grammars;

/// <summary>Makes grammars without left recursion, sentences of them, and judges texts by plain recursion.</summary>
internal sealed class RandomGrammar
{
    private const int RuleCount = 4;
    private static readonly string[] Words = ["a", "ab", "b", "ba", "é", "𝒳", "(", ")"];

    private readonly Random _random;
    private readonly Dictionary<string, GrammarExpression> _bodies = new(StringComparer.Ordinal);

    public RandomGrammar(int seed)
    {
        _random = new Random(seed);
        for (var rule = 0; rule < RuleCount; rule++) _bodies[Name(rule)] = Alternatives(rule);
        Grammar = new Grammar(Name(0), [.. _bodies.Select(b => new GrammarRule(b.Key, b.Value))]);
    }

    public Grammar Grammar { get; }

    public string Sentence()
    {
        var fuel = 200;
        return Write(Rule(Name(0)), ref fuel);
    }

    public string Mutate(string sentence)
    {
        var at = _random.Next(sentence.Length + 1);
        var word = Words[_random.Next(Words.Length)];
        return _random.Next(2) == 0 || at == sentence.Length ? sentence.Insert(at, word) : sentence.Remove(at, 1);
    }

    /// <summary>Every end that a rule can reach, found by trying everything: slow and obviously right.</summary>
    public bool Judge(string text) => Ends(Rule(Name(0)), text, 0).Contains(text.Length);

    private static string Name(int rule) => $"r{(char)('a' + rule)}";

    // The last alternative of every rule is plain text, so a sentence can always be finished.
    private GrammarExpression Alternatives(int rule) =>
        Choice([.. Enumerable.Range(0, _random.Next(1, 3)).Select(_ => Guarded(rule)), Word()]);

    // Starting with text, so that whatever follows may refer to any rule.
    private GrammarExpression Guarded(int rule) =>
        Sequence([Word(), .. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Item(rule))]);

    private GrammarExpression Item(int rule) => _random.Next(6) switch
    {
        0 => Rule(Name(_random.Next(RuleCount))),
        1 => Optional(Rule(Name(_random.Next(RuleCount)))),
        2 => ZeroOrMore(Sequence(Word(), Optional(Word()))),
        3 => Repeat(Choice(Word(), Class(CharacterClass.Range('a', 'c').Or(CharacterClass.Of("é変")))), 1, 3),
        4 => Class(CharacterClass.Of("ab(").Negate()),
        _ => Word(),
    };

    private GrammarExpression Word() => Literal(Words[_random.Next(Words.Length)]);

    private string Write(GrammarExpression expression, ref int fuel)
    {
        fuel--;
        switch (expression)
        {
            case LiteralExpression literal:
                return literal.Text;
            case ClassExpression members:
                var (first, _) = members.Members.Ranges[_random.Next(members.Members.Ranges.Length)];
                return char.ConvertFromUtf32(first);
            case RuleExpression rule:
                return Write(_bodies[rule.Name], ref fuel);
            case ChoiceExpression choice:
                return Write(fuel <= 0 ? choice.Items[^1] : choice.Items[_random.Next(choice.Items.Length)], ref fuel);
            case RepeatExpression repeat:
                return WriteAll(Enumerable.Repeat(repeat.Item, Count(repeat, fuel)), ref fuel);
            case SequenceExpression sequence:
                return WriteAll(sequence.Items, ref fuel);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private int Count(RepeatExpression repeat, int fuel) =>
        fuel <= 0 ? repeat.Least : _random.Next(repeat.Least, (repeat.Most ?? repeat.Least + 3) + 1);

    private string WriteAll(IEnumerable<GrammarExpression> items, ref int fuel)
    {
        var text = "";
        foreach (var item in items) text += Write(item, ref fuel);
        return text;
    }

    private HashSet<int> Ends(GrammarExpression expression, string text, int at)
    {
        switch (expression)
        {
            case LiteralExpression literal:
                return string.CompareOrdinal(text, at, literal.Text, 0, literal.Text.Length) == 0
                    ? [at + literal.Text.Length]
                    : [];
            case ClassExpression members:
                if (at >= text.Length || !System.Text.Rune.TryGetRuneAt(text, at, out var rune)) return [];
                var isMember = members.Members.Ranges.Any(r => rune.Value >= r.First && rune.Value <= r.Last);
                return isMember ? [at + rune.Utf16SequenceLength] : [];
            case RuleExpression reference:
                return Ends(_bodies[reference.Name], text, at);
            case ChoiceExpression choice:
                return [.. choice.Items.SelectMany(i => Ends(i, text, at))];
            case SequenceExpression sequence:
                return sequence.Items.Aggregate(new HashSet<int> { at }, (ends, item) => After(ends, item, text));
            case RepeatExpression repeat:
                return Repeated(repeat, text, at);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private HashSet<int> Repeated(RepeatExpression repeat, string text, int at)
    {
        HashSet<int> result = [];
        HashSet<int> ends = [at];
        for (var count = 0; ends.Count > 0 && count <= (repeat.Most ?? text.Length + repeat.Least); count++)
        {
            if (count >= repeat.Least) result.UnionWith(ends);
            ends = After(ends, repeat.Item, text);
        }

        return result;
    }

    private HashSet<int> After(HashSet<int> ends, GrammarExpression item, string text) =>
        [.. ends.SelectMany(end => Ends(item, text, end))];
}
