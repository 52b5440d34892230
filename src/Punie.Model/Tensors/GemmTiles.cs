using System.Runtime.CompilerServices;

namespace Punie.Model.Tensors;

/// <summary>How the left operand's panel lies in memory; both steps are constants to the compiler.</summary>
internal interface IPanelLayout
{
    static abstract int RowStep { get; }

    static abstract int DepthStep { get; }
}

/// <summary>Panel rows one after another: a plain copy of a row-major source.</summary>
internal readonly struct RowPanel : IPanelLayout
{
    // Not a power of two, so that the rows do not compete for the same cache set.
    public static int RowStep => Gemm.DepthBlock + 16;

    public static int DepthStep => 1;
}

/// <summary>Panel columns one after another: a plain copy of a transposed source.</summary>
internal readonly struct DepthPanel : IPanelLayout
{
    public static int RowStep => 1;

    public static int DepthStep => Gemm.MaxTileRows;
}

/// <summary>Where a tile's result goes.</summary>
internal readonly record struct TileTarget(int Stride, bool Accumulate);

/// <summary>The innermost product: a few rows of the left panel by two registers' width of the right panel.</summary>
internal interface IGemmTile
{
    static abstract int Rows { get; }

    static abstract int Columns { get; }

    static abstract unsafe void Run<TLayout>(float* left, float* right, float* result,
        (int Depth, TileTarget Target) job)
        where TLayout : struct, IPanelLayout;
}

/// <summary>12 rows by 2 registers: 24 accumulators, for machines with 32 registers.</summary>
internal readonly unsafe struct Tile12<TVector> : IGemmTile
    where TVector : struct, IFloatVector<TVector>
{
    public static int Rows => 12;

    public static int Columns => 2 * TVector.Count;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TLayout>(float* left, float* right, float* result, (int Depth, TileTarget Target) job)
        where TLayout : struct, IPanelLayout
    {
        TVector p0 = default, p1 = default, p2 = default, p3 = default, p4 = default, p5 = default;
        TVector p6 = default, p7 = default, p8 = default, p9 = default, p10 = default, p11 = default;
        TVector q0 = default, q1 = default, q2 = default, q3 = default, q4 = default, q5 = default;
        TVector q6 = default, q7 = default, q8 = default, q9 = default, q10 = default, q11 = default;
        for (var k = job.Depth; k > 0; k--)
        {
            var b = TVector.Load(right);
            var c = TVector.Load(right + TVector.Count);
            var a = TVector.Create(left[0]); p0 = TVector.Fused(a, b, p0); q0 = TVector.Fused(a, c, q0);
            a = TVector.Create(left[1 * TLayout.RowStep]); p1 = TVector.Fused(a, b, p1); q1 = TVector.Fused(a, c, q1);
            a = TVector.Create(left[2 * TLayout.RowStep]); p2 = TVector.Fused(a, b, p2); q2 = TVector.Fused(a, c, q2);
            a = TVector.Create(left[3 * TLayout.RowStep]); p3 = TVector.Fused(a, b, p3); q3 = TVector.Fused(a, c, q3);
            a = TVector.Create(left[4 * TLayout.RowStep]); p4 = TVector.Fused(a, b, p4); q4 = TVector.Fused(a, c, q4);
            a = TVector.Create(left[5 * TLayout.RowStep]); p5 = TVector.Fused(a, b, p5); q5 = TVector.Fused(a, c, q5);
            a = TVector.Create(left[6 * TLayout.RowStep]); p6 = TVector.Fused(a, b, p6); q6 = TVector.Fused(a, c, q6);
            a = TVector.Create(left[7 * TLayout.RowStep]); p7 = TVector.Fused(a, b, p7); q7 = TVector.Fused(a, c, q7);
            a = TVector.Create(left[8 * TLayout.RowStep]); p8 = TVector.Fused(a, b, p8); q8 = TVector.Fused(a, c, q8);
            a = TVector.Create(left[9 * TLayout.RowStep]); p9 = TVector.Fused(a, b, p9); q9 = TVector.Fused(a, c, q9);
            a = TVector.Create(left[10 * TLayout.RowStep]); p10 = TVector.Fused(a, b, p10); q10 =
                TVector.Fused(a, c, q10);
            a = TVector.Create(left[11 * TLayout.RowStep]); p11 = TVector.Fused(a, b, p11); q11 =
                TVector.Fused(a, c, q11);
            left += TLayout.DepthStep;
            right += 2 * TVector.Count;
        }

        var target = job.Target;
        TileStore.Put(result, p0, q0, target.Accumulate);
        TileStore.Put(result + (1 * target.Stride), p1, q1, target.Accumulate);
        TileStore.Put(result + (2 * target.Stride), p2, q2, target.Accumulate);
        TileStore.Put(result + (3 * target.Stride), p3, q3, target.Accumulate);
        TileStore.Put(result + (4 * target.Stride), p4, q4, target.Accumulate);
        TileStore.Put(result + (5 * target.Stride), p5, q5, target.Accumulate);
        TileStore.Put(result + (6 * target.Stride), p6, q6, target.Accumulate);
        TileStore.Put(result + (7 * target.Stride), p7, q7, target.Accumulate);
        TileStore.Put(result + (8 * target.Stride), p8, q8, target.Accumulate);
        TileStore.Put(result + (9 * target.Stride), p9, q9, target.Accumulate);
        TileStore.Put(result + (10 * target.Stride), p10, q10, target.Accumulate);
        TileStore.Put(result + (11 * target.Stride), p11, q11, target.Accumulate);
    }
}

