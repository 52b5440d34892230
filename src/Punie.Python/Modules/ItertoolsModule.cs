using System.Globalization;
using Punie.Python.Builtins.Functions;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Modules;

/// <summary><c>itertools</c>; combinatorics are in <see cref="Combinatorics"/>.</summary>
internal static class ItertoolsModule
{
    private static readonly PyType Chain = Make("chain", "*iterables", (ctx, a) => Chained(ctx, ctx.Iterate(a[0])));
    private static readonly PyType Grouper = PyType.Native("_grouper", "itertools");
    private static readonly PyType TeeType = PyType.Native("_tee", "itertools");

    private static readonly PyType[] All =
    [
        Chain,
        Make("count", "start=0, step=1", Count),
        Make("cycle", "iterable, /", Cycle),
        Make("repeat", "object, times=?", Repeat),
        Make("islice", "iterable, start, stop=?, step=?, /", Slice),
        Make("accumulate", "iterable, func=None, *, initial=None", Accumulate),
        Make("batched", "iterable, n, *, strict=False", Batched),
        Make("compress", "data, selectors", Compress),
        Make("takewhile", "predicate, iterable, /", (ctx, a) => While(ctx, a, "takewhile")),
        Make("dropwhile", "predicate, iterable, /", (ctx, a) => While(ctx, a, "dropwhile")),
        Make("filterfalse", "function, iterable, /", (ctx, a) => While(ctx, a, "filterfalse")),
        Make("groupby", "iterable, key=None", GroupBy),
        Make("pairwise", "iterable, /", Pairwise),
        Make("starmap", "function, iterable, /", StarMap),
        Make("zip_longest", "*iterables, fillvalue=None", ZipLongest),
        .. Combinatorics.All,
    ];

    static ItertoolsModule() => Chain.Define("from_iterable", PyValue.Of(new PyClassMethod(PyValue.Of(
        new NativeFunction("from_iterable", "cls, iterable, /", (ctx, a) => Chained(ctx, ctx.Iterate(a[1])))))));

    internal static PyModule Load(RunContext ctx) => NativeModule.Make(
        "itertools", [new NativeFunction("tee", "iterable, n=2, /", Tee)],
        [.. All.Select(t => (t.Name, PyValue.Of(t)))]);

    internal static PyType Make(string name, string signature, NativeCall create) =>
        IterationFunctions.Make(name, signature, create, "itertools");

    internal static PyValue Lazy(RunContext ctx, string name, StepFunction step, Func<RunContext,
        string>? shown = null) =>
            ctx.New(new PyStepIterator(Array.Find(All, t => t.Name == name) ?? Types.Iterator, step) { Shown = shown });

    private static PyValue Chained(RunContext ctx, PyIterator sources)
    {
        PyIterator? current = null;
        return ctx.New(new PyStepIterator(Chain, (RunContext c, out PyValue value) =>
        {
            while (true)
            {
                if (current is not null && current.Next(c, out value)) return true;
                c.Step();
                if (!sources.Next(c, out var next))
                {
                    value = default;
                    return false;
                }
                current = c.Iterate(next);
            }
        }));
    }

    private static PyValue Count(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var (next, step) = (a[0], a[1]);
        foreach (var number in a)
        {
            if (!Numbers.IsNumber(ctx.Unwrap(number))
                && ctx.Unwrap(number).Ref is string or PyList or PyTuple or PyDict
                or PyTag { Kind: PyKind.None }) throw ctx.TypeError("a number is required");
        }
        return Lazy(ctx, "count", (RunContext c, out PyValue value) =>
        {
            value = next;
            next = c.Binary(BinaryOperator.Add, next, step);
            return true;
        }, c => step.IsInt && step.Bits == 1 ? $"count({c.Repr(next)})" : $"count({c.Repr(next)}, {c.Repr(step)})");
    }

