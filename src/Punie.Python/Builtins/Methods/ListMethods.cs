using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Builtins.Methods;

/// <summary>The methods of <c>list</c>.</summary>
internal static class ListMethods
{
    internal static void Define() => Types.List.Define(
        new NativeFunction("append", "self, object, /", Append),
        new NativeFunction("clear", "self, /", Clear),
        new NativeFunction("copy", "self, /", (ctx, a) => ctx.NewList(ctx.ToArray(a[0]))),
        new NativeFunction("count", "self, value, /", Count),
        new NativeFunction("extend", "self, iterable, /", Extend),
        new NativeFunction("index", "self, value, start=None, stop=None, /", Index),
        new NativeFunction("insert", "self, index, object, /", Insert),
        new NativeFunction("pop", "self, index=-1, /", Pop),
        new NativeFunction("remove", "self, value, /", Remove),
        new NativeFunction("reverse", "self, /", Reverse),
        new NativeFunction("sort", "self, /, *, key=None, reverse=False", Sort));

    private static PyList List(ReadOnlySpan<PyValue> a) => (PyList)a[0].Ref!;

    private static PyValue Append(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        List(a).Add(ctx, a[1]);
        return PyValue.None;
    }

    private static PyValue Clear(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        List(a).Truncate(0);
        return PyValue.None;
    }

    private static PyValue Count(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var list = List(a);
        var count = 0;
        for (var i = 0; i < list.Count; i++)
        {
            ctx.Step();
            if (ctx.AreSame(list[i], a[1])) count++;
        }
        return PyValue.Int(count);
    }

    private static PyValue Extend(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        List(a).Extend(ctx, a[1]);
        return PyValue.None;
    }

    private static PyValue Index(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var list = List(a);
        var (start, stop) = Given.Range(ctx, (a[2], a[3]), list.Count);
        for (var i = start; i < stop && i < list.Count; i++)
        {
            ctx.Step();
            if (ctx.AreSame(list[(int)i], a[1])) return PyValue.Int(i);
        }
        throw ctx.ValueError($"{ctx.Repr(a[1])} is not in list");
    }

    private static PyValue Insert(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var list = List(a);
        long index = ctx.ClampedInt32(a[1]);
        if (index < 0) index += list.Count;
        list.Insert(ctx, (int)Math.Clamp(index, 0, list.Count), a[2]);
        return PyValue.None;
    }

    private static PyValue Pop(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var list = List(a);
        var index = ctx.Int64(a[1]);
        if (list.Count == 0) throw ctx.IndexError("pop from empty list");
        if (index < 0) index += list.Count;
        if ((ulong)index >= (ulong)list.Count) throw ctx.IndexError("pop index out of range");
        ctx.Tick((list.Count - index) >> 6);
        var value = list[(int)index];
        list.RemoveAt((int)index);
        return value;
    }

    private static PyValue Remove(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var list = List(a);
        for (var i = 0; i < list.Count; i++)
        {
            ctx.Step();
            if (!ctx.AreSame(list[i], a[1])) continue;
            if (i < list.Count) list.RemoveAt(i);
            return PyValue.None;
        }
        throw ctx.ValueError("list.remove(x): x not in list");
    }

    private static PyValue Reverse(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        ctx.Tick(List(a).Count >> 6);
        List(a).AsSpan().Reverse();
        return PyValue.None;
    }

    private static PyValue Sort(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var list = List(a);
        var reverse = ctx.Truth(a[2]);
        // The list is empty while it is sorted, so that a key function cannot disturb it.
        var items = list.TakeItems();
        PyRaise? failure = null;
        try
        {
            Sorting.Sort(ctx, items, Given.OptionalFunction(a[1]), reverse);
        }
        catch (PyRaise raise)
        {
            failure = raise;
        }
        var changed = list.Count > 0;
        list.Replace(ctx, items);
        if (failure is not null) throw failure;
        return changed ? throw ctx.ValueError("list modified during sort") : PyValue.None;
    }
}
