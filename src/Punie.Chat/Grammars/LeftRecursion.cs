namespace Punie.Chat.Grammars;

/// <summary>Finds rules that reach themselves before any character: a matcher would follow them for ever.</summary>
internal sealed class LeftRecursion(IReadOnlyList<CompiledRule> rules)
{
    private readonly bool[] _canBeEmpty = new bool[rules.Count];
    private readonly HashSet<int> _finished = [];
    private readonly List<int> _path = [];

    /// <exception cref="ArgumentException">A rule is left-recursive; the text names it.</exception>
    public void Check()
    {
        FindEmptyRules();
        for (var rule = 0; rule < rules.Count; rule++) Visit(rule);
    }

    private void FindEmptyRules()
    {
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var (index, rule) in rules.Index())
            {
                if (_canBeEmpty[index] || !rule.Alternatives.Exists(a => a.TrueForAll(CanBeEmpty))) continue;
                _canBeEmpty[index] = changed = true;
            }
        }
    }

    private bool CanBeEmpty(GrammarElement element) => element.Kind == ElementKind.Rule && _canBeEmpty[element.Rule];

    private void Visit(int rule)
    {
        if (_finished.Contains(rule)) return;
        var at = _path.IndexOf(rule);
        if (at >= 0) throw Error(_path[at..]);

        _path.Add(rule);
        foreach (var next in rules[rule].Alternatives.SelectMany(FirstRules)) Visit(next);
        _path.RemoveAt(_path.Count - 1);
        _finished.Add(rule);
    }

    private IEnumerable<int> FirstRules(List<GrammarElement> alternative)
    {
        foreach (var element in alternative)
        {
            if (element.Kind != ElementKind.Rule) yield break;
            yield return element.Rule;
            if (!_canBeEmpty[element.Rule]) yield break;
        }
    }

    private ArgumentException Error(List<int> cycle)
    {
        var names = cycle.Select(r => rules[r].Owner).Distinct(StringComparer.Ordinal).ToList();
        if (cycle.Exists(r => rules[r].IsRepetition) && names.Count == 1)
        {
            return new ArgumentException(
                $"Rule '{names[0]}' repeats something that can be empty, without end. "
                + "Make the repeated part not empty.");
        }

        return new ArgumentException(
            $"Rule '{names[0]}' is left-recursive ({string.Join(" -> ", names.Append(names[0]))}). "
            + $"Write it as a repetition.");
    }
}
