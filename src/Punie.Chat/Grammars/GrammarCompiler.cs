using System.Text;

namespace Punie.Chat.Grammars;

/// <summary>Turns rules into alternatives of elements; repetitions, nested choices and wide classes become
/// rules.</summary>
/// <param name="bodies">What a named rule stands for; null when there is no such rule.</param>
internal sealed class GrammarCompiler(Func<string, GrammarExpression?> bodies)
{
    private readonly List<CompiledRule> _rules = [];
    private readonly Dictionary<string, int> _named = new(StringComparer.Ordinal);
    private readonly Dictionary<CharacterClass, int> _classes = [];
    private readonly Dictionary<int, string> _referrers = [];
    private string _owner = "";

    /// <summary>
    /// All rules so far. A named rule has no alternatives until it is compiled, and at least one then.
    /// </summary>
    public IReadOnlyList<CompiledRule> Rules => _rules;

    /// <summary>The index of a named rule, compiled or not.</summary>
    public int IndexOf(string name)
    {
        if (_named.TryGetValue(name, out var known)) return known;
        var index = NewRule(name, isRepetition: false);
        _named.Add(name, index);
        _referrers.Add(index, _owner);
        return index;
    }

    /// <summary>Compiles a named rule, and the nameless ones in its text.</summary>
    /// <exception cref="ArgumentException">There is no such rule, or its text cannot be matched.</exception>
    public void Compile(int index)
    {
        var name = _rules[index].Owner;
        if (bodies(name) is not { } body)
        {
            throw new ArgumentException(_referrers[index] is { Length: > 0 } referrer
                ? $"Rule '{referrer}' refers to '{name}', which is not defined."
                : $"There is no rule '{name}' to start with.");
        }

        _owner = name;
        AddAlternatives(index, body);
    }

    /// <summary>Compiles everything that the rules refer to.</summary>
    /// <exception cref="ArgumentException">A reference is undefined or a rule is left-recursive; the text names
    /// it.</exception>
    public void CompileAll()
    {
        for (var i = 0; i < _rules.Count; i++)
        {
            if (_rules[i].Alternatives.Count == 0) Compile(i);
        }

        new LeftRecursion(_rules).Check();
    }

    private int NewRule(string owner, bool isRepetition)
    {
        _rules.Add(new CompiledRule(owner, isRepetition, []));
        return _rules.Count - 1;
    }

    private void AddAlternatives(int rule, GrammarExpression body)
    {
        foreach (var item in body is ChoiceExpression choice ? choice.Items : [body])
        {
            _rules[rule].Alternatives.Add(Elements(item));
        }
    }

    private List<GrammarElement> Elements(GrammarExpression expression)
    {
        var elements = new List<GrammarElement>();
        Emit(expression, elements);
        return elements;
    }

    private void Emit(GrammarExpression expression, List<GrammarElement> into)
    {
        switch (expression)
        {
            case LiteralExpression literal:
                into.AddRange(Encoding.UTF8.GetBytes(literal.Text)
                    .Select(b => GrammarElement.OfBytes(ByteSet.Range(b, b))));
                break;
            case ClassExpression members:
                EmitClass(members.Members, into);
                break;
            case SequenceExpression sequence:
                foreach (var item in sequence.Items) Emit(item, into);
                break;
            case ChoiceExpression:
                var rule = NewRule(_owner, isRepetition: false);
                AddAlternatives(rule, expression);
                into.Add(GrammarElement.OfRule(rule));
                break;
            case RepeatExpression repeat:
                EmitRepeat(repeat, into);
                break;
            case RuleExpression reference:
                into.Add(GrammarElement.OfRule(IndexOf(reference.Name)));
                break;
        }
    }

    private void EmitClass(CharacterClass members, List<GrammarElement> into)
    {
        if (members.Ranges.IsEmpty)
            throw new ArgumentException($"Rule '{_owner}' has a character class without members.");
        var sequences = members.Ranges.SelectMany(r => Utf8Ranges.Of(r.First, r.Last)).ToList();
        if (sequences.TrueForAll(s => s.Length == 1))
        {
            var set = sequences.Select(s => ByteSet.Range(s[0].First, s[0].Last)).Aggregate((a, b) => a.Or(b));
            into.Add(GrammarElement.OfBytes(set));
            return;
        }

        if (!_classes.TryGetValue(members, out var rule))
        {
            rule = NewRule(_owner, isRepetition: false);
            _classes.Add(members, rule);
            _rules[rule].Alternatives.AddRange(sequences.Select(s =>
                s.Select(r => GrammarElement.OfBytes(ByteSet.Range(r.First, r.Last))).ToList()));
        }

        into.Add(GrammarElement.OfRule(rule));
    }

    // x{2,4} is x x (x (x)?)?, and x{2,} is x x r with r = x r or nothing.
    private void EmitRepeat(RepeatExpression repeat, List<GrammarElement> into)
    {
        if (repeat.Most == 0) return;
        var item = Elements(repeat.Item);
        for (var i = 0; i < repeat.Least; i++) into.AddRange(item);
        if (repeat.Most is null)
        {
            var loop = NewRule(_owner, isRepetition: true);
            _rules[loop].Alternatives.AddRange([[.. item, GrammarElement.OfRule(loop)], []]);
            into.Add(GrammarElement.OfRule(loop));
            return;
        }

        int? rest = null;
        for (var i = repeat.Least; i < repeat.Most; i++)
        {
            var optional = NewRule(_owner, isRepetition: false);
            _rules[optional].Alternatives.AddRange([rest is { } r ? [.. item, GrammarElement.OfRule(r)] : item, []]);
            rest = optional;
        }

        if (rest is { } outer) into.Add(GrammarElement.OfRule(outer));
    }
}

/// <summary>A rule while it is compiled.</summary>
/// <param name="Owner">The named rule in whose text it stands.</param>
/// <param name="IsRepetition">True for the loop of an endless repetition.</param>
/// <param name="Alternatives">Filled as the rule is compiled.</param>
internal sealed record CompiledRule(string Owner, bool IsRepetition, List<List<GrammarElement>> Alternatives);
