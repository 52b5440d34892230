using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

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
            for (var k = 0; k < row.Length; k++)
                Simd.Each(new AddScaled(result, right.Row(k), row[k]), result.Length, level);
        }
    }

    internal readonly ref struct DotRows(Span<float> row, Matrix weights, Span<float> result) : IKernel
    {
        private readonly Span<float> _row = row;
        private readonly Matrix _weights = weights;
        private readonly Span<float> _result = result;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<TVector>()
            where TVector : struct, IFloatVector<TVector>
        {
            var i = 0;
            for (; i <= _result.Length - 4; i += 4) FourRows<TVector>(i);
            Span<float> sum = stackalloc float[1];
            for (; i < _result.Length; i++)
            {
                new Dot(_row, _weights.Row(i), sum).Run<TVector>();
                _result[i] += sum[0];
            }
        }

        /// <summary>Four dot products at once: four chains, and each load of the row is used four times.</summary>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void FourRows<TVector>(int index)
            where TVector : struct, IFloatVector<TVector>
        {
            ref var x = ref MemoryMarshal.GetReference(_row);
            ref var a = ref MemoryMarshal.GetReference(_weights.Row(index));
            ref var b = ref MemoryMarshal.GetReference(_weights.Row(index + 1));
            ref var c = ref MemoryMarshal.GetReference(_weights.Row(index + 2));
            ref var d = ref MemoryMarshal.GetReference(_weights.Row(index + 3));
            TVector p = default, q = default, r = default, s = default;
            var k = 0;
            for (; k <= _row.Length - TVector.Count; k += TVector.Count)
            {
                var value = TVector.Load(ref x, k);
                p = TVector.Fused(value, TVector.Load(ref a, k), p);
                q = TVector.Fused(value, TVector.Load(ref b, k), q);
                r = TVector.Fused(value, TVector.Load(ref c, k), r);
                s = TVector.Fused(value, TVector.Load(ref d, k), s);
            }

            var sums = _result.Slice(index, 4);
            (sums[0], sums[1]) = (sums[0] + p.Sum(), sums[1] + q.Sum());
            (sums[2], sums[3]) = (sums[2] + r.Sum(), sums[3] + s.Sum());
            for (; k < _row.Length; k++)
            {
                for (var i = 0; i < 4; i++) sums[i] += _row[k] * _weights.Row(index + i)[k];
            }
        }
    }
}
