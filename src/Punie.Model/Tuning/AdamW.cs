using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Punie.Model.Families;
using Punie.Model.Tensors;

namespace Punie.Model.Tuning;

/// <summary>Adam with decoupled weight decay over a decoder's flat weights.</summary>
/// <remarks>Source: Loshchilov and Hutter 2019, algorithm 2; norms are not decayed.</remarks>
internal sealed class AdamW
{
    private const int ChunkLength = 1 << 16;
    private readonly Decoder _decoder;
    private readonly TrainingOptions _options;
    private readonly List<(int Start, int Length, bool Decays)> _chunks = [];
    private readonly double[] _squares;

    public AdamW(Decoder decoder, TrainingOptions options)
    {
        _decoder = decoder;
        _options = options;
        First = new FloatBuffer(decoder.ParameterCount);
        Second = new FloatBuffer(decoder.ParameterCount);
        foreach (var parameter in decoder.Layout.Parameters)
        {
            for (var start = 0; start < parameter.Slice.Length; start += ChunkLength)
            {
                var length = Math.Min(ChunkLength, parameter.Slice.Length - start);
                _chunks.Add((parameter.Slice.Offset + start, length, !parameter.IsVector));
            }
        }

        _squares = new double[_chunks.Count];
    }

    /// <summary>Running mean of the gradient.</summary>
    public FloatBuffer First { get; }

    /// <summary>Running mean of the squared gradient.</summary>
    public FloatBuffer Second { get; }

    /// <summary>Adds the workers' gradients in their order, scales, clips and applies them, and clears them.</summary>
    /// <param name="gradients">One buffer per worker.</param>
    /// <param name="scale">Multiplies the summed gradient: 1 / trained tokens.</param>
    /// <param name="step">0-based.</param>
    /// <returns>The global norm before clipping.</returns>
    public double Update(IReadOnlyList<FloatBuffer> gradients, double scale, int step)
    {
        // Chunks are summed in an order that does not depend on which thread finished first.
        Parallel.For(0, _chunks.Count, Limits, i => _squares[i] = Sum(gradients, _chunks[i]));
        var norm = Math.Sqrt(_squares.Sum()) * scale;
        if (!double.IsFinite(norm))
            throw new InvalidOperationException($"The gradient of step {step} is not finite; lower the learning rate.");
        var factor = (float)(norm > _options.ClipNorm ? scale * _options.ClipNorm / norm : scale);
        var rate = _options.LearningRateAt(step);
        Parallel.For(0, _chunks.Count, Limits, i => Apply(gradients[0], _chunks[i], (factor, rate, step)));
        Parallel.For(0, gradients.Count, Limits, i => gradients[i].Span.Clear());
        return norm;
    }

    private ParallelOptions Limits => new() { MaxDegreeOfParallelism = _options.Workers };

    private static double Sum(IReadOnlyList<FloatBuffer> gradients, (int Start, int Length, bool Decays) chunk)
    {
        var total = gradients[0].Span.Slice(chunk.Start, chunk.Length);
        for (var i = 1; i < gradients.Count; i++)
            VectorMath.Add(total, gradients[i].Span.Slice(chunk.Start, chunk.Length));
        return VectorMath.Dot(total, total);
    }

    private void Apply(
        FloatBuffer gradient, (int Start, int Length, bool Decays) chunk, (float Factor, double Rate, int Step) update)
    {
        var correction1 = 1 - Math.Pow(_options.Beta1, update.Step + 1);
        var correction2 = 1 - Math.Pow(_options.Beta2, update.Step + 1);
        var weights = _decoder.Weights.Span.Slice(chunk.Start, chunk.Length);
        var first = First.Span.Slice(chunk.Start, chunk.Length);
        var second = Second.Span.Slice(chunk.Start, chunk.Length);
        var kernel = new UpdateStep(weights, gradient.Span.Slice(chunk.Start, chunk.Length), first, second)
        {
            Factor = update.Factor,
            Beta1 = (float)_options.Beta1,
            Beta2 = (float)_options.Beta2,
            Keep = chunk.Decays ? (float)(1 - (update.Rate * _options.WeightDecay)) : 1f,
            Rate = (float)(update.Rate / correction1),
            Root = (float)(1 / Math.Sqrt(correction2)),
            Epsilon = (float)_options.Epsilon,
        };
        Simd.Each(kernel, chunk.Length);
    }

    internal ref struct UpdateStep(Span<float> weights, Span<float> gradient, Span<float> first, Span<float> second)
        : IElementwise
    {
        private readonly ref float _weights = ref MemoryMarshal.GetReference(weights);
        private readonly ref float _gradient = ref MemoryMarshal.GetReference(gradient);
        private readonly ref float _first = ref MemoryMarshal.GetReference(first);
        private readonly ref float _second = ref MemoryMarshal.GetReference(second);

        public float Factor;
        public float Beta1;
        public float Beta2;
        public float Keep;
        public float Rate;
        public float Root;
        public float Epsilon;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly void Step<TVector>(int index)
            where TVector : struct, IFloatVector<TVector>
        {
            var g = TVector.Load(ref _gradient, index) * TVector.Create(Factor);
            var m = TVector.Load(ref _first, index);
            var v = TVector.Load(ref _second, index);
            m = TVector.Fused(TVector.Create(Beta1), m, TVector.Create(1 - Beta1) * g);
            v = TVector.Fused(TVector.Create(Beta2), v, TVector.Create(1 - Beta2) * g * g);
            m.Store(ref _first, index);
            v.Store(ref _second, index);
            var change =
                TVector.Create(Rate) * m / ((TVector.Sqrt(v) * TVector.Create(Root)) + TVector.Create(Epsilon));
            ((TVector.Load(ref _weights, index) * TVector.Create(Keep)) - change).Store(ref _weights, index);
        }
    }
}
