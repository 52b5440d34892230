using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Builtins;

/// <summary>A <c>bytearray</c>; takes the list over.</summary>
internal sealed class PyByteArray(List<byte> content) : PyObject(ByteArrayType)
{
    internal static readonly PyType ByteArrayType = PyType.Native("bytearray");

    internal static void Define()
    {
        ByteArrayType.New = (ctx, _, a) => ctx.New(new PyByteArray([.. ByteSource.Construct(ctx, "bytearray", a)]));
        ByteArrayType.Define(
            new NativeFunction("append", "self, item, /", (ctx, a) =>
                Change(ctx, a, (b, c) => b.Add(ByteSource.One(ctx, c)))),
            new NativeFunction("extend", "self, iterable, /", (ctx, a) =>
                Change(ctx, a, (b, c) => b.AddRange(ByteSource.Construct(ctx, "bytearray", new Arguments([c]))))),
            new NativeFunction("insert", "self, index, item, /", Insert),
            new NativeFunction("remove", "self, value, /", RemoveFirst),
            new NativeFunction("clear", "self, /", Clear),
            new NativeFunction("copy", "self, /", (ctx, a) =>
                ctx.New(new PyByteArray([.. ((PyByteArray)a[0].Ref!).Content]))),
            new NativeFunction("pop", "self, index=-1, /", Pop),
            new NativeFunction("reverse", "self, /", Reverse));
    }

    internal List<byte> Content { get; } = content;

    internal byte[] ToArray() => [.. Content];

    internal override bool Truth(RunContext ctx) => Content.Count > 0;

    internal override PyValue Length(RunContext ctx) => PyValue.Int(Content.Count);

    internal override PyIterator Iterate(RunContext ctx) => new PyBytesIterator(ToArray());

    internal override string Repr(RunContext ctx) => $"bytearray({StringText.ReprBytes(ctx, ToArray())})";

    internal override long Hash(RunContext ctx) => throw ctx.Unhashable(AsValue);

    internal override bool? Contains(RunContext ctx, PyValue item) => new PyBytes(ToArray()).Contains(ctx, item);

    internal override PyValue Compare(RunContext ctx, CompareOperator op, PyValue other) =>
        ByteSource.Find(ctx, other) is { } right
        ? PyValue.Bool(op.Holds(ToArray().AsSpan().SequenceCompareTo(right)))
        : PyValue.NotImplemented;

    internal override PyValue GetItem(RunContext ctx, PyValue key)
    {
        if (key.Ref is PySlice slice) return ctx.New(new PyByteArray([.. slice.Of<byte>(ctx, ToArray())]));
        return PyValue.Int(Content[Position(ctx, key)]);
    }

    internal override void SetItem(RunContext ctx, PyValue key, PyValue value)
    {
        if (key.Ref is not PySlice slice)
        {
            // The value first: finding it may run code that changes the length.
            var item = ByteSource.One(ctx, value);
            Content[Position(ctx, key)] = item;
            return;
        }
        var bytes = ByteSource.Construct(ctx, "bytearray", new Arguments([value]));
        var (start, count, step) = slice.Resolve(ctx, Content.Count);
        if (step != 1) throw ctx.ValueError("only slices with step 1 can be assigned here");
        Shift(ctx, bytes.Length);
        Content.RemoveRange(start, count);
        Content.InsertRange(start, bytes);
    }

    internal override void DeleteItem(RunContext ctx, PyValue key)
    {
        if (key.Ref is not PySlice slice)
        {
            var at = Position(ctx, key);
            Shift(ctx, 0);
            Content.RemoveAt(at);
            return;
        }
        var (start, count, step) = slice.Resolve(ctx, Content.Count);
        ctx.Meter.Reserve(40L * count);
        ctx.Tick(Content.Count >> 2);
        var removed = new HashSet<int>(Enumerable.Range(0, count).Select(i => (int)(start + i * step)));
        var index = 0;
        Content.RemoveAll(_ => removed.Contains(index++));
    }

    internal override PyValue Binary(RunContext ctx, BinaryOperator op, PyValue other, bool reflected)
    {
        if (op == BinaryOperator.Mult)
            return ctx.RepeatCount(other) is { } n
            ? ctx.New(new PyByteArray([.. ctx.Repeat<byte>(ToArray(), n)]))
            : PyValue.NotImplemented;
        if (op != BinaryOperator.Add || ByteSource.Find(ctx, other) is not { } right) return PyValue.NotImplemented;
        return ctx.New(
            new PyByteArray([.. reflected ? ctx.Concat<byte>(right, ToArray()) : ctx.Concat<byte>(ToArray(), right)]));
    }

    internal override PyValue InPlace(RunContext ctx, BinaryOperator op, PyValue other)
    {
        if (op != BinaryOperator.Add || ByteSource.Find(ctx, other) is not { } right) return PyValue.NotImplemented;
        ctx.Meter.Reserve(2L * (Content.Count + right.Length));
        ctx.Meter.Allocated(this, right.Length);
        Content.AddRange(right);
        return AsValue;
    }

    private int Position(RunContext ctx, PyValue key)
    {
        var index = key.IsInt ? key.Bits : ctx.IndexOf(key, "bytearray");
        if (index < 0) index += Content.Count;
        return (ulong)index < (ulong)Content.Count ? (int)index : throw ctx.IndexError("bytearray index out of range");
    }

    private static PyValue Change(RunContext ctx, ReadOnlySpan<PyValue> a, Action<List<byte>, PyValue> change)
    {
        var array = (PyByteArray)a[0].Ref!;
        var before = array.Content.Count;
        ctx.Meter.Reserve(2L * before);
        change(array.Content, a[1]);
        ctx.Meter.Allocated(array, Math.Max(0, array.Content.Count - before));
        return PyValue.None;
    }

    // Before bytes move: what is behind them moves too, and more need room.
    private void Shift(RunContext ctx, int more)
    {
        ctx.Tick(Content.Count >> 10);
        ctx.Meter.Reserve(2L * (Content.Count + more));
        ctx.Meter.Allocated(this, more);
    }

    private static PyValue Insert(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var array = (PyByteArray)a[0].Ref!;
        var index = ctx.Int64(a[1]);
        var item = ByteSource.One(ctx, a[2]);
        array.Shift(ctx, 1);
        var content = array.Content;
        content.Insert((int)Math.Clamp(index < 0 ? index + content.Count : index, 0, content.Count), item);
        return PyValue.None;
    }

    private static PyValue RemoveFirst(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var content = ((PyByteArray)a[0].Ref!).Content;
        var value = ByteSource.One(ctx, a[1]);
        ctx.Tick(content.Count >> 6);
        return content.Remove(value) ? PyValue.None : throw ctx.ValueError("value not found in bytearray");
    }

    private static PyValue Clear(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        ((PyByteArray)a[0].Ref!).Content.Clear();
        return PyValue.None;
    }

    private static PyValue Pop(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var array = (PyByteArray)a[0].Ref!;
        if (array.Content.Count == 0) throw ctx.IndexError("pop from empty bytearray");
        var at = array.Position(ctx, a[1]);
        var value = PyValue.Int(array.Content[at]);
        array.Shift(ctx, 0);
        array.Content.RemoveAt(at);
        return value;
    }

    private static PyValue Reverse(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var content = ((PyByteArray)a[0].Ref!).Content;
        ctx.Tick(content.Count >> 6);
        content.Reverse();
        return PyValue.None;
    }
}
