using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Punie.Model.Weights;

/// <summary>Turns little-endian stored numbers into float32 and back, rounding to nearest even.</summary>
internal static class FloatCodec
{
    public static void Decode(TensorType type, ReadOnlySpan<byte> source, Span<float> target)
    {
        if (type == TensorType.Float32)
        {
            source.CopyTo(MemoryMarshal.AsBytes(target));
            if (!BitConverter.IsLittleEndian) Swap32(MemoryMarshal.Cast<float, uint>(target));
            return;
        }

        var halves = MemoryMarshal.Cast<byte, ushort>(source);
        for (var i = 0; i < target.Length; i++)
        {
            var bits = BitConverter.IsLittleEndian ? halves[i] : BinaryPrimitives.ReverseEndianness(halves[i]);
            target[i] = type == TensorType.BFloat16
                ? BitConverter.UInt32BitsToSingle((uint)bits << 16)
                : (float)BitConverter.UInt16BitsToHalf(bits);
        }
    }

    public static void Encode(TensorType type, ReadOnlySpan<float> source, Span<byte> target)
    {
        if (type == TensorType.Float32)
        {
            MemoryMarshal.AsBytes(source).CopyTo(target);
            if (!BitConverter.IsLittleEndian) Swap32(MemoryMarshal.Cast<byte, uint>(target));
            return;
        }

        var halves = MemoryMarshal.Cast<byte, ushort>(target);
        for (var i = 0; i < source.Length; i++)
        {
            var bits = type == TensorType.BFloat16 ? ToBFloat16(source[i]) : BitConverter.HalfToUInt16Bits((Half)source[i]);
            halves[i] = BitConverter.IsLittleEndian ? bits : BinaryPrimitives.ReverseEndianness(bits);
        }
    }

    private static ushort ToBFloat16(float value)
    {
        var bits = BitConverter.SingleToUInt32Bits(value);
        if (float.IsNaN(value)) return (ushort)((bits >> 16) | 0x40);
        return (ushort)((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16);
    }

    private static void Swap32(Span<uint> values)
    {
        foreach (ref var value in values) value = BinaryPrimitives.ReverseEndianness(value);
    }
}
