using System.Globalization;
using System.Numerics;
using Punie.Python.Builtins.Formatting;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Builtins.Functions;

/// <summary>
/// <c>abs</c>, <c>round</c>, <c>divmod</c>, <c>pow</c>, <c>bin</c>, <c>oct</c>, <c>hex</c>, <c>chr</c>, <c>ord</c>.
/// </summary>
internal static class NumberFunctions
{
    internal static readonly NativeFunction[] Table =
    [
        new("abs", "x, /", Abs),
        new("bin", "number, /", (ctx, a) => InBase(ctx, a[0], 'b')),
        new("chr", "i, /", Chr),
        new("divmod", "x, y, /", DivMod),
        new("hex", "number, /", (ctx, a) => InBase(ctx, a[0], 'x')),
        new("oct", "number, /", (ctx, a) => InBase(ctx, a[0], 'o')),
        new("ord", "c, /", Ord),
        new("pow", "base, exp, mod=None", Pow),
        new("round", "number, ndigits=None", Round),
    ];

    /// <summary>A float to so many digits behind the point, half to even on the exact value.</summary>
    internal static double RoundFloat(RunContext ctx, double value, BigInteger digits)
    {
        if (!double.IsFinite(value) || value == 0 || digits > 323) return value;
        if (digits < -308) return Math.CopySign(0, value);
        var (whole, fraction) = digits.Sign >= 0
            ? ExactDecimal.Fixed(Math.Abs(value), (int)digits)
            : (RoundInteger(NumberParsing.Truncate(ctx, Math.Abs(value)), (int)-digits, Math.Abs(value)), "");
        var text = fraction.Length > 0 ? $"{whole}.{fraction}" : whole;
        var result = double.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        if (double.IsInfinity(result)) throw ctx.OverflowError("rounded value too large to represent");
        return Math.CopySign(result, value);
    }

    private static string RoundInteger(BigInteger whole, int places, double exact)
    {
        var unit = BigInteger.Pow(10, places);
        var quotient = BigInteger.DivRem(whole, unit, out var remainder);
        var twice = (remainder * 2).CompareTo(unit);
        if (twice == 0 && Math.Floor(exact) != exact) twice = 1;
        if (twice > 0 || (twice == 0 && !quotient.IsEven)) quotient += BigInteger.One;
        return (quotient * unit).ToString(CultureInfo.InvariantCulture);
    }

    private static PyValue Abs(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        if (a[0].Ref is PyInstance instance && instance.Special(ctx, "__abs__", [], out var own)) return own;
        var value = ctx.Unwrap(a[0]);
        if (value.IsFloat) return PyValue.Float(Math.Abs(value.Double));
        if (value.IsInt || value.IsBool || value.Ref is PyBigInt)
            return PyValue.Int(BigInteger.Abs(Numbers.Big(value)));
        return value.Ref is IHasAbsolute other
            ? other.Absolute(ctx)
            : throw ctx.TypeError($"bad operand type for abs(): '{a[0].TypeName}'");
    }

    private static PyValue InBase(RunContext ctx, PyValue value, char type)
    {
        if (!ctx.TryIndex(value, out var number))
            throw ctx.TypeError($"'{value.TypeName}' object cannot be interpreted as an integer");
        return ctx.Text(
            $"{(number.Sign < 0 ? "-" : "")}0{type}{IntegerFormat.Digits(ctx, BigInteger.Abs(number), type)}");
    }

    private static PyValue Chr(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        if (!ctx.TryIndex(a[0], out var code))
            throw ctx.TypeError($"'{a[0].TypeName}' object cannot be interpreted as an integer");
        if (code.Sign < 0 || code > 0x10ffff) throw ctx.ValueError("chr() arg not in range(0x110000)");
        return code < 65536 ? CodePoints.SingleUnit((char)(int)code) : PyValue.Str(char.ConvertFromUtf32((int)code), 1);
    }

    private static PyValue Ord(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var value = ctx.Unwrap(a[0]);
        if (ByteSource.Find(ctx, value) is { } bytes)
            return bytes.Length == 1
                ? PyValue.Int(bytes[0])
                : throw ctx.TypeError($"ord() expected a character, but string of length {bytes.Length} found");
        if (!value.IsText) throw ctx.TypeError($"ord() expected string of length 1, but {a[0].TypeName} found");
        if (value.Bits != 1)
            throw ctx.TypeError($"ord() expected a character, but string of length {value.Bits} found");
        return PyValue.Int(value.Text.Length == 2 ? char.ConvertToUtf32(value.Text[0], value.Text[1]) : value.Text[0]);
    }

