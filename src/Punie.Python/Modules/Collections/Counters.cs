using Punie.Python.Builtins;
using Punie.Python.Builtins.Functions;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Modules.Collections;

/// <summary><c>Counter</c>.</summary>
internal static class Counters
{
    internal static readonly PyType Type = PyType.Native("Counter", "collections", Types.Dict);

    private static readonly PyType Elements = PyType.Native("chain", "itertools");

    private static readonly DictVariant Variant = new()
    {
        Missing = (_, _, _) => PyValue.Int(0),
        IgnoresAbsentDeletes = true,
        Repr = Repr,
        Binary = Binary,
        InPlace = InPlace,
        Unary = (ctx, counter, op) =>
            op == UnaryOperator.Invert
            ? PyValue.NotImplemented
            : Binary(ctx, Empty(ctx), op == UnaryOperator.UAdd ? BinaryOperator.Add : BinaryOperator.Sub, counter),
        Compare = Compare,
    };

    internal static void Define()
    {
        Type.New = New;
        Type.Define(
            new NativeFunction("most_common", "self, n=None", MostCommon),
            new NativeFunction("elements", "self, /", ListElements),
            new NativeFunction("subtract", "self, iterable=None, /, **kwds", (ctx, a) =>
                Change(ctx, a, BinaryOperator.Sub)),
            new NativeFunction("update", "self, iterable=None, /, **kwds", (ctx, a) =>
                Change(ctx, a, BinaryOperator.Add)),
            new NativeFunction("total", "self, /", Total));
        Type.Define("fromkeys",
            PyValue.Of(new PyClassMethod(PyValue.Of(new NativeFunction("fromkeys", "cls, *args", (ctx, _) =>
                throw ctx.Error(ExceptionTypes.NotImplementedError,
                    "Counter.fromkeys() is undefined.  Use Counter(iterable) instead."))))));
    }

    private static PyDict Empty(RunContext ctx)
    {
        var counter = new PyDict(Type, Variant);
        ctx.Meter.Allocated(counter, 96);
        return counter;
    }

    private static PyValue New(RunContext ctx, PyType type, Arguments arguments)
    {
        if (arguments.PositionalCount > 1)
            throw ctx.TypeError(
                $"Counter.__init__() takes from 1 to 2 positional arguments but {arguments.PositionalCount + 1} were "
                + "given");
        var counter = Empty(ctx);
        if (arguments.PositionalCount == 1) Count(ctx, counter, arguments.Values[0], BinaryOperator.Add);
        Count(ctx, counter, PyValue.Of(arguments.KeywordDict()), BinaryOperator.Add);
        return PyValue.Of(counter);
    }

    private static void Count(RunContext ctx, PyDict counter, PyValue source, BinaryOperator op)
    {
        if (source.IsNone) return;
        if (ctx.Unwrap(source).Ref is PyDict dict)
        {
            foreach (var (key, value) in dict.ToPairs())
            {
                ctx.Step();
                var own = counter.Find(ctx, key);
                if (own.IsUnbound && op == BinaryOperator.Add) counter.Set(ctx, key, value);
                else counter.Set(ctx, key, ctx.Binary(op, own.IsUnbound ? PyValue.Int(0) : own, value));
            }
            return;
        }
        var iterator = ctx.Iterate(source);
        while (iterator.Next(ctx, out var key))
        {
            ctx.Step();
            var own = counter.Find(ctx, key);
            counter.Set(ctx, key, own.IsUnbound
                ? PyValue.Int(op == BinaryOperator.Add ? 1 : -1)
                : ctx.Binary(op, own, PyValue.Int(1)));
        }
    }

    private static PyValue Change(RunContext ctx, ReadOnlySpan<PyValue> a, BinaryOperator op)
    {
        Count(ctx, (PyDict)a[0].Ref!, a[1], op);
        Count(ctx, (PyDict)a[0].Ref!, a[2], op);
        return PyValue.None;
    }

    private static KeyValuePair<PyValue, PyValue>[] ByCount(RunContext ctx, PyDict counter)
    {
        var pairs = counter.ToPairs();
        var order = new PyValue[pairs.Length];
        for (var i = 0; i < order.Length; i++) order[i] = PyValue.Int(i);
        var byValue = PyValue.Of(new NativeFunction("count", "i, /", (_, a) => pairs[(int)a[0].Bits].Value));
        return [.. Sorting.Sort(ctx, order, byValue, reverse: true).Select(i => pairs[(int)i.Bits])];
    }

