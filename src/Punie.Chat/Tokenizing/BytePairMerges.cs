using System.Text;

namespace Punie.Chat.Tokenizing;

/// <summary>Joins bytes to tokens, the pair that was learned first always first.</summary>
/// <remarks>Immutable and thread-safe. Source: Sennrich et al. 2016, with the tie rule of Hugging Face:
/// leftmost.</remarks>
internal sealed class BytePairMerges
{
    private readonly int[] _byteTokens;
    private readonly Dictionary<(int Left, int Right), (int Rank, int Token)> _merges;

    /// <param name="byteTokens">Id of each single byte, shape [256].</param>
    /// <param name="merges">In the order of learning: two tokens and what they become.</param>
    public BytePairMerges(int[] byteTokens, IReadOnlyList<(int Left, int Right, int Token)> merges)
    {
        _byteTokens = byteTokens;
        _merges = new Dictionary<(int, int), (int, int)>(merges.Count);
        // A repeated pair keeps its first rank, as the reference does not say otherwise and the first always wins.
        foreach (var (rank, merge) in merges.Index()) _merges.TryAdd((merge.Left, merge.Right), (rank, merge.Token));
    }

    /// <summary>The tokens of one piece of text.</summary>
    public int[] Apply(ReadOnlySpan<char> piece)
    {
        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(piece.Length)];
        var chain = new Chain(bytes.AsSpan(0, Encoding.UTF8.GetBytes(piece, bytes)), _byteTokens);
        var queue = new PriorityQueue<(int At, int Left, int Right), long>();
        for (var at = 0; at + 1 < chain.Tokens.Length; at++) Propose(at, chain, queue);

        while (queue.TryDequeue(out var pair, out _))
        {
            // A proposal is stale when one of its sides has been merged since.
            if (!chain.Holds(pair.At, pair.Left, pair.Right)) continue;
            chain.Merge(pair.At, _merges[(pair.Left, pair.Right)].Token);
            Propose(pair.At, chain, queue);
            if (chain.Previous[pair.At] >= 0) Propose(chain.Previous[pair.At], chain, queue);
        }

        return chain.ToArray();
    }

    private void Propose(int at, Chain chain, PriorityQueue<(int At, int Left, int Right), long> queue)
    {
        var next = chain.Next[at];
        if (next >= chain.Tokens.Length) return;
        var (left, right) = (chain.Tokens[at], chain.Tokens[next]);
        if (!_merges.TryGetValue((left, right), out var merge)) return;
        queue.Enqueue((at, left, right), ((long)merge.Rank << 32) | (uint)at);
    }

    // A doubly linked list over the bytes of one piece; a merged place keeps -1 as its token.
    private sealed class Chain
    {
        public Chain(ReadOnlySpan<byte> bytes, int[] byteTokens)
        {
            Tokens = new int[bytes.Length];
            Next = new int[bytes.Length];
            Previous = new int[bytes.Length];
            for (var at = 0; at < bytes.Length; at++)
            {
                (Tokens[at], Next[at], Previous[at]) = (byteTokens[bytes[at]], at + 1, at - 1);
            }
        }

        public int[] Tokens { get; }

        public int[] Next { get; }

        public int[] Previous { get; }

        public bool Holds(int at, int left, int right) =>
            Tokens[at] == left && Next[at] < Tokens.Length && Tokens[Next[at]] == right;

        public void Merge(int at, int token)
        {
            var gone = Next[at];
            Tokens[at] = token;
            Tokens[gone] = -1;
            Next[at] = Next[gone];
            if (Next[at] < Tokens.Length) Previous[Next[at]] = at;
        }

        public int[] ToArray() => [.. Tokens.Where(t => t >= 0)];
    }
}
