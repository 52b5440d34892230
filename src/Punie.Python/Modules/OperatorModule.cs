using Punie.Python.Builtins;
using Punie.Python.Builtins.Functions;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Modules;

/// <summary>What <c>itemgetter</c>, <c>attrgetter</c> and <c>methodcaller</c> make.</summary>
internal sealed class PyGetter(PyType type, Func<RunContext, PyValue, PyValue> get,
    Func<RunContext, IEnumerable<string>> shown) : PyObject(type)
{
    internal override bool IsCallable => true;

    internal override string Repr(RunContext ctx) => $"operator.{Type.Name}({string.Join(", ", shown(ctx))})";

    internal override PyValue Call(RunContext ctx, Arguments arguments)
    {
        ctx.Step();
        if (arguments.Values.Length != 1)
            throw ctx.TypeError($"{Type.Name} expected 1 argument, got {arguments.Values.Length}");
        return get(ctx, arguments.Values[0]);
    }
}

/// <summary><c>operator</c>.</summary>
internal static class OperatorModule
{
    private static readonly PyType ItemGetter =
        IterationFunctions.Make("itemgetter", "item, /, *items", MakeItemGetter, "operator");
    private static readonly PyType AttributeGetter =
        IterationFunctions.Make("attrgetter", "attr, /, *attrs", MakeAttributeGetter, "operator");
    private static readonly PyType MethodCaller =
        IterationFunctions.Make("methodcaller", "name, /, *args, **kwargs", MakeMethodCaller, "operator");

    private static readonly (string Name, BinaryOperator Op)[] Binaries =
    [
        ("add", BinaryOperator.Add), ("sub", BinaryOperator.Sub), ("mul", BinaryOperator.Mult),
        ("truediv", BinaryOperator.Div), ("floordiv", BinaryOperator.FloorDiv),
        ("mod", BinaryOperator.Mod), ("pow", BinaryOperator.Pow), ("matmul", BinaryOperator.MatMult),
        ("lshift", BinaryOperator.LShift), ("rshift", BinaryOperator.RShift),
        ("and_", BinaryOperator.BitAnd), ("or_", BinaryOperator.BitOr), ("xor", BinaryOperator.BitXor),
        ("concat", BinaryOperator.Add),
    ];

    private static readonly (string Name, CompareOperator Op)[] Comparisons =
    [
        ("eq", CompareOperator.Eq), ("ne", CompareOperator.NotEq), ("lt", CompareOperator.Lt),
        ("le", CompareOperator.LtE), ("gt", CompareOperator.Gt), ("ge", CompareOperator.GtE),
    ];

    private static readonly NativeFunction[] Functions =
    [
        .. Binaries.Select(b => new NativeFunction(b.Name, "a, b, /", (ctx, a) => ctx.Binary(b.Op, a[0], a[1]))),
        .. Binaries.Select(b =>
            new NativeFunction("i" + b.Name.TrimEnd('_'), "a, b, /", (ctx, a) => ctx.InPlace(b.Op, a[0], a[1]))),
        .. Comparisons.Select(c => new NativeFunction(c.Name, "a, b, /", (ctx, a) => ctx.Compare(c.Op, a[0], a[1]))),
        new("neg", "a, /", (ctx, a) => ctx.Unary(UnaryOperator.USub, a[0])),
        new("pos", "a, /", (ctx, a) => ctx.Unary(UnaryOperator.UAdd, a[0])),
        new("invert", "a, /", (ctx, a) => ctx.Unary(UnaryOperator.Invert, a[0])),
        new("inv", "a, /", (ctx, a) => ctx.Unary(UnaryOperator.Invert, a[0])),
        new("not_", "a, /", (ctx, a) => PyValue.Bool(!ctx.Truth(a[0]))),
        new("truth", "a, /", (ctx, a) => PyValue.Bool(ctx.Truth(a[0]))),
        new("is_", "a, b, /", (_, a) => PyValue.Bool(PyValue.Same(a[0], a[1]))),
        new("is_not", "a, b, /", (_, a) => PyValue.Bool(!PyValue.Same(a[0], a[1]))),
        new("contains", "a, b, /", (ctx, a) => PyValue.Bool(ctx.Contains(a[0], a[1]))),
        new("getitem", "a, b, /", (ctx, a) => ctx.GetItem(a[0], a[1])),
        new("setitem", "a, b, c, /", SetItem),
        new("delitem", "a, b, /", DeleteItem),
        new("index", "a, /", (ctx, a) =>
            ctx.TryIndex(a[0], out var index)
            ? PyValue.Int(index)
            : throw ctx.TypeError($"'{a[0].TypeName}' object cannot be interpreted as an integer")),
        new("abs", "a, /", (ctx, a) => ctx.Call(BuiltinScope.Names["abs"], [a[0]])),
        new("call", "obj, /, *args, **kwargs", (ctx, a) =>
        {
            var (values, names) = Calls.Flatten(((PyTuple)a[1].Ref!).Items, (PyDict)a[2].Ref!);
            return ctx.Call(a[0], new Arguments(values, names));
        }),
        new("length_hint", "obj, default=0, /", LengthHint),
        new("countOf", "a, b, /", (ctx, a) => PyValue.Int(Count(ctx, a[0], a[1]).Count)),
        new("indexOf", "a, b, /", (ctx, a) =>
            Count(ctx, a[0], a[1]).First is >= 0 and var at
            ? PyValue.Int(at)
            : throw ctx.ValueError("sequence.index(x): x not in sequence")),
    ];

