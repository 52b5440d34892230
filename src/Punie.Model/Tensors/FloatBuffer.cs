using System.Runtime.CompilerServices;

namespace Punie.Model.Tensors;

/// <summary>
/// Floats that never move and start on a cache line, so that full-width loads do not straddle two lines.
/// </summary>
internal sealed class FloatBuffer
{
    private const int LineBytes = 64;
    private readonly float[] _array;
    private readonly int _offset;

    public unsafe FloatBuffer(int length)
    {
        _array = GC.AllocateArray<float>(length + (LineBytes / sizeof(float)), pinned: true);
        var address = (nuint)Unsafe.AsPointer(ref _array[0]);
        _offset = (int)((LineBytes - (address % LineBytes)) % LineBytes / sizeof(float));
        Length = length;
    }

    public int Length { get; }

    public Span<float> Span => _array.AsSpan(_offset, Length);
}
