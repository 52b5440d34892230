using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Modules.Classes;

/// <summary>A function with some arguments given already.</summary>
internal sealed class PyPartial(PyValue function, PyValue[] arguments, PyDict keywords) : PyObject(PartialType)
{
    internal static readonly PyType PartialType = PyType.Native("partial", "functools");

    internal static void Define() => PartialType.New = (ctx, _, a) =>
    {
        if (a.PositionalCount == 0) throw ctx.TypeError("type 'partial' takes at least one argument");
        if (!Calls.IsCallable(a.Values[0])) throw ctx.TypeError("the first argument must be callable");
        if (a.Values[0].Ref is not PyPartial { _attributes: null } inner)
            return ctx.New(new PyPartial(a.Values[0], a.Positional[1..].ToArray(), a.KeywordDict()), 128);
        var merged = inner.Keywords.Copy(ctx);
        merged.Update(ctx, a.KeywordDict());
        return ctx.New(new PyPartial(inner.Function, [.. inner.Arguments, .. a.Positional[1..]], merged), 128);
    };

    private PyDict? _attributes;

    private PyValue Function => function;

    private PyValue[] Arguments => arguments;

    private PyDict Keywords => keywords;

    internal override bool IsCallable => true;

    internal override string Repr(RunContext ctx)
    {
        var parts = new List<string> { ctx.Repr(function) };
        parts.AddRange(arguments.Select(ctx.Repr));
        parts.AddRange(keywords.ToPairs().Select(p => $"{ctx.Str(p.Key)}={ctx.Repr(p.Value)}"));
        return $"functools.partial({string.Join(", ", parts)})";
    }

    internal override PyValue Call(RunContext ctx, Arguments given)
    {
        ctx.Step();
        var merged = keywords.Copy(ctx);
        merged.Update(ctx, given.KeywordDict());
        var (values, names) = Calls.Flatten([.. arguments, .. given.Positional], merged);
        return ctx.Call(function, new Arguments(values, names));
    }

    internal override void SetAttribute(RunContext ctx, string name, PyValue value) =>
        (_attributes ??= new PyDict()).Set(ctx, PyValue.Str(name), value);

    internal override PyValue FindAttribute(RunContext ctx, string name) => name switch
    {
        "func" => function,
        "args" => ctx.NewTuple([.. arguments]),
        "keywords" => PyValue.Of(keywords),
        "__dict__" => PyValue.Of(_attributes ??= new PyDict()),
        _ when _attributes?.FindText(name) is { IsUnbound: false } own => own,
        _ => base.FindAttribute(ctx, name),
    };
}

/// <summary>A function whose results are remembered: <c>functools.cache</c> and <c>lru_cache</c>.</summary>
internal sealed class PyCached(PyValue function, long? limit, bool typed) : PyObject(CachedType)
{
    internal static readonly PyType CachedType = PyType.Native("_lru_cache_wrapper", "functools");

    private static readonly PyValue KeywordMark = PyValue.Of(new PyTuple([PyValue.Str("keywords")]));

    private readonly PyDict _results = new();
    private long _hits;
    private long _misses;

    internal static void Define() => CachedType.Define(
        new NativeFunction("cache_clear", "self, /", (_, a) => ((PyCached)a[0].Ref!).Clear()),
        new NativeFunction("cache_info", "self, /", (ctx, a) => ((PyCached)a[0].Ref!).Info(ctx)),
        new NativeFunction("cache_parameters", "self, /", (ctx, a) => ((PyCached)a[0].Ref!).Parameters(ctx)));

    internal override bool IsCallable => true;

    internal override PyValue Call(RunContext ctx, Arguments arguments)
    {
        ctx.Step();
        var key = Key(ctx, arguments);
        var known = _results.Find(ctx, key);
        if (!known.IsUnbound)
        {
            _hits++;
            if (limit is null) return known;
            _results.Remove(ctx, key, out _);
            _results.Set(ctx, key, known);
            return known;
        }
        _misses++;
        var value = ctx.Call(function, arguments);
        if (limit == 0) return value;
        if (_results.Count >= limit && _results.Find(ctx, key).IsUnbound) _results.RemoveEnd(last: false, out _, out _);
        _results.Set(ctx, key, value);
        return value;
    }