    private static PyValue Cycle(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var source = ctx.Iterate(a[0]);
        var saved = new PyList();
        var index = -1;
        return Lazy(ctx, "cycle", (RunContext c, out PyValue value) =>
        {
            if (index < 0)
            {
                if (source.Next(c, out value))
                {
                    saved.Add(c, value);
                    return true;
                }
                index = 0;
            }
            value = saved.Count > 0 ? saved[index++ % saved.Count] : default;
            if (index == saved.Count) index = 0;
            return saved.Count > 0;
        });
    }

    private static PyValue Repeat(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var item = a[0];
        var left = a[1].IsUnbound ? long.MaxValue : ctx.Int64(a[1]);
        var endless = a[1].IsUnbound;
        return Lazy(ctx, "repeat", (RunContext c, out PyValue value) =>
        {
            value = item;
            return endless || left-- > 0;
        }, c => endless
            ? $"repeat({c.Repr(item)})"
            : string.Create(CultureInfo.InvariantCulture, $"repeat({c.Repr(item)}, {Math.Max(0, left)})"));
    }

    private static PyValue Slice(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var source = ctx.Iterate(a[0]);
        var (start, stop) = a[2].IsUnbound
            ? (0, Bound(ctx, a[1], long.MaxValue, "Stop argument for islice()"))
            : (Bound(ctx, a[1], 0, "Indices for islice()"),
            Bound(ctx, a[2], long.MaxValue, "Stop argument for islice()"));
        var step = a[3].IsUnbound || a[3].IsNone ? 1 : Bound(ctx, a[3], 1, "Step for islice()");
        if (step == 0) throw ctx.ValueError("Step for islice() must be a positive integer or None.");
        long at = 0, next = start;
        return Lazy(ctx, "islice", (RunContext c, out PyValue value) =>
        {
            value = default;
            while (at < next && at < stop)
            {
                c.Step();
                if (!source.Next(c, out _)) return false;
                at++;
            }
            if (next >= stop || !source.Next(c, out value)) return false;
            at++;
            next = next > long.MaxValue - step ? long.MaxValue : next + step;
            return true;
        });
    }

    private static long Bound(RunContext ctx, PyValue value, long otherwise, string what)
    {
        if (value.IsNone) return otherwise;
        if (ctx.TryIndex(value, out var number) && number.Sign >= 0 && number <= long.MaxValue) return (long)number;
        throw ctx.ValueError(what.StartsWith("Step", StringComparison.Ordinal)
            ? $"{what} must be a positive integer or None."
            : $"{what} must be None or an integer: 0 <= x <= sys.maxsize.");
    }

    private static PyValue Accumulate(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var source = ctx.Iterate(a[0]);
        var (function, initial) = (a[1], a[2]);
        PyValue total = default;
        return Lazy(ctx, "accumulate", (RunContext c, out PyValue value) =>
        {
            if (total.IsUnbound && !initial.IsNone)
            {
                value = total = initial;
                return true;
            }
            if (!source.Next(c, out value)) return false;
            if (!total.IsUnbound)
                value = function.IsNone ? c.Binary(BinaryOperator.Add, total, value) : c.Call(function, [total, value]);
            total = value;
            return true;
        });
    }

    private static PyValue Batched(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var source = ctx.Iterate(a[0]);
        var size = ctx.Int64(a[1]);
        var strict = ctx.Truth(a[2]);
        if (size < 1) throw ctx.ValueError("n must be at least one");
        return Lazy(ctx, "batched", (RunContext c, out PyValue value) =>
        {
            var items = new PyList();
            while (items.Count < size && source.Next(c, out var item))
            {
                c.Step();
                items.Add(c, item);
            }
            if (strict && items.Count > 0 && items.Count < size) throw c.ValueError("batched(): incomplete batch");
            value = c.NewTuple(items.AsSpan().ToArray());
            return items.Count > 0;
        });
    }

    private static PyValue Compress(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        PyIterator data = ctx.Iterate(a[0]), selectors = ctx.Iterate(a[1]);
        return Lazy(ctx, "compress", (RunContext c, out PyValue value) =>
        {
            while (data.Next(c, out value) && selectors.Next(c, out var selector))
            {
                c.Step();
                if (c.Truth(selector)) return true;
            }
            return false;
        });
    }

