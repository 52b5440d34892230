using System.Numerics;
using Punie.Python.Builtins.Methods;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Builtins.Functions;

/// <summary>
/// <c>enumerate</c>, <c>zip</c>, <c>map</c>, <c>filter</c>, <c>reversed</c>, <c>iter</c> with a sentinel.
/// </summary>
internal static class IterationFunctions
{
    internal static readonly PyType Enumerate = Make("enumerate", "iterable, start=0", NewEnumerate);
    internal static readonly PyType Zip = Make("zip", "*iterables, strict=False", NewZip);
    internal static readonly PyType Map = Make("map", "*arguments, /", NewMap);
    internal static readonly PyType Filter = Make("filter", "function, iterable, /", NewFilter);
    internal static readonly PyType Reversed = Make("reversed", "sequence, /", NewReversed);
    private static readonly PyType CallableIterator = PyType.Native("callable_iterator");

    internal static readonly PyType[] All = [Enumerate, Zip, Map, Filter, Reversed];

    /// <summary>A type whose constructor binds its arguments by a signature.</summary>
    internal static PyType Make(string name, string signature, NativeCall create, string module = "builtins")
    {
        var parsed = Signature.Parse(signature);
        var type = PyType.Native(name, module);
        type.New = (ctx, _, arguments) =>
        {
            var bound = new PyValue[parsed.Count];
            parsed.Bind(ctx, new SignatureOwner(name, false) { IsClass = true }, arguments, bound);
            return create(ctx, bound);
        };
        return type;
    }

    /// <summary><c>iter(function, sentinel)</c>.</summary>
    internal static PyValue UntilSentinel(RunContext ctx, PyValue function, PyValue sentinel)
    {
        if (!Calls.IsCallable(function)) throw ctx.TypeError("iter(v, w): v must be callable");
        bool Step(RunContext c, out PyValue value) =>
            c.CallUntilStop(function, [], out value) && !c.AreSame(value, sentinel);
        return ctx.New(new PyStepIterator(CallableIterator, Step));
    }

    private static PyValue NewEnumerate(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var source = ctx.Iterate(a[0]);
        if (!ctx.TryIndex(a[1], out var next))
            throw ctx.TypeError($"'{a[1].TypeName}' object cannot be interpreted as an integer");
        bool Step(RunContext c, out PyValue value)
        {
            if (!source.Next(c, out value)) return false;
            value = c.NewTuple([PyValue.Int(next), value]);
            next += BigInteger.One;
            return true;
        }
        if (next.IsZero) return ctx.New(new PyStepIterator(Enumerate, Count(source)));
        return ctx.New(new PyStepIterator(Enumerate, Step));
    }

    private static StepFunction Count(PyIterator source)
    {
        long next = 0;
        return (RunContext c, out PyValue value) =>
        {
            if (!source.Next(c, out value)) return false;
            value = c.NewTuple([PyValue.Int(next++), value]);
            return true;
        };
    }

    private static PyValue NewZip(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var items = ((PyTuple)a[0].Ref!).Items;
        var sources = new PyIterator[items.Length];
        for (var i = 0; i < items.Length; i++) sources[i] = ctx.Iterate(items[i]);
        var strict = ctx.Truth(a[1]);
        bool Step(RunContext c, out PyValue value)
        {
            value = default;
            if (sources.Length == 0) return false;
            var row = new PyValue[sources.Length];
            for (var i = 0; i < row.Length; i++)
            {
                if (sources[i].Next(c, out row[i])) continue;
                if (strict) CheckEnd(c, sources, i);
                return false;
            }
            value = c.NewTuple(row);
            return true;
        }
        return ctx.New(new PyStepIterator(Zip, Step));
    }

    private static void CheckEnd(RunContext ctx, PyIterator[] sources, int ended)
    {
        if (ended > 0)
            throw ctx.ValueError(
                $"zip() argument {ended + 1} is shorter than argument{(ended == 1 ? " 1" : $"s 1-{ended}")}");
        for (var i = 1; i < sources.Length; i++)
        {
            if (sources[i].Next(ctx, out _))
                throw ctx.ValueError($"zip() argument {i + 1} is longer than argument{(i == 1 ? " 1" : $"s 1-{i}")}");
        }
    }

    private static PyValue NewMap(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var arguments = ((PyTuple)a[0].Ref!).Items;
        if (arguments.Length < 2) throw ctx.TypeError("map() must have at least two arguments.");
        var (function, items) = (arguments[0], arguments[1..]);
        if (items.Length == 1)
        {
            var source = ctx.Iterate(items[0]);
            return ctx.New(new PyStepIterator(Map, (RunContext c, out PyValue value) =>
            {
                if (!source.Next(c, out value)) return false;
                value = c.Call(function, [value]);
                return true;
            }));
        }
        var sources = new PyIterator[items.Length];
        for (var i = 0; i < items.Length; i++) sources[i] = ctx.Iterate(items[i]);
        return ctx.New(new PyStepIterator(Map, (RunContext c, out PyValue value) =>
        {
            value = default;
            var row = new PyValue[sources.Length];
            for (var i = 0; i < row.Length; i++)
            {
                if (!sources[i].Next(c, out row[i])) return false;
            }
            value = c.Call(function, row);
            return true;
        }));
    }

    private static PyValue NewFilter(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var source = ctx.Iterate(a[1]);
        var function = a[0];
        bool Step(RunContext c, out PyValue value)
        {
            while (source.Next(c, out value))
            {
                c.Step();
                if (c.Truth(function.IsNone ? value : c.Call(function, [value]))) return true;
            }
            return false;
        }
        return ctx.New(new PyStepIterator(Filter, Step));
    }

    private static PyValue NewReversed(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        if (a[0].Ref is PyInstance instance)
        {
            if (instance.Special(ctx, "__reversed__", [], out var own)) return own;
            var isSequence = instance.Type.TryLookupUser("__getitem__", out _)
                && instance.Type.TryLookupUser("__len__", out _);
            if (instance.Payload.IsUnbound && !isSequence)
                throw ctx.TypeError($"'{a[0].TypeName}' object is not reversible");
        }
        if (a[0].Ref is PyType { Protocols: { Iterate: not null } } listed)
            return PyValue.Of(ctx.Iterate(ctx.NewList([.. ctx.ToArray(listed.AsValue).Reverse()])));
        if (ReversedDict.Of(ctx, a[0]) is { } entries) return ctx.New(entries, 48);
        var source = ctx.Unwrap(a[0]);
        if (source.Ref is PyRange range)
            return ctx.New(
                (PyObject)new PyRange(range.Start + (range.Count - 1) * range.Step, range.Start - range.Step, -range.Step)
                .Iterate(ctx), 48);
        if (source.Ref is not (string or PyList or PyTuple or PyBytes or PyByteArray or PyInstance)
            && !NativeReversal.Supports(source)) throw ctx.TypeError($"'{a[0].TypeName}' object is not reversible");
        var next = ctx.Length(source) - 1;
        bool Step(RunContext c, out PyValue value)
        {
            value = default;
            if (next < 0 || next >= c.Length(source)) return false;
            value = c.GetItem(source, PyValue.Int(next--));
            return true;
        }
        return ctx.New(new PyStepIterator(Reversed, Step));
    }
}

/// <summary>Marks module types that <c>reversed</c> can walk by index.</summary>
internal interface INativeSequence;

/// <summary>Says which values of modules can be walked backwards.</summary>
internal static class NativeReversal
{
    internal static bool Supports(PyValue value) => value.Ref is INativeSequence;
}
