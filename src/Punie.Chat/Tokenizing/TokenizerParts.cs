using System.Collections.Immutable;
using System.Text;

namespace Punie.Chat.Tokenizing;

/// <summary>What a <c>tokenizer.json</c> says, in our terms.</summary>
/// <remarks>Reference equality.</remarks>
internal sealed class TokenizerParts
{
    private readonly Dictionary<string, int> _wholePieces = new(StringComparer.Ordinal);

    /// <summary>The bytes of every token, shape [vocabulary size][bytes].</summary>
    public required byte[][] Tokens { get; init; }

    /// <summary>Pairs of tokens and what they become, in the order of learning.</summary>
    public required IReadOnlyList<(int Left, int Right, int Token)> Merges { get; init; }

    /// <summary>Tokens outside the merges, by ascending id.</summary>
    public required ImmutableArray<AddedToken> Added { get; init; }

    /// <summary>How text is cut.</summary>
    public required PreTokenizer PreTokenizer { get; init; }

    /// <summary>True when text is brought to normalization form C first.</summary>
    public bool NormalizesToNfc { get; init; }

    /// <summary>True when a piece that is a token as a whole is taken without merging (Llama 3).</summary>
    public bool IgnoresMerges { get; init; }

    /// <summary>The id of a piece that needs no merging, or null.</summary>
    public int? WholePieceToken(ReadOnlySpan<char> piece)
    {
        if (!IgnoresMerges) return null;
        var lookup = WholePieces().GetAlternateLookup<ReadOnlySpan<char>>();
        return lookup.TryGetValue(piece, out var id) ? id : null;
    }

    /// <summary>The merge table.</summary>
    /// <exception cref="InvalidDataException">A byte has no token.</exception>
    public BytePairMerges ToMerges()
    {
        var single = new int[256];
        Array.Fill(single, -1);
        var added = Added.Select(t => t.Id).ToHashSet();
        foreach (var (id, bytes) in Tokens.Index())
        {
            if (bytes.Length == 1 && !added.Contains(id)) single[bytes[0]] = id;
        }

        var missing = Array.IndexOf(single, -1);
        if (missing >= 0)
        {
            throw new InvalidDataException(
                $"The vocabulary has no token for byte {missing}, so it is not byte-level BPE with the GPT-2 "
                + "alphabet.");
        }

        return new BytePairMerges(single, Merges);
    }

    private Dictionary<string, int> WholePieces()
    {
        // The lock protects the one filling of the table.
        lock (_wholePieces)
        {
            if (_wholePieces.Count > 0) return _wholePieces;
            var added = Added.Select(t => t.Id).ToHashSet();
            foreach (var (id, bytes) in Tokens.Index())
            {
                var text = Encoding.UTF8.GetString(bytes);
                if (!added.Contains(id) && !text.Contains('\uFFFD')) _wholePieces.TryAdd(text, id);
            }

            return _wholePieces;
        }
    }
}
