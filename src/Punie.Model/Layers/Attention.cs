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
/// computed and scratch stays small. Probabilities are recomputed in the backward pass (Dao et al. 2022, section
/// 3.1).</remarks>
internal sealed class Attention(AttentionShape shape, Gemm gemm)
{
    private const int BlockRows = 128;

    // Score rows are padded to the widest register, so that their loops have no tail.
    private const int Padding = 16;
    private FloatBuffer _scores = new(0);
    private FloatBuffer _gradients = new(0);

    public void Forward(AttentionInputs inputs, Matrix output, Span<float> logSums)
    {
        var past = inputs.Keys.Rows - inputs.Queries.Rows;
        Cover(inputs);
        for (var head = 0; head < shape.Heads; head++)
        {
            var queries = QueryHead(inputs.Queries, head);
            var keys = KeyHead(inputs.Keys, head);
            var values = KeyHead(inputs.Values, head);
            var target = QueryHead(output, head);
            var size = BlockSize(queries.Rows);
            for (var row = 0; row < queries.Rows; row += size)
            {
                var rows = Math.Min(size, queries.Rows - row);
                var seen = past + row + rows;
                var scores = new Matrix(_scores.Span, rows, seen, Padded(seen));
                gemm.Multiply(queries.RowRange(row, rows), keys.RowRange(0, seen).T, scores);
                for (var i = 0; i < rows; i++)
                {
                    var p = PaddedRow(_scores, i, seen);
                    var hidden = p[(past + row + i + 1)..];
                    hidden.Fill(float.NegativeInfinity);
                    logSums[((row + i) * shape.Heads) + head] = Softmax.Forward(p, shape.Scale);
                    hidden.Clear();
                }

                gemm.Multiply(scores, values.RowRange(0, seen), target.RowRange(row, rows));
            }
        }
    }

    /// <summary>Adds to the gradients of queries, keys and values, which the caller has cleared.</summary>
    public void Backward(AttentionInputs inputs, AttentionGradients gradients, ReadOnlySpan<float> logSums)
    {
        Cover(inputs);
        for (var head = 0; head < shape.Heads; head++)
        {
            var size = BlockSize(inputs.Queries.Rows);
            for (var row = 0; row < inputs.Queries.Rows; row += size)
            {
                var rows = Math.Min(size, inputs.Queries.Rows - row);
                BackwardBlock(inputs, gradients, (head, row, rows), logSums);
            }
        }
    }

    private void BackwardBlock(
        AttentionInputs inputs, AttentionGradients gradients, (int Head, int Row, int Rows) block,
        ReadOnlySpan<float> logSums)
    {
        var (head, row, rows) = block;
        var seen = row + rows;
        var queries = QueryHead(inputs.Queries, head).RowRange(row, rows);
        var keys = KeyHead(inputs.Keys, head).RowRange(0, seen);
        var values = KeyHead(inputs.Values, head).RowRange(0, seen);
        var output = QueryHead(gradients.Output, head).RowRange(row, rows);
        var scores = new Matrix(_scores.Span, rows, seen, Padded(seen));
        var change = new Matrix(_gradients.Span, rows, seen, Padded(seen));
        gemm.Multiply(queries, keys.T, scores);
        gemm.Multiply(output, values.T, change);
        for (var i = 0; i < rows; i++)
        {
            var p = PaddedRow(_scores, i, seen);
            var dp = PaddedRow(_gradients, i, seen);
            Softmax.Replay(p, shape.Scale, logSums[((row + i) * shape.Heads) + head]);
            p[(row + i + 1)..].Clear();
            dp[seen..].Clear();
            Softmax.Backward(p, dp, VectorMath.Dot(p, dp), shape.Scale);
        }

        gemm.MultiplyAdd(scores.T, output, KeyHead(gradients.Values, head).RowRange(0, seen));
        gemm.MultiplyAdd(change, keys, QueryHead(gradients.Queries, head).RowRange(row, rows));
        gemm.MultiplyAdd(change.T, queries, KeyHead(gradients.Keys, head).RowRange(0, seen));
    }

    private Matrix QueryHead(Matrix all, int head) => all.ColumnRange(head * shape.HeadSize, shape.HeadSize);

    private Matrix KeyHead(Matrix all, int head) =>
        all.ColumnRange(head / shape.Group * shape.HeadSize, shape.HeadSize);

    private static int Padded(int length) => (length + Padding - 1) / Padding * Padding;

    private static Span<float> PaddedRow(FloatBuffer buffer, int row, int length) =>
        buffer.Span.Slice(row * Padded(length), Padded(length));

    /// <summary>Blocks of equal size, so that none is a mere remainder.</summary>
    private static int BlockSize(int rows)
    {
        var blocks = (rows + BlockRows - 1) / BlockRows;
        return (rows + blocks - 1) / blocks;
    }

    private void Cover(AttentionInputs inputs)
    {
        var length = BlockSize(inputs.Queries.Rows) * Padded(inputs.Keys.Rows);
        if (_scores.Length >= length) return;
        _scores = new FloatBuffer(length);
        _gradients = new FloatBuffer(length);
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
