using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Sandbox;

/// <summary>What a host can make and read.</summary>
public readonly partial struct PyValue
{
    /// <summary><c>None</c>.</summary>
    public static PyValue None => new(PyTag.None, 0);

    /// <summary>Which kind of value this is. A value never set counts as <c>None</c>.</summary>
    public PyKind Kind => Ref switch
    {
        null => PyKind.None,
        string => PyKind.Str,
        PyTag tag => tag.Kind,
        PyBigInt => PyKind.Int,
        PyList => PyKind.List,
        PyTuple => PyKind.Tuple,
        PyDict => PyKind.Dict,
        PySet => PyKind.Set,
        PyBytes => PyKind.Bytes,
        PyRecord => PyKind.Record,
        _ => PyKind.Other,
    };

    /// <summary>A bool.</summary>
    public static PyValue From(bool value) => Bool(value);

    /// <summary>An int.</summary>
    public static PyValue From(long value) => Int(value);

    /// <summary>An int of any size.</summary>
    public static PyValue From(BigInteger value) => Int(value);

    /// <summary>A float.</summary>
    public static PyValue From(double value) => Float(value);

    /// <summary>Text.</summary>
    public static PyValue From(string value) => Str(value);

    /// <summary>Bytes.</summary>
    public static PyValue From(ReadOnlySpan<byte> value) => Of(new PyBytes(value.ToArray()));

    /// <summary>A new list.</summary>
    public static PyValue List(params IEnumerable<PyValue> items) => Of(new PyList([.. items]));

    /// <summary>A tuple.</summary>
    public static PyValue Tuple(params IEnumerable<PyValue> items) => Of(new PyTuple([.. items]));

    /// <summary>A new dict with text keys, in the given order.</summary>
    public static PyValue Dict(params IEnumerable<KeyValuePair<string, PyValue>> entries)
    {
        var dict = new PyDict();
        foreach (var (key, value) in entries) dict.SetText(key, value);
        return Of(dict);
    }

    /// <summary>A record; one value for each field of the type.</summary>
    public static PyValue Record(RecordType type, params IEnumerable<PyValue> values)
    {
        PyValue[] fields = [.. values];
        if (fields.Length != type.Fields.Count)
            throw new ArgumentException($"{type.Name} has {type.Fields.Count} fields, not {fields.Length}.",
                nameof(values));
        return Of(new PyRecord(type, fields));
    }

    /// <summary>Reads a bool.</summary>
    public bool TryGetBool(out bool value)
    {
        value = Bits != 0;
        return IsBool;
    }

    /// <summary>Reads an int that fits into 64 bits.</summary>
    public bool TryGetInt64(out long value)
    {
        value = Bits;
        return IsInt;
    }

    /// <summary>Reads a float, or an int as a float.</summary>
    public bool TryGetDouble(out double value)
    {
        value = IsFloat ? Double : Bits;
        return IsFloat || IsInt;
    }

    /// <summary>Reads text.</summary>
    public bool TryGetString([NotNullWhen(true)] out string? value)
    {
        value = Ref as string;
        return value is not null;
    }

    /// <summary>Reads the items of a list or tuple, as they are now.</summary>
    public bool TryGetItems([NotNullWhen(true)] out IReadOnlyList<PyValue>? items)
    {
        items = Ref switch
        {
            PyList list => list.AsSpan().ToArray(),
            PyTuple tuple => tuple.Items.AsSpan().ToArray(),
            _ => null,
        };
        return items is not null;
    }

    /// <summary>Reads the entries of a dict, in order, as they are now.</summary>
    public bool TryGetEntries([NotNullWhen(true)] out IReadOnlyList<KeyValuePair<PyValue, PyValue>>? entries)
    {
        entries = (Ref as PyDict)?.ToPairs();
        return entries is not null;
    }

    /// <summary>Reads a record.</summary>
    public bool TryGetRecord([NotNullWhen(true)] out RecordType? type,
        [NotNullWhen(true)] out IReadOnlyList<PyValue>? values)
    {
        var record = Ref as PyRecord;
        type = record?.RecordType;
        values = record?.Values;
        return record is not null;
    }

    /// <summary>What <c>str</c> gives; runs no code of the program, so its own classes show as plain objects.</summary>
    public string ToText() => Ref is string text ? text : Repr();

    /// <summary>
    /// What <c>repr</c> gives; runs no code of the program, so its own classes show as plain objects.
    /// </summary>
    public string Repr() => DetachedText.Repr(this);

    /// <inheritdoc/>
    public override string ToString() => Repr();
}
