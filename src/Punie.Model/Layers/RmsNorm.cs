using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Punie.Model.Tensors;

namespace Punie.Model.Layers;

/// <summary>y = x / rms(x) * weight, row by row.</summary>
/// <remarks>Source: Zhang and Sennrich 2019, eq. 4.</remarks>
internal readonly ref struct RmsNorm(Span<float> weight, float epsilon)
{
    private readonly Span<float> _weight = weight;
    private readonly float _epsilon = epsilon;

    /// <param name="input">[T, C].</param>
    /// <param name="output">[T, C].</param>
    /// <param name="inverse">[T]: receives 1 / rms of each row, which the backward pass needs.</param>
    public void Forward(Matrix input, Matrix output, Span<float> inverse)
    {
        for (var row = 0; row < input.Rows; row++)
        {
            var x = input.Row(row);
            inverse[row] = 1f / MathF.Sqrt((VectorMath.Dot(x, x) / x.Length) + _epsilon);
            Apply(x, output.Row(row), inverse[row]);
        }
    }

    /// <summary>Computes the output again from the saved 1 / rms.</summary>
    public void Replay(Matrix input, Matrix output, ReadOnlySpan<float> inverse)
    {
        for (var row = 0; row < input.Rows; row++) Apply(input.Row(row), output.Row(row), inverse[row]);
    }

    /// <summary>Adds the input's and the weight's gradients to <paramref name="gradients"/>.</summary>
    public void Backward(Matrix input, ReadOnlySpan<float> inverse, RmsNormGradients gradients)
    {
        for (var row = 0; row < input.Rows; row++)
        {
            var x = input.Row(row);
            var dy = gradients.Output.Row(row);
            var r = inverse[row];
            var mean = WeightedDot.Of(x, dy, _weight) * r * r / x.Length;
            var kernel = new BackwardStep(x, dy, _weight)
            {
                InputGradient = ref MemoryMarshal.GetReference(gradients.Input.Row(row)),
                WeightGradient = ref MemoryMarshal.GetReference(gradients.Weight),
                Inverse = r,
                Mean = mean * r,
            };
            Simd.Each(kernel, x.Length);
        }
    }

    private void Apply(Span<float> x, Span<float> y, float inverse) =>
        Simd.Each(new ApplyStep(x, _weight, y, inverse), x.Length);

    internal readonly ref struct ApplyStep(Span<float> x, Span<float> weight, Span<float> y, float inverse)
        : IElementwise
    {
        private readonly ref float _x = ref MemoryMarshal.GetReference(x);
        private readonly ref float _weight = ref MemoryMarshal.GetReference(weight);
        private readonly ref float _y = ref MemoryMarshal.GetReference(y);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Step<TVector>(int index)
            where TVector : struct, IFloatVector<TVector> =>
                (TVector.Load(ref _x, index) * TVector.Create(inverse) * TVector.Load(ref _weight, index))
                    .Store(ref _y, index);
    }

    internal ref struct BackwardStep(Span<float> x, Span<float> dy, Span<float> weight) : IElementwise
    {
        private readonly ref float _x = ref MemoryMarshal.GetReference(x);
        private readonly ref float _dy = ref MemoryMarshal.GetReference(dy);
        private readonly ref float _weight = ref MemoryMarshal.GetReference(weight);

        public ref float InputGradient;
        public ref float WeightGradient;
        public float Inverse;
        public float Mean;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly void Step<TVector>(int index)
            where TVector : struct, IFloatVector<TVector>
        {
            var x = TVector.Load(ref _x, index);
            var dy = TVector.Load(ref _dy, index);
            var scaled = dy * TVector.Load(ref _weight, index) * TVector.Create(Inverse);
            var change = scaled - (x * TVector.Create(Mean));
            (TVector.Load(ref InputGradient, index) + change).Store(ref InputGradient, index);
            TVector.Fused(dy, x * TVector.Create(Inverse), TVector.Load(ref WeightGradient, index))
                .Store(ref WeightGradient, index);
        }
    }
}

/// <summary>What the backward pass reads (Output) and adds to (Input, Weight).</summary>
internal readonly ref struct RmsNormGradients
{
    public required Matrix Output { get; init; }

    public required Matrix Input { get; init; }

    public required Span<float> Weight { get; init; }
}

/// <summary>Sum of a * b * c over three rows.</summary>
internal readonly ref struct WeightedDot(Span<float> a, Span<float> b, Span<float> c, Span<float> sum) : IKernel
{
    private readonly Span<float> _a = a;
    private readonly Span<float> _b = b;
    private readonly Span<float> _c = c;
    private readonly Span<float> _sum = sum;

    public static float Of(Span<float> a, Span<float> b, Span<float> c)
    {
        var sum = 0f;
        Simd.Run(new WeightedDot(a, b, c, new Span<float>(ref sum)));
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TVector>()
        where TVector : struct, IFloatVector<TVector>
    {
        ref var a = ref MemoryMarshal.GetReference(_a);
        ref var b = ref MemoryMarshal.GetReference(_b);
        ref var c = ref MemoryMarshal.GetReference(_c);
        var total = default(TVector);
        var i = 0;
        for (; i <= _a.Length - TVector.Count; i += TVector.Count)
            total = TVector.Fused(TVector.Load(ref a, i) * TVector.Load(ref b, i), TVector.Load(ref c, i), total);
        var sum = total.Sum();
        for (; i < _a.Length; i++) sum += _a[i] * _b[i] * _c[i];
        _sum[0] = sum;
    }
}
