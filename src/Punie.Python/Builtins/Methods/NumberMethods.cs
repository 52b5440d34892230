using System.Globalization;
using System.Numerics;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Builtins.Methods;

/// <summary>Constructors and methods of <c>int</c> and <c>float</c>.</summary>
internal static class NumberMethods
{
    private static readonly Signature IntSignature = Signature.Parse("x=?, /, base=?");

    internal static void Define()
    {
        Types.Int.New = NewInt;
        Types.Float.New = NewFloat;
        Types.Int.Define(
            new NativeFunction("as_integer_ratio", "self, /", (ctx, a) => ctx.NewTuple([Plain(a[0]), PyValue.Int(1)])),
            new NativeFunction("bit_count", "self, /", (_, a) =>
                PyValue.Int(BitCount(BigInteger.Abs(Numbers.Big(a[0]))))),
            new NativeFunction("bit_length", "self, /", (_, a) => PyValue.Int(BitLength(Numbers.Big(a[0])))),
            new NativeFunction("conjugate", "self, /", (_, a) => Plain(a[0])),
            new NativeFunction("is_integer", "self, /", (_, _) => PyValue.True),
            new NativeFunction("to_bytes", "self, /, length=1, byteorder='big', *, signed=False", ToBytes));
        Types.Int.Define("from_bytes",
            PyValue.Of(
                new PyClassMethod(
                    PyValue.Of(
                        new NativeFunction("from_bytes", "cls, /, bytes, byteorder='big', *, signed=False", FromBytes)))));
        Types.Int.Define("real", Property("real", Plain));
        Types.Int.Define("imag", Property("imag", _ => PyValue.Int(0)));
        Types.Int.Define("numerator", Property("numerator", Plain));
        Types.Int.Define("denominator", Property("denominator", _ => PyValue.Int(1)));
        Types.Float.Define(
            new NativeFunction("as_integer_ratio", "self, /", Ratio),
            new NativeFunction("conjugate", "self, /", (_, a) => a[0]),
            new NativeFunction("hex", "self, /", (ctx, a) => ctx.Text(Hex(a[0].Double))),
            new NativeFunction("is_integer", "self, /", (_, a) =>
                PyValue.Bool(double.IsFinite(a[0].Double) && Math.Floor(a[0].Double) == a[0].Double)));
        Types.Float.Define("fromhex",
            PyValue.Of(new PyClassMethod(PyValue.Of(new NativeFunction("fromhex", "cls, string, /", FromHex)))));
        Types.Float.Define("real", Property("real", v => v));
        Types.Float.Define("imag", Property("imag", _ => PyValue.Float(0)));
    }

