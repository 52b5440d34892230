using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Punie.Model.Tensors;

/// <summary>The register widths that kernels are compiled for.</summary>
public enum SimdLevel
{
    /// <summary>One float at a time.</summary>
    Scalar,

    /// <summary>Four floats.</summary>
    Vector128,

    /// <summary>Eight floats (AVX2).</summary>
    Vector256,

    /// <summary>Sixteen floats (AVX-512).</summary>
    Vector512,
}

/// <summary>A loop written once over <see cref="IFloatVector{TSelf}"/>.</summary>
internal interface IKernel
{
    void Run<TVector>()
        where TVector : struct, IFloatVector<TVector>;
}

/// <summary>A loop whose steps do not depend on each other; the driver adds the tail.</summary>
internal interface IElementwise
{
    void Step<TVector>(int index)
        where TVector : struct, IFloatVector<TVector>;
}

/// <summary>Chooses the widest registers that this machine runs at full speed.</summary>
internal static class Simd
{
    public static SimdLevel Best =>
        Vector512.IsHardwareAccelerated ? SimdLevel.Vector512
        : Vector256.IsHardwareAccelerated ? SimdLevel.Vector256
        : Vector128.IsHardwareAccelerated ? SimdLevel.Vector128
        : SimdLevel.Scalar;

    public static void Run<TKernel>(TKernel kernel)
        where TKernel : IKernel, allows ref struct => Run(kernel, Best);

    public static void Run<TKernel>(TKernel kernel, SimdLevel level)
        where TKernel : IKernel, allows ref struct
    {
        switch (level)
        {
            case SimdLevel.Vector512: kernel.Run<Float512>(); break;
            case SimdLevel.Vector256: kernel.Run<Float256>(); break;
            case SimdLevel.Vector128: kernel.Run<Float128>(); break;
            case SimdLevel.Scalar: kernel.Run<Float1>(); break;
        }
    }

    public static void Each<TKernel>(TKernel kernel, int length)
        where TKernel : IElementwise, allows ref struct => Each(kernel, length, Best);

    public static void Each<TKernel>(TKernel kernel, int length, SimdLevel level)
        where TKernel : IElementwise, allows ref struct
    {
        switch (level)
        {
            case SimdLevel.Vector512: Loop<TKernel, Float512>(kernel, length); break;
            case SimdLevel.Vector256: Loop<TKernel, Float256>(kernel, length); break;
            case SimdLevel.Vector128: Loop<TKernel, Float128>(kernel, length); break;
            case SimdLevel.Scalar: Loop<TKernel, Float1>(kernel, length); break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Loop<TKernel, TVector>(TKernel kernel, int length)
        where TKernel : IElementwise, allows ref struct
        where TVector : struct, IFloatVector<TVector>
    {
        var i = 0;
        for (; i <= length - TVector.Count; i += TVector.Count) kernel.Step<TVector>(i);
        for (; i < length; i++) kernel.Step<Float1>(i);
    }
}
