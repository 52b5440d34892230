using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;

namespace Punie.Chat.Tokenizing;

/// <summary>Turns text into token ids and back: byte-level BPE, as in a Hugging Face <c>tokenizer.json</c>.</summary>
/// <remarks>Immutable and thread-safe. Any text encodes (there is no unknown token) and decodes to itself,
/// except that a lone surrogate becomes U+FFFD.</remarks>
public sealed class Tokenizer
{
    // Bounds the memory of the piece cache; identifiers and words repeat, so a few thousand entries catch nearly all.
    private const int MaxCachedPieces = 1 << 15;
    private const int MaxCachedLength = 64;

    private readonly TokenizerParts _parts;
    private readonly BytePairMerges _merges;
    private readonly ConcurrentDictionary<string, int[]> _cache = new(StringComparer.Ordinal);
    private readonly AddedTokenSet _added;
    private readonly Dictionary<int, AddedToken> _addedById;

    internal Tokenizer(TokenizerParts parts)
    {
        _parts = parts;
        _merges = parts.ToMerges();
        _added = new AddedTokenSet(parts.Added);
        _addedById = parts.Added.ToDictionary(t => t.Id);
    }

    /// <summary>Number of ids; every id is below it.</summary>
    public int VocabularySize => _parts.Tokens.Length;

    /// <summary>The tokens that user text never becomes, by ascending id.</summary>
    public ImmutableArray<AddedToken> AddedTokens => _parts.Added;

    /// <summary>How text is cut before merging.</summary>
    public PreTokenizer PreTokenizer => _parts.PreTokenizer;

    /// <summary>Reads a <c>tokenizer.json</c>.</summary>
    /// <exception cref="InvalidDataException">It is not byte-level BPE, uses a part that is not supported, or is
    /// damaged.</exception>
    public static Tokenizer FromJson(string json) => new(TokenizerJsonReader.Read(json));

    /// <summary>Writes a <c>tokenizer.json</c> that Hugging Face's libraries load.</summary>
    public string ToJson() => TokenizerJsonWriter.Write(_parts);

    /// <summary>The id of a special or other added token.</summary>
    /// <exception cref="InvalidDataException">The vocabulary has no such token.</exception>
    public int IdOf(string addedToken) =>
        _added.Find(addedToken)?.Id
            ?? throw new InvalidDataException(
                $"The vocabulary has no token '{addedToken}'; its added tokens are "
                + $"{string.Join(" ", AddedTokens.Select(t => t.Content))}.");

    /// <summary>Token ids of text that a person or a tool wrote: a marker inside it stays ordinary text.</summary>
    public int[] Encode(string text)
    {
        var ids = new List<int>(text.Length);
        EncodePlain(text, ids);
        return [.. ids];
    }

    /// <summary>Token ids of text whose markers are meant: each added token's text becomes its one id.</summary>
    public int[] EncodeWithMarkers(string text) => EncodeWith(_added, text);

    /// <summary>
    /// Token ids of text in which some of the added tokens are meant and the others are ordinary text.
    /// </summary>
    /// <param name="meant">Some of <see cref="AddedTokens"/>.</param>
    /// <param name="text">Any text.</param>
    public int[] EncodeWith(AddedTokenSet meant, string text)
    {
        ArgumentNullException.ThrowIfNull(meant);
        var ids = new List<int>(text.Length);
        var rest = text.AsSpan();
        while (meant.First(rest, out var at) is { } token)
        {
            EncodePlain(rest[..at].ToString(), ids);
            ids.Add(token.Id);
            rest = rest[(at + token.Content.Length)..];
        }

        EncodePlain(rest.ToString(), ids);
        return [.. ids];
    }

    /// <summary>The bytes that a token stands for; for an added token, its text in UTF-8.</summary>
    public ReadOnlyMemory<byte> TokenBytes(int id) => _parts.Tokens[Checked(id)];

    /// <summary>A token for people to read: bytes that are not whole UTF-8 show as U+FFFD.</summary>
    public string TokenText(int id) => Encoding.UTF8.GetString(_parts.Tokens[Checked(id)]);

    /// <summary>True for ids of <see cref="AddedTokens"/>.</summary>
    public bool IsAdded(int id) => _addedById.ContainsKey(Checked(id));

    /// <summary>The text of ids. Bytes that are not UTF-8 become U+FFFD.</summary>
    /// <param name="ids">Each from 0 to <see cref="VocabularySize"/> - 1.</param>
    /// <param name="skipSpecial">True to leave out the added tokens marked special.</param>
    public string Decode(ReadOnlySpan<int> ids, bool skipSpecial = false)
    {
        var bytes = new ArrayBufferWriter<byte>();
        foreach (var id in ids)
        {
            if (skipSpecial && IsSpecial(id)) continue;
            bytes.Write(_parts.Tokens[Checked(id)]);
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    /// <summary>Starts decoding ids one at a time, as a model makes them.</summary>
    /// <param name="skipSpecial">As in <see cref="Decode"/>.</param>
    public TokenDecoder StartDecoding(bool skipSpecial = false) => new(this, skipSpecial);

    internal bool IsSpecial(int id) => _addedById.TryGetValue(id, out var token) && token.IsSpecial;

    private int Checked(int id) =>
        (uint)id < (uint)VocabularySize
            ? id
            : throw new ArgumentOutOfRangeException(nameof(id), id, $"Token ids go from 0 to {VocabularySize - 1}.");

    private void EncodePlain(string text, List<int> ids)
    {
        if (_parts.NormalizesToNfc && !text.IsNormalizedSafely()) text = text.ToWellFormed().Normalize();
        var rest = text.AsSpan();
        for (var start = 0; start < rest.Length;)
        {
            var end = _parts.PreTokenizer.EndOfPiece(rest, start);
            EncodePiece(rest[start..end], ids);
            start = end;
        }
    }

    private void EncodePiece(ReadOnlySpan<char> piece, List<int> ids)
    {
        var lookup = _cache.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(piece, out var tokens))
        {
            tokens = _parts.WholePieceToken(piece) is { } whole ? [whole] : _merges.Apply(piece);
            if (piece.Length <= MaxCachedLength && _cache.Count < MaxCachedPieces) lookup[piece] = tokens;
        }

        ids.AddRange(tokens);
    }
}
