using System.Numerics;
using System.Text;
using Punie.Python.Builtins.Formatting;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Builtins;

/// <summary><c>text % values</c>.</summary>
internal static class StringFormatting
{
    internal static PyValue Percent(RunContext ctx, PyValue format, PyValue values)
    {
        var inner = ctx.Unwrap(values);
        var state = new PercentState(ctx, format.Text, inner.Ref is PyTuple ? inner : values);
        return state.Run();
    }

    /// <summary><c>bytes % values</c>: over Latin-1 text, where each unit is a byte.</summary>
    internal static PyValue PercentBytes(RunContext ctx, byte[] format, PyValue values)
    {
        var text = Encoding.Latin1.GetString(format).Replace("%b", "%s", StringComparison.Ordinal);
        var inner = values.Ref is PyTuple tuple
            ? ctx.NewTuple([.. tuple.Items.Select(v => Plain(ctx, v))])
            : Plain(ctx, values);
        var made = Percent(ctx, ctx.Text(text), inner).Text;
        return ctx.New(new PyBytes(Encoding.Latin1.GetBytes(made)), 48 + made.Length);
    }

    private static PyValue Plain(RunContext ctx, PyValue value)
    {
        if (ctx.Unwrap(value).IsText)
            throw ctx.TypeError("%b requires a bytes-like object, or an object that implements __bytes__, not 'str'");
        return ByteSource.Find(ctx, value) is { } bytes ? ctx.Text(Encoding.Latin1.GetString(bytes)) : value;
    }
}

/// <summary>One run over a percent format.</summary>
/// <remarks>Source: unicode_format_arg_parse and its callers in Objects/unicodeobject.c.</remarks>
internal sealed class PercentState(RunContext ctx, string format, PyValue values)
{
    private readonly MeteredText _text = new(ctx);
    private readonly PyValue[] _arguments = values.Ref is PyTuple tuple ? tuple.Items : [values];
    private int _at;
    private int _next;
    private bool _usedMapping;

    internal PyValue Run()
    {
        while (_at < format.Length)
        {
            ctx.Step();
            var percent = format.IndexOf('%', _at);
            if (percent < 0) percent = format.Length;
            _text.Append(format.AsSpan(_at, percent - _at));
            _at = percent + 1;
            if (percent < format.Length) Directive();
        }
        var isMapping = values.Ref is PyDict or PyList or PyBytes or PyByteArray or PyRange
            || (values.Ref is PyInstance instance
            && (instance.Type.TryLookupUser("__getitem__", out _) || instance.Payload.Ref is PyList or PyDict));
        if (!_usedMapping && _next < _arguments.Length && !isMapping)
            throw ctx.TypeError("not all arguments converted during string formatting");
        return _text.ToValue();
    }

    private void Directive()
    {
        var key = Key();
        var flags = Flags();
        var width = Size(key, "* wants int");
        if (width < 0) (flags, width) = (flags | PercentFlags.Left, -width);
        var precision = -1;
        if (_at < format.Length && format[_at] == '.')
        {
            _at++;
            precision = Math.Max(0, Size(key, "* wants int"));
        }
        if (_at < format.Length && format[_at] is 'h' or 'l' or 'L') _at++;
        if (_at >= format.Length) throw ctx.ValueError("incomplete format");
        var kind = format[_at++];
        if (kind == '%')
        {
            _text.Append('%');
            return;
        }
        var value = key.IsUnbound ? NextArgument() : key;
        Write(Convert(kind, value, flags, precision), (flags, width), kind);
    }

    private PyValue Key()
    {
        if (_at >= format.Length || format[_at] != '(') return default;
        var isMapping = values.Ref is PyDict
            || (values.Ref is PyInstance instance
            && (instance.Payload.Ref is PyDict || instance.Type.TryLookupUser("__getitem__", out _)));
        if (!isMapping) throw ctx.TypeError("format requires a mapping");
        var start = ++_at;
        for (var open = 1; open > 0; _at++)
        {
            if (_at >= format.Length) throw ctx.ValueError("incomplete format key");
            open += format[_at] == '(' ? 1 : format[_at] == ')' ? -1 : 0;
        }
        _usedMapping = true;
        return ctx.GetItem(values, ctx.Text(format[start..(_at - 1)]));
    }

    private PercentFlags Flags()
    {
        var flags = PercentFlags.None;
        for (; _at < format.Length; _at++)
        {
            var flag = format[_at] switch
            {
                '-' => PercentFlags.Left,
                '+' => PercentFlags.Plus,
                ' ' => PercentFlags.Blank,
                '#' => PercentFlags.Alternate,
                '0' => PercentFlags.Zero,
                _ => PercentFlags.None,
            };
            if (flag == PercentFlags.None) break;
            flags |= flag;
        }
        return flags;
    }

    private int Size(PyValue key, string wrong)
    {
        if (_at < format.Length && format[_at] == '*')
        {
            _at++;
            if (!key.IsUnbound) throw ctx.TypeError("* wants int");
            var value = NextArgument();
            return ctx.TryInteger(value, out _) ? ctx.ClampedInt32(value) : throw ctx.TypeError(wrong);
        }
        long size = 0;
        for (; _at < format.Length && char.IsAsciiDigit(format[_at]); _at++)
        {
            size = size * 10 + (format[_at] - '0');
            if (size > int.MaxValue) throw ctx.ValueError("width too big");
        }
        return (int)size;
    }

