using System.Collections.Immutable;
using System.Text;

namespace Punie.Chat.Tokenizing;

/// <summary>Learns a byte-level BPE vocabulary whose merges stay inside runs of letters.</summary>
/// <remarks>No token joins a letter to a space, quote, slash, underscore, digit or dot, so a name copied from a request
/// into a program has the same tokens in both. Deterministic: the most frequent pair first, ties by the lower
/// ids.</remarks>
public sealed class BpeTrainer
{
    private readonly Dictionary<string, long> _words = new(StringComparer.Ordinal);

    /// <summary>Counts the words of one text. Added tokens are not looked for: pass text without markers.</summary>
    public void Add(string text)
    {
        var lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        var rest = text.AsSpan();
        for (var start = 0; start < rest.Length;)
        {
            var end = PreTokenizer.LetterRuns.EndOfPiece(rest, start);
            var piece = rest[start..end];
            if (CodePoints.KindAt(piece, 0, out _) == CharacterKind.Letter)
            {
                lookup.TryGetValue(piece, out var count);
                lookup[piece] = count + 1;
            }

            start = end;
        }
    }

    /// <summary>Learns from everything added so far.</summary>
    /// <returns>A tokenizer; its vocabulary is smaller than asked for when no pair is frequent enough any
    /// more.</returns>
    public Tokenizer Train(BpeTraining training)
    {
        training.Checked();
        var added = training.Added.Select((t, id) => new AddedToken(id, t.Content, t.IsSpecial)).ToImmutableArray();
        var tokens = added.Select(t => Encoding.UTF8.GetBytes(t.Content)).ToList();
        var firstByte = tokens.Count;
        for (var value = 0; value < 256; value++) tokens.Add([(byte)value]);

        var corpus = new PairCounts();
        foreach (var (word, count) in _words)
        {
            corpus.Add([.. Encoding.UTF8.GetBytes(word).Select(b => firstByte + b)], count);
        }

        var merges = new List<(int, int, int)>();
        while (tokens.Count < training.VocabularySize && corpus.MostFrequent(training.MinimumCount) is { } pair)
        {
            corpus.Merge(pair, tokens.Count);
            merges.Add((pair.Left, pair.Right, tokens.Count));
            tokens.Add([.. tokens[pair.Left], .. tokens[pair.Right]]);
        }

        return new Tokenizer(new TokenizerParts
        {
            Tokens = [.. tokens],
            Merges = merges,
            Added = added,
            PreTokenizer = PreTokenizer.LetterRuns,
        });
    }
}
