using Punie.Model.Tensors;

namespace Punie.Model.Layers;

/// <summary>How many query heads share how many key heads, and how wide a head is.</summary>
internal readonly record struct AttentionShape(int Heads, int KeyHeads, int HeadSize)
{
    public int Group => Heads / KeyHeads;

    public float Scale => 1f / MathF.Sqrt(HeadSize);
}

/// <summary>Causal grouped-query attention of one sequence. One instance per worker.</summary>
/// <remarks>Works on blocks of query rows, so that the part of the score matrix above the diagonal is mostly not
/// computed and scratch stays small. Probabilities are recomputed in the backward pass (Dao et al. 2022, section 3.1).</remarks>
internal sealed class Attention(AttentionShape shape, Gemm gemm)
{
    private const int BlockRows = 64;
    private FloatBuffer _scores = new(0);
    private FloatBuffer _gradients = new(0);

    public void Forward(AttentionInputs inputs, Matrix output, Span<float> logSums)
    {
        var past = inputs.Keys.Rows - inputs.Queries.Rows;
        Cover(inputs.Keys.Rows);
        for (var head = 0; head < shape.Heads; head++)
        {
            var queries = QueryHead(inputs.Queries, head);
            var keys = KeyHead(inputs.Keys, head);
            var values = KeyHead(inputs.Values, head);
            var target = QueryHead(output, head);
            for (var row = 0; row < queries.Rows; row += BlockRows)
            {
                var rows = Math.Min(BlockRows, queries.Rows - row);
                var seen = past + row + rows;
                var scores = new Matrix(_scores.Span, rows, seen);
                gemm.Multiply(queries.RowRange(row, rows), keys.RowRange(0, seen).T, scores);
                for (var i = 0; i < rows; i++)
                {
                    var visible = past + row + i + 1;
                    logSums[((row + i) * shape.Heads) + head] = Softmax.Forward(scores.Row(i)[..visible], shape.Scale);
                    scores.Row(i)[visible..].Clear();
                }

                gemm.Multiply(scores, values.RowRange(0, seen), target.RowRange(row, rows));
            }
        }
    }

    /// <summary>Adds to the gradients of queries, keys and values, which the caller has cleared.</summary>
    public void Backward(AttentionInputs inputs, AttentionGradients gradients, ReadOnlySpan<float> logSums)
    {
        Cover(inputs.Keys.Rows);
        for (var head = 0; head < shape.Heads; head++)
        {
            for (var row = 0; row < inputs.Queries.Rows; row += BlockRows)
            {
                var rows = Math.Min(BlockRows, inputs.Queries.Rows - row);
                BackwardBlock(inputs, gradients, (head, row, rows), logSums);
            }
        }
    }

    private void BackwardBlock(
        AttentionInputs inputs, AttentionGradients gradients, (int Head, int Row, int Rows) block, ReadOnlySpan<float> logSums)
    {
        var (head, row, rows) = block;
        var seen = row + rows;
        var queries = QueryHead(inputs.Queries, head).RowRange(row, rows);
        var keys = KeyHead(inputs.Keys, head).RowRange(0, seen);
        var values = KeyHead(inputs.Values, head).RowRange(0, seen);
        var output = QueryHead(gradients.Output, head).RowRange(row, rows);
        var scores = new Matrix(_scores.Span, rows, seen);
        var change = new Matrix(_gradients.Span, rows, seen);
        gemm.Multiply(queries, keys.T, scores);
        gemm.Multiply(output, values.T, change);
        for (var i = 0; i < rows; i++)
        {
            var visible = row + i + 1;
            var p = scores.Row(i)[..visible];
            var dp = change.Row(i)[..visible];
            Softmax.Replay(p, shape.Scale, logSums[((row + i) * shape.Heads) + head]);
            Softmax.Backward(p, dp, VectorMath.Dot(p, dp), shape.Scale);
            scores.Row(i)[visible..].Clear();
            change.Row(i)[visible..].Clear();
        }

        gemm.MultiplyAdd(scores.T, output, KeyHead(gradients.Values, head).RowRange(0, seen));
        gemm.MultiplyAdd(change, keys, QueryHead(gradients.Queries, head).RowRange(row, rows));
        gemm.MultiplyAdd(change.T, queries, KeyHead(gradients.Keys, head).RowRange(0, seen));
    }

    private Matrix QueryHead(Matrix all, int head) => all.ColumnRange(head * shape.HeadSize, shape.HeadSize);

    private Matrix KeyHead(Matrix all, int head) => all.ColumnRange(head / shape.Group * shape.HeadSize, shape.HeadSize);

    private void Cover(int length)
    {
        if (_scores.Length >= BlockRows * length) return;
        _scores = new FloatBuffer(BlockRows * length);
        _gradients = new FloatBuffer(BlockRows * length);
    }
}

/// <summary>One sequence's rotated queries [n, heads * d], rotated keys and values [s, keyHeads * d], s >= n.</summary>
internal readonly ref struct AttentionInputs
{
    public required Matrix Queries { get; init; }

    public required Matrix Keys { get; init; }

    public required Matrix Values { get; init; }
}

/// <summary>Gradients of the same shapes; Output is read, the others are added to.</summary>
internal readonly ref struct AttentionGradients
{
    public required Matrix Output { get; init; }

    public required Matrix Queries { get; init; }

    public required Matrix Keys { get; init; }

    public required Matrix Values { get; init; }
}
