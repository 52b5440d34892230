namespace Punie.Model.Tensors;

/// <summary>One SIMD register of floats: kernels are written once over it and compiled for each width.</summary>
internal interface IFloatVector<TSelf>
    where TSelf : struct, IFloatVector<TSelf>
{
    static abstract int Count { get; }

    static abstract TSelf Create(float value);

    static abstract TSelf Load(ref readonly float start, int index);

    static abstract unsafe TSelf Load(float* source);

    static abstract TSelf operator +(TSelf left, TSelf right);

    static abstract TSelf operator -(TSelf left, TSelf right);

    static abstract TSelf operator *(TSelf left, TSelf right);

    static abstract TSelf operator /(TSelf left, TSelf right);

    /// <summary>left * right + addend, rounded once where the machine can.</summary>
    static abstract TSelf Fused(TSelf left, TSelf right, TSelf addend);

    static abstract TSelf Max(TSelf left, TSelf right);

    static abstract TSelf Min(TSelf left, TSelf right);

    static abstract TSelf Sqrt(TSelf value);

    /// <summary>
    /// 2^n for each n + 1.5 * 2^23: the sum's low bits are the integer n, ready to become an exponent.
    /// </summary>
    static abstract TSelf PowerOfTwo(TSelf biased);

    void Store(ref float start, int index);

    unsafe void Store(float* target);

    float Sum();

    float MaxElement();
}