    internal static PyModule Load(RunContext ctx) => NativeModule.Make(
        "operator", Functions, ("itemgetter", PyValue.Of(ItemGetter)), ("attrgetter", PyValue.Of(AttributeGetter)),
        ("methodcaller", PyValue.Of(MethodCaller)));

    private static PyValue LengthHint(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        if (ctx.TryGetAttribute(a[0], "__len__", out _)) return PyValue.Int(ctx.Length(a[0]));
        return ctx.TryGetAttribute(a[0], "__length_hint__", out var hint) ? ctx.Call(hint, []) : a[1];
    }

    private static PyValue SetItem(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        ctx.SetItem(a[0], a[1], a[2]);
        return PyValue.None;
    }

    private static PyValue DeleteItem(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        ctx.DeleteItem(a[0], a[1]);
        return PyValue.None;
    }

    private static (long Count, long First) Count(RunContext ctx, PyValue items, PyValue wanted)
    {
        long count = 0, first = -1, index = 0;
        var iterator = ctx.Iterate(items);
        for (; iterator.Next(ctx, out var item); index++)
        {
            ctx.Step();
            if (!ctx.AreSame(item, wanted)) continue;
            count++;
            if (first < 0) first = index;
        }
        return (count, first);
    }

    private static PyValue MakeItemGetter(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        PyValue[] keys = [a[0], .. ((PyTuple)a[1].Ref!).Items];
        return ctx.New(
            new PyGetter(ItemGetter, (c, value) =>
                keys.Length == 1 ? c.GetItem(value, keys[0]) : c.NewTuple([.. keys.Select(k => c.GetItem(value, k))]), c =>
                    keys.Select(c.Repr)));
    }

    private static PyValue MakeAttributeGetter(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        PyValue[] given = [a[0], .. ((PyTuple)a[1].Ref!).Items];
        var paths = given.Select(g => Given.Text(ctx, g, "attribute name must be a string").Split('.')).ToArray();
        PyValue Get(RunContext c, PyValue value, string[] path)
        {
            foreach (var name in path) value = c.GetAttribute(value, name);
            return value;
        }
        return ctx.New(
            new PyGetter(AttributeGetter, (c, value) =>
                paths.Length == 1 ? Get(c, value, paths[0]) : c.NewTuple([.. paths.Select(p => Get(c, value, p))]), c =>
                    given.Select(c.Repr)));
    }

    private static PyValue MakeMethodCaller(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var name = Given.Text(ctx, a[0], "method name must be a string");
        var (positional, keywords) = ((PyTuple)a[1].Ref!, (PyDict)a[2].Ref!);
        var (values, names) = Calls.Flatten(positional.Items, keywords);
        return ctx.New(
            new PyGetter(MethodCaller, (c, value) =>
                c.Call(c.GetAttribute(value, name), new Arguments(values, names)), Show));
        IEnumerable<string> Show(RunContext c) =>
            [StringText.Repr(name), .. positional.Items.Select(c.Repr), .. keywords.ToPairs()
            .Select(p => $"{c.Str(p.Key)}={c.Repr(p.Value)}")];
    }
}