    private PyValue NextArgument() =>
        _next < _arguments.Length ? _arguments[_next++] : throw ctx.TypeError("not enough arguments for format string");

    private NumberParts Convert(char kind, PyValue value, PercentFlags flags, int precision)
    {
        switch (kind)
        {
            case 's': return Text(ctx.Str(value), precision);
            case 'r': return Text(ctx.Repr(value), precision);
            case 'a': return Text(AsciiText.Of(ctx, value), precision);
            case 'c': return new NumberParts("", "", "", Character(value));
            case 'd' or 'i' or 'u' or 'x' or 'X' or 'o': return Integer(kind, value, flags, precision);
            case 'e' or 'E' or 'f' or 'F' or 'g' or 'G': return Float(kind, value, flags, precision);
            default:
                throw ctx.ValueError(
                    $"unsupported format character '{kind}' (0x{(int)kind:x}) at index {_at - 1}");
        }
    }

    private static NumberParts Text(string text, int precision)
    {
        var value = PyValue.Str(text);
        return new NumberParts("", "", "", precision >= 0 && precision < value.Bits
            ? CodePoints.Slice(value, 0, precision).Text
            : text);
    }

    private string Character(PyValue value)
    {
        if (value.Ref is string text && value.Bits == 1) return text;
        if (!ctx.TryIndex(value, out var code)) throw ctx.TypeError("%c requires int or char");
        return code.Sign >= 0 && code <= 0x10ffff
            ? Characters.Text((int)code)
            : throw ctx.OverflowError("%c arg not in range(0x110000)");
    }

    private NumberParts Integer(char kind, PyValue value, PercentFlags flags, int precision)
    {
        var integer = ToInteger(kind, value);
        var digits = IntegerFormat.Digits(ctx, BigInteger.Abs(integer), kind);
        ctx.Meter.Reserve(2L * precision);
        if (precision > digits.Length) digits = digits.PadLeft(precision, '0');
        var prefix = flags.HasFlag(PercentFlags.Alternate) && kind is ('x' or 'X' or 'o') ? "0" + kind : "";
        return new NumberParts(SignOf(integer.Sign < 0, flags), prefix, digits, "");
    }

    private BigInteger ToInteger(char kind, PyValue value)
    {
        var inner = ctx.Unwrap(value);
        if (kind is 'x' or 'X' or 'o')
            return ctx.TryIndex(value, out var index)
                ? index
                : throw ctx.TypeError($"%{kind} format: an integer is required, not {value.TypeName}");
        if (inner.IsFloat) return NumberParsing.Truncate(ctx, inner.Double);
        if (NumberLike.TryTruncate(ctx, value, out var whole)) return whole;
        return ctx.TryIndex(value, out var integer)
            ? integer
            : throw ctx.TypeError($"%{kind} format: a real number is required, not {value.TypeName}");
    }

    private NumberParts Float(char kind, PyValue value, PercentFlags flags, int precision)
    {
        var number = NumberParsing.Real(ctx, value);
        if (precision < 0) precision = 6;
        ctx.Meter.Reserve(4L * precision);
        if (kind is 'g' or 'G' && precision == 0) precision = 1;
        var body =
            FloatFormat.Body(Math.Abs(number), new FloatStyle(kind, precision, flags.HasFlag(PercentFlags.Alternate)));
        return new NumberParts(SignOf(double.IsNegative(number) && !double.IsNaN(number), flags), "", body, "");
    }

    private static string SignOf(bool negative, PercentFlags flags) =>
        negative ? "-" : flags.HasFlag(PercentFlags.Plus) ? "+" : flags.HasFlag(PercentFlags.Blank) ? " " : "";

    private void Write(NumberParts parts, (PercentFlags Flags, int Width) field, char kind)
    {
        var body = parts.Digits + parts.Rest;
        var room = field.Width - CodePoints.Count(body) - parts.Sign.Length - parts.Prefix.Length;
        var left = field.Flags.HasFlag(PercentFlags.Left);
        var zero = field.Flags.HasFlag(PercentFlags.Zero) && !left && kind is not ('s' or 'r' or 'a' or 'c');
        if (!left && !zero) _text.Repeat(" ", room);
        _text.Append(parts.Sign).Append(parts.Prefix);
        if (zero) _text.Repeat("0", room);
        _text.Append(body);
        if (left) _text.Repeat(" ", room);
    }
}

/// <summary>Flags of a percent directive.</summary>
[Flags]
internal enum PercentFlags
{
    /// <summary>No flag.</summary>
    None = 0,

    /// <summary><c>-</c>.</summary>
    Left = 1,

    /// <summary><c>+</c>.</summary>
    Plus = 2,

    /// <summary>A blank.</summary>
    Blank = 4,

    /// <summary><c>#</c>.</summary>
    Alternate = 8,

    /// <summary><c>0</c>.</summary>
    Zero = 16,
}
