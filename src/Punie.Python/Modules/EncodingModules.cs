using System.Security.Cryptography;
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

    private static readonly PyType Error = PyType.Native("Error", "binascii", ExceptionTypes.ValueError);

    private static readonly NativeFunction[] Functions =
    [
        new("b64encode", "s, altchars=None", (ctx, a) => Bytes(ctx, Encode(ctx, a[0]))),
        new("b64decode", "s, altchars=None, validate=False", (ctx, a) => Decode(ctx, Source(ctx, a[0]), ctx.Truth(a[2]))),
        new("standard_b64encode", "s", (ctx, a) => Bytes(ctx, Encode(ctx, a[0]))),
        new("standard_b64decode", "s", (ctx, a) => Decode(ctx, Source(ctx, a[0]), false)),
        new("encodebytes", "s", (ctx, a) => Bytes(ctx, string.Concat(Encode(ctx, a[0]).Chunk(76).Select(c => new string(c) + "\n")))),
        new("urlsafe_b64encode", "s", (ctx, a) => Bytes(ctx, Encode(ctx, a[0]).Replace('+', '-').Replace('/', '_'))),
        new("urlsafe_b64decode", "s", (ctx, a) => Decode(ctx, Source(ctx, a[0]).Replace('-', '+').Replace('_', '/'), false)),
        new("b16encode", "s", (ctx, a) => Bytes(ctx, Convert.ToHexString(ByteSource.Read(ctx, a[0])))),
        new("b16decode", "s, casefold=False", Decode16),
        new("b32encode", "s", Encode32),
        new("b32decode", "s, casefold=False", Decode32),
    ];

    internal static PyModule Load(RunContext ctx) => NativeModule.Make("base64", Functions);

    internal static PyModule LoadBinAscii(RunContext ctx) => NativeModule.Make(
        "binascii",
        [
            new NativeFunction("hexlify", "data", (c, a) => Bytes(c, Convert.ToHexStringLower(ByteSource.Read(c, a[0])))),
            new NativeFunction("unhexlify", "hexstr", (c, a) => Decode16(c, [a[0], PyValue.True])),
            new NativeFunction("b2a_base64", "data, *, newline=True", (c, a) => Bytes(c, Encode(c, a[0]) + (c.Truth(a[1]) ? "\n" : ""))),
            new NativeFunction("a2b_base64", "data", (c, a) => Decode(c, Source(c, a[0]), false)),
            new NativeFunction("crc32", "data, value=0", (c, a) => PyValue.Int(Crc(c, ByteSource.Read(c, a[0]), (uint)c.Int64(a[1])))),
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
        if (ctx.Unwrap(value).Ref is string text) return Ascii.IsValid(text) ? text : throw ctx.ValueError("string argument should contain only ASCII characters");
        return Encoding.Latin1.GetString(ByteSource.Read(ctx, value));
    }

    private static PyValue Decode(RunContext ctx, string text, bool strict)
    {
        ctx.Meter.Reserve(4L * text.Length);
        var digits = Digits(ctx, text);
        var padding = text.Length - text.TrimEnd('=', '\n', '\r', ' ').Length;
        if (strict && digits.Length + text.Count(c => c == '=') != text.Length) throw ctx.Error(Error, "Only base64 data is allowed");
        if (digits.Length % 4 == 1) throw ctx.Error(Error, $"Invalid base64-encoded string: number of data characters ({digits.Length}) cannot be 1 more than a multiple of 4");
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

    private static PyValue Encode32(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var bytes = ByteSource.Read(ctx, a[0]);
        ctx.Meter.Reserve(8L * bytes.Length);
        ctx.Tick(bytes.Length >> 3);
        var result = new StringBuilder();
        for (var i = 0; i < bytes.Length; i += 5)
        {
            ulong block = 0;
            for (var j = 0; j < 5; j++) block = (block << 8) | (i + j < bytes.Length ? bytes[i + j] : 0UL);
            var used = (Math.Min(5, bytes.Length - i) * 8 + 4) / 5;
            for (var j = 0; j < 8; j++) result.Append(j < used ? Base32[(int)(block >> (35 - 5 * j)) & 31] : '=');
        }
        return Bytes(ctx, result.ToString());
    }

    private static PyValue Decode32(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var text = Source(ctx, a[0]);
        if (ctx.Truth(a[1])) text = text.ToUpperInvariant();
        if (text.Length % 8 != 0) throw ctx.Error(Error, "Incorrect padding");
        ctx.Tick(text.Length >> 3);
        var result = new List<byte>();
        ulong bits = 0;
        var count = 0;
        foreach (var digit in text.TrimEnd('='))
        {
            var value = Base32.IndexOf(digit, StringComparison.Ordinal);
            if (value < 0) throw ctx.Error(Error, "Non-base32 digit found");
            bits = (bits << 5) | (uint)value;
            if ((count += 5) < 8) continue;
            count -= 8;
            result.Add((byte)(bits >> count));
        }
        return ctx.New(new PyBytes([.. result]), 48 + result.Count);
    }
}

/// <summary>A hash in the making.</summary>
internal sealed class PyHash(string name, byte[] content) : PyObject(HashModule.HashType)
{
    internal string Name { get; } = name;

    internal byte[] Content { get; set; } = content;
}

/// <summary><c>hashlib</c>.</summary>
internal static class HashModule
{
    internal static readonly PyType HashType = PyType.Native("HASH", "_hashlib");

    private static readonly string[] Names = ["md5", "sha1", "sha256", "sha384", "sha512", "sha3_256", "sha3_512"];

    static HashModule()
    {
        HashType.Define(
            new NativeFunction("update", "self, data, /", Update),
            new NativeFunction("digest", "self, /", (ctx, a) => ctx.New(new PyBytes(Digest(ctx, (PyHash)a[0].Ref!)))),
            new NativeFunction("hexdigest", "self, /", (ctx, a) => ctx.Text(Convert.ToHexStringLower(Digest(ctx, (PyHash)a[0].Ref!)))),
            new NativeFunction("copy", "self, /", (ctx, a) => ctx.New(new PyHash(((PyHash)a[0].Ref!).Name, ((PyHash)a[0].Ref!).Content))));
        HashType.Define("name", PyValue.Of(new NativeProperty("name", (_, self) => PyValue.Str(((PyHash)self.Ref!).Name))));
        HashType.Define("digest_size", PyValue.Of(new NativeProperty("digest_size", (ctx, self) => PyValue.Int(Digest(ctx, (PyHash)self.Ref!).Length))));
        HashType.Define("block_size", PyValue.Of(new NativeProperty("block_size", (_, self) => PyValue.Int(((PyHash)self.Ref!).Name is "sha384" or "sha512" ? 128 : 64))));
    }

    internal static PyModule Load(RunContext ctx) => NativeModule.Make(
        "hashlib",
        [
            .. Names.Select(n => new NativeFunction(n, "string=?, /, *, usedforsecurity=True", (c, a) => New(c, n, a[0]))),
            new NativeFunction("new", "name, data=?, /, *, usedforsecurity=True", (c, a) => New(c, Given.Text(c, a[0], "name must be a string"), a[1])),
        ],
        ("algorithms_guaranteed", PyValue.Of(new PyTuple([.. Names.Select(n => PyValue.Str(n))]))));

    private static PyValue New(RunContext ctx, string name, PyValue data)
    {
        if (!Names.Contains(name)) throw ctx.ValueError($"unsupported hash type {name}");
        return ctx.New(new PyHash(name, data.IsUnbound ? [] : Read(ctx, data)), 64);
    }

    private static byte[] Read(RunContext ctx, PyValue data) =>
        ctx.Unwrap(data).IsText ? throw ctx.TypeError("Strings must be encoded before hashing") : ByteSource.Find(ctx, data) ?? throw ctx.TypeError("object supporting the buffer API required");

    private static PyValue Update(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var hash = (PyHash)a[0].Ref!;
        hash.Content = ctx.Concat<byte>(hash.Content, Read(ctx, a[1]));
        return PyValue.None;
    }

    private static byte[] Digest(RunContext ctx, PyHash hash)
    {
        ctx.Tick(hash.Content.Length >> 6);
        return hash.Name switch
        {
#pragma warning disable CA5350, CA5351 // Programs ask for these by name, for checksums.
            "md5" => MD5.HashData(hash.Content),
            "sha1" => SHA1.HashData(hash.Content),
#pragma warning restore CA5350, CA5351
            "sha384" => SHA384.HashData(hash.Content),
            "sha512" => SHA512.HashData(hash.Content),
            "sha3_256" or "sha3_512" when !SHA3_256.IsSupported => throw ctx.Error(ExceptionTypes.NotImplementedError, $"{hash.Name} is not available on this machine: use sha256"),
            "sha3_256" => SHA3_256.HashData(hash.Content),
            "sha3_512" => SHA3_512.HashData(hash.Content),
            _ => SHA256.HashData(hash.Content),
        };
    }
}
