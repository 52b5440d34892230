using System.Runtime.InteropServices;

namespace Punie.Model.Families;

/// <summary>Several sequences one after another, each attending to itself only.</summary>
/// <remarks>The last token of a training sequence is a target but no input, so it takes no row.</remarks>
internal sealed class PackedBatch
{
    private readonly List<int> _tokens = [];
    private readonly List<int> _positions = [];
    private readonly List<(int Start, int Length)> _sequences = [];
    private readonly List<(int Row, int Token)> _targets = [];

    /// <summary>Input token of each row.</summary>
    public ReadOnlySpan<int> Tokens => CollectionsMarshal.AsSpan(_tokens);

    /// <summary>Each row's place in its own sequence.</summary>
    public ReadOnlySpan<int> Positions => CollectionsMarshal.AsSpan(_positions);

    public IReadOnlyList<(int Start, int Length)> Sequences => _sequences;

    /// <summary>Rows whose next token is trained, with that token.</summary>
    public IReadOnlyList<(int Row, int Token)> Targets => _targets;

    public int Rows => _tokens.Count;

    /// <summary>One more than the highest position.</summary>
    public int EndPosition { get; private set; }

    public void Clear()
    {
        _tokens.Clear();
        _positions.Clear();
        _sequences.Clear();
        _targets.Clear();
        EndPosition = 0;
    }

    /// <summary>
    /// Adds a training sequence; <paramref name="trained"/>[i] asks for the loss on predicting token i.
    /// </summary>
    public void Add(ReadOnlySpan<int> tokens, ReadOnlySpan<bool> trained)
    {
        var start = _tokens.Count;
        AddInputs(tokens[..^1]);
        for (var i = 1; i < tokens.Length; i++)
        {
            if (trained[i]) _targets.Add((start + i - 1, tokens[i]));
        }
    }

    /// <summary>Adds a sequence of inputs only, whose first token stands at <paramref name="position"/>.</summary>
    public void AddInputs(ReadOnlySpan<int> tokens, int position = 0)
    {
        _sequences.Add((_tokens.Count, tokens.Length));
        EndPosition = Math.Max(EndPosition, position + tokens.Length);
        for (var i = 0; i < tokens.Length; i++)
        {
            _tokens.Add(tokens[i]);
            _positions.Add(position + i);
        }
    }
}
