using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Builtins;

/// <summary>
/// A <c>memoryview</c> of bytes: some of the positions of a <c>bytes</c> or <c>bytearray</c>, without a copy.
/// </summary>
internal sealed class PyMemoryView(PyObject source, int start, int count, long step) : PyObject(ViewType)
{
    internal static readonly PyType ViewType = PyType.Native("memoryview");

    private readonly PyObject _source = source;
    private readonly int _start = start;
    private readonly int _count = count;
    private readonly long _step = step;
    private bool _isReleased;

    internal static void Define()
    {
        ViewType.IsFinal = true;
        ViewType.New = New;
        ViewType.Define(
            new NativeFunction("tobytes", "self, /", (ctx, a) => Bytes(ctx, Self(a))),
            new NativeFunction("tolist", "self, /", (ctx, a) =>
                ctx.NewList([.. Self(a).ToArray(ctx).Select(b => PyValue.Int(b))])),
            new NativeFunction("hex", "self, /, *args", (ctx, a) =>
                ctx.Call(ctx.GetAttribute(Bytes(ctx, Self(a)), "hex"), ((PyTuple)a[1].Ref!).Items)),
            new NativeFunction("toreadonly", "self, /", (ctx, a) =>
                ctx.New(new PyMemoryView(new PyBytes(Self(a).ToArray(ctx)), 0, Self(a)._count, 1), 64)),
            new NativeFunction("release", "self, /", Release),
            new NativeFunction("__enter__", "self, /", (_, a) => a[0]),
            new NativeFunction("__exit__", "self, /, *args", Release));
        Add("obj", (_, v) => v._source.AsValue);
        Add("nbytes", (_, v) => PyValue.Int(v._count));
        Add("itemsize", (_, _) => PyValue.Int(1));
        Add("ndim", (_, _) => PyValue.Int(1));
        Add("format", (_, _) => PyValue.Str("B"));
        Add("readonly", (_, v) => PyValue.Bool(v._source is PyBytes));
        Add("contiguous", (_, v) => PyValue.Bool(v._step == 1 || v._count < 2));
        Add("shape", (ctx, v) => ctx.NewTuple([PyValue.Int(v._count)]));
        Add("strides", (ctx, v) => ctx.NewTuple([PyValue.Int(v._step)]));
    }

    /// <summary>The bytes that it shows.</summary>
    internal byte[] ToArray(RunContext ctx)
    {
        if (_isReleased) throw ctx.ValueError("operation forbidden on released memoryview object");
        ctx.Meter.Reserve(_count);
        ctx.Tick(_count >> 4);
        var bytes = new byte[_count];
        for (var i = 0; i < bytes.Length; i++) bytes[i] = Read(ctx, i);
        return bytes;
    }

    internal override PyValue Length(RunContext ctx) => PyValue.Int(_count);

    internal override bool Truth(RunContext ctx) => _count > 0;

    internal override string Repr(RunContext ctx) => $"<memory at 0x{ctx.Identity(this):x12}>";

    internal override PyIterator Iterate(RunContext ctx) => new PyBytesIterator(ToArray(ctx));

    internal override PyValue Compare(RunContext ctx, CompareOperator op, PyValue other) =>
        op is CompareOperator.Eq or CompareOperator.NotEq && ByteSource.Find(ctx, other) is { } right
            ? PyValue.Bool(ToArray(ctx).AsSpan().SequenceEqual(right) == (op == CompareOperator.Eq))
            : PyValue.NotImplemented;

    internal override long Hash(RunContext ctx) =>
        _source is PyBytes
            ? Hashing.OfBytes(ToArray(ctx))
            : throw ctx.ValueError("cannot hash writable memoryview object");

    internal override PyValue GetItem(RunContext ctx, PyValue key)
    {
        if (key.Ref is not PySlice slice) return PyValue.Int(Read(ctx, Position(ctx, key)));
        var (start, count, step) = slice.Resolve(ctx, _count);
        return ctx.New(new PyMemoryView(_source, (int)(_start + start * _step), count, step * _step), 64);
    }

    internal override void SetItem(RunContext ctx, PyValue key, PyValue value)
    {
        if (_source is not PyByteArray array) throw ctx.TypeError("cannot modify read-only memory");
        if (key.Ref is not PySlice slice)
        {
            var item = ByteSource.One(ctx, value);
            array.Content[Place(ctx, Position(ctx, key))] = item;
            return;
        }
        var (start, count, step) = slice.Resolve(ctx, _count);
        var bytes = ByteSource.Read(ctx, value);
        if (bytes.Length != count)
            throw ctx.ValueError("memoryview assignment: lvalue and rvalue have different structures");
        ctx.Tick(count >> 4);
        for (var i = 0; i < count; i++) array.Content[Place(ctx, (int)(start + i * step))] = bytes[i];
    }

    private static PyMemoryView Self(ReadOnlySpan<PyValue> a) => (PyMemoryView)a[0].Ref!;

    private static void Add(string name, Func<RunContext, PyMemoryView, PyValue> read) =>
        ViewType.Define(name, PyValue.Of(new NativeProperty(name, (ctx, self) => read(ctx, (PyMemoryView)self.Ref!))));

    private static PyValue New(RunContext ctx, PyType type, Arguments a)
    {
        if (a.Values.Length != 1) throw ctx.TypeError("memoryview() missing required argument 'object' (pos 1)");
        return ctx.Unwrap(a.Values[0]).Ref switch
        {
            PyBytes bytes => ctx.New(new PyMemoryView(bytes, 0, bytes.Value.Length, 1), 64),
            PyByteArray array => ctx.New(new PyMemoryView(array, 0, array.Content.Count, 1), 64),
            PyMemoryView view => ctx.New(new PyMemoryView(view._source, view._start, view._count, view._step), 64),
            _ => throw ctx.TypeError($"memoryview: a bytes-like object is required, not '{a.Values[0].TypeName}'"),
        };
    }

    private static PyValue Bytes(RunContext ctx, PyMemoryView view) =>
        ctx.New(new PyBytes(view.ToArray(ctx)), 48 + view._count);

    private static PyValue Release(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        Self(a)._isReleased = true;
        return PyValue.None;
    }

    private byte Read(RunContext ctx, int index) =>
        _source is PyBytes bytes ? bytes.Value[Place(ctx, index)] : ((PyByteArray)_source).Content[Place(ctx, index)];

    // A bytearray may have become shorter since.
    private int Place(RunContext ctx, int index)
    {
        if (_isReleased) throw ctx.ValueError("operation forbidden on released memoryview object");
        var place = _start + index * _step;
        var length = _source is PyBytes bytes ? bytes.Value.Length : ((PyByteArray)_source).Content.Count;
        return place >= 0 && place < length ? (int)place : throw ctx.IndexError("index out of bounds on dimension 1");
    }

    private int Position(RunContext ctx, PyValue key)
    {
        if (!ctx.TryIndex(key, out var index)) throw ctx.TypeError("memoryview: invalid slice key");
        if (index.Sign < 0) index += _count;
        return index.Sign >= 0 && index < _count
            ? (int)index
            : throw ctx.IndexError("index out of bounds on dimension 1");
    }
}
