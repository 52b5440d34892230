namespace Punie.Model.Families;

/// <summary>Shape of a Qwen3-style dense decoder, as its config.json says it.</summary>
/// <remarks>RMSNorm before each block, per-head norms of queries and keys, rotary positions, grouped-query attention,
/// SwiGLU, no biases. Not covered: mixture of experts, sliding windows, scaled rotary positions, attention
/// biases.</remarks>
public sealed record DecoderConfig
{
    /// <summary>Number of tokens in the vocabulary.</summary>
    public required int VocabularySize { get; init; }

    /// <summary>Width of the residual stream.</summary>
    public required int HiddenSize { get; init; }

    /// <summary>Width of the feed-forward block.</summary>
    public required int IntermediateSize { get; init; }

    /// <summary>Number of blocks.</summary>
    public required int Layers { get; init; }

    /// <summary>Number of query heads.</summary>
    public required int Heads { get; init; }

    /// <summary>Number of key and value heads; divides <see cref="Heads"/>.</summary>
    public required int KeyHeads { get; init; }

    /// <summary>Width of one head; even.</summary>
    public required int HeadSize { get; init; }

    /// <summary>Added to the mean square before the root; default 1e-6.</summary>
    public double NormEpsilon { get; init; } = 1e-6;

    /// <summary>Base of the rotary frequencies; default 10,000.</summary>
    public double RopeTheta { get; init; } = 10_000;

    /// <summary>Longest sequence that the model is meant for, in tokens; default 2,048.</summary>
    public int MaxPositions { get; init; } = 2048;

    /// <summary>Whether the output layer shares the embedding's weights; default true.</summary>
    public bool TiedEmbeddings { get; init; } = true;

    /// <summary>Standard deviation of fresh weights; default 0.02.</summary>
    public double InitializerRange { get; init; } = 0.02;

    /// <summary>Token that begins a text, or null.</summary>
    public int? BeginToken { get; init; }

    /// <summary>Token that ends a text, or null.</summary>
    public int? EndToken { get; init; }

    internal int QueryWidth => Heads * HeadSize;

    internal int KeyWidth => KeyHeads * HeadSize;

    /// <summary>The same configuration once its numbers are known to fit together.</summary>
    /// <exception cref="ArgumentException">A size is not positive, or sizes do not fit together.</exception>
    public DecoderConfig Checked()
    {
        Positive(VocabularySize, nameof(VocabularySize));
        Positive(HiddenSize, nameof(HiddenSize));
        Positive(IntermediateSize, nameof(IntermediateSize));
        Positive(Layers, nameof(Layers));
        Positive(Heads, nameof(Heads));
        Positive(KeyHeads, nameof(KeyHeads));
        Positive(HeadSize, nameof(HeadSize));
        Positive(MaxPositions, nameof(MaxPositions));
        if (Heads % KeyHeads != 0)
            throw new ArgumentException($"{KeyHeads} key heads do not divide {Heads} heads; choose a divisor.");
        if (HeadSize % 2 != 0)
            throw new ArgumentException($"Head size {HeadSize} is odd; rotary positions need pairs.");
        if (NormEpsilon <= 0 || RopeTheta <= 0 || InitializerRange <= 0)
            throw new ArgumentException("NormEpsilon, RopeTheta and InitializerRange must be positive.");
        return this;
    }

    private static void Positive(int value, string name)
    {
        if (value <= 0) throw new ArgumentException($"{name} is {value}; it must be positive.");
    }
}
