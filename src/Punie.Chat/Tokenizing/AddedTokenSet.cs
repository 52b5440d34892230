using System.Buffers;

namespace Punie.Chat.Tokenizing;

/// <summary>Finds added tokens in text. Immutable and thread-safe.</summary>
public sealed class AddedTokenSet
{
    private readonly Dictionary<string, AddedToken> _byContent;
    private readonly SearchValues<string> _contents;
    private readonly int _longest;

    /// <summary>Creates a set.</summary>
    /// <param name="tokens">Of one vocabulary; may be empty.</param>
    public AddedTokenSet(IEnumerable<AddedToken> tokens)
    {
        _byContent = tokens.ToDictionary(t => t.Content, StringComparer.Ordinal);
        _contents = SearchValues.Create([.. _byContent.Keys], StringComparison.Ordinal);
        _longest = _byContent.Keys.Select(c => c.Length).DefaultIfEmpty(0).Max();
    }

    /// <summary>The token with exactly this text, or null.</summary>
    internal AddedToken? Find(string content) => _byContent.GetValueOrDefault(content);

    /// <summary>
    /// The leftmost token in a text, and the longest of those that start there; null when there is none.
    /// </summary>
    internal AddedToken? First(ReadOnlySpan<char> text, out int at)
    {
        at = _longest == 0 ? -1 : text.IndexOfAny(_contents);
        return at < 0 ? null : LongestAt(text[at..]);
    }

    private AddedToken LongestAt(ReadOnlySpan<char> text)
    {
        var lookup = _byContent.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(_longest, text.Length); length > 0; length--)
        {
            if (lookup.TryGetValue(text[..length], out var token)) return token;
        }

        throw new System.Diagnostics.UnreachableException("The search found an added token here.");
    }
}
