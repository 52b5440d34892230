using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Sandbox.Natives;

/// <summary>
/// Protocols of built-in values under their special names, as in <c>super().__init__()</c> and <c>[].__len__()</c>.
/// </summary>
/// <remarks>A closed table: a special name that is not here does not exist.</remarks>
internal static partial class SpecialMethods
{
    private static readonly Dictionary<string, NativeFunction> Table = Build(
        new("__repr__", "self, /", (ctx, a) =>
            ctx.Text(
                a[0].Ref switch
                {
                    PyInstance instance => instance.ReprCore(ctx),
                    PyType type => type.PlainRepr(),
                    _ => ctx.Repr(a[0])
                })),
        new("__str__", "self, /", (ctx, a) =>
            ctx.Text(a[0].Ref is PyInstance instance ? instance.TextCore(ctx) : ctx.Str(a[0]))),
        new("__format__", "self, format_spec, /", (ctx, a) => ctx.Text(ctx.Format(a[0], ctx.Str(a[1])))),
        new("__hash__", "self, /", (ctx, a) =>
            PyValue.Int(ctx.Unwrap(a[0]).Ref is PyInstance
            ? ctx.Identity(a[0].Ref!) >> 4
            : ctx.Hash(ctx.Unwrap(a[0])))),
        new("__bool__", "self, /", (ctx, a) => PyValue.Bool(ctx.Truth(Value(ctx, a[0])))),
        new("__len__", "self, /", (ctx, a) => PyValue.Int(ctx.Length(Value(ctx, a[0])))),
        new("__iter__", "self, /", (ctx, a) => PyValue.Of(ctx.Iterate(Value(ctx, a[0])))),
        new("__next__", "self, /", Next),
        new("__contains__", "self, item, /", (ctx, a) => PyValue.Bool(ctx.Contains(Value(ctx, a[0]), a[1]))),
        new("__getitem__", "self, key, /", (ctx, a) =>
            a[0].Ref is PyInstance instance ? instance.GetItemInside(ctx, a[1]) : ctx.GetItem(a[0], a[1])),
        new("__setitem__", "self, key, value, /", SetItem),
        new("__delitem__", "self, key, /", DeleteItem),
        new("__eq__", "self, other, /", (ctx, a) => Compare(ctx, CompareOperator.Eq, a)),
        new("__ne__", "self, other, /", (ctx, a) => Compare(ctx, CompareOperator.NotEq, a)),
        new("__lt__", "self, other, /", (ctx, a) => Compare(ctx, CompareOperator.Lt, a)),
        new("__le__", "self, other, /", (ctx, a) => Compare(ctx, CompareOperator.LtE, a)),
        new("__gt__", "self, other, /", (ctx, a) => Compare(ctx, CompareOperator.Gt, a)),
        new("__ge__", "self, other, /", (ctx, a) => Compare(ctx, CompareOperator.GtE, a)),
        new("__neg__", "self, /", (ctx, a) => ctx.Unary(UnaryOperator.USub, Value(ctx, a[0]))),
        new("__pos__", "self, /", (ctx, a) => ctx.Unary(UnaryOperator.UAdd, Value(ctx, a[0]))),
        new("__invert__", "self, /", (ctx, a) => ctx.Unary(UnaryOperator.Invert, Value(ctx, a[0]))),
        new("__call__", "self, *args, **kwargs", Call),
        new("__setattr__", "self, name, value, /", SetAttribute),
        new("__delattr__", "self, name, /", DeleteAttribute),
        new("__getattribute__", "self, name, /", GetAttribute),
        new("__init_subclass__", "cls, /, **kwargs", InitSubclass),
        new("__prepare__", "*args, **kwargs", (ctx, _) => PyValue.Of(ctx.NewDict())),
        new("__instancecheck__", "cls, instance, /", (ctx, a) =>
            PyValue.Bool(Builtins.CoreFunctions.IsInstance(ctx, a[1].Type, a[0], "isinstance"))),
        new("__subclasscheck__", "cls, subclass, /", (ctx, a) =>
            PyValue.Bool(a[1].Ref is PyType type && Builtins.CoreFunctions.IsInstance(ctx, type, a[0], "issubclass"))));

