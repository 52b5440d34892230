using System.Text;
using Punie.Python.Modules.Collections;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Builtins;

/// <summary>Functions about output, iteration and types.</summary>
internal static class CoreFunctions
{
    internal static readonly NativeFunction[] Table =
    [
        new("print", "*args, sep=' ', end='\\n', file=None, flush=False", Print),
        new("len", "obj, /", (ctx, a) => PyValue.Int(ctx.Length(a[0]))),
        new("repr", "obj, /", (ctx, a) => ctx.Text(ctx.Repr(a[0]))),
        new("next", "iterator, default=?, /", Next),
        new("anext", "iterator, default=?, /", GeneratorMethods.AsyncNext),
        new("aiter", "async_iterable, /", GeneratorMethods.AsyncIterator),
        new("isinstance", "obj, class_or_tuple, /", (ctx, a) => PyValue.Bool(IsInstanceOf(ctx, a[0], a[1]))),
        new("issubclass", "cls, class_or_tuple, /", IsSubclass),
        new("id", "obj, /", (ctx, a) =>
            PyValue.Int(a[0].Ref is PyTag ? a[0].Bits * 32 + 0x55550000 : ctx.Identity(a[0].Ref!))),
        new("hash", "obj, /", (ctx, a) => PyValue.Int(ctx.Hash(a[0]))),
        new("callable", "obj, /", (_, a) => PyValue.Bool(Calls.IsCallable(a[0]))),
    ];

    /// <summary>What <c>isinstance(value, classes)</c> says.</summary>
    internal static bool IsInstanceOf(RunContext ctx, PyValue value, PyValue classes)
    {
        if (classes.Ref is PyTuple tuple)
        {
            ctx.Enter();
            var any = tuple.Items.Any(c => IsInstanceOf(ctx, value, c));
            ctx.Leave();
            return any;
        }
        if (classes.Ref is PyType type && type.Special(ctx, "__instancecheck__", [value], out var answer))
            return ctx.Truth(answer);
        return IsInstance(ctx, value.Type, classes, "isinstance");
    }

    // A virtual subclass: what register() was told, or what __subclasshook__ says.
    private static bool IsVirtual(RunContext ctx, PyType type, PyType known)
    {
        if (!known.TracksAbstractMethods) return false;
        if (known.Registered is { } registered && registered.Exists(type.IsSubclassOf)) return true;
        return known.TryLookupUser("__subclasshook__", out var hook)
            && ctx.Call(Attributes.Bind(ctx, hook, default, known),
                [PyValue.Of(type)]) is { IsNotImplemented: false } answer && ctx.Truth(answer);
    }

    /// <summary>Also for <c>except</c> clauses and class patterns.</summary>
    internal static bool IsInstance(RunContext ctx, PyType type, PyValue classes, string function)
    {
        ctx.Enter();
        var result = classes.Ref switch
        {
            PyType known when Modules.Typing.Protocols.IsProtocol(known) =>
                type.IsSubclassOf(known) || Modules.Typing.Protocols.Matches(ctx, type, known),
            PyType known =>
                type.IsSubclassOf(known) || AbstractTypes.Matches(type, known) || IsVirtual(ctx, type, known),
            Modules.Typing.IInstanceCheck check => check.Matches(ctx, type, function),
            PyGenericAlias { Origin.IsUserDefined: true } =>
                throw ctx.TypeError("Subscripted generics cannot be used with class and instance checks"),
            PyGenericAlias => throw ctx.TypeError($"{function}() argument 2 cannot be a parameterized generic"),
            PyTuple tuple => tuple.Items.Any(c => IsInstance(ctx, type, c, function)),
            PyUnionType union =>
                IsInstance(ctx, type, union.Left, function) || IsInstance(ctx, type, union.Right, function),
            _ when classes.IsNone => type == Types.NoneType,
            _ => throw ctx.TypeError(
                $"{function}() arg 2 must be a {(function == "issubclass" ? "class" : "type")}, a tuple of "
                + $"{(function == "issubclass" ? "classes" : "types")}, or a union"),
        };
        ctx.Leave();
        return result;
    }

    private static PyValue IsSubclass(RunContext ctx, ReadOnlySpan<PyValue> a) =>
        a[1].Ref is PyType asked && asked.Special(ctx, "__subclasscheck__", [a[0]], out var answer)
            ? PyValue.Bool(ctx.Truth(answer))
        : a[0].Ref is PyType type
            ? PyValue.Bool(IsInstance(ctx, type, a[1], "issubclass"))
            : throw ctx.TypeError("issubclass() arg 1 must be a class");

    private static PyValue Print(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var separator = a[1].IsNone
            ? " "
            : a[1].Ref as string ?? throw ctx.TypeError($"sep must be None or a string, not {a[1].TypeName}");
        var end = a[2].IsNone
            ? "\n"
            : a[2].Ref as string ?? throw ctx.TypeError($"end must be None or a string, not {a[2].TypeName}");
        var items = ((PyTuple)a[0].Ref!).Items;
        var target = a[3].IsNone ? ctx.PrintTarget : a[3];
        if (target.IsNone && items.Length == 1 && items[0].Ref is string text)
        {
            Codecs.CheckEncodable(ctx, text);
            ctx.Output.Write(text);
            ctx.Output.Write(end);
            return PyValue.None;
        }
        var line = new StringBuilder();
        for (var i = 0; i < items.Length; i++)
        {
            if (i > 0) line.Append(separator);
            line.Append(ctx.Str(items[i]));
            ctx.Meter.Reserve(2L * line.Length);
        }
        line.Append(end);
        Codecs.CheckEncodable(ctx, line.ToString());
        if (target.IsNone) ctx.Output.Write(line.ToString());
        else ctx.CallMethod(target, "write", ctx.Text(line.ToString()));
        return PyValue.None;
    }

    private static PyValue Next(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        if (Iterator(ctx, a[0]) is not { } iterator)
            throw ctx.TypeError($"'{a[0].TypeName}' object is not an iterator");
        if (iterator.Next(ctx, out var value)) return value;
        if (!a[1].IsUnbound) return a[1];
        throw ctx.StopIteration(
            iterator switch
            {
                Sandbox.Suspension.PyGenerator generator => generator.TakeReturnedValue(),
                PyUserIterator => value,
                _ => default
            });
    }

    private static PyIterator? Iterator(RunContext ctx, PyValue value) => value.Ref switch
    {
        PyIterator iterator => iterator,
        PyInstance instance when instance.Type.TryLookupUser("__next__", out var next) =>
            new PyUserIterator(instance, next),
        _ => null,
    };
}
