namespace Punie.Chat.Grammars;

/// <summary>Where a matcher stands in a rule and where it goes on after that rule. Immutable; tails are
/// shared.</summary>
internal sealed class GrammarStack(int position, GrammarStack? below) : IEquatable<GrammarStack>
{
    private readonly int _hash = HashCode.Combine(position, below);

    public int Position => position;

    public GrammarStack? Below => below;

    public bool Equals(GrammarStack? other)
    {
        var (a, b) = (this, other);
        while (!ReferenceEquals(a, b))
        {
            if (a is null || b is null || a._hash != b._hash || a.Position != b.Position) return false;
            (a, b) = (a.Below, b.Below);
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as GrammarStack);

    public override int GetHashCode() => _hash;
}

/// <summary>Everywhere a matcher may stand at once. Equal sets are equal values.</summary>
internal sealed class StackSet : IEquatable<StackSet>
{
    private readonly int _hash;

    public StackSet(GrammarStack[] stacks, bool canEnd)
    {
        Array.Sort(stacks, (a, b) => a.GetHashCode().CompareTo(b.GetHashCode()));
        Stacks = stacks;
        CanEnd = canEnd;
        _hash = stacks.Aggregate(canEnd ? 1 : 0, HashCode.Combine);
    }

    public GrammarStack[] Stacks { get; }

    public bool CanEnd { get; }

    public bool IsEmpty => Stacks.Length == 0 && !CanEnd;

    // Stacks with the same hash may come in either order; two equal sets then count as different, which costs only
    // time.
    public bool Equals(StackSet? other) =>
        other is not null && _hash == other._hash && CanEnd == other.CanEnd
            && Stacks.AsSpan().SequenceEqual(other.Stacks);

    public override bool Equals(object? obj) => Equals(obj as StackSet);

    public override int GetHashCode() => _hash;
}
