using Punie.Python.Builtins.Formatting;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Builtins.Functions;

/// <summary>Functions about attributes and text of any value.</summary>
internal static class ObjectFunctions
{
    internal static readonly NativeFunction[] Table =
    [
        new("ascii", "obj, /", (ctx, a) => ctx.Text(AsciiText.Of(ctx, a[0]))),
        new("delattr", "obj, name, /", DeleteAttribute),
        new("dir", "obj=?, /", Dir),
        new("format", "value, format_spec='', /", (ctx, a) =>
            ctx.Text(ctx.Format(a[0], Given.Text(ctx, a[1], "format() argument 2 must be str")))),
        new("getattr", "obj, name, default=?, /", GetAttribute),
        new("hasattr", "obj, name, /", (ctx, a) =>
            PyValue.Bool(ctx.TryGetAttribute(a[0], Name(ctx, a[1], "hasattr"), out _))),
        new("iter", "object, sentinel=?, /", (ctx, a) =>
            a[1].IsUnbound ? PyValue.Of(ctx.Iterate(a[0])) : IterationFunctions.UntilSentinel(ctx, a[0], a[1])),
        new("setattr", "obj, name, value, /", SetAttribute),
        new("vars", "object=?, /", Vars),
    ];

    private static string Name(RunContext ctx, PyValue value, string function) =>
        ctx.Unwrap(value).Ref as string
            ?? throw ctx.TypeError(function == "hasattr"
            ? "hasattr(): attribute name must be string"
            : $"attribute name must be string, not '{value.TypeName}'");

    private static PyValue GetAttribute(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var name = Name(ctx, a[1], "getattr");
        if (a[2].IsUnbound) return ctx.GetAttribute(a[0], name);
        return ctx.TryGetAttribute(a[0], name, out var value) ? value : a[2];
    }

    private static PyValue SetAttribute(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        ctx.SetAttribute(a[0], Name(ctx, a[1], "setattr"), a[2]);
        return PyValue.None;
    }

    private static PyValue DeleteAttribute(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        ctx.DeleteAttribute(a[0], Name(ctx, a[1], "delattr"));
        return PyValue.None;
    }

    private static PyValue Dir(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        if (a[0].IsUnbound) throw Refusals.Refuse(ctx, "dir() without an argument", "name the object: dir(value)");
        if (a[0].Ref is PyInstance instance && instance.Special(ctx, "__dir__", [], out var own))
            return ctx.NewList(Sorting.Sort(ctx, ctx.ToArray(own), default, reverse: false));
        var names = a[0].Ref is PyObject value ? value.AttributeNames() : Types.Str.AllNames();
        return ctx.NewList([.. names.Order(StringComparer.Ordinal).Select(n => PyValue.Str(n))]);
    }

    private static PyValue Vars(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        if (a[0].IsUnbound) throw Refusals.Refuse(ctx, "vars() without an argument", "name the object: vars(value)");
        return ctx.TryGetAttribute(a[0], "__dict__", out var dict)
            ? dict
            : throw ctx.TypeError("vars() argument must have __dict__ attribute");
    }
}
