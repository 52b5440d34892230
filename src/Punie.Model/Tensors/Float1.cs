using System.Runtime.CompilerServices;

namespace Punie.Model.Tensors;

/// <summary>One float: the reference that the wider versions are tested against, and the tail of every row.</summary>
internal readonly struct Float1(float value) : IFloatVector<Float1>
{
    private readonly float _value = value;

    public static int Count => 1;

    public static Float1 Create(float value) => new(value);

    public static Float1 Load(ref readonly float start, int index) =>
        new(Unsafe.Add(ref Unsafe.AsRef(in start), index));

    public static unsafe Float1 Load(float* source) => new(*source);

    public static Float1 operator +(Float1 left, Float1 right) => new(left._value + right._value);

    public static Float1 operator -(Float1 left, Float1 right) => new(left._value - right._value);

    public static Float1 operator *(Float1 left, Float1 right) => new(left._value * right._value);

    public static Float1 operator /(Float1 left, Float1 right) => new(left._value / right._value);

    public static Float1 Fused(Float1 left, Float1 right, Float1 addend) =>
        new((left._value * right._value) + addend._value);

    public static Float1 Max(Float1 left, Float1 right) => new(MathF.Max(left._value, right._value));

    public static Float1 Min(Float1 left, Float1 right) => new(MathF.Min(left._value, right._value));

    public static Float1 Sqrt(Float1 value) => new(MathF.Sqrt(value._value));

    public static Float1 PowerOfTwo(Float1 biased) =>
        new(BitConverter.Int32BitsToSingle((BitConverter.SingleToInt32Bits(biased._value) << 23) + 0x3F800000));

    public void Store(ref float start, int index) => Unsafe.Add(ref start, index) = _value;

    public unsafe void Store(float* target) => *target = _value;

    public float Sum() => _value;

    public float MaxElement() => _value;
}
