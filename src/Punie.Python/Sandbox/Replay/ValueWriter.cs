using Punie.Python.Sandbox.Objects;

namespace Punie.Python.Sandbox.Replay;

/// <summary>Writes one value: the arguments of a call to recognise it by, or its result to give it again.</summary>
internal sealed class ValueWriter
{
    internal const int MaxDepth = 200;

    private readonly SavedWriter _output;
    private readonly IReadOnlyList<PyObject>? _arguments;
    private readonly Dictionary<object, int> _seen = new(ReferenceEqualityComparer.Instance);
    private readonly List<PyObject> _opaque = [];

    private ValueWriter(SavedWriter output, IReadOnlyList<PyObject>? arguments)
    {
        _output = output;
        _arguments = arguments;
    }

    private bool IsDescription => _arguments is null;

    /// <summary>Writes what can be said about arguments.</summary>
    /// <returns>
    /// The objects among them that only have meaning inside the program, and how many values there were.
    /// </returns>
    internal static (IReadOnlyList<PyObject> Opaque, long Values) Describe(SavedWriter output,
        ReadOnlySpan<PyValue> arguments)
    {
        var writer = new ValueWriter(output, null);
        foreach (var argument in arguments) writer.Write(argument, 0);
        return (writer._opaque, writer.Values);
    }

    /// <summary>Writes a result; null, or why it cannot be written.</summary>
    internal static string? WriteResult(SavedWriter output, PyValue result, IReadOnlyList<PyObject> arguments)
    {
        var writer = new ValueWriter(output, arguments);
        return writer.Write(result, 0) ? null : writer.Problem;
    }

    private string? Problem { get; set; }

    private long Values { get; set; }

    private bool Write(PyValue value, int depth)
    {
        Values++;
        if (value.Ref is string text)
        {
            Tag(ValueTag.Str);
            _output.Text(text);
            return true;
        }
        if (value.IsUnbound || value.Ref is PyTag) return WriteScalar(value);
        if (_seen.TryGetValue(value.Object, out var index))
        {
            Tag(ValueTag.Again);
            _output.Number((ulong)index);
            return true;
        }
        return depth < MaxDepth ? WriteObject(value.Object, depth) : WriteTooDeep();
    }

    private bool WriteScalar(PyValue value)
    {
        if (value.IsInt)
        {
            Tag(ValueTag.Int);
            _output.Signed(value.Bits);
        }
        else if (value.IsFloat)
        {
            Tag(ValueTag.Float);
            _output.Fixed(value.Bits);
        }
        else if (value.IsBool) Tag(value.Bits != 0 ? ValueTag.True : ValueTag.False);
        else if (value.IsNotImplemented) Tag(ValueTag.NotImplemented);
        else Tag(value.Ref == PyTag.Ellipsis ? ValueTag.Ellipsis : ValueTag.None);
        return true;
    }

    private bool WriteObject(PyObject value, int depth)
    {
        switch (value)
        {
            case PyBigInt big:
                Tag(ValueTag.BigInt);
                _output.Bytes(big.Value.ToByteArray());
                return true;
            case PyBytes bytes:
                Tag(ValueTag.Bytes);
                _output.Bytes(bytes.Value);
                return true;
            case PyList list: return WriteItems(ValueTag.List, list, list.AsSpan(), depth);
            case PyTuple tuple: return WriteItems(ValueTag.Tuple, tuple, tuple.Items, depth);
            case PySet set:
                return WriteItems(set.IsFrozen
                ? ValueTag.FrozenSet
                : ValueTag.Set, set, Elements(set), depth);
            case PyDict { Variant: null } dict: return WriteDict(dict, depth);
            case PyRecord record: return WriteRecord(record, depth);
            default: return WriteOpaque(value);
        }
    }

    private bool WriteItems(ValueTag tag, PyObject owner, ReadOnlySpan<PyValue> items, int depth)
    {
        _seen.Add(owner, _seen.Count);
        Tag(tag);
        _output.Number((ulong)items.Length);
        return WriteAll(items, depth);
    }

    private bool WriteAll(ReadOnlySpan<PyValue> items, int depth)
    {
        foreach (var item in items)
        {
            if (!Write(item, depth + 1)) return false;
        }
        return true;
    }

    private static PyValue[] Elements(PySet set)
    {
        var elements = new PyValue[set.Count];
        var position = 0;
        for (var i = 0; set.NextKey(ref position, out var key); i++) elements[i] = key;
        return elements;
    }

    private bool WriteDict(PyDict dict, int depth)
    {
        _seen.Add(dict, _seen.Count);
        Tag(ValueTag.Dict);
        _output.Number((ulong)dict.Count);
        var position = 0;
        while (dict.NextEntry(ref position, out var key, out var value))
        {
            if (!Write(key, depth + 1) || !Write(value, depth + 1)) return false;
        }
        return true;
    }

    private bool WriteRecord(PyRecord record, int depth)
    {
        _seen.Add(record, _seen.Count);
        Tag(ValueTag.Record);
        _output.Text(record.RecordType.Name);
        _output.Number((ulong)record.RecordType.Fields.Count);
        foreach (var field in record.RecordType.Fields) _output.Text(field);
        return WriteAll(record.Values, depth);
    }

    private bool WriteOpaque(PyObject value)
    {
        if (IsDescription)
        {
            _seen.Add(value, _seen.Count);
            _opaque.Add(value);
            Tag(ValueTag.Opaque);
            _output.Text(value.Type.Name);
            return true;
        }
        for (var i = 0; i < _arguments!.Count; i++)
        {
            if (!ReferenceEquals(_arguments[i], value)) continue;
            Tag(ValueTag.FromArguments);
            _output.Number((ulong)i);
            return true;
        }
        Problem = $"a '{value.Type.Name}' object that is not among the arguments cannot be saved";
        return false;
    }

    private bool WriteTooDeep()
    {
        Tag(ValueTag.TooDeep);
        Problem = "the result is nested too deeply to be saved";
        return IsDescription;
    }

    private void Tag(ValueTag tag) => _output.Byte((byte)tag);
}
