using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Punie.Model.Tensors;

namespace Punie.Model.Layers;

/// <summary>Softmax of one row in place, and the pieces of its backward pass.</summary>
internal static class Softmax
{
    /// <summary>row = softmax(scale * row).</summary>
    /// <returns>log of the sum of exp(scale * row).</returns>
    public static float Forward(Span<float> row, float scale)
    {
        var logSum = 0f;
        Simd.Run(new ForwardKernel(row, scale, new Span<float>(ref logSum)));
        return logSum;
    }

    /// <summary>row = exp(scale * row - logSum): the probabilities again from the saved sum.</summary>
    public static void Replay(Span<float> row, float scale, float logSum) =>
        Simd.Each(new ReplayStep(row, scale, logSum), row.Length);

    /// <summary>gradients = scale * probabilities * (gradients - dot), dot being the row's sum of p * dp.</summary>
    public static void Backward(Span<float> probabilities, Span<float> gradients, float dot, float scale) =>
        Simd.Each(new BackwardStep(probabilities, gradients, dot, scale), gradients.Length);

    internal readonly ref struct ForwardKernel(Span<float> row, float scale, Span<float> logSum) : IKernel
    {
        private readonly Span<float> _row = row;
        private readonly float _scale = scale;
        private readonly Span<float> _logSum = logSum;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<TVector>()
            where TVector : struct, IFloatVector<TVector>
        {
            ref var row = ref MemoryMarshal.GetReference(_row);
            var length = _row.Length;
            var max = MaxOf<TVector>(_row) * _scale;
            var scale = TVector.Create(_scale);
            var shift = TVector.Create(max);
            var total = default(TVector);
            var i = 0;
            for (; i <= length - TVector.Count; i += TVector.Count)
            {
                var e = Exponential.Exp((TVector.Load(ref row, i) * scale) - shift);
                e.Store(ref row, i);
                total += e;
            }

            var sum = total.Sum();
            for (; i < length; i++)
            {
                var e = Exponential.Exp(new Float1((Unsafe.Add(ref row, i) * _scale) - max));
                e.Store(ref row, i);
                sum += e.Sum();
            }

            Simd.Each(new ScaleStep(_row, 1f / sum), length);
            _logSum[0] = max + MathF.Log(sum);
        }

        private static float MaxOf<TVector>(Span<float> values)
            where TVector : struct, IFloatVector<TVector>
        {
            ref var row = ref MemoryMarshal.GetReference(values);
            var wide = TVector.Create(float.NegativeInfinity);
            var i = 0;
            for (; i <= values.Length - TVector.Count; i += TVector.Count)
                wide = TVector.Max(wide, TVector.Load(ref row, i));
            var max = wide.MaxElement();
            for (; i < values.Length; i++) max = MathF.Max(max, values[i]);
            return max;
        }
    }

    internal readonly ref struct ScaleStep(Span<float> row, float scale) : IElementwise
    {
        private readonly ref float _row = ref MemoryMarshal.GetReference(row);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Step<TVector>(int index)
            where TVector : struct, IFloatVector<TVector> =>
                (TVector.Load(ref _row, index) * TVector.Create(scale)).Store(ref _row, index);
    }

    internal readonly ref struct ReplayStep(Span<float> row, float scale, float logSum) : IElementwise
    {
        private readonly ref float _row = ref MemoryMarshal.GetReference(row);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Step<TVector>(int index)
            where TVector : struct, IFloatVector<TVector> =>
                Exponential.Exp((TVector.Load(ref _row, index) * TVector.Create(scale)) - TVector.Create(logSum))
                    .Store(ref _row, index);
    }

    internal readonly ref struct BackwardStep(Span<float> probabilities, Span<float> gradients, float dot, float scale)
        : IElementwise
    {
        private readonly ref float _probabilities = ref MemoryMarshal.GetReference(probabilities);
        private readonly ref float _gradients = ref MemoryMarshal.GetReference(gradients);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Step<TVector>(int index)
            where TVector : struct, IFloatVector<TVector>
        {
            var difference = TVector.Load(ref _gradients, index) - TVector.Create(dot);
            (difference * TVector.Load(ref _probabilities, index) * TVector.Create(scale)).Store(ref _gradients, index);
        }
    }
}
