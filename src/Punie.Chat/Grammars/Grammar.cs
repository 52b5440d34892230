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
    private readonly ConcurrentDictionary<StackSet, GrammarState> _states = new();

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

        (Root, Rules) = (root, rules);
        var compiler = new GrammarCompiler();
        _program = compiler.Compile(rules);
        Start = Keep(_program.Enter(compiler[root]));
    }

    /// <summary>The rule that a whole text must match.</summary>
    public string Root { get; }

    /// <summary>The rules as given.</summary>
    public IReadOnlyList<GrammarRule> Rules { get; }

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

    private static void CheckName(string name)
    {
        var isName = name.Length > 0 && char.IsAsciiLetterLower(name[0])
            && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
        if (isName) return;
        throw new ArgumentException($"'{name}' is no rule name: use lower-case letters, digits and dashes, a letter first.");
    }
}
