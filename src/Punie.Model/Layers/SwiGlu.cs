using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Punie.Model.Tensors;

namespace Punie.Model.Layers;

/// <summary>silu(gate) * up, the gate and up projections lying side by side in each row.</summary>
/// <remarks>Source: Shazeer 2020, "GLU variants improve transformer", eq. 6.</remarks>
internal static class SwiGlu
{
    /// <param name="gateUp">[T, 2F].</param>
    /// <param name="output">[T, F].</param>
    public static void Forward(Matrix gateUp, Matrix output)
    {
        for (var row = 0; row < output.Rows; row++)
            Simd.Each(new ForwardStep(gateUp.Row(row), output.Row(row)), output.Columns);
    }

    /// <param name="gateUp">[T, 2F].</param>
    /// <param name="outputGradient">[T, F].</param>
    /// <param name="gateUpGradient">[T, 2F], overwritten.</param>
    public static void Backward(Matrix gateUp, Matrix outputGradient, Matrix gateUpGradient)
    {
        for (var row = 0; row < outputGradient.Rows; row++)
        {
            var step = new BackwardStep(gateUp.Row(row), outputGradient.Row(row), gateUpGradient.Row(row));
            Simd.Each(step, outputGradient.Columns);
        }
    }

    internal readonly ref struct ForwardStep(Span<float> gateUp, Span<float> output) : IElementwise
    {
        private readonly ref float _gate = ref MemoryMarshal.GetReference(gateUp);
        private readonly ref float _up = ref gateUp[output.Length];
        private readonly ref float _output = ref MemoryMarshal.GetReference(output);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Step<TVector>(int index)
            where TVector : struct, IFloatVector<TVector>
        {
            var gate = TVector.Load(ref _gate, index);
            var one = TVector.Create(1f);
            var silu = gate / (one + Exponential.Exp(default(TVector) - gate));
            (silu * TVector.Load(ref _up, index)).Store(ref _output, index);
        }
    }

    internal readonly ref struct BackwardStep(Span<float> gateUp, Span<float> output, Span<float> gradient)
        : IElementwise
    {
        private readonly ref float _gate = ref MemoryMarshal.GetReference(gateUp);
        private readonly ref float _up = ref gateUp[output.Length];
        private readonly ref float _output = ref MemoryMarshal.GetReference(output);
        private readonly ref float _gateGradient = ref MemoryMarshal.GetReference(gradient);
        private readonly ref float _upGradient = ref gradient[output.Length];

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Step<TVector>(int index)
            where TVector : struct, IFloatVector<TVector>
        {
            var gate = TVector.Load(ref _gate, index);
            var dy = TVector.Load(ref _output, index);
            var one = TVector.Create(1f);
            var sigmoid = one / (one + Exponential.Exp(default(TVector) - gate));
            var slope = sigmoid * TVector.Fused(gate, one - sigmoid, one);
            (dy * TVector.Load(ref _up, index) * slope).Store(ref _gateGradient, index);
            (dy * gate * sigmoid).Store(ref _upGradient, index);
        }
    }
}
