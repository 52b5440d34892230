using System.Numerics;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Sandbox.Replay;

/// <summary>Reads results of host calls, accounted for in the run that gets them.</summary>
internal sealed class ValueReader(RunContext ctx)
{
    // One type for each shape, so that records from before and after a suspension are of the same class.
    private readonly Dictionary<string, RecordType> _recordTypes = new(StringComparer.Ordinal);

    /// <summary>Reads one value.</summary>
    /// <param name="input">Where it begins.</param>
    /// <param name="arguments">Objects of the program among the call's arguments.</param>
    internal PyValue Read(SavedReader input, IReadOnlyList<PyObject> arguments) =>
        new OneValue(this, input, arguments).Read(0);

    private static string Shape(string name, IReadOnlyList<string> fields) => $"{name}({string.Join(",", fields)})";

    private RecordType Type(string name, string[] fields)
    {
        var shape = Shape(name, fields);
        if (!_recordTypes.TryGetValue(shape, out var type))
            _recordTypes.Add(shape, type = new RecordType(name, fields));
        return type;
    }

    private sealed class OneValue(ValueReader types, SavedReader input, IReadOnlyList<PyObject> arguments)
    {
        private readonly List<PyObject> _seen = [];
        private readonly RunContext _ctx = types.Context;

        internal PyValue Read(int depth)
        {
            if (depth > ValueWriter.MaxDepth) throw input.Damaged("a value is nested too deeply");
            var tag = (ValueTag)input.Byte();
            return tag switch
            {
                ValueTag.None => PyValue.None,
                ValueTag.False => PyValue.False,
                ValueTag.True => PyValue.True,
                ValueTag.Int => PyValue.Int(input.Signed()),
                ValueTag.Float => PyValue.Float(BitConverter.Int64BitsToDouble(input.Fixed())),
                ValueTag.Str => PyValue.Str(input.Text()),
                ValueTag.Bytes => PyValue.From(input.Bytes()),
                ValueTag.BigInt => PyValue.Int(new BigInteger(input.Bytes())),
                ValueTag.Ellipsis => PyValue.Ellipsis,
                ValueTag.NotImplemented => PyValue.NotImplemented,
                ValueTag.Again => PyValue.Of(At(_seen)),
                ValueTag.FromArguments => PyValue.Of(At(arguments)),
                ValueTag.Record => ReadRecord(depth),
                ValueTag.Dict => ReadDict(depth),
                _ => ReadItems(tag, depth),
            };
        }

        private PyObject At(IReadOnlyList<PyObject> objects)
        {
            var index = input.Int32();
            return index < objects.Count ? objects[index] : throw input.Damaged("a reference leads nowhere");
        }

        private PyValue ReadItems(ValueTag tag, int depth)
        {
            if (tag is not (ValueTag.List or ValueTag.Tuple or ValueTag.Set or ValueTag.FrozenSet))
                throw input.Damaged("a value has an unknown kind");
            var count = input.Count();
            _ctx.Meter.Reserve(16L * count);
            if (tag is ValueTag.Set or ValueTag.FrozenSet)
                return ReadSet(new PySet(tag == ValueTag.FrozenSet), count, depth);
            var items = new PyValue[count];
            PyObject value = tag == ValueTag.List ? new PyList(items) : count == 0 ? PyTuple.Empty : new PyTuple(items);
            _seen.Add(value);
            for (var i = 0; i < count; i++) items[i] = Read(depth + 1);
            return PyValue.Of(value);
        }

        private PyValue ReadSet(PySet set, int count, int depth)
        {
            _seen.Add(set);
            for (var i = 0; i < count; i++) set.Add(_ctx, Read(depth + 1));
            return PyValue.Of(set);
        }

        private PyValue ReadDict(int depth)
        {
            var count = input.Count();
            var dict = new PyDict();
            _seen.Add(dict);
            for (var i = 0; i < count; i++)
            {
                var key = Read(depth + 1);
                dict.Set(_ctx, key, Read(depth + 1));
            }
            return PyValue.Of(dict);
        }

        private PyValue ReadRecord(int depth)
        {
            var name = input.Text();
            var fields = new string[input.Count()];
            for (var i = 0; i < fields.Length; i++) fields[i] = input.Text();
            if (fields.Distinct(StringComparer.Ordinal).Count() != fields.Length)
                throw input.Damaged("a record has a field twice");
            var values = new PyValue[fields.Length];
            var record = new PyRecord(types.Type(name, fields), values);
            _seen.Add(record);
            for (var i = 0; i < values.Length; i++) values[i] = Read(depth + 1);
            return PyValue.Of(record);
        }
    }

    private RunContext Context { get; } = ctx;
}
