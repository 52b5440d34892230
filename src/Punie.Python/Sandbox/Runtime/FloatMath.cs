using System.Numerics;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Sandbox.Runtime;

/// <summary>Operators where at least one side is a float.</summary>
internal static class FloatMath
{
    internal static PyValue Binary(RunContext ctx, BinaryOperator op, PyValue a, PyValue b)
    {
        double x = ToDouble(ctx, a), y = ToDouble(ctx, b);
        return op switch
        {
            BinaryOperator.Add => PyValue.Float(x + y),
            BinaryOperator.Sub => PyValue.Float(x - y),
            BinaryOperator.Mult => PyValue.Float(x * y),
            BinaryOperator.Div => y != 0 ? PyValue.Float(x / y) : throw ctx.ZeroDivisionError("float division by zero"),
            BinaryOperator.FloorDiv => PyValue.Float(FloorDivide(ctx, x, y, "float floor division by zero").Quotient),
            BinaryOperator.Mod => PyValue.Float(FloorDivide(ctx, x, y, "float modulo").Remainder),
            BinaryOperator.Pow => Power(ctx, x, y),
            _ => PyValue.NotImplemented,
        };
    }

    /// <summary>Source: _float_div_mod in Objects/floatobject.c.</summary>
    internal static (double Quotient, double Remainder) FloorDivide(RunContext ctx, double x, double y, string zero)
    {
        if (y == 0) throw ctx.ZeroDivisionError(zero);
        var remainder = x % y;
        var quotient = (x - remainder) / y;
        if (remainder != 0)
        {
            if (y < 0 != remainder < 0)
            {
                remainder += y;
                quotient -= 1;
            }
        }
        else remainder = Math.CopySign(0, y);
        if (quotient == 0) return (Math.CopySign(0, x / y), remainder);
        var floor = Math.Floor(quotient);
        return (quotient - floor > 0.5 ? floor + 1 : floor, remainder);
    }

    internal static double ToDouble(RunContext ctx, PyValue value) =>
        value.IsFloat ? value.Double : value.Ref is PyBigInt big ? ToDouble(ctx, big.Value) : value.Bits;

    /// <summary>Rounds to even, as CPython; .NET truncates.</summary>
    internal static double ToDouble(RunContext ctx, BigInteger value)
    {
        var bits = value.GetBitLength();
        if (bits <= 53) return (double)value;
        if (bits > 1025) throw ctx.OverflowError("int too large to convert to float");
        var shift = (int)bits - 66;
        var magnitude = BigInteger.Abs(value);
        if (shift > 0)
        {
            var kept = magnitude >> shift;
            if (kept << shift != magnitude) kept |= BigInteger.One;
            magnitude = kept;
        }
        var result = Math.ScaleB(RoundToDouble(magnitude), Math.Max(shift, 0));
        if (double.IsInfinity(result)) throw ctx.OverflowError("int too large to convert to float");
        return value.Sign < 0 ? -result : result;
    }

    /// <summary>Nearest double of a positive int of at most 70 bits.</summary>
    internal static double RoundToDouble(BigInteger magnitude)
    {
        var extra = (int)magnitude.GetBitLength() - 53;
        if (extra <= 0) return (double)magnitude;
        var kept = magnitude >> extra;
        var rest = magnitude - (kept << extra);
        var half = BigInteger.One << (extra - 1);
        if (rest > half || (rest == half && !kept.IsEven)) kept += BigInteger.One;
        return Math.ScaleB((double)kept, extra);
    }

    private static PyValue Power(RunContext ctx, double x, double y)
    {
        if (x == 0 && y < 0) throw ctx.ZeroDivisionError("0.0 cannot be raised to a negative power");
        var result = Math.Pow(x, y);
        if (x == 1 || y == 0) result = 1;
        if (double.IsInfinity(result) && double.IsFinite(x) && double.IsFinite(y))
            throw ctx.Error(Builtins.ExceptionTypes.OverflowError, "(34, 'Numerical result out of range')");
        return double.IsNaN(result) && !double.IsNaN(x) && !double.IsNaN(y)
            ? PyValue.Of(Builtins.Complex.ComplexMath.Power(ctx, new(x, 0), new(y, 0)))
            : PyValue.Float(result);
    }
}
