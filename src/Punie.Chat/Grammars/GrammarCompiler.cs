using System.Text;

namespace Punie.Chat.Grammars;

/// <summary>Flattens rules to a <see cref="GrammarProgram"/>; repetitions, nested choices and wide classes become
/// rules.</summary>
internal sealed class GrammarCompiler
{
    private readonly List<CompiledRule> _rules = [];
    private readonly Dictionary<string, int> _named = new(StringComparer.Ordinal);
    private readonly Dictionary<CharacterClass, int> _classes = [];
    private string _owner = "";

    /// <summary>The index of a named rule.</summary>
    public int this[string name] => _named[name];

    public GrammarProgram Compile(IReadOnlyList<GrammarRule> rules)
    {
        foreach (var rule in rules) _named.Add(rule.Name, NewRule(rule.Name, isRepetition: false));
        foreach (var rule in rules)
        {
            _owner = rule.Name;
            AddAlternatives(_named[rule.Name], rule.Body);
        }

        new LeftRecursion(_rules).Check();
        return Flatten();
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
                into.AddRange(Encoding.UTF8.GetBytes(literal.Text).Select(b => GrammarElement.OfBytes(ByteSet.Range(b, b))));
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

    private int IndexOf(string name) => _named.TryGetValue(name, out var index)
        ? index
        : throw new ArgumentException($"Rule '{_owner}' refers to '{name}', which is not defined.");

    private void EmitClass(CharacterClass members, List<GrammarElement> into)
    {
        if (members.Ranges.IsEmpty) throw new ArgumentException($"Rule '{_owner}' has a character class without members.");
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

    private GrammarProgram Flatten()
    {
        var elements = new List<GrammarElement>();
        var starts = new int[_rules.Count][];
        foreach (var (index, rule) in _rules.Index())
        {
            starts[index] = new int[rule.Alternatives.Count];
            foreach (var (number, alternative) in rule.Alternatives.Index())
            {
                starts[index][number] = elements.Count;
                elements.AddRange(alternative);
                elements.Add(GrammarElement.End);
            }
        }

        return new GrammarProgram([.. elements], starts);
    }
}

/// <summary>A rule while it is compiled.</summary>
/// <param name="Owner">The named rule in whose text it stands.</param>
/// <param name="IsRepetition">True for the loop of an endless repetition.</param>
/// <param name="Alternatives">Filled as the rule is compiled.</param>
internal sealed record CompiledRule(string Owner, bool IsRepetition, List<List<GrammarElement>> Alternatives);
