using System.Collections.Concurrent;

namespace Punie.Chat.Grammars;

/// <summary>A context-free grammar over characters, compiled once and matched as text grows.</summary>
/// <remarks>Matches UTF-8 bytes inside, so tokens that hold half a character can be checked too. Thread-safe. States
/// are found lazily and kept, so the second walk over a vocabulary from the same place is a table look-up for each
/// byte.</remarks>
public sealed class Grammar
{
    // Bounds the memory of kept states (about 2 KB each once advanced from); beyond it, states are made anew.
    private const int MaxKeptStates = 1 << 13;

    private readonly GrammarProgram _program;
    private readonly Func<string, GrammarExpression?> _bodies;
    private readonly ConcurrentDictionary<StackSet, GrammarState> _states = new();
    private IReadOnlyList<GrammarRule>? _rules;

    /// <summary>Compiles the rules.</summary>
    /// <param name="root">The rule that a whole text must match.</param>
    /// <param name="rules">In any order; printed in this one.</param>
    /// <exception cref="ArgumentException">A name is wrong, doubled or undefined, or a rule is left-recursive; the text
    /// names it.</exception>
    public Grammar(string root, IReadOnlyList<GrammarRule> rules)
    {
        foreach (var rule in rules) CheckName(rule.Name);
        if (rules.GroupBy(r => r.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } doubled)
        {
            throw new ArgumentException($"Rule '{doubled.Key}' is defined {doubled.Count()} times.", nameof(rules));
        }

        if (!rules.Any(r => r.Name == root))
        {
            throw new ArgumentException($"There is no rule '{root}' to start with.", nameof(root));
        }

        (Root, _rules) = (root, rules);
        _bodies = rules.ToDictionary(rule => rule.Name, rule => rule.Body, StringComparer.Ordinal).GetValueOrDefault;
        var compiler = new GrammarCompiler(_bodies);
        foreach (var rule in rules) compiler.IndexOf(rule.Name);
        compiler.CompileAll();
        _program = new GrammarProgram(compiler);
        Start = Keep(_program.Enter(compiler.IndexOf(root)));
    }

    private Grammar(string root, Func<string, GrammarExpression?> bodies)
    {
        (Root, _bodies) = (root, bodies);
        var compiler = new GrammarCompiler(bodies);
        var start = compiler.IndexOf(root);
        _program = new GrammarProgram(compiler);
        Start = Keep(_program.Enter(start));
    }

    /// <summary>
    /// Compiles each rule when a text first reaches it: for large grammars of which a text uses little.
    /// </summary>
    /// <param name="root">The rule that a whole text must match.</param>
    /// <param name="bodies">What a rule stands for, the same each time; null when there is none. Thread-safe.</param>
    /// <remarks>Nothing is checked beforehand. A grammar made from all <see cref="Rules"/> at once is: do that in a
    /// test.</remarks>
    /// <exception cref="ArgumentException">There is no such root. Later, while matching: a rule is not
    /// defined.</exception>
    public static Grammar Lazy(string root, Func<string, GrammarExpression?> bodies) => new(root, bodies);

    /// <summary>The rule that a whole text must match.</summary>
    public string Root { get; }

    /// <summary>The rules as given; of a lazy grammar all that the root reaches, found when first asked for.</summary>
    public IReadOnlyList<GrammarRule> Rules => _rules ??= Reachable();

    /// <summary>What a rule stands for; null when there is no such rule.</summary>
    public GrammarExpression? Find(string rule) => _bodies(rule);

    /// <summary>The state before the first character.</summary>
    public GrammarState Start { get; }

    /// <summary>A matcher before the first character.</summary>
    public GrammarMatcher StartMatching() => new(Start);

    /// <summary>The grammar in llama.cpp's notation.</summary>
    /// <remarks>Source: https://github.com/ggml-org/llama.cpp/blob/master/grammars/README.md.</remarks>
    public string ToGbnf() => GbnfWriter.Write(this);

    internal GrammarState? Advance(StackSet stacks, byte value)
    {
        var next = _program.Advance(stacks, value);
        return next.IsEmpty ? null : Keep(next);
    }

    private GrammarState Keep(StackSet stacks)
    {
        if (_states.TryGetValue(stacks, out var state)) return state;
        state = new GrammarState(this, stacks);
        return _states.Count < MaxKeptStates ? _states.GetOrAdd(stacks, state) : state;
    }

    private List<GrammarRule> Reachable()
    {
        var found = new List<GrammarRule>();
        var known = new HashSet<string>(StringComparer.Ordinal) { Root };
        var waiting = new Queue<string>([Root]);
        while (waiting.TryDequeue(out var name))
        {
            var body = _bodies(name)
                ?? throw new InvalidOperationException($"Rule '{name}' is referred to but not defined.");
            found.Add(new GrammarRule(name, body));
            foreach (var other in ReferencesOf(body).Where(known.Add)) waiting.Enqueue(other);
        }

        return found;
    }

    private static IEnumerable<string> ReferencesOf(GrammarExpression expression) => expression switch
    {
        RuleExpression rule => [rule.Name],
        SequenceExpression sequence => sequence.Items.SelectMany(ReferencesOf),
        ChoiceExpression choice => choice.Items.SelectMany(ReferencesOf),
        RepeatExpression repeat => ReferencesOf(repeat.Item),
        _ => [],
    };

    private static void CheckName(string name)
    {
        var isName = name.Length > 0 && char.IsAsciiLetterLower(name[0])
            && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
        if (isName) return;
        throw new ArgumentException(
            $"'{name}' is no rule name: use lower-case letters, digits and dashes, a letter first.");
    }
}
