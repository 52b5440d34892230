using Punie.Python.Sandbox.Runtime;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Sandbox.Objects;

/// <summary>Immutable bytes; takes the array over.</summary>
internal sealed class PyBytes(byte[] value) : PyObject(Types.Bytes)
{
    internal byte[] Value { get; } = value;

    internal override bool Truth(RunContext ctx) => Value.Length > 0;

    internal override PyValue Length(RunContext ctx) => PyValue.Int(Value.Length);

    internal override PyIterator Iterate(RunContext ctx) => new PyBytesIterator(Value);

    internal override string Repr(RunContext ctx) => StringText.ReprBytes(ctx, Value);

    internal override long Hash(RunContext ctx)
    {
        ctx.Tick(Value.Length >> 8);
        return Hashing.OfBytes(Value);
    }

    internal override bool? Contains(RunContext ctx, PyValue item)
    {
        ctx.Tick(Value.Length >> 10);
        if (item.Ref is PyBytes part) return TextSearch.First<byte>(ctx, Value, part.Value) >= 0;
        if (!item.IsInt) throw ctx.TypeError($"a bytes-like object is required, not '{item.TypeName}'");
        if (item.Bits is < 0 or > 255) throw ctx.ValueError("byte must be in range(0, 256)");
        return Value.AsSpan().Contains((byte)item.Bits);
    }

    internal override PyValue Compare(RunContext ctx, CompareOperator op, PyValue other)
    {
        if (other.Ref is not PyBytes right) return PyValue.NotImplemented;
        ctx.Tick(Math.Min(Value.Length, right.Value.Length) >> 12);
        return PyValue.Bool(op.Holds(Value.AsSpan().SequenceCompareTo(right.Value)));
    }

    internal override PyValue GetItem(RunContext ctx, PyValue key)
    {
        if (key.Ref is PySlice slice) return ctx.New(new PyBytes(slice.Of<byte>(ctx, Value)));
        var index = key.IsInt ? key.Bits : ctx.IndexOf(key, "byte");
        if (index < 0) index += Value.Length;
        return (ulong)index < (ulong)Value.Length
            ? PyValue.Int(Value[index])
            : throw ctx.IndexError("index out of range");
    }

    internal override PyValue Binary(RunContext ctx, BinaryOperator op, PyValue other, bool reflected)
    {
        if (op == BinaryOperator.Mult)
            return ctx.RepeatCount(other) is { } n
            ? ctx.New(new PyBytes(ctx.Repeat<byte>(Value, n)))
            : PyValue.NotImplemented;
        if (op == BinaryOperator.Mod && !reflected) return Builtins.StringFormatting.PercentBytes(ctx, Value, other);
        if (op != BinaryOperator.Add || reflected) return PyValue.NotImplemented;
        if (Builtins.ByteSource.Find(ctx, other) is not { } right)
            throw ctx.TypeError($"can't concat {other.TypeName} to bytes");
        return ctx.New(new PyBytes(ctx.Concat<byte>(Value, right)));
    }
}

/// <summary>Walks bytes as ints.</summary>
internal sealed class PyBytesIterator(byte[] value) : PyIterator(Types.Iterator)
{
    private int _index;

    internal override bool Next(RunContext ctx, out PyValue value1)
    {
        var more = _index < value.Length;
        value1 = more ? PyValue.Int(value[_index++]) : default;
        return more;
    }
}
