using System.Numerics;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Sandbox.Runtime;

/// <summary>Ints of any size: int64 where it fits, exact beyond.</summary>
internal static class IntegerMath
{
    internal static PyValue Binary(RunContext ctx, BinaryOperator op, PyValue a, PyValue b)
    {
        if (a.Ref is not PyBigInt && b.Ref is not PyBigInt && TrySmall(op, a.Bits, b.Bits, out var small))
        {
            var isBool = a.IsBool && b.IsBool
                && op is (BinaryOperator.BitAnd or BinaryOperator.BitOr or BinaryOperator.BitXor);
            return isBool ? PyValue.Bool(small.Bits != 0) : small;
        }
        BigInteger x = Numbers.Big(a), y = Numbers.Big(b);
        switch (op)
        {
            case BinaryOperator.Add: return Result(ctx, x + y);
            case BinaryOperator.Sub: return Result(ctx, x - y);
            case BinaryOperator.Mult:
                ctx.Meter.Reserve((x.GetBitLength() + y.GetBitLength()) / 4);
                return Result(ctx, BigWork.Multiply(ctx, x, y));
            case BinaryOperator.Div: return Divide(ctx, x, y);
            case BinaryOperator.FloorDiv:
                return Result(ctx,
                FloorDivide(ctx, x, y, "integer division or modulo by zero").Quotient);
            case BinaryOperator.Mod: return Result(ctx, FloorDivide(ctx, x, y, "integer modulo by zero").Remainder);
            case BinaryOperator.Pow: return Power(ctx, x, y);
            case BinaryOperator.LShift: return ShiftLeft(ctx, x, y);
            case BinaryOperator.RShift: return ShiftRight(ctx, x, y);
            case BinaryOperator.BitAnd: return Result(ctx, x & y);
            case BinaryOperator.BitOr: return Result(ctx, x | y);
            case BinaryOperator.BitXor: return Result(ctx, x ^ y);
            default: return PyValue.NotImplemented;
        }
    }

    /// <summary>Quotient and remainder rounded as Python does: the remainder has the divisor's sign.</summary>
    internal static (BigInteger Quotient, BigInteger Remainder) FloorDivide(RunContext ctx, BigInteger x, BigInteger y,
        string zero)
    {
        if (y.IsZero) throw ctx.ZeroDivisionError(zero);
        ctx.Meter.Reserve(x.GetBitLength() / 4);
        var (quotient, remainder) = BigWork.Divide(ctx, x, y);
        return remainder.Sign != 0 && remainder.Sign != y.Sign ? (quotient - 1, remainder + y) : (quotient, remainder);
    }

    internal static PyValue Power(RunContext ctx, BigInteger x, BigInteger y)
    {
        if (y.Sign < 0)
        {
            if (x.IsZero) throw ctx.ZeroDivisionError("0.0 cannot be raised to a negative power");
            return PyValue.Float(Math.Pow(FloatMath.ToDouble(ctx, x), FloatMath.ToDouble(ctx, y)));
        }
        if (x.IsOne || x.IsZero || x == BigInteger.MinusOne)
            return PyValue.Int(y.IsZero ? BigInteger.One : x.IsZero ? 0 : y.IsEven ? 1 : x);
        var bits = BigInteger.Abs(x).GetBitLength() * y;
        if (bits > int.MaxValue - 64) throw new StopException(Limit.Bytes);
        ctx.Meter.Reserve((long)bits / 4);
        return Result(ctx, BigWork.Power(ctx, x, (int)y));
    }

    /// <summary>Accounts for a result of that many bits that takes that many word operations.</summary>
    internal static void Charge(RunContext ctx, long bits, long operations)
    {
        ctx.Meter.Reserve(bits / 4);
        ctx.Tick(operations >> 9);
    }

