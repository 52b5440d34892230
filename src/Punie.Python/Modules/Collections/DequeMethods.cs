using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules.Collections;

/// <summary>The methods of <c>deque</c>.</summary>
internal static class DequeMethods
{
    private static readonly Signature Constructor = Signature.Parse("iterable=?, maxlen=None");

    internal static void Define()
    {
        PyDeque.DequeType.New = New;
        PyDeque.DequeType.Define("maxlen",
            PyValue.Of(
                new NativeProperty("maxlen", (_, self) =>
                    ((PyDeque)self.Ref!).Limit is { } limit ? PyValue.Int(limit) : PyValue.None)));
        PyDeque.DequeType.Define(
            new NativeFunction("append", "self, item, /", (ctx, a) => Append(ctx, a, left: false)),
            new NativeFunction("appendleft", "self, item, /", (ctx, a) => Append(ctx, a, left: true)),
            new NativeFunction("clear", "self, /", Clear),
            new NativeFunction("copy", "self, /", (ctx, a) => Copy(ctx, Deque(a))),
            new NativeFunction("count", "self, value, /", Count),
            new NativeFunction("extend", "self, iterable, /", (ctx, a) => Extend(ctx, a, left: false)),
            new NativeFunction("extendleft", "self, iterable, /", (ctx, a) => Extend(ctx, a, left: true)),
            new NativeFunction("index", "self, value, start=0, stop=None, /", Index),
            new NativeFunction("insert", "self, index, value, /", Insert),
            new NativeFunction("pop", "self, /", (ctx, a) => NotEmpty(ctx, a).RemoveLast()),
            new NativeFunction("popleft", "self, /", (ctx, a) => NotEmpty(ctx, a).RemoveFirst()),
            new NativeFunction("remove", "self, value, /", Remove),
            new NativeFunction("reverse", "self, /", Reverse),
            new NativeFunction("rotate", "self, n=1, /", Rotate));
    }

    private static PyDeque Deque(ReadOnlySpan<PyValue> a) => (PyDeque)a[0].Ref!;

    private static PyDeque NotEmpty(RunContext ctx, ReadOnlySpan<PyValue> a) =>
        Deque(a) is { Count: > 0 } deque ? deque : throw ctx.IndexError("pop from an empty deque");

    private static PyValue New(RunContext ctx, PyType type, Arguments arguments)
    {
        Span<PyValue> a = [default, default];
        Constructor.Bind(ctx, new SignatureOwner("deque", false), arguments, a);
        int? limit = null;
        if (!a[1].IsNone)
        {
            limit = ctx.ClampedInt32(a[1]);
            if (limit < 0) throw ctx.ValueError("maxlen must be non-negative");
        }
        var deque = new PyDeque(limit);
        ctx.Meter.Allocated(deque, 200);
        if (!a[0].IsUnbound) Fill(ctx, deque, a[0], left: false);
        return PyValue.Of(deque);
    }

    private static void Fill(RunContext ctx, PyDeque deque, PyValue source, bool left)
    {
        var iterator = ReferenceEquals(source.Ref, deque)
            ? new PyTupleIterator(deque.ToArray(ctx))
            : ctx.Iterate(source);
        while (iterator.Next(ctx, out var item))
        {
            ctx.Step();
            if (left) deque.AddFirst(ctx, item);
            else deque.AddLast(ctx, item);
        }
    }

    private static PyValue Append(RunContext ctx, ReadOnlySpan<PyValue> a, bool left)
    {
        if (left) Deque(a).AddFirst(ctx, a[1]);
        else Deque(a).AddLast(ctx, a[1]);
        return PyValue.None;
    }

    private static PyValue Extend(RunContext ctx, ReadOnlySpan<PyValue> a, bool left)
    {
        Fill(ctx, Deque(a), a[1], left);
        return PyValue.None;
    }

    private static PyValue Clear(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        Deque(a).Clear();
        return PyValue.None;
    }

    private static PyValue Copy(RunContext ctx, PyDeque deque)
    {
        var copy = new PyDeque(deque.Limit);
        Fill(ctx, copy, deque.AsValue, left: false);
        return ctx.New(copy, 96);
    }

    private static int Find(RunContext ctx, PyDeque deque, PyValue value, (long Start, long Stop) range)
    {
        for (var i = range.Start; i < range.Stop && i < deque.Count; i++)
        {
            ctx.Step();
            if (ctx.AreSame(deque[(int)i], value)) return (int)i;
        }
        return -1;
    }

    private static PyValue Count(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var count = 0;
        foreach (var item in Deque(a).ToArray(ctx))
        {
            ctx.Step();
            if (ctx.AreSame(item, a[1])) count++;
        }
        return PyValue.Int(count);
    }

    private static PyValue Index(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var deque = Deque(a);
        var index = Find(ctx, deque, a[1], Builtins.Given.Range(ctx, (a[2], a[3]), deque.Count));
        return index >= 0 ? PyValue.Int(index) : throw ctx.ValueError($"{ctx.Repr(a[1])} is not in deque");
    }

    private static PyValue Insert(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var deque = Deque(a);
        if (deque.Count == deque.Limit) throw ctx.IndexError("deque already at its maximum size");
        long index = ctx.ClampedInt32(a[1]);
        if (index < 0) index += deque.Count;
        index = Math.Clamp(index, 0, deque.Count);
        deque.AddLast(ctx, a[2]);
        ctx.Tick((deque.Count - index) >> 4);
        for (var i = deque.Count - 1; i > index; i--) deque[i] = deque[i - 1];
        deque[(int)index] = a[2];
        return PyValue.None;
    }

    private static PyValue Remove(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var deque = Deque(a);
        var index = Find(ctx, deque, a[1], (0, deque.Count));
        if (index < 0) throw ctx.ValueError($"{ctx.Repr(a[1])} is not in deque");
        deque.RemoveAt(ctx, index);
        return PyValue.None;
    }

    private static PyValue Reverse(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var deque = Deque(a);
        var items = deque.ToArray(ctx);
        for (var i = 0; i < items.Length; i++) deque[i] = items[^(i + 1)];
        return PyValue.None;
    }

    private static PyValue Rotate(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var deque = Deque(a);
        if (deque.Count < 2) return PyValue.None;
        var shift = (int)(ctx.Int64(a[1]) % deque.Count);
        ctx.Tick(Math.Abs(shift) >> 4);
        for (; shift > 0; shift--) deque.AddFirst(ctx, deque.RemoveLast());
        for (; shift < 0; shift++) deque.AddLast(ctx, deque.RemoveFirst());
        return PyValue.None;
    }
}
