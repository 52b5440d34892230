using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Punie.Model.Tensors;

namespace Punie.Model.Layers;

/// <summary>Queries and keys on their way into attention: each head is RMS-normalised, then rotated by position.</summary>
/// <remarks>Pairs are (i, i + d/2), as Hugging Face's rotate_half has them.</remarks>
internal sealed class HeadRotation(int headSize, float epsilon, RopeTable table)
{
    private readonly int _half = headSize / 2;

    /// <param name="source">[T, heads * d] as projected.</param>
    /// <param name="target">[T, heads * d].</param>
    /// <param name="norm">Weight [d].</param>
    /// <param name="positions">[T].</param>
    public void Forward(Matrix source, Matrix target, Span<float> norm, ReadOnlySpan<int> positions)
    {
        for (var row = 0; row < source.Rows; row++)
        {
            var cosines = table.Cosines(positions[row]);
            var sines = table.Sines(positions[row]);
            for (var start = 0; start < source.Columns; start += headSize)
            {
                var x = source.Row(row).Slice(start, headSize);
                var y = target.Row(row).Slice(start, headSize);
                Simd.Each(new ForwardStep(x, y, norm, cosines) { Sines = sines, Inverse = Inverse(x) }, _half);
            }
        }
    }

    /// <summary>Writes the projected heads' gradients and adds the norm weight's.</summary>
    public void Backward(Matrix source, HeadGradients gradients, Span<float> norm, ReadOnlySpan<int> positions)
    {
        for (var row = 0; row < source.Rows; row++)
        {
            var cosines = table.Cosines(positions[row]);
            var sines = table.Sines(positions[row]);
            for (var start = 0; start < source.Columns; start += headSize)
            {
                var x = source.Row(row).Slice(start, headSize);
                var dy = gradients.Rotated.Row(row).Slice(start, headSize);
                var dx = gradients.Projected.Row(row).Slice(start, headSize);
                Simd.Each(new UnrotateStep(dy, cosines, sines), _half);
                dx.Clear();
                Span<float> inverse = [Inverse(x)];
                new RmsNorm(norm, epsilon).Backward(new Matrix(x, 1, headSize), inverse, new RmsNormGradients
                {
                    Output = new Matrix(dy, 1, headSize),
                    Input = new Matrix(dx, 1, headSize),
                    Weight = gradients.Norm,
                });
            }
        }
    }

    private float Inverse(Span<float> head) => 1f / MathF.Sqrt((VectorMath.Dot(head, head) / headSize) + epsilon);

    internal ref struct ForwardStep(Span<float> x, Span<float> y, Span<float> norm, ReadOnlySpan<float> cosines) : IElementwise
    {
        private readonly ref float _x = ref MemoryMarshal.GetReference(x);
        private readonly ref float _y = ref MemoryMarshal.GetReference(y);
        private readonly ref float _norm = ref MemoryMarshal.GetReference(norm);
        private readonly ReadOnlySpan<float> _cosines = cosines;

        public ReadOnlySpan<float> Sines;
        public float Inverse;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly void Step<TVector>(int index)
            where TVector : struct, IFloatVector<TVector>
        {
            var half = _cosines.Length;
            var inverse = TVector.Create(Inverse);
            var a = TVector.Load(ref _x, index) * inverse * TVector.Load(ref _norm, index);
            var b = TVector.Load(ref _x, index + half) * inverse * TVector.Load(ref _norm, index + half);
            var cosine = TVector.Load(in MemoryMarshal.GetReference(_cosines), index);
            var sine = TVector.Load(in MemoryMarshal.GetReference(Sines), index);
            ((a * cosine) - (b * sine)).Store(ref _y, index);
            ((b * cosine) + (a * sine)).Store(ref _y, index + half);
        }
    }

    internal readonly ref struct UnrotateStep(Span<float> gradient, ReadOnlySpan<float> cosines, ReadOnlySpan<float> sines)
        : IElementwise
    {
        private readonly ref float _gradient = ref MemoryMarshal.GetReference(gradient);
        private readonly ReadOnlySpan<float> _cosines = cosines;
        private readonly ReadOnlySpan<float> _sines = sines;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Step<TVector>(int index)
            where TVector : struct, IFloatVector<TVector>
        {
            var half = _cosines.Length;
            var a = TVector.Load(ref _gradient, index);
            var b = TVector.Load(ref _gradient, index + half);
            var cosine = TVector.Load(in MemoryMarshal.GetReference(_cosines), index);
            var sine = TVector.Load(in MemoryMarshal.GetReference(_sines), index);
            ((a * cosine) + (b * sine)).Store(ref _gradient, index);
            ((b * cosine) - (a * sine)).Store(ref _gradient, index + half);
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