    private static PyValue While(RunContext ctx, ReadOnlySpan<PyValue> a, string name)
    {
        var predicate = a[0];
        var source = ctx.Iterate(a[1]);
        var started = false;
        return Lazy(ctx, name, (RunContext c, out PyValue value) =>
        {
            while (source.Next(c, out value))
            {
                c.Step();
                if (started) return true;
                var holds = c.Truth(predicate.IsNone ? value : c.Call(predicate, [value]));
                if (name == "takewhile") return holds;
                if (holds) continue;
                started = name == "dropwhile";
                return true;
            }
            return false;
        });
    }

    private static PyValue GroupBy(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var source = ctx.Iterate(a[0]);
        var function = a[1];
        PyValue item = default, key = default, target = default;
        var group = 0;
        bool Advance(RunContext c)
        {
            if (!source.Next(c, out item))
            {
                key = default;
                return false;
            }
            key = function.IsNone ? item : c.Call(function, [item]);
            return true;
        }
        return Lazy(ctx, "groupby", (RunContext c, out PyValue value) =>
        {
            value = default;
            var own = ++group;
            while (key.IsUnbound || (!target.IsUnbound && c.AreEqual(key, target)))
            {
                c.Step();
                if (!Advance(c)) return false;
            }
            var wanted = target = key;
            var first = true;
            var members = new PyStepIterator(Grouper, (RunContext inner, out PyValue member) =>
            {
                member = default;
                if (own != group) return false;
                if (!first && !Advance(inner)) return false;
                first = false;
                member = item;
                return inner.AreEqual(key, wanted);
            });
            value = c.NewTuple([key, c.New(members)]);
            return true;
        });
    }

    private static PyValue Pairwise(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var source = ctx.Iterate(a[0]);
        PyValue previous = default;
        return Lazy(ctx, "pairwise", (RunContext c, out PyValue value) =>
        {
            if (previous.IsUnbound && !source.Next(c, out previous))
            {
                value = default;
                return false;
            }
            if (!source.Next(c, out value)) return false;
            var pair = c.NewTuple([previous, value]);
            (previous, value) = (value, pair);
            return true;
        });
    }

    private static PyValue StarMap(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var function = a[0];
        var source = ctx.Iterate(a[1]);
        return Lazy(ctx, "starmap", (RunContext c, out PyValue value) =>
        {
            if (!source.Next(c, out value)) return false;
            value = c.Call(function, c.ToArray(value));
            return true;
        });
    }

    private static PyValue ZipLongest(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var fill = a[1];
        var items = ((PyTuple)a[0].Ref!).Items;
        var sources = new PyIterator?[items.Length];
        for (var i = 0; i < items.Length; i++) sources[i] = ctx.Iterate(items[i]);
        return Lazy(ctx, "zip_longest", (RunContext c, out PyValue value) =>
        {
            var row = new PyValue[sources.Length];
            var live = false;
            for (var i = 0; i < row.Length; i++)
            {
                if (sources[i] is { } source && source.Next(c, out row[i])) live = true;
                else
                {
                    sources[i] = null;
                    row[i] = fill;
                }
            }
            value = live ? c.NewTuple(row) : default;
            return live;
        });
    }

    private static PyValue Tee(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var source = ctx.Iterate(a[0]);
        var count = ctx.Int64(a[1]);
        if (count < 0) throw ctx.ValueError("n must be >= 0");
        ctx.Meter.Reserve(count, 128);
        var shared = new PyList();
        var copies = new PyValue[count];
        for (var i = 0; i < copies.Length; i++)
        {
            var at = 0;
            copies[i] = ctx.New(new PyStepIterator(TeeType, (RunContext c, out PyValue value) =>
            {
                if (at == shared.Count)
                {
                    if (!source.Next(c, out value)) return false;
                    shared.Add(c, value);
                }
                value = shared[at++];
                return true;
            }));
        }
        return ctx.NewTuple(copies);
    }
}
