using System.Text;
using Punie.Python.Builtins;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules;

/// <summary><c>base64</c>.</summary>
internal static class Base64Module
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const string Base32Hex = "0123456789ABCDEFGHIJKLMNOPQRSTUV";

    private static readonly PyType Error = PyType.Native("Error", "binascii", ExceptionTypes.ValueError);

    private static readonly NativeFunction[] Functions =
    [
        new("b64encode", "s, altchars=None", (ctx, a) =>
            Bytes(ctx, Swap(Encode(ctx, a[0]), "+/", Alternative(ctx, a[1])))),
        new("b64decode", "s, altchars=None, validate=False", (ctx, a) =>
            Decode(ctx, Swap(Source(ctx, a[0]), Alternative(ctx, a[1]), "+/"), ctx.Truth(a[2]))),
        new("standard_b64encode", "s", (ctx, a) => Bytes(ctx, Encode(ctx, a[0]))),
        new("standard_b64decode", "s", (ctx, a) => Decode(ctx, Source(ctx, a[0]), false)),
        new("encodebytes", "s", (ctx, a) =>
            Bytes(ctx, string.Concat(Encode(ctx, a[0]).Chunk(76).Select(c => new string(c) + "\n")))),
        new("urlsafe_b64encode", "s", (ctx, a) => Bytes(ctx, Encode(ctx, a[0]).Replace('+', '-').Replace('/', '_'))),
        new("urlsafe_b64decode", "s", (ctx, a) =>
            Decode(ctx, Source(ctx, a[0]).Replace('-', '+').Replace('_', '/'), false)),
        new("decodebytes", "s", (ctx, a) => Decode(ctx, Encoding.Latin1.GetString(ByteSource.Read(ctx, a[0])), false)),
        new("b16encode", "s", (ctx, a) => Bytes(ctx, Convert.ToHexString(ByteSource.Read(ctx, a[0])))),
        new("b16decode", "s, casefold=False", Decode16),
        new("b32encode", "s", (ctx, a) => Encode32(ctx, a[0], Base32)),
        new("b32decode", "s, casefold=False, map01=None", (ctx, a) => Decode32(ctx, (a[0], a[1]), Base32)),
        new("b32hexencode", "s", (ctx, a) => Encode32(ctx, a[0], Base32Hex)),
        new("b32hexdecode", "s, casefold=False", (ctx, a) => Decode32(ctx, (a[0], a[1]), Base32Hex)),
    ];

    internal static PyModule Load(RunContext ctx) =>
        Library.LibraryModule.Lazy("base64", NativeModule.Make("base64", Functions));

    internal static PyModule LoadBinAscii(RunContext ctx) => NativeModule.Make(
        "binascii",
        [
            new NativeFunction("hexlify", "data, sep=None, bytes_per_sep=1", Hex),
            new NativeFunction("b2a_hex", "data, sep=None, bytes_per_sep=1", Hex),
            new NativeFunction("unhexlify", "hexstr, /", (c, a) => Decode16(c, [a[0], PyValue.True])),
            new NativeFunction("a2b_hex", "hexstr, /", (c, a) => Decode16(c, [a[0], PyValue.True])),
            new NativeFunction("b2a_base64", "data, *, newline=True", (c, a) =>
                Bytes(c, Encode(c, a[0]) + (c.Truth(a[1]) ? "\n" : ""))),
            new NativeFunction("a2b_base64", "data", (c, a) => Decode(c, Source(c, a[0]), false)),
            new NativeFunction("crc32", "data, value=0", (c, a) =>
                PyValue.Int(Crc(c, ByteSource.Read(c, a[0]), (uint)c.Int64(a[1])))),
        ],
        ("Error", PyValue.Of(Error)));

    internal static uint Crc(RunContext ctx, byte[] data, uint start)
    {
        ctx.Tick(data.Length >> 2);
        var crc = ~start;
        foreach (var part in data)
        {
            crc ^= part;
            for (var i = 0; i < 8; i++) crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xedb88320 : 0);
        }
        return ~crc;
    }

    // The separator makes bytes.hex() write them.
    private static PyValue Hex(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var data = ctx.New(new PyBytes(ByteSource.Read(ctx, a[0])), 48);
        return Bytes(ctx, ctx.Str(a[1].IsNone ? ctx.CallMethod(data, "hex") : ctx.CallMethod(data, "hex", a[1], a[2])));
    }

    private static string Alternative(RunContext ctx, PyValue altchars)
    {
        if (altchars.IsNone) return "+/";
        var pair = Source(ctx, altchars);
        return pair.Length == 2 ? pair : throw ctx.Error(ExceptionTypes.AssertionError, ctx.Repr(altchars));
    }

    private static string Swap(string text, string from, string to) =>
        from == to ? text : text.Replace(from[0], to[0]).Replace(from[1], to[1]);

    private static PyValue Bytes(RunContext ctx, string ascii)
    {
        var bytes = Encoding.ASCII.GetBytes(ascii);
        return ctx.New(new PyBytes(bytes), 48 + bytes.Length);
    }

    private static string Encode(RunContext ctx, PyValue value)
    {
        var bytes = ByteSource.Read(ctx, value);
        ctx.Meter.Reserve(6L * bytes.Length);
        ctx.Tick(bytes.Length >> 6);
        return Convert.ToBase64String(bytes);
    }

    private static string Source(RunContext ctx, PyValue value)
    {
        if (ctx.Unwrap(value).Ref is string text)
            return Ascii.IsValid(text)
            ? text
            : throw ctx.ValueError("string argument should contain only ASCII characters");
        return Encoding.Latin1.GetString(ByteSource.Read(ctx, value));
    }

    private static PyValue Decode(RunContext ctx, string text, bool strict)
    {
        ctx.Meter.Reserve(4L * text.Length);
        var digits = Digits(ctx, text);
        var padding = text.Length - text.TrimEnd('=', '\n', '\r', ' ').Length;
        if (strict && digits.Length + text.Count(c => c == '=') != text.Length)
            throw ctx.Error(Error, "Only base64 data is allowed");
        if (digits.Length % 4 == 1)
            throw ctx.Error(Error,
            $"Invalid base64-encoded string: number of data characters ({digits.Length}) cannot be 1 more than a "
            + "multiple of 4");
        var missing = (4 - digits.Length % 4) % 4;
        if (padding < missing) throw ctx.Error(Error, "Incorrect padding");
        var bytes = Convert.FromBase64String(digits.PadRight(digits.Length + missing, '='));
        return ctx.New(new PyBytes(bytes), 48 + bytes.Length);
    }

    private static string Digits(RunContext ctx, string text)
    {
        var digits = new char[text.Length];
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (i % 64 == 0) ctx.Step();
            if (char.IsAsciiLetterOrDigit(text[i]) || text[i] is '+' or '/') digits[count++] = text[i];
        }
        return new string(digits, 0, count);
    }

    private static PyValue Decode16(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var text = Source(ctx, a[0]);
        if (!ctx.Truth(a[1]) && text.Any(char.IsAsciiLetterLower)) throw ctx.Error(Error, "Non-base16 digit found");
        if (text.Length % 2 != 0) throw ctx.Error(Error, "Odd-length string");
        if (!text.All(char.IsAsciiHexDigit)) throw ctx.Error(Error, "Non-hexadecimal digit found");
        return ctx.New(new PyBytes(Convert.FromHexString(text)), 48 + text.Length / 2);
    }

    private static PyValue Encode32(RunContext ctx, PyValue value, string alphabet)
    {
        var bytes = ByteSource.Read(ctx, value);
        ctx.Meter.Reserve(8L * bytes.Length);
        ctx.Tick(bytes.Length >> 3);
        var result = new StringBuilder();
        for (var i = 0; i < bytes.Length; i += 5)
        {
            ulong block = 0;
            for (var j = 0; j < 5; j++) block = (block << 8) | (i + j < bytes.Length ? bytes[i + j] : 0UL);
            var used = (Math.Min(5, bytes.Length - i) * 8 + 4) / 5;
            for (var j = 0; j < 8; j++) result.Append(j < used ? alphabet[(int)(block >> (35 - 5 * j)) & 31] : '=');
        }
        return Bytes(ctx, result.ToString());
    }

    private static PyValue Decode32(RunContext ctx, (PyValue Source, PyValue Folds) what, string alphabet)
    {
        var text = Source(ctx, what.Source);
        if (ctx.Truth(what.Folds)) text = text.ToUpperInvariant();
        if (text.Length % 8 != 0) throw ctx.Error(Error, "Incorrect padding");
        ctx.Tick(text.Length >> 3);
        var result = new List<byte>();
        ulong bits = 0;
        var count = 0;
        foreach (var digit in text.TrimEnd('='))
        {
            var value = alphabet.IndexOf(digit, StringComparison.Ordinal);
            if (value < 0) throw ctx.Error(Error, "Non-base32 digit found");
            bits = (bits << 5) | (uint)value;
            if ((count += 5) < 8) continue;
            count -= 8;
            result.Add((byte)(bits >> count));
        }
        return ctx.New(new PyBytes([.. result]), 48 + result.Count);
    }
}
