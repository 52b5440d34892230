using System.Text;

namespace Punie.Chat.Grammars;

/// <summary>Checks a text against a grammar as it grows. One caller at a time; copying is one small object.</summary>
public sealed class GrammarMatcher
{
    private char? _highSurrogate;

    internal GrammarMatcher(GrammarState? state) => State = state;

    /// <summary>Where the text stands; null once it has left the grammar.</summary>
    public GrammarState? State { get; private set; }

    /// <summary>True while some continuation matches.</summary>
    public bool IsViable => State is not null;

    /// <summary>True when the text so far is a whole sentence.</summary>
    public bool CanEnd => State is { CanEnd: true } && _highSurrogate is null;

    /// <summary>A matcher with the same past and its own future.</summary>
    public GrammarMatcher Copy() => new(State) { _highSurrogate = _highSurrogate };

    /// <summary>Takes one UTF-16 unit; true while still viable. The first half of a surrogate pair is judged with its
    /// second.</summary>
    public bool Advance(char value)
    {
        if (char.IsHighSurrogate(value) && _highSurrogate is null)
        {
            _highSurrogate = value;
            return IsViable;
        }

        Span<byte> bytes = stackalloc byte[6];
        ReadOnlySpan<char> text = _highSurrogate is { } high ? [high, value] : [value];
        _highSurrogate = null;
        return Advance(bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
    }

    /// <summary>Takes a text; true while still viable.</summary>
    public bool Advance(ReadOnlySpan<char> text)
    {
        foreach (var value in text)
        {
            if (!Advance(value)) return false;
        }

        return IsViable;
    }

    /// <summary>Takes bytes of UTF-8, for example a token's; true while still viable.</summary>
    public bool Advance(ReadOnlySpan<byte> bytes)
    {
        State = State?.Next(bytes);
        return IsViable;
    }
}