    /// <summary>The method, bound; unbound where the value does not have the protocol.</summary>
    /// <param name="ctx">The run.</param>
    /// <param name="self">The value.</param>
    /// <param name="name">A special name.</param>
    /// <param name="after">Set for <c>super()</c>: skip what the program's classes define.</param>
    internal static PyValue Find(RunContext ctx, PyValue self, string name, PyType? after)
    {
        if (self.Ref is PyRecord) return default;
        if (name is "__init__" or "__new__" && self.Ref is not null)
            return ClassCreation.InheritedConstructor(ctx, self, name);
        if (name == "__hash__" && ctx.Unwrap(self).Ref is PyList or PyDict or PySet { IsFrozen: false })
            return PyValue.None;
        if (!Table.TryGetValue(name, out var method) || !Supports(ctx, self, name, after is not null))
        {
            method = FindNumeric(ctx.Unwrap(self), name);
            if (method is null) return BinaryMethod(ctx, self, name);
        }
        return ctx.New(new PyMethod(self, PyValue.Of(method)), 40);
    }

    /// <summary>The method as a class attribute, as <c>object.__setattr__</c>.</summary>
    internal static PyValue FindUnbound(PyType type, string name) =>
        Table.TryGetValue(name, out var method) ? PyValue.Of(method) : FindOperator(type, name);

    private static bool Supports(RunContext ctx, PyValue self, string name, bool viaSuper)
    {
        var value = ctx.Unwrap(self);
        var isObject = value.Ref is PyInstance or PyType or PyFunction || value.Ref is PyObject
            && value.Ref is not (PyList or PyDict or PyTuple or PySet or PyRange or PyBytes);
        return name switch
        {
            "__repr__" or "__str__" or "__format__" or "__eq__" or "__ne__" or "__setattr__" or "__delattr__"
                or "__getattribute__" => true,
            "__hash__" => value.Ref is not (PyList or PyDict) && value.Ref is not PySet { IsFrozen: false },
            "__init_subclass__" => viaSuper,
            "__prepare__" or "__instancecheck__" or "__subclasscheck__" => self.Ref is PyType,
            "__lt__" or "__le__" or "__gt__" or "__ge__" => true,
            "__len__" => value.Ref is string || value.Object.Length(ctx) is { IsUnbound: false },
            "__iter__" =>
                value.Ref is string or PyList or PyDict or PyTuple or PySet or PyRange or PyBytes or PyIterator,
            "__contains__" or "__getitem__" =>
                value.Ref is string or PyList or PyDict or PyTuple or PyRange or PyBytes
                || (name == "__contains__" && value.Ref is PySet),
            "__setitem__" or "__delitem__" => value.Ref is PyList or PyDict,
            "__next__" => value.Ref is PyIterator,
            "__call__" => value.Ref is PyFunction or NativeFunction or PyType or PyMethod,
            "__bool__" when value.IsNone => true,
            "__bool__" or "__neg__" or "__pos__" or "__invert__" => Numbers.IsNumber(value),
            _ => isObject,
        };
    }

