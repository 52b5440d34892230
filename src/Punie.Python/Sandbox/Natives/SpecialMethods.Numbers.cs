using Punie.Python.Builtins;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Sandbox.Natives;

/// <summary>Special methods of numbers, and operators under their names.</summary>
internal static partial class SpecialMethods
{
    private static readonly Dictionary<string, NativeFunction> Numeric = Build(
        new("__abs__", "self, /", (ctx, a) => Builtin(ctx, "abs", [Value(ctx, a[0])])),
        new("__int__", "self, /", (ctx, a) => Builtin(ctx, "int", [Value(ctx, a[0])])),
        new("__float__", "self, /", (ctx, a) => Builtin(ctx, "float", [Value(ctx, a[0])])),
        new("__trunc__", "self, /", (ctx, a) => Builtin(ctx, "int", [Value(ctx, a[0])])),
        new("__floor__", "self, /", (ctx, a) => Rounded(ctx, a[0], Math.Floor)),
        new("__ceil__", "self, /", (ctx, a) => Rounded(ctx, a[0], Math.Ceiling)),
        new("__round__", "self, ndigits=None, /", (ctx, a) => Builtin(ctx, "round", [Value(ctx, a[0]), a[1]])),
        new("__divmod__", "self, other, /", (ctx, a) => Builtin(ctx, "divmod", [Value(ctx, a[0]), a[1]])),
        new("__rdivmod__", "self, other, /", (ctx, a) => Builtin(ctx, "divmod", [a[1], Value(ctx, a[0])])));

    private static readonly Dictionary<string, NativeFunction> Reversal = Build(
        new NativeFunction("__reversed__", "self, /", (ctx, a) => Builtin(ctx, "reversed", [Value(ctx, a[0])])));

    private static readonly NativeFunction Index =
        new("__index__", "self, /", (ctx, a) => Builtin(ctx, "int", [Value(ctx, a[0])]));

    /// <summary>A method of numbers or of sequences, not bound; null where the value does not have it.</summary>
    private static NativeFunction? FindNumeric(PyValue value, string name)
    {
        if (value.Ref is PyList or PyDict or PyRange) return Reversal.GetValueOrDefault(name);
        if (!Numbers.IsNumber(value)) return null;
        return name == "__index__" ? value.IsFloat ? null : Index : Numeric.GetValueOrDefault(name);
    }

    /// <summary>
    /// As <c>int.__add__</c>: an operator of a native type or of one that derives from it; unbound for others.
    /// </summary>
    private static PyValue FindOperator(PyType type, string name)
    {
        var native = type.IsUserDefined ? type.Solid : type;
        if (native is null) return default;
        var isNumber = native.IsSubclassOf(Types.Int) || native.IsSubclassOf(Types.Float);
        if (isNumber && (name == "__index__" ? Index : Numeric.GetValueOrDefault(name)) is { } number)
            return PyValue.Of(number);
        var isSequence = native == Types.Str || native == Types.List || native == Types.Tuple || native == Types.Bytes
            || native == Types.Dict || native == Types.Set || native == Types.FrozenSet;
        foreach (var op in Enum.GetValues<BinaryOperator>())
        {
            var reflected = name == SpecialNames.Reflected(op);
            if (!reflected && name != SpecialNames.Of(op)) continue;
            if (!isNumber && (!isSequence || reflected)) return default;
            return PyValue.Of(new NativeFunction(name, "self, other, /", (ctx, a) => a[0].Type.IsSubclassOf(native)
                ? Operate(ctx, op, a, reflected)
                : throw ctx.TypeError(
                    $"descriptor '{name}' requires a '{native.Name}' object but received a '{a[0].TypeName}'")));
        }
        return default;
    }

    // An int does not know floats: it leaves them to float.
    private static PyValue Operate(RunContext ctx, BinaryOperator op, ReadOnlySpan<PyValue> a, bool reflected)
    {
        var (self, other) = (ctx.Unwrap(a[0]), ctx.Unwrap(a[1]));
        if (Numbers.IsNumber(self) && (!Numbers.IsNumber(other) || (!self.IsFloat && other.IsFloat)))
            return PyValue.NotImplemented;
        return reflected ? ctx.BinaryOrNot(op, other, self) : ctx.BinaryOrNot(op, self, other);
    }

    private static PyValue Rounded(RunContext ctx, PyValue self, Func<double, double> round)
    {
        var value = Value(ctx, self);
        return Builtin(ctx, "int", [value.IsFloat ? PyValue.Float(round(value.Double)) : value]);
    }

    private static PyValue Builtin(RunContext ctx, string name, ReadOnlySpan<PyValue> arguments) =>
        ctx.Call(BuiltinScope.Names[name], arguments);
}
