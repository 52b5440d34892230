namespace Punie.Chat.Grammars;

/// <summary>A grammar flattened for matching bytes: every alternative of every rule is a run of elements with an
/// end.</summary>
/// <param name="elements">All alternatives behind one another.</param>
/// <param name="starts">For each rule, where its alternatives start, shape [rules][alternatives].</param>
internal sealed class GrammarProgram(GrammarElement[] elements, int[][] starts)
{
    /// <summary>The stacks after the start of a rule.</summary>
    public StackSet Enter(int rule)
    {
        var walk = new Walk(this);
        foreach (var start in starts[rule]) walk.Expand(start, null);
        return walk.ToStacks();
    }

    /// <summary>The stacks after one more byte; none when it does not fit.</summary>
    public StackSet Advance(StackSet stacks, byte value)
    {
        var walk = new Walk(this);
        foreach (var stack in stacks.Stacks)
        {
            if (elements[stack.Position].Set.Contains(value)) walk.Expand(stack.Position + 1, stack.Below);
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

    private GrammarElement Element(int position) => elements[position];

    private int[] Starts(int rule) => starts[rule];
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