/// <summary>6 rows by 2 registers: 12 accumulators, for machines with 16 registers.</summary>
internal readonly unsafe struct Tile6<TVector> : IGemmTile
    where TVector : struct, IFloatVector<TVector>
{
    public static int Rows => 6;

    public static int Columns => 2 * TVector.Count;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TLayout>(float* left, float* right, float* result, (int Depth, TileTarget Target) job)
        where TLayout : struct, IPanelLayout
    {
        TVector p0 = default, p1 = default, p2 = default, p3 = default, p4 = default, p5 = default;
        TVector q0 = default, q1 = default, q2 = default, q3 = default, q4 = default, q5 = default;
        for (var k = job.Depth; k > 0; k--)
        {
            var b = TVector.Load(right);
            var c = TVector.Load(right + TVector.Count);
            var a = TVector.Create(left[0]); p0 = TVector.Fused(a, b, p0); q0 = TVector.Fused(a, c, q0);
            a = TVector.Create(left[1 * TLayout.RowStep]); p1 = TVector.Fused(a, b, p1); q1 = TVector.Fused(a, c, q1);
            a = TVector.Create(left[2 * TLayout.RowStep]); p2 = TVector.Fused(a, b, p2); q2 = TVector.Fused(a, c, q2);
            a = TVector.Create(left[3 * TLayout.RowStep]); p3 = TVector.Fused(a, b, p3); q3 = TVector.Fused(a, c, q3);
            a = TVector.Create(left[4 * TLayout.RowStep]); p4 = TVector.Fused(a, b, p4); q4 = TVector.Fused(a, c, q4);
            a = TVector.Create(left[5 * TLayout.RowStep]); p5 = TVector.Fused(a, b, p5); q5 = TVector.Fused(a, c, q5);
            left += TLayout.DepthStep;
            right += 2 * TVector.Count;
        }

        var target = job.Target;
        TileStore.Put(result, p0, q0, target.Accumulate);
        TileStore.Put(result + (1 * target.Stride), p1, q1, target.Accumulate);
        TileStore.Put(result + (2 * target.Stride), p2, q2, target.Accumulate);
        TileStore.Put(result + (3 * target.Stride), p3, q3, target.Accumulate);
        TileStore.Put(result + (4 * target.Stride), p4, q4, target.Accumulate);
        TileStore.Put(result + (5 * target.Stride), p5, q5, target.Accumulate);
    }
}

internal static unsafe class TileStore
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Put<TVector>(float* target, TVector first, TVector second, bool accumulate)
        where TVector : struct, IFloatVector<TVector>
    {
        if (accumulate)
        {
            first += TVector.Load(target);
            second += TVector.Load(target + TVector.Count);
        }

        first.Store(target);
        second.Store(target + TVector.Count);
    }
}
