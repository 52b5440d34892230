using Punie.Python.Builtins;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Sandbox.Runtime;

/// <summary>
/// Binary and unary operators on any values; the nodes take the int64 and float cases before they get here.
/// </summary>
internal static class Arithmetic
{
    internal static PyValue Binary(this RunContext ctx, BinaryOperator op, PyValue a, PyValue b)
    {
        var result = ctx.BinaryOrNot(op, a, b);
        return result.IsNotImplemented ? throw Unsupported(ctx, op, a, b, inPlace: false) : result;
    }

    /// <summary>What <c>a op= b</c> leaves in <c>a</c>.</summary>
    internal static PyValue InPlace(this RunContext ctx, BinaryOperator op, PyValue a, PyValue b)
    {
        if (a.Ref is not (string or PyTag))
        {
            ctx.Enter();
            var changed = a.Object.InPlace(ctx, op, b);
            ctx.Leave();
            if (!changed.IsNotImplemented) return changed;
        }
        var result = ctx.BinaryOrNot(op, a, b);
        return result.IsNotImplemented ? throw Unsupported(ctx, op, a, b, inPlace: true) : result;
    }

    /// <summary><see cref="PyValue.NotImplemented"/> where neither side knows the other.</summary>
    internal static PyValue BinaryOrNot(this RunContext ctx, BinaryOperator op, PyValue a, PyValue b)
    {
        if (a.IsInt && b.IsInt && IntegerMath.TrySmall(op, a.Bits, b.Bits, out var small)) return small;
        if (a.IsFloat && b.IsFloat) return FloatMath.Binary(ctx, op, a, b);
        return BinaryOfAny(ctx, op, a, b);
    }

    private static PyValue BinaryOfAny(RunContext ctx, BinaryOperator op, PyValue a, PyValue b)
    {
        if (Numbers.IsNumber(a) && Numbers.IsNumber(b))
            return a.IsFloat || b.IsFloat ? FloatMath.Binary(ctx, op, a, b) : IntegerMath.Binary(ctx, op, a, b);
        if (a.Ref is string)
        {
            if (op == BinaryOperator.Mod) return StringFormatting.Percent(ctx, a, b);
            if (op == BinaryOperator.Add && b.Ref is string) return Texts.Concat(ctx, a, b);
            if (op == BinaryOperator.Add && b.Ref is not PyInstance)
                throw ctx.TypeError($"can only concatenate str (not \"{b.TypeName}\") to str");
        }
        if (op == BinaryOperator.Mult)
        {
            if (a.Ref is string && ctx.RepeatCount(b) is { } right) return Texts.Repeat(ctx, a, right);
            if (b.Ref is string && ctx.RepeatCount(a) is { } left) return Texts.Repeat(ctx, b, left);
            if (b.Ref is string && IsSequence(a) || a.Ref is string && IsSequence(b) || IsSequence(a) && b.IsFloat
                || a.Ref is string && b.IsFloat)
                throw ctx.TypeError($"can't multiply sequence by non-int of type '{b.TypeName}'");
        }
        ctx.Enter();
        var result = BinaryObjects(ctx, op, a, b);
        ctx.Leave();
        return result;
    }

    internal static PyValue Unary(this RunContext ctx, UnaryOperator op, PyValue value)
    {
        if (value.IsFloat && op != UnaryOperator.Invert)
            return PyValue.Float(op == UnaryOperator.USub ? -value.Double : value.Double);
        if (value.IsInt || value.IsBool || value.Ref is PyBigInt)
        {
            var integer = Numbers.Big(value);
            return PyValue.Int(
                op switch { UnaryOperator.USub => -integer, UnaryOperator.Invert => -integer - 1, _ => integer });
        }
        var result = PyValue.NotImplemented;
        if (value.Ref is PyObject operand)
        {
            ctx.Enter();
            result = operand.Unary(ctx, op);
            ctx.Leave();
        }
        if (!result.IsNotImplemented) return result;
        var symbol = op switch { UnaryOperator.USub => "-", UnaryOperator.UAdd => "+", _ => "~" };
        throw ctx.TypeError($"bad operand type for unary {symbol}: '{value.TypeName}'");
    }

    private static PyValue BinaryObjects(RunContext ctx, BinaryOperator op, PyValue a, PyValue b)
    {
        var rightFirst = b.Ref is PyInstance && !ReferenceEquals(a.Type, b.Type) && b.Type.IsSubclassOf(a.Type)
            && Overrides(b.Type, a.Type, SpecialNames.Reflected(op));
        if (rightFirst)
        {
            var early = b.Object.Binary(ctx, op, a, reflected: true);
            if (!early.IsNotImplemented) return early;
        }
        if (a.Ref is PyObject left)
        {
            var result = left.Binary(ctx, op, b, reflected: false);
            if (!result.IsNotImplemented) return result;
        }
        if (rightFirst || b.Ref is not PyObject right || (b.Ref is PyInstance && ReferenceEquals(a.Type, b.Type)))
            return PyValue.NotImplemented;
        return right.Binary(ctx, op, a, reflected: true);
    }

    // A subclass goes first only where it has a reflected method of its own.
    private static bool Overrides(PyType derived, PyType parent, string name) =>
        derived.TryLookupUser(name, out var own)
            && !(parent.TryLookupUser(name, out var inherited) && PyValue.Same(own, inherited));

    private static bool IsSequence(PyValue value) => value.Ref is PyList or PyTuple or PyBytes;

    private static bool Repeats(RunContext ctx, PyValue value) =>
        ctx.Unwrap(value).Ref is string or PyList or PyTuple or PyBytes or PyByteArray;

    private static PyRaise Unsupported(RunContext ctx, BinaryOperator op, PyValue a, PyValue b, bool inPlace) =>
        op == BinaryOperator.Mult && Repeats(ctx, a)
            ? ctx.TypeError($"can't multiply sequence by non-int of type '{b.TypeName}'")
        : op == BinaryOperator.Mult && Repeats(ctx, b)
            ? ctx.TypeError($"can't multiply sequence by non-int of type '{a.TypeName}'")
        : ctx.TypeError(
            $"unsupported operand type(s) for {SpecialNames.Symbol(op, inPlace)}: '{a.TypeName}' and '{b.TypeName}'");
}
