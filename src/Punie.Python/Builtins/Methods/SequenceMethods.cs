using System.Numerics;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Builtins.Methods;

/// <summary>The methods of <c>tuple</c>, <c>range</c> and <c>slice</c>.</summary>
internal static class SequenceMethods
{
    internal static void Define()
    {
        Types.Tuple.Define(
            new NativeFunction("count", "self, value, /", TupleCount),
            new NativeFunction("index", "self, value, start=None, stop=None, /", TupleIndex));
        Types.Range.Define(
            new NativeFunction("count", "self, value, /", (ctx, a) =>
                PyValue.Int(RangeIndex(ctx, a).Sign >= 0 ? 1 : 0)),
            new NativeFunction("index", "self, value, /", (ctx, a) =>
                RangeIndex(ctx, a) is { Sign: >= 0 } at
                ? PyValue.Int(at)
                : throw ctx.ValueError($"{ctx.Repr(a[1])} is not in range")));
        Types.Range.Define("start", Property("start", r => r.Start));
        Types.Range.Define("stop", Property("stop", r => r.Stop));
        Types.Range.Define("step", Property("step", r => r.Step));
        Types.Slice.New = NewSlice;
        Types.Slice.Define(new NativeFunction("indices", "self, length, /", Indices));
    }

    private static PyValue Property(string name, Func<PyRange, BigInteger> read) =>
        PyValue.Of(new NativeProperty(name, (_, self) => PyValue.Int(read((PyRange)self.Ref!))));

    private static PyValue TupleCount(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var count = 0;
        foreach (var item in ((PyTuple)a[0].Ref!).Items)
        {
            ctx.Step();
            if (ctx.AreSame(item, a[1])) count++;
        }
        return PyValue.Int(count);
    }

    private static PyValue TupleIndex(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var items = ((PyTuple)a[0].Ref!).Items;
        var (start, stop) = Given.Range(ctx, (a[2], a[3]), items.Length);
        for (var i = start; i < stop; i++)
        {
            ctx.Step();
            if (ctx.AreSame(items[i], a[1])) return PyValue.Int(i);
        }
        throw ctx.ValueError("tuple.index(x): x not in tuple");
    }

    private static BigInteger RangeIndex(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        if (ctx.TryInteger(a[1], out var value)) return ((PyRange)a[0].Ref!).IndexOf(value);
        if (ctx.Unwrap(a[1]) is { IsFloat: true } number && double.IsFinite(number.Double)
            && Math.Floor(number.Double) == number.Double) return ((PyRange)a[0].Ref!)
            .IndexOf(new BigInteger(number.Double));
        return BigInteger.MinusOne;
    }

    private static PyValue NewSlice(RunContext ctx, PyType type, Arguments a)
    {
        if (a.Keywords is not null) throw ctx.TypeError("slice() takes no keyword arguments");
        return a.Values.Length switch
        {
            1 => ctx.New(new PySlice(PyValue.None, a.Values[0], PyValue.None)),
            2 => ctx.New(new PySlice(a.Values[0], a.Values[1], PyValue.None)),
            3 => ctx.New(new PySlice(a.Values[0], a.Values[1], a.Values[2])),
            0 => throw ctx.TypeError("slice expected at least 1 argument, got 0"),
            _ => throw ctx.TypeError($"slice expected at most 3 arguments, got {a.Values.Length}"),
        };
    }

    private static PyValue Indices(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        if (!ctx.TryIndex(a[1], out var length))
            throw ctx.TypeError($"'{a[1].TypeName}' object cannot be interpreted as an integer");
        if (length.Sign < 0) throw ctx.ValueError("length should not be negative");
        var (start, stop, step) = ((PySlice)a[0].Ref!).Bounds(ctx, length);
        return ctx.NewTuple([PyValue.Int(start), PyValue.Int(stop), PyValue.Int(step)]);
    }
}
