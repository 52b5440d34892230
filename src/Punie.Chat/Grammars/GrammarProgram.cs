namespace Punie.Chat.Grammars;

/// <summary>A grammar flattened for matching bytes: every alternative of every rule is a run of elements with an
/// end.</summary>
/// <remarks>Rules that the compiler has not seen yet are compiled when a text first reaches them. Positions never
/// change.</remarks>
internal sealed class GrammarProgram
{
    private readonly Lock _guard = new(); // protects _compiler, _count and the growth of the two arrays
    private readonly GrammarCompiler _compiler;
    private GrammarElement[] _elements = [];
    private int[]?[] _starts = [];
    private int _count;

    /// <summary>Takes what the compiler has so far.</summary>
    public GrammarProgram(GrammarCompiler compiler)
    {
        _compiler = compiler;
        Extend();
    }

    /// <summary>The stacks after the start of a rule.</summary>
    public StackSet Enter(int rule)
    {
        var walk = new Walk(this);
        foreach (var start in Starts(rule)) walk.Expand(start, null);
        return walk.ToStacks();
    }

    /// <summary>The stacks after one more byte; none when it does not fit.</summary>
    public StackSet Advance(StackSet stacks, byte value)
    {
        var walk = new Walk(this);
        foreach (var stack in stacks.Stacks)
        {
            if (Element(stack.Position).Set.Contains(value)) walk.Expand(stack.Position + 1, stack.Below);
        }

        return walk.ToStacks();
    }

    // Follows rule references until every stack has a byte set on top. Ends because no rule is left-recursive.
    private sealed class Walk(GrammarProgram program)
    {
        private readonly HashSet<(int Position, GrammarStack? Below)> _seen = [];
        private readonly HashSet<GrammarStack> _stacks = [];
        private bool _canEnd;

        public void Expand(int position, GrammarStack? below)
        {
            if (!_seen.Add((position, below))) return;
            var element = program.Element(position);
            switch (element.Kind)
            {
                case ElementKind.Bytes:
                    _stacks.Add(new GrammarStack(position, below));
                    break;
                case ElementKind.End when below is null:
                    _canEnd = true;
                    break;
                case ElementKind.End:
                    Expand(below.Position, below.Below);
                    break;
                case ElementKind.Rule:
                    // A reference in last place needs no return address, so a repetition does not deepen the stack.
                    var isLast = program.Element(position + 1).Kind == ElementKind.End;
                    var next = isLast ? below : new GrammarStack(position + 1, below);
                    foreach (var start in program.Starts(element.Rule)) Expand(start, next);
                    break;
            }
        }

        public StackSet ToStacks() => new([.. _stacks], _canEnd);
    }

    private GrammarElement Element(int position) => Volatile.Read(ref _elements)[position];

    private int[] Starts(int rule)
    {
        var starts = Volatile.Read(ref _starts);
        return rule < starts.Length && Volatile.Read(ref starts[rule]) is { } known ? known : CompileNow(rule);
    }

    private int[] CompileNow(int rule)
    {
        lock (_guard)
        {
            if (_compiler.Rules[rule].Alternatives.Count == 0) _compiler.Compile(rule);
            Extend();
            return _starts[rule]!;
        }
    }

    // Elements are in place before the starts that lead to them can be seen.
    private void Extend()
    {
        var rules = _compiler.Rules;
        if (_starts.Length < rules.Count)
        {
            var longer = new int[Math.Max(rules.Count, 2 * _starts.Length)][];
            _starts.CopyTo(longer, 0);
            Volatile.Write(ref _starts, longer);
        }

        for (var i = 0; i < rules.Count; i++)
        {
            if (_starts[i] == null && rules[i].Alternatives.Count > 0)
                Volatile.Write(ref _starts[i], Flatten(rules[i]));
        }
    }

    private int[] Flatten(CompiledRule rule)
    {
        var needed = _count + rule.Alternatives.Sum(alternative => alternative.Count + 1);
        if (_elements.Length < needed)
        {
            var longer = new GrammarElement[Math.Max(needed, 2 * _elements.Length)];
            _elements.AsSpan(0, _count).CopyTo(longer);
            Volatile.Write(ref _elements, longer);
        }

        var starts = new int[rule.Alternatives.Count];
        foreach (var (number, alternative) in rule.Alternatives.Index())
        {
            starts[number] = _count;
            foreach (var element in alternative) _elements[_count++] = element;
            _elements[_count++] = GrammarElement.End;
        }

        return starts;
    }
}

/// <summary>What an element of a flattened grammar is.</summary>
internal enum ElementKind
{
    End,
    Bytes,
    Rule,
}

/// <summary>One step of an alternative.</summary>
/// <param name="Kind">Says which of the others counts.</param>
/// <param name="Set">The bytes that fit.</param>
/// <param name="Rule">The rule to enter.</param>
internal readonly record struct GrammarElement(ElementKind Kind, ByteSet Set, int Rule)
{
    public static readonly GrammarElement End;

    public static GrammarElement OfBytes(ByteSet set) => new(ElementKind.Bytes, set, 0);

    public static GrammarElement OfRule(int rule) => new(ElementKind.Rule, default, rule);
}
