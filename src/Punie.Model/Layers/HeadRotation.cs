using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Punie.Model.Tensors;

namespace Punie.Model.Layers;

/// <summary>
/// Queries and keys on their way into attention: each head is RMS-normalised, then rotated by position.
/// </summary>
/// <remarks>Pairs are (i, i + d/2), as Hugging Face's rotate_half has them.</remarks>
internal sealed class HeadRotation(int headSize, float epsilon, RopeTable table)
{
    /// <param name="source">[T, heads * d] as projected.</param>
    /// <param name="target">[T, heads * d].</param>
    /// <param name="norm">Weight [d].</param>
    /// <param name="positions">[T].</param>
    public void Forward(Matrix source, Matrix target, Span<float> norm, ReadOnlySpan<int> positions)
    {
        for (var row = 0; row < source.Rows; row++)
        {
            Simd.Run(new ForwardRow(headSize, epsilon)
            {
                Source = source.Row(row),
                Target = target.Row(row),
                Norm = norm,
                Cosines = table.Cosines(positions[row]),
                Sines = table.Sines(positions[row]),
            });
        }
    }

    /// <summary>Writes the projected heads' gradients and adds the norm weight's.</summary>
    public void Backward(Matrix source, HeadGradients gradients, Span<float> norm, ReadOnlySpan<int> positions)
    {
        for (var row = 0; row < source.Rows; row++)
        {
            Simd.Run(new BackwardRow(headSize, epsilon)
            {
                Source = source.Row(row),
                Rotated = gradients.Rotated.Row(row),
                Projected = gradients.Projected.Row(row),
                Norm = norm,
                NormGradient = gradients.Norm,
                Cosines = table.Cosines(positions[row]),
                Sines = table.Sines(positions[row]),
            });
        }
    }

    private static float Inverse<TVector>(Span<float> head, float epsilon)
        where TVector : struct, IFloatVector<TVector>
    {
        ref var x = ref MemoryMarshal.GetReference(head);
        var total = default(TVector);
        var i = 0;
        for (; i <= head.Length - TVector.Count; i += TVector.Count)
            total = TVector.Fused(TVector.Load(ref x, i), TVector.Load(ref x, i), total);
        var sum = total.Sum();
        for (; i < head.Length; i++) sum += head[i] * head[i];
        return 1f / MathF.Sqrt((sum / head.Length) + epsilon);
    }

    internal ref struct ForwardRow(int headSize, float epsilon) : IKernel
    {
        public Span<float> Source;
        public Span<float> Target;
        public Span<float> Norm;
        public ReadOnlySpan<float> Cosines;
        public ReadOnlySpan<float> Sines;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public readonly void Run<TVector>()
            where TVector : struct, IFloatVector<TVector>
        {
            var half = headSize / 2;
            for (var start = 0; start < Source.Length; start += headSize)
            {
                var x = Source.Slice(start, headSize);
                var y = Target.Slice(start, headSize);
                var inverse = Inverse<TVector>(x, epsilon);
                var i = 0;
                for (; i <= half - TVector.Count; i += TVector.Count) Step<TVector>(x, y, inverse, i);
                for (; i < half; i++) Step<Float1>(x, y, inverse, i);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private readonly void Step<TVector>(Span<float> head, Span<float> target, float scale, int index)
            where TVector : struct, IFloatVector<TVector>
        {
            ref var x = ref MemoryMarshal.GetReference(head);
            ref var y = ref MemoryMarshal.GetReference(target);
            ref var norm = ref MemoryMarshal.GetReference(Norm);
            var half = Cosines.Length;
            var inverse = TVector.Create(scale);
            var a = TVector.Load(ref x, index) * inverse * TVector.Load(ref norm, index);
            var b = TVector.Load(ref x, index + half) * inverse * TVector.Load(ref norm, index + half);
            var cosine = TVector.Load(in MemoryMarshal.GetReference(Cosines), index);
            var sine = TVector.Load(in MemoryMarshal.GetReference(Sines), index);
            ((a * cosine) - (b * sine)).Store(ref y, index);
            ((b * cosine) + (a * sine)).Store(ref y, index + half);
        }
    }

    internal ref struct BackwardRow(int headSize, float epsilon) : IKernel
    {
        public Span<float> Source;
        public Span<float> Rotated;
        public Span<float> Projected;
        public Span<float> Norm;
        public Span<float> NormGradient;
        public ReadOnlySpan<float> Cosines;
        public ReadOnlySpan<float> Sines;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public readonly void Run<TVector>()
            where TVector : struct, IFloatVector<TVector>
        {
            var half = headSize / 2;
            for (var start = 0; start < Source.Length; start += headSize)
            {
                var inverse = Inverse<TVector>(Source.Slice(start, headSize), epsilon);
                var total = default(TVector);
                var i = 0;
                for (; i <= half - TVector.Count; i += TVector.Count) total += Unrotate<TVector>(start, i);
                var sum = total.Sum();
                for (; i < half; i++) sum += Unrotate<Float1>(start, i).Sum();
                var scales = (inverse, sum * inverse * inverse * inverse / headSize);
                for (i = 0; i <= headSize - TVector.Count; i += TVector.Count) Unscale<TVector>(start, i, scales);
                for (; i < headSize; i++) Unscale<Float1>(start, i, scales);
            }
        }

        /// <summary>Turns the gradient back, in place; gives the sum of x * gradient * weight.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private readonly TVector Unrotate<TVector>(int start, int index)
            where TVector : struct, IFloatVector<TVector>
        {
            ref var x = ref Source[start];
            ref var gradient = ref Rotated[start];
            ref var norm = ref MemoryMarshal.GetReference(Norm);
            var half = Cosines.Length;
            var cosine = TVector.Load(in MemoryMarshal.GetReference(Cosines), index);
            var sine = TVector.Load(in MemoryMarshal.GetReference(Sines), index);
            var (a, b) = (TVector.Load(ref gradient, index), TVector.Load(ref gradient, index + half));
            var first = (a * cosine) + (b * sine);
            var second = (b * cosine) - (a * sine);
            first.Store(ref gradient, index);
            second.Store(ref gradient, index + half);
            return (TVector.Load(ref x, index) * first * TVector.Load(ref norm, index))
                + (TVector.Load(ref x, index + half) * second * TVector.Load(ref norm, index + half));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private readonly void Unscale<TVector>(int start, int index, (float Inverse, float Mean) scales)
            where TVector : struct, IFloatVector<TVector>
        {
            var x = TVector.Load(ref Source[start], index);
            var gradient = TVector.Load(ref Rotated[start], index);
            var inverse = TVector.Create(scales.Inverse);
            ref var weight = ref MemoryMarshal.GetReference(NormGradient);
            var scaled = gradient * TVector.Load(ref MemoryMarshal.GetReference(Norm), index) * inverse;
            (scaled - (x * TVector.Create(scales.Mean))).Store(ref Projected[start], index);
            TVector.Fused(gradient, x * inverse, TVector.Load(ref weight, index)).Store(ref weight, index);
        }
    }
}

/// <summary>What the backward pass reads and destroys (Rotated), overwrites (Projected) and adds to (Norm).</summary>
internal readonly ref struct HeadGradients
{
    public required Matrix Rotated { get; init; }

    public required Matrix Projected { get; init; }

    public required Span<float> Norm { get; init; }
}