    private static PyValue DivMod(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        if (a[0].Ref is PyInstance left && left.Special(ctx, "__divmod__", [a[1]], out var own)
            && !own.IsNotImplemented) return own;
        if (a[1].Ref is PyInstance right && right.Special(ctx, "__rdivmod__", [a[0]], out own)
            && !own.IsNotImplemented) return own;
        PyValue x = ctx.Unwrap(a[0]), y = ctx.Unwrap(a[1]);
        if (!Numbers.IsNumber(x) || !Numbers.IsNumber(y))
        {
            if (x.Ref is IHasDivMod || y.Ref is IHasDivMod)
                return ctx.NewTuple([ctx.Binary(BinaryOperator.FloorDiv, x, y), ctx.Binary(BinaryOperator.Mod, x, y)]);
            throw ctx.TypeError($"unsupported operand type(s) for divmod(): '{a[0].TypeName}' and '{a[1].TypeName}'");
        }
        if (x.IsFloat || y.IsFloat)
        {
            var (quotient, remainder) =
                FloatMath.FloorDivide(ctx, FloatMath.ToDouble(ctx, x), FloatMath.ToDouble(ctx, y), "float divmod()");
            return ctx.NewTuple([PyValue.Float(quotient), PyValue.Float(remainder)]);
        }
        var whole = IntegerMath.FloorDivide(ctx, Numbers.Big(x), Numbers.Big(y), "integer division or modulo by zero");
        return ctx.NewTuple([PyValue.Int(whole.Quotient), PyValue.Int(whole.Remainder)]);
    }

    private static PyValue Pow(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        if (a[2].IsNone) return ctx.Binary(BinaryOperator.Pow, a[0], a[1]);
        if (a[0].Ref is PyInstance instance && instance.Special(ctx, "__pow__", [a[1], a[2]], out var own)) return own;
        if (!ctx.TryInteger(a[0], out var x) || !ctx.TryInteger(a[1], out var y)
            || !ctx.TryInteger(a[2], out var modulus))
            throw ctx.TypeError("pow() 3rd argument not allowed unless all arguments are integers");
        if (modulus.IsZero) throw ctx.ValueError("pow() 3rd argument cannot be 0");
        if (y.Sign < 0) (x, y) = (Inverse(ctx, x, modulus), -y);
        ctx.Meter.Reserve(modulus.GetBitLength() / 2);
        var result = BigWork.ModPow(ctx, x, y, modulus);
        return PyValue.Int(result.Sign != 0 && result.Sign != modulus.Sign ? result + modulus : result);
    }

    private static BigInteger Inverse(RunContext ctx, BigInteger value, BigInteger modulus)
    {
        var size = BigInteger.Abs(modulus);
        BigInteger a = ((value % size) + size) % size, b = size, x = BigInteger.One, y = BigInteger.Zero;
        while (!b.IsZero)
        {
            // A step takes as long as the numbers are.
            ctx.Tick(1 + (b.GetBitLength() >> 12));
            var quotient = a / b;
            (a, b) = (b, a - quotient * b);
            (x, y) = (y, x - quotient * y);
        }
        return a.IsOne ? x : throw ctx.ValueError("base is not invertible for the given modulus");
    }

    private static PyValue Round(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        if (a[0].Ref is PyInstance instance && instance.Type.TryLookupUser("__round__", out _))
        {
            instance.Special(ctx, "__round__", a[1].IsNone ? [] : [a[1]], out var own);
            return own;
        }
        var value = ctx.Unwrap(a[0]);
        System.Numerics.BigInteger digits = default;
        if (!a[1].IsNone && !ctx.TryIndex(a[1], out digits))
            throw ctx.TypeError($"'{a[1].TypeName}' object cannot be interpreted as an integer");
        if (value.IsFloat)
        {
            return a[1].IsNone
                ? PyValue.Int(NumberParsing.Truncate(ctx, Math.Round(value.Double, MidpointRounding.ToEven)))
                : PyValue.Float(RoundFloat(ctx, value.Double, digits));
        }
        if (ctx.TryInteger(value, out var integer))
            return digits.Sign >= 0 ? PyValue.Int(integer) : RoundInt(ctx, integer, -digits);
        if (value.Ref is INumberLike other) return other.Round(ctx, a[1].IsNone ? null : (int)digits);
        throw ctx.TypeError($"type {a[0].TypeName} doesn't define __round__ method");
    }

    private static PyValue RoundInt(RunContext ctx, BigInteger value, BigInteger places)
    {
        if (places > value.GetBitLength() / 3 + 2) return PyValue.Int(0);
        IntegerMath.Charge(ctx, (long)places * 4, (long)places * (long)places / 256);
        var unit = BigInteger.Pow(10, (int)places);
        var quotient = BigInteger.DivRem(BigInteger.Abs(value), unit, out var remainder);
        var twice = (remainder * 2).CompareTo(unit);
        if (twice > 0 || (twice == 0 && !quotient.IsEven)) quotient += BigInteger.One;
        return PyValue.Int(quotient * unit * value.Sign);
    }
}
