using Punie.Model.Layers;
using Punie.Model.Tensors;

namespace Punie.Model.Families;

/// <summary>Runs packed batches through a decoder, forward and backward. One instance per worker.</summary>
internal sealed class DecoderPass
{
    // Logits are made for this many floats at a time, so that a large vocabulary does not need a large buffer.
    private const int LogitChunk = 1 << 20;
    private readonly Decoder _decoder;
    private readonly Gemm _gemm = new();
    private readonly RopeTable _rope;
    private readonly DecoderBlock _block;
    private readonly LossHead _head;
    private DecoderActivations _activations;
    private DecoderGradientScratch? _scratch;

    public DecoderPass(Decoder decoder)
    {
        _decoder = decoder;
        _rope = new RopeTable(decoder.Config.HeadSize, decoder.Config.RopeTheta);
        _block = new DecoderBlock(decoder.Config, _gemm, _rope);
        _head = new LossHead(decoder, _gemm, Math.Max(1, LogitChunk / decoder.Config.VocabularySize));
        _activations = new DecoderActivations(decoder.Config, 0);
    }

    /// <summary>Summed cross-entropy over the batch's targets.</summary>
    public double Loss(PackedBatch batch)
    {
        Forward(batch);
        return _head.Loss(batch.Targets, _activations.Final.Span);
    }

    /// <summary>
    /// Summed cross-entropy over the batch's targets, adding its gradients to <paramref name="gradients"/>.
    /// </summary>
    public double LossAndGradients(PackedBatch batch, Span<float> gradients)
    {
        if (_scratch is null || batch.Rows > _activations.Capacity)
            _scratch = new DecoderGradientScratch(_decoder.Config, Math.Max(batch.Rows, _activations.Capacity));
        Forward(batch);
        var stream = _scratch.Stream.Span[..(batch.Rows * _decoder.Config.HiddenSize)];
        stream.Clear();
        var loss = _head.LossAndGradients(batch.Targets, _activations.Final.Span, stream, gradients);
        for (var i = _decoder.Config.Layers - 1; i >= 0; i--) _block.Backward(Pass(batch, i), _scratch, gradients);
        TokenEmbedding.Backward(_decoder, batch.Tokens, new Matrix(stream, batch.Rows, _decoder.Config.HiddenSize),
            gradients);
        return loss;
    }

    /// <summary>Logits of every row: [T, vocabulary].</summary>
    public float[] Logits(PackedBatch batch)
    {
        Forward(batch);
        var logits = new float[batch.Rows * _decoder.Config.VocabularySize];
        _head.Logits(new Matrix(_activations.Final.Span, batch.Rows, _decoder.Config.HiddenSize), logits);
        return logits;
    }

    private void Forward(PackedBatch batch)
    {
        if (batch.Rows > _activations.Capacity)
        {
            _activations = new DecoderActivations(_decoder.Config, batch.Rows);
        }

        _rope.Cover(batch.EndPosition);
        var hidden = _decoder.Config.HiddenSize;
        TokenEmbedding.Forward(_decoder, batch.Tokens,
            new Matrix(_activations.Layers[0].Input.Span, batch.Rows, hidden));
        for (var i = 0; i < _decoder.Config.Layers; i++)
            _block.Forward(Pass(batch, i), new Matrix(_activations.OutputOf(i).Span, batch.Rows, hidden));
    }

    private BlockPass Pass(PackedBatch batch, int layer) => new()
    {
        Batch = batch,
        Activations = _activations,
        Layer = _activations.Layers[layer],
        Slices = _decoder.Layout.Layers[layer],
        Weights = _decoder.Weights.Span,
    };
}