    private static PyValue MostCommon(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var pairs = ByCount(ctx, (PyDict)a[0].Ref!);
        var count = a[1].IsNone ? pairs.Length : Math.Clamp(ctx.ClampedInt32(a[1]), 0, pairs.Length);
        return ctx.NewList([.. pairs.Take(count).Select(p => ctx.NewTuple([p.Key, p.Value]))]);
    }

    private static PyValue ListElements(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var pairs = ((PyDict)a[0].Ref!).ToPairs();
        var index = -1;
        long left = 0;
        return ctx.New(new PyStepIterator(Elements, (RunContext c, out PyValue value) =>
        {
            value = default;
            while (left <= 0)
            {
                c.Step();
                if (++index >= pairs.Length) return false;
                left = c.Int64(pairs[index].Value);
            }
            left--;
            value = pairs[index].Key;
            return true;
        }));
    }

    private static PyValue Total(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var sum = PyValue.Int(0);
        foreach (var (_, value) in ((PyDict)a[0].Ref!).ToPairs())
        {
            ctx.Step();
            sum = ctx.Binary(BinaryOperator.Add, sum, value);
        }
        return sum;
    }

    private static string Repr(RunContext ctx, PyDict counter)
    {
        if (counter.Count == 0) return "Counter()";
        var sorted = new PyDict();
        var mark = ctx.Mark();
        try
        {
            foreach (var (key, value) in ByCount(ctx, counter)) sorted.Set(ctx, key, value);
        }
        catch (PyRaise raise) when (raise.Value.Type.IsSubclassOf(ExceptionTypes.TypeError))
        {
            // Counts that cannot be ordered stay as they are.
            ctx.Unwind(mark);
            sorted = counter.Copy(ctx);
        }
        return $"Counter({SequenceText.Repr(ctx, sorted)})";
    }

    private static PyValue Binary(RunContext ctx, PyDict left, BinaryOperator op, PyDict right) =>
        right.Type == Type ? Combine(ctx, left, op, right) : PyValue.NotImplemented;

    private static PyValue InPlace(RunContext ctx, PyDict left, BinaryOperator op, PyDict right)
    {
        if (Combine(ctx, left, op, right).Ref is not PyDict result) return PyValue.NotImplemented;
        left.Clear();
        left.Update(ctx, result);
        return left.AsValue;
    }

    private static PyValue Combine(RunContext ctx, PyDict left, BinaryOperator op, PyDict right)
    {
        if (op is not (BinaryOperator.Add or BinaryOperator.Sub or BinaryOperator.BitAnd or BinaryOperator.BitOr))
            return PyValue.NotImplemented;
        var result = Empty(ctx);
        var zero = PyValue.Int(0);
        foreach (var (key, value) in left.ToPairs())
        {
            ctx.Step();
            var other = right.Find(ctx, key);
            if (other.IsUnbound) other = zero;
            var combined = op switch
            {
                BinaryOperator.BitAnd => ctx.IsLess(value, other) ? value : other,
                BinaryOperator.BitOr => ctx.IsLess(value, other) ? other : value,
                _ => ctx.Binary(op, value, other),
            };
            if (ctx.IsLess(zero, combined)) result.Set(ctx, key, combined);
        }
        if (op == BinaryOperator.BitAnd) return PyValue.Of(result);
        foreach (var (key, value) in right.ToPairs())
        {
            ctx.Step();
            if (!left.Find(ctx, key).IsUnbound) continue;
            var own = op == BinaryOperator.Sub ? ctx.Binary(BinaryOperator.Sub, zero, value) : value;
            if (ctx.IsLess(zero, own)) result.Set(ctx, key, own);
        }
        return PyValue.Of(result);
    }

    // Absent elements count as zero; comparisons are those of multisets.
    private static PyValue Compare(RunContext ctx, PyDict left, CompareOperator op, PyDict right)
    {
        if (right.Type != Type) return PyValue.NotImplemented;
        bool below = true, above = true;
        foreach (var (key, _) in left.ToPairs().Concat(right.ToPairs()))
        {
            ctx.Step();
            PyValue a = left.Find(ctx, key), b = right.Find(ctx, key);
            if (a.IsUnbound) a = PyValue.Int(0);
            if (b.IsUnbound) b = PyValue.Int(0);
            if (ctx.AreEqual(a, b)) continue;
            if (ctx.IsLess(a, b)) above = false;
            else below = false;
        }
        return PyValue.Bool(op switch
        {
            CompareOperator.Eq => below && above,
            CompareOperator.NotEq => !(below && above),
            CompareOperator.LtE => below,
            CompareOperator.Lt => below && !above,
            CompareOperator.GtE => above,
            _ => above && !below,
        });
    }
}
