using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Punie.Model.Tensors;

/// <summary>
/// Copies blocks of operands into the order in which the tiles read them; missing edges become zeros.
/// </summary>
internal static class GemmPacking
{
    /// <summary>Fills one left panel: block rows [Row, Row + Rows) by depth [Start, Start + Depth).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void PackLeft<TTile, TLayout>(Matrix left, (int Row, int Start, int Rows, int Depth) block,
        Span<float> panel)
        where TTile : struct, IGemmTile
        where TLayout : struct, IPanelLayout
    {
        if (!left.IsTransposed)
        {
            for (var row = 0; row < block.Rows; row++)
            {
                var source = left.Data.Slice(((block.Row + row) * left.Stride) + block.Start, block.Depth);
                source.CopyTo(panel[(row * TLayout.RowStep)..]);
            }

            for (var row = block.Rows; row < TTile.Rows; row++) panel.Slice(row * TLayout.RowStep, block.Depth).Clear();
            return;
        }

        for (var k = 0; k < block.Depth; k++)
        {
            var source = left.Data.Slice(((block.Start + k) * left.Stride) + block.Row, block.Rows);
            var target = panel.Slice(k * TLayout.DepthStep, TTile.Rows);
            source.CopyTo(target);
            if (block.Rows < TTile.Rows) target[block.Rows..].Clear();
        }
    }

    /// <summary>Fills the right block: one panel of tile width after another, depth by depth.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void PackRight<TTile>(Matrix right, (int Start, int Column, int Depth, int Width) block,
        Span<float> packed)
        where TTile : struct, IGemmTile
    {
        var tile = TTile.Columns;
        for (var column = 0; column < block.Width; column += tile)
        {
            var width = Math.Min(tile, block.Width - column);
            var panel = packed.Slice(column * block.Depth, tile * block.Depth);
            if (width < tile) panel.Clear();
            if (right.IsTransposed)
                PackColumns(right, (block.Start, block.Column + column, block.Depth, width), panel, tile);
            else PackRows(right, (block.Start, block.Column + column, block.Depth, width), panel, tile);
        }
    }

    private static void PackRows(Matrix right, (int Start, int Column, int Depth, int Width) block, Span<float> panel,
        int tile)
    {
        for (var k = 0; k < block.Depth; k++)
        {
            right.Data.Slice(((block.Start + k) * right.Stride) + block.Column, block.Width)
                .CopyTo(panel[(k * tile)..]);
        }
    }

    private static unsafe void PackColumns(
        Matrix right, (int Start, int Column, int Depth, int Width) block, Span<float> panel, int tile)
    {
        fixed (float* data = right.Data, packed = panel)
        {
            var column = 0;
            if (Sse.IsSupported)
            {
                for (; column <= block.Width - 4; column += 4)
                {
                    var source = data + ((long)(block.Column + column) * right.Stride) + block.Start;
                    TransposeFour(source, right.Stride, packed + column, (block.Depth, tile));
                }
            }

            for (; column < block.Width; column++)
            {
                var source = data + ((long)(block.Column + column) * right.Stride) + block.Start;
                for (var k = 0; k < block.Depth; k++) packed[(k * tile) + column] = source[k];
            }
        }
    }

    /// <summary>Four source rows become four neighbouring columns, in squares of four by four.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void TransposeFour(float* source, int stride, float* target, (int Depth, int Tile) shape)
    {
        var second = source + stride;
        var third = second + stride;
        var fourth = third + stride;
        var k = 0;
        for (; k <= shape.Depth - 4; k += 4, target += 4 * shape.Tile)
        {
            var (a, b) = (Sse.LoadVector128(source + k), Sse.LoadVector128(second + k));
            var (c, d) = (Sse.LoadVector128(third + k), Sse.LoadVector128(fourth + k));
            var (ab, cd) = (Sse.UnpackLow(a, b), Sse.UnpackLow(c, d));
            var (abHigh, cdHigh) = (Sse.UnpackHigh(a, b), Sse.UnpackHigh(c, d));
            Sse.Store(target, Sse.MoveLowToHigh(ab, cd));
            Sse.Store(target + shape.Tile, Sse.MoveHighToLow(cd, ab));
            Sse.Store(target + (2 * shape.Tile), Sse.MoveLowToHigh(abHigh, cdHigh));
            Sse.Store(target + (3 * shape.Tile), Sse.MoveHighToLow(cdHigh, abHigh));
        }

        for (; k < shape.Depth; k++, target += shape.Tile)
        {
            (target[0], target[1]) = (source[k], second[k]);
            (target[2], target[3]) = (third[k], fourth[k]);
        }
    }
}