    private static PyValue BinaryMethod(RunContext ctx, PyValue self, string name)
    {
        var value = ctx.Unwrap(self);
        foreach (var op in Enum.GetValues<BinaryOperator>())
        {
            var reflected = name == SpecialNames.Reflected(op);
            var inPlace = name == SpecialNames.InPlace(op);
            if (!reflected && !inPlace && name != SpecialNames.Of(op)) continue;
            var isSequence = value.Ref is string or PyList or PyTuple or PyBytes;
            var known = inPlace ? value.Ref is PyList or PyDict or PySet { IsFrozen: false }
                : Numbers.IsNumber(value)
                    || (reflected
                    ? isSequence && op == BinaryOperator.Mult
                    : isSequence || value.Ref is PySet or PyDict);
            if (!known) return default;
            NativeCall body = (c, a) => inPlace ? c.InPlace(op, c.Unwrap(a[0]), a[1]) : Operate(c, op, a, reflected);
            return ctx.New(new PyMethod(self, PyValue.Of(new NativeFunction(name, "self, other, /", body))), 40);
        }
        return default;
    }

    private static PyValue InitSubclass(RunContext ctx, ReadOnlySpan<PyValue> a) =>
        ((PyDict)a[1].Ref!).Count == 0
            ? PyValue.None
            : throw ctx.TypeError(
                $"{(a[0].Ref as PyType ?? a[0].Type).Name}.__init_subclass__() takes no keyword arguments");

    private static PyValue Value(RunContext ctx, PyValue self) => ctx.Unwrap(self);

    private static PyValue Compare(RunContext ctx, CompareOperator op, ReadOnlySpan<PyValue> a)
    {
        var self = Value(ctx, a[0]);
        if (self.Ref is not PyInstance) return ctx.CompareOrNot(op, self, ctx.Unwrap(a[1]));
        var same = PyValue.Same(self, a[1]);
        return op switch
        {
            CompareOperator.Eq when same => PyValue.True,
            CompareOperator.NotEq when same => PyValue.False,
            _ => PyValue.NotImplemented,
        };
    }

    private static PyValue Next(RunContext ctx, ReadOnlySpan<PyValue> a) =>
        Value(ctx, a[0]).Ref is PyIterator iterator && iterator.Next(ctx, out var value)
            ? value
            : throw ctx.StopIteration(default);

    private static PyValue SetItem(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        ctx.SetItem(Value(ctx, a[0]), a[1], a[2]);
        return PyValue.None;
    }

    private static PyValue DeleteItem(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        ctx.DeleteItem(Value(ctx, a[0]), a[1]);
        return PyValue.None;
    }

    private static PyValue Call(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var arguments = (PyTuple)a[1].Ref!;
        var (values, names) = Calls.Flatten(arguments.Items, (PyDict)a[2].Ref!);
        return a[0].Ref is PyType type
            ? type.PlainCall(ctx, new Arguments(values, names))
            : ctx.Call(a[0], new Arguments(values, names));
    }

    private static PyValue GetAttribute(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var name = ctx.Str(a[1]);
        if (a[0].Ref is not PyInstance instance || instance is PyException) return ctx.GetAttribute(a[0], name);
        var found = instance.FindDirectly(ctx, name);
        return found.IsUnbound ? throw ctx.NoAttribute(a[0], name) : found;
    }

    private static PyValue SetAttribute(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        if (a[0].Ref is PyInstance instance) instance.SetAttributeDirectly(ctx, ctx.Str(a[1]), a[2]);
        else if (a[0].Ref is PyType type) type.SetAttributeDirectly(ctx, ctx.Str(a[1]), a[2]);
        else ctx.SetAttribute(a[0], ctx.Str(a[1]), a[2]);
        return PyValue.None;
    }

    private static PyValue DeleteAttribute(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        if (a[0].Ref is PyInstance instance) instance.DeleteAttributeDirectly(ctx, ctx.Str(a[1]));
        else if (a[0].Ref is PyType type) type.DeleteAttributeDirectly(ctx, ctx.Str(a[1]));
        else ctx.DeleteAttribute(a[0], ctx.Str(a[1]));
        return PyValue.None;
    }

    private static Dictionary<string, NativeFunction> Build(params NativeFunction[] methods)
    {
        var table = new Dictionary<string, NativeFunction>(StringComparer.Ordinal);
        foreach (var method in methods) table[method.Name] = method;
        return table;
    }
}
