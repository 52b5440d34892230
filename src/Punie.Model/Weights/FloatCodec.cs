using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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
        var done = BitConverter.IsLittleEndian ? DecodeVectors(type, halves, target) : 0;
        for (var i = done; i < target.Length; i++)
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
            var bits = type == TensorType.BFloat16
                ? ToBFloat16(source[i])
                : BitConverter.HalfToUInt16Bits((Half)source[i]);
            halves[i] = BitConverter.IsLittleEndian ? bits : BinaryPrimitives.ReverseEndianness(bits);
        }
    }

    /// <summary>Decodes sixteen at a time; gives how many it did.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int DecodeVectors(TensorType type, ReadOnlySpan<ushort> source, Span<float> target)
    {
        ref var from = ref MemoryMarshal.GetReference(source);
        ref var to = ref MemoryMarshal.GetReference(target);
        var i = 0;
        for (; i <= target.Length - Vector256<ushort>.Count; i += Vector256<ushort>.Count)
        {
            var (low, high) = Vector256.Widen(Vector256.LoadUnsafe(ref from, (nuint)i));
            var (first, second) = type == TensorType.BFloat16
                ? (low << 16, high << 16)
                : (FromHalf(low), FromHalf(high));
            first.AsSingle().StoreUnsafe(ref to, (nuint)i);
            second.AsSingle().StoreUnsafe(ref to, (nuint)(i + Vector256<uint>.Count));
        }

        return i;
    }

    /// <summary>
    /// Moves exponent and fraction into place; a product with 2^112 corrects the exponent's bias, subnormals too.
    /// </summary>
    private static Vector256<uint> FromHalf(Vector256<uint> half)
    {
        var sign = (half & Vector256.Create(0x8000u)) << 16;
        var magnitude = (half & Vector256.Create(0x7FFFu)) << 13;
        var value = (magnitude.AsSingle() * Vector256.Create(5.192296858534828e33f)).AsUInt32();
        var special =
            Vector256.GreaterThanOrEqual(magnitude, Vector256.Create(0x7C00u << 13)) & Vector256.Create(0x7F800000u);
        return value | special | sign;
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
