using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Punie.Model.Tensors;

/// <summary>Whole-row arithmetic at the machine's width.</summary>
internal static class VectorMath
{
    /// <summary>target += source.</summary>
    public static void Add(Span<float> target, ReadOnlySpan<float> source) => AddScaled(target, source, 1f);

    /// <summary>target += scale * source.</summary>
    public static void AddScaled(Span<float> target, ReadOnlySpan<float> source, float scale) =>
        Simd.Each(new AddScaled(target, source, scale), target.Length);

    /// <summary>Sum of products.</summary>
    public static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var sum = 0f;
        Simd.Run(new Dot(left, right, new Span<float>(ref sum)));
        return sum;
    }
}

/// <summary>target += scale * source.</summary>
internal readonly ref struct AddScaled(Span<float> target, ReadOnlySpan<float> source, float scale) : IElementwise
{
    private readonly ref float _target = ref MemoryMarshal.GetReference(target);
    private readonly ref readonly float _source = ref MemoryMarshal.GetReference(source[..target.Length]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step<TVector>(int index)
        where TVector : struct, IFloatVector<TVector> =>
        TVector.Fused(TVector.Load(in _source, index), TVector.Create(scale), TVector.Load(ref _target, index))
            .Store(ref _target, index);
}

/// <summary>Sum of products of two rows, in four independent chains.</summary>
internal readonly ref struct Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right, Span<float> result) : IKernel
{
    private readonly ReadOnlySpan<float> _left = left;
    private readonly ReadOnlySpan<float> _right = right[..left.Length];
    private readonly Span<float> _result = result;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TVector>()
        where TVector : struct, IFloatVector<TVector>
    {
        ref var left = ref MemoryMarshal.GetReference(_left);
        ref var right = ref MemoryMarshal.GetReference(_right);
        var length = _left.Length;
        var n = TVector.Count;
        TVector a = default, b = default, c = default, d = default;
        var i = 0;
        for (; i <= length - (4 * n); i += 4 * n)
        {
            a = TVector.Fused(TVector.Load(ref left, i), TVector.Load(ref right, i), a);
            b = TVector.Fused(TVector.Load(ref left, i + n), TVector.Load(ref right, i + n), b);
            c = TVector.Fused(TVector.Load(ref left, i + (2 * n)), TVector.Load(ref right, i + (2 * n)), c);
            d = TVector.Fused(TVector.Load(ref left, i + (3 * n)), TVector.Load(ref right, i + (3 * n)), d);
        }

        for (; i <= length - n; i += n) a = TVector.Fused(TVector.Load(ref left, i), TVector.Load(ref right, i), a);
        var sum = (a + b + (c + d)).Sum();
        for (; i < length; i++) sum += Unsafe.Add(ref left, i) * Unsafe.Add(ref right, i);
        _result[0] = sum;
    }
}
