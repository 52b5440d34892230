using System.Numerics;
using System.Runtime.CompilerServices;
using Punie.Python.Sandbox.Objects;

namespace Punie.Python.Sandbox;

/// <summary>The kinds of value that a host can tell apart.</summary>
public enum PyKind
{
    /// <summary><c>None</c>.</summary>
    None,

    /// <summary><c>True</c> or <c>False</c>.</summary>
    Bool,

    /// <summary>An integer of any size.</summary>
    Int,

    /// <summary>A float.</summary>
    Float,

    /// <summary>Text.</summary>
    Str,

    /// <summary>Bytes.</summary>
    Bytes,

    /// <summary>A list.</summary>
    List,

    /// <summary>A tuple.</summary>
    Tuple,

    /// <summary>A dict.</summary>
    Dict,

    /// <summary>A set or frozenset.</summary>
    Set,

    /// <summary>A host record.</summary>
    Record,

    /// <summary>A function, class, instance or anything else that only has meaning inside the program.</summary>
    Other,
}

/// <summary>A Python value: two machine words, no boxing for bool, int64 and float.</summary>
/// <remarks>
/// <see cref="Ref"/> is the tag as well: a <see cref="PyTag"/> for the unboxed kinds, a <see cref="string"/> for text,
/// a <see cref="PyObject"/> for everything else, and null for "no value" (an unbound variable, an absent argument).
/// </remarks>
public readonly partial struct PyValue
{
    internal readonly object? Ref;

    // int64 value, double bits, 0/1 for bool; for text the length in code points.
    internal readonly long Bits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal PyValue(object? reference, long bits)
    {
        Ref = reference;
        Bits = bits;
    }

    internal static PyValue True => new(PyTag.Bool, 1);

    internal static PyValue False => new(PyTag.Bool, 0);

    internal static PyValue NotImplemented => new(PyTag.NotImplemented, 0);

    internal static PyValue Ellipsis => new(PyTag.Ellipsis, 0);

    internal bool IsUnbound
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Ref is null;
    }

    /// <summary>True for an int64 that is not a bool; larger ints are <see cref="PyBigInt"/>.</summary>
    internal bool IsInt
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ReferenceEquals(Ref, PyTag.Int);
    }

    internal bool IsFloat
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ReferenceEquals(Ref, PyTag.Float);
    }

    internal bool IsBool
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ReferenceEquals(Ref, PyTag.Bool);
    }

    internal bool IsNone => ReferenceEquals(Ref, PyTag.None);

    internal bool IsNotImplemented => ReferenceEquals(Ref, PyTag.NotImplemented);

    internal bool IsText => Ref is string;

    internal double Double
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => BitConverter.Int64BitsToDouble(Bits);
    }

    /// <summary>
    /// The text of a value known to be text. Checked all the same: a wrong guess must not become a wild pointer.
    /// </summary>
    internal string Text
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (string)Ref!;
    }

    /// <summary>True when every code point of the text is one UTF-16 unit, so that indexes are offsets.</summary>
    internal bool IsBmp => Bits == Text.Length;

    /// <summary>The object of a value known to be neither text nor unbound.</summary>
    internal PyObject Object
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Ref is string ? throw NoObject() : Unsafe.As<PyObject>(Ref!);
    }

    internal PyType Type => Ref is string ? Types.Str : Object.Type;

    internal string TypeName => Type.ErrorName;

    private static InvalidCastException NoObject() => new("A text is no object.");

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static PyValue Int(long value) => new(PyTag.Int, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static PyValue Float(double value) => new(PyTag.Float, BitConverter.DoubleToInt64Bits(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static PyValue Bool(bool value) => new(PyTag.Bool, value ? 1 : 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static PyValue Of(PyObject value) => new(value, 0);

    /// <summary>An int of any size, in its one normal form.</summary>
    internal static PyValue Int(BigInteger value) =>
        value >= long.MinValue && value <= long.MaxValue ? Int((long)value) : Of(new PyBigInt(value));

    /// <summary>Text made inside a run; prefer <c>ctx.Text</c>, which accounts for it.</summary>
    internal static PyValue Str(string text) => new(text, CodePoints.Count(text));

    /// <summary>Text whose length in code points is known.</summary>
    internal static PyValue Str(string text, long codePoints) => new(text, codePoints);

    /// <summary>
    /// Overwrites a variable or item; one of the same kind without a new reference, which the garbage collector would
    /// have to note.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Store(ref PyValue target, PyValue value)
    {
        if (ReferenceEquals(target.Ref, value.Ref)) Unsafe.AsRef(in target.Bits) = value.Bits;
        else target = value;
    }

    /// <summary>Identity, Python's <c>is</c>.</summary>
    internal static bool Same(PyValue a, PyValue b) =>
        ReferenceEquals(a.Ref, b.Ref)
            ? a.Bits == b.Bits
            : a.Ref is string { Length: <= 1 } x && b.Ref is string y && x == y;
}
