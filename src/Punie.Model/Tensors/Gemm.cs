using System.Runtime.CompilerServices;

namespace Punie.Model.Tensors;

/// <summary>Matrix product over packed panels. Owns its packing buffers: one instance per worker.</summary>
/// <remarks>The blocking is that of Goto and van de Geijn 2008: the right operand's block stays in the second-level
/// cache, one panel of the left operand in the first, and the tile in registers.</remarks>
internal sealed class Gemm(SimdLevel level)
{
    internal const int DepthBlock = 256;
    internal const int MaxTileRows = 12;
    private const int ColumnBlock = 512;
    private const int MaxTileColumns = 32;

    private readonly FloatBuffer _left = new(MaxTileRows * (DepthBlock + 16));
    private readonly FloatBuffer _right = new(DepthBlock * ColumnBlock);
    private readonly FloatBuffer _edge = new(MaxTileRows * MaxTileColumns);

    public Gemm()
        : this(Simd.Best)
    {
    }

    /// <summary>result = left · right.</summary>
    public void Multiply(Matrix left, Matrix right, Matrix result) => Multiply(left, right, result, accumulate: false);

    /// <summary>result += left · right.</summary>
    public void MultiplyAdd(Matrix left, Matrix right, Matrix result) =>
        Multiply(left, right, result, accumulate: true);

    private void Multiply(Matrix left, Matrix right, Matrix result, bool accumulate)
    {
        if (left.Columns != right.Rows || left.Rows != result.Rows || right.Columns != result.Columns
            || result.IsTransposed)
        {
            throw new ArgumentException(
                $"[{left.Rows}, {left.Columns}] · [{right.Rows}, {right.Columns}] does not give [{result.Rows}, "
                + $"{result.Columns}].");
        }

        if (result.Rows == 0 || result.Columns == 0) return;
        if (left.Rows == 1 && !left.IsTransposed)
        {
            RowProduct.Multiply(left.Row(0), right, result.Row(0), accumulate, level);
            return;
        }

        switch (level)
        {
            case SimdLevel.Vector512: Blocks<Tile12<Float512>>(left, right, result, accumulate); break;
            case SimdLevel.Vector256: Blocks<Tile6<Float256>>(left, right, result, accumulate); break;
            case SimdLevel.Vector128: Blocks<Tile6<Float128>>(left, right, result, accumulate); break;
            case SimdLevel.Scalar: Blocks<Tile6<Float1>>(left, right, result, accumulate); break;
        }
    }

    private void Blocks<TTile>(Matrix left, Matrix right, Matrix result, bool accumulate)
        where TTile : struct, IGemmTile
    {
        if (left.Columns == 0 && !accumulate)
        {
            for (var row = 0; row < result.Rows; row++) result.Row(row).Clear();
        }

        for (var k = 0; k < left.Columns; k += DepthBlock)
        {
            var depth = Math.Min(DepthBlock, left.Columns - k);
            for (var n = 0; n < result.Columns; n += ColumnBlock)
            {
                var width = Math.Min(ColumnBlock, result.Columns - n);
                GemmPacking.PackRight<TTile>(right, (k, n, depth, width), _right.Span);
                var target = result.ColumnRange(n, width);
                if (left.IsTransposed) Panels<TTile, DepthPanel>(left, target, (k, depth), accumulate || k > 0);
                else Panels<TTile, RowPanel>(left, target, (k, depth), accumulate || k > 0);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private unsafe void Panels<TTile, TLayout>(Matrix left, Matrix result, (int Start, int Depth) block,
        bool accumulate)
        where TTile : struct, IGemmTile
        where TLayout : struct, IPanelLayout
    {
        fixed (float* panel = _left.Span, packed = _right.Span, edge = _edge.Span, output = result.Data)
        {
            for (var row = 0; row < result.Rows; row += TTile.Rows)
            {
                var rows = Math.Min(TTile.Rows, result.Rows - row);
                GemmPacking.PackLeft<TTile, TLayout>(left, (row, block.Start, rows, block.Depth), _left.Span);
                for (var column = 0; column < result.Columns; column += TTile.Columns)
                {
                    var columns = Math.Min(TTile.Columns, result.Columns - column);
                    var source = packed + (column * block.Depth);
                    var target = output + ((long)row * result.Stride) + column;
                    if (rows == TTile.Rows && columns == TTile.Columns)
                    {
                        TTile.Run<TLayout>(panel, source, target,
                            (block.Depth, new TileTarget(result.Stride, accumulate)));
                        continue;
                    }

                    TTile.Run<TLayout>(panel, source, edge, (block.Depth, new TileTarget(TTile.Columns, false)));
                    CopyEdge<TTile>(_edge.Span, result.RowRange(row, rows).ColumnRange(column, columns), accumulate);
                }
            }
        }
    }

    private static void CopyEdge<TTile>(Span<float> edge, Matrix target, bool accumulate)
        where TTile : struct, IGemmTile
    {
        for (var row = 0; row < target.Rows; row++)
        {
            var source = edge.Slice(row * TTile.Columns, target.Columns);
            if (accumulate) VectorMath.Add(target.Row(row), source);
            else source.CopyTo(target.Row(row));
        }
    }
}
