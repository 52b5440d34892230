using Punie.Python.Builtins.Methods;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Modules.Collections;

/// <summary><c>defaultdict</c> and <c>OrderedDict</c>.</summary>
internal static class DictKinds
{
    internal static readonly PyType DefaultDict = PyType.Native("defaultdict", "collections", Types.Dict);
    internal static readonly PyType OrderedDict = PyType.Native("OrderedDict", "collections", Types.Dict);

    private static readonly DictVariant Ordered = new() { Repr = OrderedRepr, Compare = CompareOrdered };

    internal static void Define()
    {
        DefaultDict.New = NewDefault;
        DefaultDict.Define("default_factory",
            PyValue.Of(
                new NativeProperty("default_factory", (_, self) => ((PyDict)self.Ref!).Variant?.State ?? PyValue.None)));
        DefaultDict.Define(
            new NativeFunction("__missing__", "self, key, /", (ctx, a) => Missing(ctx, (PyDict)a[0].Ref!, a[1])));
        OrderedDict.New = (ctx, _, a) => Filled(ctx, new PyDict(OrderedDict, Ordered), a, "OrderedDict", 0);
        OrderedDict.Define(
            new NativeFunction("move_to_end", "self, key, last=True", MoveToEnd),
            new NativeFunction("popitem", "self, last=True", PopItem));
    }

    /// <summary>Adds the positional source (if any) and keywords to a new dict.</summary>
    internal static PyValue Filled(RunContext ctx, PyDict dict, Arguments arguments, string name, int skip)
    {
        if (arguments.PositionalCount > skip + 1)
            throw ctx.TypeError($"{name} expected at most {skip + 1} arguments, got {arguments.PositionalCount}");
        ctx.Meter.Allocated(dict, 96);
        if (arguments.PositionalCount == skip + 1) DictMethods.Fill(ctx, dict, arguments.Values[skip]);
        for (var i = 0; i < (arguments.Keywords?.Length ?? 0); i++)
            dict.Set(ctx, PyValue.Str(arguments.Keywords![i]), arguments.KeywordValue(i));
        return PyValue.Of(dict);
    }

    private static PyValue NewDefault(RunContext ctx, PyType type, Arguments arguments)
    {
        var factory = arguments.PositionalCount > 0 ? arguments.Values[0] : PyValue.None;
        if (!factory.IsNone && !Calls.IsCallable(factory))
            throw ctx.TypeError("first argument must be callable or None");
        var variant = new DictVariant { Missing = Missing, Repr = DefaultRepr, State = factory };
        return Filled(ctx, new PyDict(DefaultDict, variant), arguments, "defaultdict", 1);
    }

    private static PyValue Missing(RunContext ctx, PyDict dict, PyValue key)
    {
        var factory = dict.Variant!.State;
        if (factory.IsNone) throw ctx.KeyError(key);
        var value = ctx.Call(factory, []);
        dict.Set(ctx, key, value);
        return value;
    }

    private static string DefaultRepr(RunContext ctx, PyDict dict) =>
        $"defaultdict({ctx.Repr(dict.Variant!.State)}, {SequenceText.Repr(ctx, dict)})";

    private static string OrderedRepr(RunContext ctx, PyDict dict)
    {
        if (dict.Count == 0) return "OrderedDict()";
        if (!ctx.BeginRepr(dict)) return "...";
        var pairs = ctx.NewList([.. dict.ToPairs().Select(p => ctx.NewTuple([p.Key, p.Value]))]);
        var text = $"OrderedDict({ctx.Repr(pairs)})";
        ctx.EndRepr(dict);
        return text;
    }

    private static PyValue CompareOrdered(RunContext ctx, PyDict dict, CompareOperator op, PyDict other)
    {
        if (other.Type != OrderedDict || op is not (CompareOperator.Eq or CompareOperator.NotEq))
            return PyValue.NotImplemented;
        int left = 0, right = 0;
        var equal = dict.Count == other.Count;
        while (equal && dict.NextEntry(ref left, out var key, out var value)
            && other.NextEntry(ref right, out var otherKey, out var otherValue))
        {
            ctx.Step();
            equal = ctx.AreSame(key, otherKey) && ctx.AreSame(value, otherValue);
        }
        return PyValue.Bool(equal == (op == CompareOperator.Eq));
    }

    private static PyValue MoveToEnd(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var dict = (PyDict)a[0].Ref!;
        if (!dict.Remove(ctx, a[1], out var value)) throw ctx.KeyError(a[1]);
        if (ctx.Truth(a[2]))
        {
            dict.Set(ctx, a[1], value);
            return PyValue.None;
        }
        var rest = dict.ToPairs();
        ctx.Tick(rest.Length);
        dict.Clear();
        dict.Set(ctx, a[1], value);
        foreach (var (key, item) in rest) dict.Set(ctx, key, item);
        return PyValue.None;
    }

    private static PyValue PopItem(RunContext ctx, ReadOnlySpan<PyValue> a) =>
        ((PyDict)a[0].Ref!).RemoveEnd(ctx.Truth(a[1]), out var key, out var value)
            ? ctx.NewTuple([key, value])
            : throw ctx.KeyError(PyValue.Str("dictionary is empty"));
}
