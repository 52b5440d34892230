using Punie.Python.Builtins;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules;

/// <summary><c>abc</c>.</summary>
internal static class AbcModule
{
    private static readonly PyType Meta = PyType.Native("ABCMeta", "abc", Types.Type);

    internal static PyModule Load(RunContext ctx)
    {
        Meta.TracksAbstractMethods = Meta.MakesDerivedInstances = true;
        Meta.Define(new NativeFunction("register", "cls, subclass, /", Register));
        return NativeModule.Make(
            "abc",
            [
                new NativeFunction("abstractmethod", "funcobj, /", Mark),
                new NativeFunction("abstractproperty", "funcobj, /", (c, a) =>
                    c.New(new PyProperty(Mark(c, a), default, default))),
            ],
            ("ABC", PyValue.Of(
                new PyType("ABC", "abc", [Types.Object], PyType.Linearize(null, [Types.Object])!,
                Meta)
                { TracksAbstractMethods = true })),
            ("ABCMeta", PyValue.Of(Meta)));
    }

    private static PyValue Register(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        if (a[1].Ref is not PyType type) throw ctx.TypeError("Can only register classes");
        if (a[0].Ref is PyType { IsUserDefined: true } self) (self.Registered ??= []).Add(type);
        return a[1];
    }

    private static PyValue Mark(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var function =
            a[0].Ref switch
            {
                PyProperty property => property.Getter,
                PyStaticMethod method => method.Function,
                PyClassMethod method => method.Function,
                _ => a[0]
            };
        if (function.Ref is PyFunction) ctx.SetAttribute(function, "__isabstractmethod__", PyValue.True);
        return a[0];
    }
}

/// <summary><c>contextlib</c>.</summary>
internal static class ContextModule
{
    internal static PyModule Load(RunContext ctx) =>
        Library.LibraryModule.Load(ctx, "contextlib",
            NativeModule.Make("contextlib", [new NativeFunction("_redirect", "target, /", Redirect)]));

    private static PyValue Redirect(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var old = ctx.PrintTarget;
        ctx.PrintTarget = a[0];
        return old;
    }
}

/// <summary><c>pprint</c>.</summary>
internal static class PrettyModule
{
    internal static PyModule Load(RunContext ctx) =>
        Library.LibraryModule.Load(ctx, "pprint",
            NativeModule.Make("pprint", [new NativeFunction("_generated_repr", "obj, /", (_, a) =>
                PyValue.Bool(!a[0].Type.TryLookupUser("__repr__", out var repr) || repr.Ref is not PyFunction))]));
}

/// <summary><c>types</c>.</summary>
internal static class TypesModule
{
    private static readonly (string Name, PyType Type)[] Names =
    [
        ("FunctionType", Types.Function), ("LambdaType", Types.Function),
        ("BuiltinFunctionType", Types.NativeFunction), ("BuiltinMethodType", Types.NativeFunction),
        ("MethodType", Types.Method), ("GeneratorType", Types.Generator), ("CoroutineType", Types.Coroutine),
        ("AsyncGeneratorType", Types.AsyncGenerator),
        ("ModuleType", Types.Module), ("NoneType", Types.NoneType), ("EllipsisType", Types.Ellipsis),
        ("NotImplementedType", Types.NotImplementedType),
        ("GenericAlias", Types.GenericAlias), ("UnionType", Types.UnionType), ("CellType", Types.Cell),
        ("MethodDescriptorType", Types.MethodDescriptor),
    ];

    internal static PyModule Load(RunContext ctx) =>
        Library.LibraryModule.Load(ctx, "types",
            NativeModule.Make("types", [], [.. Names.Select(n => (n.Name, PyValue.Of(n.Type)))]));
}

/// <summary><c>heapq</c> and <c>bisect</c>.</summary>
internal static class OrderModules
{
    private static readonly NativeFunction[] HeapFunctions =
    [
        new("heappush", "heap, item, /", (ctx, a) => Push(ctx, List(ctx, a[0]), a[1])),
        new("heappop", "heap, /", (ctx, a) => Pop(ctx, List(ctx, a[0]))),
        new("heapify", "x, /", Heapify),
        new("heappushpop", "heap, item, /", (ctx, a) => PushPop(ctx, a, pushFirst: true)),
        new("heapreplace", "heap, item, /", (ctx, a) => PushPop(ctx, a, pushFirst: false)),
        new("nlargest", "n, iterable, key=None", (ctx, a) => Some(ctx, a, largest: true)),
        new("nsmallest", "n, iterable, key=None", (ctx, a) => Some(ctx, a, largest: false)),
        new("merge", "*iterables, key=None, reverse=False", Merge),
    ];

