using Punie.Model.Layers;
using Punie.Model.Tensors;

namespace Punie.Model.Families;

/// <summary>Final norm, output layer and cross-entropy, computed for the rows that are trained and no others.</summary>
internal sealed class LossHead
{
    private readonly Decoder _decoder;
    private readonly Gemm _gemm;
    private readonly int _chunk;
    private readonly FloatBuffer _selected;
    private readonly FloatBuffer _normed;
    private readonly FloatBuffer _gradient;
    private readonly FloatBuffer _logits;
    private readonly FloatBuffer _inverse;

    public LossHead(Decoder decoder, Gemm gemm, int chunkRows)
    {
        var hidden = decoder.Config.HiddenSize;
        _decoder = decoder;
        _gemm = gemm;
        _chunk = chunkRows;
        _selected = new FloatBuffer(chunkRows * hidden);
        _normed = new FloatBuffer(chunkRows * hidden);
        _gradient = new FloatBuffer(chunkRows * hidden);
        _logits = new FloatBuffer(chunkRows * decoder.Config.VocabularySize);
        _inverse = new FloatBuffer(chunkRows);
    }

    private int Hidden => _decoder.Config.HiddenSize;

    public double Loss(IReadOnlyList<(int Row, int Token)> targets, Span<float> stream)
    {
        var loss = 0.0;
        for (var start = 0; start < targets.Count; start += _chunk)
        {
            var count = Math.Min(_chunk, targets.Count - start);
            loss += ChunkLoss(targets, (start, count), stream);
        }

        return loss;
    }

    /// <summary>Adds to the gradients of the stream [T, hidden] and of the parameters.</summary>
    public double LossAndGradients(
        IReadOnlyList<(int Row, int Token)> targets, Span<float> stream, Span<float> streamGradient,
        Span<float> gradients)
    {
        var loss = 0.0;
        for (var start = 0; start < targets.Count; start += _chunk)
        {
            var count = Math.Min(_chunk, targets.Count - start);
            loss += ChunkLoss(targets, (start, count), stream);
            ChunkBackward(count, gradients);
            for (var i = 0; i < count; i++)
            {
                var gradient = _gradient.Span.Slice(i * Hidden, Hidden);
                VectorMath.Add(streamGradient.Slice(targets[start + i].Row * Hidden, Hidden), gradient);
            }
        }

        return loss;
    }

    /// <summary>Logits of each row of the stream: [T, vocabulary].</summary>
    public void Logits(Matrix stream, Span<float> logits)
    {
        var vocabulary = _decoder.Config.VocabularySize;
        for (var start = 0; start < stream.Rows; start += _chunk)
        {
            var rows = stream.RowRange(start, Math.Min(_chunk, stream.Rows - start));
            var normed = new Matrix(_normed.Span, rows.Rows, Hidden);
            Norm().Forward(rows, normed, _inverse.Span);
            var part = logits.Slice(start * vocabulary, rows.Rows * vocabulary);
            _gemm.Multiply(normed, HeadWeights().T, new Matrix(part, rows.Rows, vocabulary));
        }
    }

    private double ChunkLoss(IReadOnlyList<(int Row, int Token)> targets, (int Start, int Count) chunk,
        Span<float> stream)
    {
        var selected = new Matrix(_selected.Span, chunk.Count, Hidden);
        for (var i = 0; i < chunk.Count; i++)
            stream.Slice(targets[chunk.Start + i].Row * Hidden, Hidden).CopyTo(selected.Row(i));
        var logits = new Matrix(_logits.Span, chunk.Count, _decoder.Config.VocabularySize);
        Logits(selected, logits.Data[..(chunk.Count * logits.Columns)]);
        var loss = 0.0;
        for (var i = 0; i < chunk.Count; i++)
        {
            // The row becomes softmax - one-hot, which is the logits' gradient.
            var row = logits.Row(i);
            var target = targets[chunk.Start + i].Token;
            var logit = row[target];
            loss += Softmax.Forward(row, 1f) - logit;
            row[target] -= 1f;
        }

        return loss;
    }

    private void ChunkBackward(int count, Span<float> gradients)
    {
        var logits = new Matrix(_logits.Span, count, _decoder.Config.VocabularySize);
        var normed = new Matrix(_normed.Span, count, Hidden);
        _gemm.MultiplyAdd(logits.T, normed, _decoder.Layout.Head.MatrixOf(gradients));

        // The normed rows are no longer needed: their buffer takes their gradient.
        _gemm.Multiply(logits, HeadWeights(), normed);
        _gradient.Span.Clear();
        Norm().Backward(new Matrix(_selected.Span, count, Hidden), _inverse.Span, new RmsNormGradients
        {
            Output = normed,
            Input = new Matrix(_gradient.Span, count, Hidden),
            Weight = _decoder.Layout.FinalNorm.Of(gradients),
        });
    }

    private Matrix HeadWeights() => _decoder.Layout.Head.MatrixOf(_decoder.Weights.Span);

    private RmsNorm Norm() =>
        new(_decoder.Layout.FinalNorm.Of(_decoder.Weights.Span), (float)_decoder.Config.NormEpsilon);
}
