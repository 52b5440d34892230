using System.Runtime.CompilerServices;

namespace Punie.Model.Tensors;

/// <summary>e^x to about one unit in the last place over a register.</summary>
/// <remarks>Range reduction and the degree-5 polynomial are those of Cephes expf (Moshier).</remarks>
internal static class Exponential
{
    private const float RoundingBias = 12582912f;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Exp<TVector>(TVector x)
        where TVector : struct, IFloatVector<TVector>
    {
        x = TVector.Min(TVector.Create(88.3f), TVector.Max(TVector.Create(-87.3f), x));
        var biased = TVector.Fused(x, TVector.Create(1.44269504f), TVector.Create(RoundingBias));
        var n = biased - TVector.Create(RoundingBias);
        var r = TVector.Fused(n, TVector.Create(-0.693359375f), x);
        r = TVector.Fused(n, TVector.Create(2.12194440e-4f), r);
        var p = TVector.Create(1.9875691500e-4f);
        p = TVector.Fused(p, r, TVector.Create(1.3981999507e-3f));
        p = TVector.Fused(p, r, TVector.Create(8.3334519073e-3f));
        p = TVector.Fused(p, r, TVector.Create(4.1665795894e-2f));
        p = TVector.Fused(p, r, TVector.Create(1.6666665459e-1f));
        p = TVector.Fused(p, r, TVector.Create(5.0000001201e-1f));
        return TVector.Fused(p, r * r, r + TVector.Create(1f)) * TVector.PowerOfTwo(biased);
    }
}
