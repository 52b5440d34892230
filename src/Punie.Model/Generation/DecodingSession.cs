using Punie.Model.Families;
using Punie.Model.Layers;
using Punie.Model.Tensors;

namespace Punie.Model.Generation;

/// <summary>One text in the making: remembers the keys and values of the tokens that it was fed.</summary>
/// <remarks>One caller at a time; several sessions may share a decoder.</remarks>
public sealed class DecodingSession
{
    private readonly Decoder _decoder;
    private readonly Gemm _gemm = new();
    private readonly RopeTable _rope;
    private readonly DecoderBlock _block;
    private readonly LayerCache[] _caches;
    private readonly PackedBatch _batch = new();
    private readonly float[] _logits;
    private DecoderActivations _activations;

    /// <summary>Starts an empty text.</summary>
    public DecodingSession(Decoder decoder)
    {
        var config = decoder.Config;
        _decoder = decoder;
        _rope = new RopeTable(config.HeadSize, config.RopeTheta);
        _block = new DecoderBlock(config, _gemm, _rope);
        _caches = [.. Enumerable.Range(0, config.Layers).Select(_ => new LayerCache(config.KeyWidth))];
        _logits = new float[config.VocabularySize];
        _activations = new DecoderActivations(config with { Layers = 1 }, 1);
    }

    /// <summary>Tokens fed so far.</summary>
    public int Length { get; private set; }

    /// <summary>Feeds tokens and gives the logits of what comes next.</summary>
    /// <param name="tokens">At least one.</param>
    /// <returns>[vocabulary]; valid until the next call.</returns>
    /// <exception cref="ArgumentException">No token, one outside the vocabulary, or more than the model's
    /// positions.</exception>
    public ReadOnlySpan<float> Feed(scoped ReadOnlySpan<int> tokens)
    {
        var config = _decoder.Config;
        if (tokens.IsEmpty) throw new ArgumentException("There is no token to feed.");
        if (Length + tokens.Length > config.MaxPositions)
        {
            throw new ArgumentException(
                $"The text has {Length + tokens.Length} tokens; this model reads at most {config.MaxPositions}. "
                + "Shorten the request.");
        }

        if (tokens.Length > _activations.Capacity)
            _activations = new DecoderActivations(config with { Layers = 1 }, tokens.Length);
        _batch.Clear();
        _batch.AddInputs(tokens, Length);
        _rope.Cover(_batch.EndPosition);
        var input = new Matrix(_activations.Layers[0].Input.Span, tokens.Length, config.HiddenSize);
        var output = new Matrix(_activations.Final.Span, tokens.Length, config.HiddenSize);
        TokenEmbedding.Forward(_decoder, tokens, input);
        for (var i = 0; i < config.Layers; i++)
        {
            if (i > 0) output.Data[..(tokens.Length * config.HiddenSize)].CopyTo(input.Data);
            _block.Forward(Pass(i), output);
        }

        Length += tokens.Length;
        LastLogits(output.RowRange(tokens.Length - 1, 1));
        return _logits;
    }

    private void LastLogits(Matrix last)
    {
        var weights = _decoder.Weights.Span;
        var normed = new Matrix(_activations.Normed.Span, 1, last.Columns);
        Span<float> inverse = [0f];
        new RmsNorm(_decoder.Layout.FinalNorm.Of(weights), (float)_decoder.Config.NormEpsilon)
            .Forward(last, normed, inverse);
        _gemm.Multiply(normed, _decoder.Layout.Head.MatrixOf(weights).T, new Matrix(_logits, 1, _logits.Length));
    }

    private BlockPass Pass(int layer) => new()
    {
        Batch = _batch,
        Activations = _activations,
        Layer = _activations.Layers[0],
        Slices = _decoder.Layout.Layers[layer],
        Weights = _decoder.Weights.Span,
        Cache = _caches[layer],
    };
}