    internal override PyValue BindTo(RunContext ctx, PyValue self, PyType type) =>
        self.IsUnbound ? AsValue : ctx.New(new PyMethod(self, AsValue), 40);

    internal override string Repr(RunContext ctx) =>
        $"<functools._lru_cache_wrapper object at 0x{ctx.Identity(this):x12}>";

    internal override PyValue FindAttribute(RunContext ctx, string name) => name switch
    {
        "__wrapped__" => function,
        "__name__" or "__qualname__" or "__doc__" or "__module__" => ctx.FindAttribute(function, name),
        _ => base.FindAttribute(ctx, name),
    };

    private PyValue Key(RunContext ctx, Arguments arguments)
    {
        // One plain int or str is its own key, so f(1) and f(1.0) are remembered apart.
        if (!typed && arguments.Values.Length == 1 && arguments.Keywords is null && arguments.Values[0] is var only
            && ((only.IsInt && !only.IsBool) || only.Ref is string)) return only;
        var parts = new List<PyValue>();
        foreach (var value in arguments.Positional) parts.Add(value);
        if (arguments.Keywords is { } names)
        {
            parts.Add(KeywordMark);
            for (var i = 0; i < names.Length; i++) parts.AddRange([PyValue.Str(names[i]), arguments.KeywordValue(i)]);
        }
        if (typed) foreach (var value in arguments.Values) parts.Add(PyValue.Of(value.Type));
        return ctx.NewTuple([.. parts]);
    }

    private PyValue Clear()
    {
        _results.Clear();
        _hits = _misses = 0;
        return PyValue.None;
    }

    private PyValue Info(RunContext ctx)
    {
        var type = NamedTuples.Create(ctx, "CacheInfo", ["hits", "misses", "maxsize", "currsize"], []);
        return ctx.Call(PyValue.Of(type),
            [PyValue.Int(_hits), PyValue.Int(_misses), limit is { } most
            ? PyValue.Int(most)
            : PyValue.None, PyValue.Int(_results.Count)]);
    }

    private PyValue Parameters(RunContext ctx)
    {
        var dict = ctx.NewDict();
        dict.Set(ctx, PyValue.Str("maxsize"), limit is { } most ? PyValue.Int(most) : PyValue.None);
        dict.Set(ctx, PyValue.Str("typed"), PyValue.Bool(typed));
        return PyValue.Of(dict);
    }
}

/// <summary>A sort key that compares with a function of two values.</summary>
internal sealed class PyComparisonKey(PyValue function, PyValue value) : PyObject(KeyType)
{
    internal static readonly PyType KeyType = PyType.Native("KeyWrapper", "functools");

    private readonly PyValue _value = value;

    internal override long Hash(RunContext ctx) => throw ctx.Unhashable(AsValue);

    internal override PyValue Compare(RunContext ctx, CompareOperator op, PyValue other)
    {
        if (other.Ref is not PyComparisonKey right) return PyValue.NotImplemented;
        return ctx.Compare(op, ctx.Call(function, [_value, right._value]), PyValue.Int(0));
    }

    internal override PyValue FindAttribute(RunContext ctx, string name) =>
        name == "obj" ? _value : base.FindAttribute(ctx, name);
}

/// <summary>A property that is computed once: <c>functools.cached_property</c>.</summary>
internal sealed class PyCachedProperty(PyValue function) : PyObject(CachedPropertyType)
{
    internal static readonly PyType CachedPropertyType = PyType.Native("cached_property", "functools");

    internal override PyValue BindTo(RunContext ctx, PyValue self, PyType type)
    {
        if (self.IsUnbound) return AsValue;
        var value = ctx.Call(function, [self]);
        if (self.Ref is PyInstance instance)
            instance.SetOwn(ctx, ctx.Str(ctx.GetAttribute(function, "__name__")), value);
        return value;
    }

    internal override PyValue FindAttribute(RunContext ctx, string name) =>
        name == "func" ? function : base.FindAttribute(ctx, name);
}
