namespace Punie.Model.Tensors;

/// <summary>One row times a matrix: the shape of every product while tokens are generated one by one.</summary>
internal static class RowProduct
{
    public static void Multiply(Span<float> row, Matrix right, Span<float> result, bool accumulate, SimdLevel level)
    {
        if (!accumulate) result.Clear();
        if (right.IsTransposed) Simd.Run(new DotRows(row, right.T, result), level);
        else
        {
            for (var k = 0; k < row.Length; k++) Simd.Each(new AddScaled(result, right.Row(k), row[k]), result.Length, level);
        }
    }

    private readonly ref struct DotRows(Span<float> row, Matrix weights, Span<float> result) : IKernel
    {
        private readonly Span<float> _row = row;
        private readonly Matrix _weights = weights;
        private readonly Span<float> _result = result;

        public void Run<TVector>()
            where TVector : struct, IFloatVector<TVector>
        {
            for (var i = 0; i < _result.Length; i++) _result[i] += new Dot(_row, _weights.Row(i)).Value<TVector>();
        }
    }
}