    private static readonly NativeFunction[] BisectFunctions =
    [
        new("bisect_left", "a, x, lo=0, hi=None, *, key=None", (ctx, a) => PyValue.Int(Find(ctx, a, right: false))),
        new("bisect_right", "a, x, lo=0, hi=None, *, key=None", (ctx, a) => PyValue.Int(Find(ctx, a, right: true))),
        new("bisect", "a, x, lo=0, hi=None, *, key=None", (ctx, a) => PyValue.Int(Find(ctx, a, right: true))),
        new("insort_left", "a, x, lo=0, hi=None, *, key=None", (ctx, a) => Insert(ctx, a, right: false)),
        new("insort_right", "a, x, lo=0, hi=None, *, key=None", (ctx, a) => Insert(ctx, a, right: true)),
        new("insort", "a, x, lo=0, hi=None, *, key=None", (ctx, a) => Insert(ctx, a, right: true)),
    ];

    internal static PyModule LoadHeap(RunContext ctx) => NativeModule.Make("heapq", HeapFunctions);

    internal static PyModule LoadBisect(RunContext ctx) => NativeModule.Make("bisect", BisectFunctions);

    private static PyList List(RunContext ctx, PyValue value) =>
        ctx.Unwrap(value).Ref as PyList ?? throw ctx.TypeError($"heap argument must be a list, not {value.TypeName}");

    private static PyValue Push(RunContext ctx, PyList heap, PyValue item)
    {
        heap.Add(ctx, item);
        Up(ctx, heap, 0, heap.Count - 1);
        return PyValue.None;
    }

    private static PyValue Pop(RunContext ctx, PyList heap)
    {
        if (heap.Count == 0) throw ctx.IndexError("index out of range");
        var last = heap[heap.Count - 1];
        heap.RemoveAt(heap.Count - 1);
        if (heap.Count == 0) return last;
        var first = heap[0];
        heap[0] = last;
        Down(ctx, heap, 0);
        return first;
    }

    private static void Up(RunContext ctx, PyList heap, int start, int at)
    {
        var item = heap[at];
        while (at > start)
        {
            ctx.Step();
            var parent = (at - 1) >> 1;
            if (!ctx.IsLess(item, heap[parent])) break;
            heap[at] = heap[parent];
            at = parent;
        }
        heap[at] = item;
    }

    private static void Down(RunContext ctx, PyList heap, int at)
    {
        var start = at;
        var item = heap[at];
        for (var child = 2 * at + 1; child < heap.Count; child = 2 * at + 1)
        {
            ctx.Step();
            if (child + 1 < heap.Count && !ctx.IsLess(heap[child], heap[child + 1])) child++;
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = item;
        Up(ctx, heap, start, at);
    }

    private static PyValue Heapify(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var heap = List(ctx, a[0]);
        for (var i = heap.Count / 2 - 1; i >= 0; i--) Down(ctx, heap, i);
        return PyValue.None;
    }

    private static PyValue PushPop(RunContext ctx, ReadOnlySpan<PyValue> a, bool pushFirst)
    {
        var heap = List(ctx, a[0]);
        if (heap.Count == 0) return pushFirst ? a[1] : throw ctx.IndexError("index out of range");
        if (pushFirst && !ctx.IsLess(heap[0], a[1])) return a[1];
        var first = heap[0];
        heap[0] = a[1];
        Down(ctx, heap, 0);
        return first;
    }

    private static PyValue Some(RunContext ctx, ReadOnlySpan<PyValue> a, bool largest)
    {
        var sorted = Sorting.Sort(ctx, ctx.ToArray(a[1]), Given.OptionalFunction(a[2]), largest);
        return ctx.NewList(sorted[..(int)Math.Clamp(ctx.Int64(a[0]), 0, sorted.Length)]);
    }

    private static PyValue Merge(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var all = new PyList();
        foreach (var source in ((PyTuple)a[0].Ref!).Items) all.Extend(ctx, source);
        var sorted = Sorting.Sort(ctx, all.TakeItems(), Given.OptionalFunction(a[1]), ctx.Truth(a[2]));
        return PyValue.Of(ctx.Iterate(ctx.NewList(sorted)));
    }

    private static long Find(RunContext ctx, ReadOnlySpan<PyValue> a, bool right)
    {
        var low = ctx.Int64(a[2]);
        if (low < 0) throw ctx.ValueError("lo must be non-negative");
        var high = a[3].IsNone ? ctx.Length(a[0]) : ctx.Int64(a[3]);
        while (low < high)
        {
            ctx.Step();
            var middle = low + (high - low) / 2;
            var item = ctx.GetItem(a[0], PyValue.Int(middle));
            if (!a[4].IsNone) item = ctx.Call(a[4], [item]);
            if (right ? !ctx.IsLess(a[1], item) : ctx.IsLess(item, a[1])) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private static PyValue Insert(RunContext ctx, ReadOnlySpan<PyValue> a, bool right)
    {
        var key = a[4].IsNone ? a[1] : ctx.Call(a[4], [a[1]]);
        var at = Find(ctx, [a[0], key, a[2], a[3], a[4]], right);
        ctx.CallMethod(a[0], "insert", PyValue.Int(at), a[1]);
        return PyValue.None;
    }
}
