namespace Punie.Chat.Grammars;

/// <summary>All that matters about the text matched so far. Immutable, thread-safe, and usually one object for equal
/// states.</summary>
/// <remarks>To find the allowed tokens, walk a byte trie of the vocabulary with <see cref="Next(byte)"/>; the result
/// may be kept by state.</remarks>
public sealed class GrammarState
{
    private static readonly GrammarState Dead = new(null!, new StackSet([], canEnd: false));

    private readonly Grammar _grammar;
    private readonly StackSet _stacks;

    // Entries are null until asked for; Dead stands for "does not fit". Two threads that fill one write the same.
    private readonly GrammarState?[] _next = new GrammarState?[256];

    internal GrammarState(Grammar grammar, StackSet stacks) => (_grammar, _stacks) = (grammar, stacks);

    /// <summary>True when the text may stop here.</summary>
    public bool CanEnd => _stacks.CanEnd;

    /// <summary>True when at least one more character fits.</summary>
    public bool CanContinue => _stacks.Stacks.Length > 0;

    /// <summary>The state after one more byte of UTF-8; null when it does not fit.</summary>
    public GrammarState? Next(byte value)
    {
        var next = _next[value];
        if (next is not null) return next == Dead ? null : next;
        next = _grammar.Advance(_stacks, value);
        _next[value] = next ?? Dead;
        return next;
    }

    /// <summary>The state after some bytes, for example a token's; null when they do not fit.</summary>
    public GrammarState? Next(ReadOnlySpan<byte> bytes)
    {
        var state = this;
        for (var i = 0; i < bytes.Length && state is not null; i++) state = state.Next(bytes[i]);
        return state;
    }
}