    /// <summary>An exact fraction equal to a finite float.</summary>
    internal static (BigInteger Numerator, BigInteger Denominator) Fraction(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)(bits >> 52) & 0x7ff;
        BigInteger mantissa = bits & 0xfffffffffffff;
        if (exponent == 0) exponent = 1;
        else mantissa += 1L << 52;
        if (mantissa.IsZero) return (BigInteger.Zero, BigInteger.One);
        if (bits < 0) mantissa = -mantissa;
        exponent -= 1075;
        while (mantissa.IsEven && exponent < 0) (mantissa, exponent) = (mantissa >> 1, exponent + 1);
        return exponent >= 0 ? (mantissa << exponent, BigInteger.One) : (mantissa, BigInteger.One << -exponent);
    }

    private static PyValue Property(string name, Func<PyValue, PyValue> read) =>
        PyValue.Of(new NativeProperty(name, (_, self) => read(self)));

    private static PyValue Plain(PyValue value) => value.IsBool ? PyValue.Int(value.Bits) : value;

    private static long BitLength(BigInteger value)
    {
        var magnitude = BigInteger.Abs(value);
        return magnitude.IsZero ? 0 : (long)magnitude.GetBitLength();
    }

    private static long BitCount(BigInteger magnitude)
    {
        long count = 0;
        foreach (var part in magnitude.ToByteArray(isUnsigned: true)) count += BitOperations.PopCount(part);
        return count;
    }

    private static PyValue NewInt(RunContext ctx, PyType type, Arguments arguments)
    {
        if (arguments.Values.Length == 0) return PyValue.Int(0);
        Span<PyValue> a = [default, default];
        IntSignature.Bind(ctx, new SignatureOwner("int", false), arguments, a);
        if (!a[1].IsUnbound) return WithBase(ctx, a[0], a[1]);
        if (a[0].IsUnbound) throw ctx.TypeError("int() missing string argument");
        var value = ctx.Unwrap(a[0]);
        if (value.IsInt || value.Ref is PyBigInt) return value;
        if (value.IsBool) return PyValue.Int(value.Bits);
        if (value.IsFloat) return PyValue.Int(NumberParsing.Truncate(ctx, value.Double));
        if (value.Ref is string text) return NumberParsing.ParseInt(ctx, text, 10);
        if (value.Ref is PyBytes bytes)
            return NumberParsing.ParseInt(ctx, System.Text.Encoding.Latin1.GetString(bytes.Value), 10);
        if (value.Ref is PyInstance instance)
        {
            foreach (var name in new[] { "__int__", "__index__", "__trunc__" })
            {
                if (!instance.Special(ctx, name, [], out var result)) continue;
                return ctx.TryInteger(result, out var integer)
                    ? PyValue.Int(integer)
                    : throw ctx.TypeError($"{name} returned non-int (type {result.TypeName})");
            }
        }
        if (NumberLike.TryTruncate(ctx, value, out var whole)) return PyValue.Int(whole);
        throw ctx.TypeError(
            $"int() argument must be a string, a bytes-like object or a real number, not '{a[0].TypeName}'");
    }

    private static PyValue WithBase(RunContext ctx, PyValue text, PyValue radix)
    {
        var given = ctx.ClampedInt32(radix);
        if (given != 0 && given is < 2 or > 36) throw ctx.ValueError("int() base must be >= 2 and <= 36, or 0");
        if (text.IsUnbound) throw ctx.TypeError("int() missing string argument");
        return ctx.Unwrap(text).Ref switch
        {
            string digits => NumberParsing.ParseInt(ctx, digits, given),
            PyBytes bytes => NumberParsing.ParseInt(ctx, System.Text.Encoding.Latin1.GetString(bytes.Value), given),
            _ => throw ctx.TypeError("int() can't convert non-string with explicit base"),
        };
    }

    private static PyValue NewFloat(RunContext ctx, PyType type, Arguments arguments)
    {
        if (arguments.Keywords is not null) throw ctx.TypeError("float() takes no keyword arguments");
        if (arguments.Values.Length == 0) return PyValue.Float(0);
        if (arguments.Values.Length > 1)
            throw ctx.TypeError($"float expected at most 1 argument, got {arguments.Values.Length}");
        var given = arguments.Values[0];
        var value = ctx.Unwrap(given);
        var text = value.Ref is PyBytes bytes
            ? System.Text.Encoding.Latin1.GetString(bytes.Value)
            : value.Ref as string;
        if (text is not null)
        {
            return NumberParsing.ParseFloat(ctx, text) is { } parsed
                ? PyValue.Float(parsed)
                : throw ctx.ValueError($"could not convert string to float: {ctx.Repr(value)}");
        }
        var isNumber = Numbers.IsNumber(value) || NumberLike.TryDouble(ctx, value, out _)
            || (value.Ref is PyInstance instance
                && (instance.Type.TryLookupUser("__float__", out _)
                || instance.Type.TryLookupUser("__index__", out _)));
        return isNumber
            ? PyValue.Float(NumberParsing.Real(ctx, value))
            : throw ctx.TypeError($"float() argument must be a string or a real number, not '{given.TypeName}'");
    }

    private static PyValue ToBytes(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var length = ctx.Int64(a[1]);
        if (length < 0) throw ctx.ValueError("length argument must be non-negative");
        var isLittle = IsLittle(ctx, a[2]);
        var signed = ctx.Truth(a[3]);
        var value = Numbers.Big(a[0]);
        if (value.Sign < 0 && !signed) throw ctx.OverflowError("can't convert negative int to unsigned");
        var bits = value.Sign < 0 ? BitLength(value + 1) + 1 : BitLength(value) + (signed ? 1 : 0);
        if (bits > length * (BigInteger)8) throw ctx.OverflowError("int too big to convert");
        ctx.Meter.Reserve(length);
        var bytes = new byte[length];
        if (value.Sign < 0) Array.Fill(bytes, (byte)0xff);
        var own = value.ToByteArray();
        own.AsSpan(0, (int)Math.Min(own.Length, length)).CopyTo(bytes);
        if (!isLittle) Array.Reverse(bytes);
        return ctx.New(new PyBytes(bytes), 48 + length);
    }

    private static PyValue FromBytes(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var bytes = ByteSource.Read(ctx, a[1]);
        return PyValue.Int(new BigInteger(bytes, !ctx.Truth(a[3]), !IsLittle(ctx, a[2])));
    }

    private static bool IsLittle(RunContext ctx, PyValue order) =>
        Given.Text(ctx, order, "byteorder must be str") switch
        {
            "little" => true,
            "big" => false,
            _ => throw ctx.ValueError("byteorder must be either 'little' or 'big'"),
        };

    private static PyValue Ratio(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        if (double.IsNaN(a[0].Double)) throw ctx.ValueError("cannot convert NaN to integer ratio");
        if (double.IsInfinity(a[0].Double)) throw ctx.OverflowError("cannot convert Infinity to integer ratio");
        var (numerator, denominator) = Fraction(a[0].Double);
        return ctx.NewTuple([PyValue.Int(numerator), PyValue.Int(denominator)]);
    }

    private static string Hex(double value)
    {
        if (!double.IsFinite(value)) return FloatText.Repr(value);
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)(bits >> 52) & 0x7ff;
        var sign = bits < 0 ? "-" : "";
        if (value == 0) return sign + "0x0.0p+0";
        var lead = exponent == 0 ? 0 : 1;
        var power = exponent == 0 ? -1022 : exponent - 1023;
        return string.Create(CultureInfo.InvariantCulture,
            $"{sign}0x{lead}.{bits & 0xfffffffffffff:x13}p{(power < 0 ? '-' : '+')}{Math.Abs(power)}");
    }

    private static PyValue FromHex(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var text = Given.Text(ctx, a[1], "fromhex() argument must be str").Trim().ToLowerInvariant();
        var negative = text.StartsWith('-');
        var body = text.TrimStart('-', '+');
        if (body is "inf" or "infinity" or "nan")
            return PyValue.Float(body == "nan"
            ? double.NaN : negative ? double.NegativeInfinity
            : double.PositiveInfinity);
        if (body.StartsWith("0x", StringComparison.Ordinal)) body = body[2..];
        var p = body.IndexOf('p', StringComparison.Ordinal);
        var power = 0;
        if (p >= 0
            && !int.TryParse(body.AsSpan(p + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture,
            out power)) throw Invalid(ctx);
        var digits = p >= 0 ? body[..p] : body;
        var dot = digits.IndexOf('.', StringComparison.Ordinal);
        var fraction = dot < 0 ? 0 : digits.Length - dot - 1;
        digits = digits.Replace(".", "", StringComparison.Ordinal);
        if (digits.Length == 0 || !digits.All(char.IsAsciiHexDigit)) throw Invalid(ctx);
        var mantissa = BigInteger.Parse("0" + digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        var value = Math.ScaleB((double)mantissa, power - 4 * fraction);
        return PyValue.Float(negative ? -value : value);
    }

    private static PyRaise Invalid(RunContext ctx) => ctx.ValueError("invalid hexadecimal floating-point string");
}