    /// <summary>False where int64 does not hold the result, or an error has to be raised.</summary>
    internal static bool TrySmall(BinaryOperator op, long a, long b, out PyValue result)
    {
        long value;
        var fits = op switch
        {
            BinaryOperator.Add => !Overflows(value = a + b, a, b),
            BinaryOperator.Sub => !Overflows(value = a - b, a, ~b),
            BinaryOperator.Mult => Math.BigMul(a, b, out value) == value >> 63,
            BinaryOperator.BitAnd => Set(out value, a & b),
            BinaryOperator.BitOr => Set(out value, a | b),
            BinaryOperator.BitXor => Set(out value, a ^ b),
            BinaryOperator.FloorDiv when b is not (0 or -1) =>
                Set(out value, a / b - (a % b != 0 && (a % b < 0) != (b < 0) ? 1 : 0)),
            BinaryOperator.Mod when b is not (0 or -1) =>
                Set(out value, a % b + (a % b != 0 && (a % b < 0) != (b < 0) ? b : 0)),
            BinaryOperator.LShift when b is >= 0 and < 63 => (value = a << (int)b) >> (int)b == a,
            BinaryOperator.Pow when b >= 0 => TryPower(a, b, out value),
            BinaryOperator.RShift when b >= 0 => Set(out value, a >> (int)Math.Min(b, 63)),
            _ => !Set(out value, 0),
        };
        result = PyValue.Int(value);
        return fits;
    }

    private static bool TryPower(long a, long b, out long value)
    {
        value = 1;
        if (b >= 64) return false;
        for (; b > 0; b--)
        {
            if (Math.BigMul(value, a, out value) != value >> 63) return false;
        }
        return true;
    }

    private static bool Overflows(long sum, long a, long b) => ((sum ^ a) & (sum ^ b)) < 0;

    private static bool Set(out long target, long value)
    {
        target = value;
        return true;
    }

    private static PyValue Result(RunContext ctx, BigInteger value)
    {
        var result = PyValue.Int(value);
        if (result.Ref is PyBigInt big) ctx.Meter.Allocated(big, 48 + value.GetBitLength() / 8);
        return result;
    }

    private static PyValue Divide(RunContext ctx, BigInteger x, BigInteger y)
    {
        if (y.IsZero) throw ctx.ZeroDivisionError("division by zero");
        const long exact = 1L << 53;
        if (BigInteger.Abs(x) <= exact && BigInteger.Abs(y) <= exact) return PyValue.Float((double)x / (double)y);
        // Scale so that the integer quotient holds more bits than a double, with a sticky last bit: one rounding, as
        // CPython.
        var shift = (int)(66 - (x.GetBitLength() - y.GetBitLength()));
        BigInteger numerator = BigInteger.Abs(x), denominator = BigInteger.Abs(y);
        if (shift > 0) numerator <<= shift;
        else denominator <<= -shift;
        ctx.Meter.Reserve((numerator.GetBitLength() + denominator.GetBitLength()) / 4);
        var (quotient, remainder) = BigWork.Divide(ctx, numerator, denominator);
        if (!remainder.IsZero) quotient |= BigInteger.One;
        var value = Math.ScaleB(FloatMath.RoundToDouble(quotient), -shift);
        if (double.IsInfinity(value)) throw ctx.OverflowError("integer division result too large for a float");
        return PyValue.Float(x.Sign * y.Sign < 0 ? -value : value);
    }

    private static PyValue ShiftLeft(RunContext ctx, BigInteger x, BigInteger y)
    {
        if (y.Sign < 0) throw ctx.ValueError("negative shift count");
        if (x.IsZero) return PyValue.Int(0);
        if (y > int.MaxValue - 64) throw new StopException(Limit.Bytes);
        Charge(ctx, x.GetBitLength() + (long)y, (long)y / 64);
        return Result(ctx, x << (int)y);
    }

    private static PyValue ShiftRight(RunContext ctx, BigInteger x, BigInteger y)
    {
        if (y.Sign < 0) throw ctx.ValueError("negative shift count");
        return y > int.MaxValue ? PyValue.Int(x.Sign < 0 ? -1 : 0) : Result(ctx, x >> (int)y);
    }
}
