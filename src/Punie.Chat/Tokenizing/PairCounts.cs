using System.Runtime.InteropServices;

namespace Punie.Chat.Tokenizing;

/// <summary>The words of a corpus as tokens, with the count of every neighbouring pair kept up to date.</summary>
internal sealed class PairCounts
{
    private readonly List<(int[] Tokens, long Count)> _words = [];
    private readonly Dictionary<(int Left, int Right), long> _counts = [];
    private readonly Dictionary<(int Left, int Right), HashSet<int>> _wordsWith = [];

    /// <summary>Adds a word that occurs <paramref name="count"/> times.</summary>
    public void Add(int[] tokens, long count)
    {
        _words.Add((tokens, count));
        CountPairs(_words.Count - 1, count);
    }

    /// <summary>The pair that occurs most often, ties by the lower ids; null when none occurs often enough.</summary>
    public (int Left, int Right)? MostFrequent(long minimum)
    {
        (int Left, int Right)? best = null;
        var bestCount = minimum;
        foreach (var (pair, count) in _counts)
        {
            if (count < bestCount) continue;
            if (count > bestCount || best is null || pair.CompareTo(best.Value) < 0) (best, bestCount) = (pair, count);
        }

        return best;
    }

    /// <summary>Replaces the pair by a new token in every word.</summary>
    public void Merge((int Left, int Right) pair, int token)
    {
        _wordsWith.Remove(pair, out var places);
        foreach (var place in places ?? [])
        {
            var (tokens, count) = _words[place];
            CountPairs(place, -count);
            _words[place] = (Replace(tokens, pair, token), count);
            CountPairs(place, count);
        }

        _counts.Remove(pair);
    }

    private void CountPairs(int place, long count)
    {
        var tokens = _words[place].Tokens;
        for (var i = 0; i + 1 < tokens.Length; i++)
        {
            var pair = (tokens[i], tokens[i + 1]);
            CollectionsMarshal.GetValueRefOrAddDefault(_counts, pair, out _) += count;
            if (count <= 0) continue;
            ref var places = ref CollectionsMarshal.GetValueRefOrAddDefault(_wordsWith, pair, out _);
            (places ??= []).Add(place);
        }
    }

    private static int[] Replace(int[] tokens, (int Left, int Right) pair, int token)
    {
        var result = new List<int>(tokens.Length);
        for (var i = 0; i < tokens.Length; i++)
        {
            var found = i + 1 < tokens.Length && (tokens[i], tokens[i + 1]) == pair;
            result.Add(found ? token : tokens[i]);
            if (found) i++;
        }

        return [.. result];
    }
}
