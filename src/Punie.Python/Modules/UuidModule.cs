using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Punie.Python.Builtins;
using Punie.Python.Builtins.Functions;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Modules;

/// <summary>A <c>UUID</c>: 16 bytes in network order.</summary>
internal sealed class PyUuid(byte[] bytes) : PyObject(UuidType)
{
    internal static readonly PyType UuidType =
        IterationFunctions.Make("UUID", "hex=None, bytes=None, bytes_le=None, fields=None, int=None, version=None",
        UuidModule.New, "uuid");

    internal byte[] Bytes { get; } = bytes;

    internal string Hex => Convert.ToHexStringLower(Bytes);

    internal BigInteger Number => new(Bytes, isUnsigned: true, isBigEndian: true);

    internal override string Text(RunContext ctx) => $"{Hex[..8]}-{Hex[8..12]}-{Hex[12..16]}-{Hex[16..20]}-{Hex[20..]}";

    internal override string Repr(RunContext ctx) => $"UUID('{Text(ctx)}')";

    internal override long Hash(RunContext ctx) => Hashing.OfBigInteger(Number);

    internal override PyValue Compare(RunContext ctx, CompareOperator op, PyValue other) =>
        other.Ref is PyUuid right
            ? PyValue.Bool(op.Holds(Bytes.AsSpan().SequenceCompareTo(right.Bytes)))
            : PyValue.NotImplemented;

    /// <summary>The bytes with the first three fields turned around, and back.</summary>
    internal static byte[] LittleEndian(byte[] b) => [b[3], b[2], b[1], b[0], b[5], b[4], b[7], b[6], .. b[8..]];

    private PyValue Field(int start, int length) =>
        PyValue.Int(new BigInteger(Bytes.AsSpan(start, length), isUnsigned: true, isBigEndian: true));

    internal override PyValue FindAttribute(RunContext ctx, string name) => name switch
    {
        "hex" => ctx.Text(Hex),
        "bytes" => ctx.New(new PyBytes([.. Bytes])),
        "int" => PyValue.Int(Number),
        "urn" => ctx.Text("urn:uuid:" + Text(ctx)),
        "bytes_le" => ctx.New(new PyBytes(LittleEndian(Bytes))),
        "version" => (Bytes[8] & 0xc0) == 0x80 ? PyValue.Int(Bytes[6] >> 4) : PyValue.None,
        "variant" => PyValue.Str(Bytes[8] switch
        {
            < 0x80 => "reserved for NCS compatibility",
            < 0xc0 => "specified in RFC 4122",
            < 0xe0 => "reserved for Microsoft compatibility",
            _ => "reserved for future definition",
        }),
        "time_low" => Field(0, 4),
        "time_mid" => Field(4, 2),
        "time_hi_version" => Field(6, 2),
        "clock_seq_hi_variant" => Field(8, 1),
        "clock_seq_low" => Field(9, 1),
        "clock_seq" => PyValue.Int(((Bytes[8] & 0x3f) << 8) | Bytes[9]),
        "node" => Field(10, 6),
        "time" => PyValue.Int((Field(6, 2).Bits & 0x0fff) << 48 | Field(4, 2).Bits << 32 | Field(0, 4).Bits),
        "fields" => ctx.NewTuple([Field(0, 4), Field(4, 2), Field(6, 2), Field(8, 1), Field(9, 1), Field(10, 6)]),
        _ => base.FindAttribute(ctx, name),
    };
}

/// <summary><c>uuid</c>; random ones come from the run's seed, so that a run can be repeated.</summary>
internal static class UuidModule
{
    private static readonly (string Name, string Id)[] Spaces =
    [
        ("NAMESPACE_DNS", "6ba7b8109dad11d180b400c04fd430c8"), ("NAMESPACE_URL", "6ba7b8119dad11d180b400c04fd430c8"),
        ("NAMESPACE_OID", "6ba7b8129dad11d180b400c04fd430c8"), ("NAMESPACE_X500", "6ba7b8149dad11d180b400c04fd430c8"),
    ];

    internal static PyModule Load(RunContext ctx)
    {
        var twister = new MersenneTwister(ctx.Options.Seed + 1L);
        byte[] Random() => Stamped([.. Enumerable.Range(0, 16).Select(_ => (byte)twister.Next32())], 4);
        return NativeModule.Make(
            "uuid",
            [
                new NativeFunction("uuid1", "node=None, clock_seq=None", (c, _) =>
                    c.New(new PyUuid(Stamped(Random(), 1)))),
                new NativeFunction("uuid4", "", (c, _) => c.New(new PyUuid(Random()))),
                new NativeFunction("uuid3", "namespace, name", (c, a) => Named(c, a, 3)),
                new NativeFunction("uuid5", "namespace, name", (c, a) => Named(c, a, 5)),
            ],
            [("UUID", PyValue.Of(PyUuid.UuidType)),
                .. Spaces.Select(s => (s.Name, PyValue.Of(new PyUuid(Convert.FromHexString(s.Id)))))]);
    }

    internal static PyValue New(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        if (!a[1].IsNone)
            return ByteSource.Read(ctx, a[1]) is { Length: 16 } bytes
            ? ctx.New(new PyUuid([.. bytes]))
            : throw ctx.ValueError("bytes is not a 16-char string");
        if (!a[2].IsNone)
            return ByteSource.Read(ctx, a[2]) is { Length: 16 } turned
            ? ctx.New(new PyUuid(PyUuid.LittleEndian(turned)))
            : throw ctx.ValueError("bytes_le is not a 16-char string");
        if (!a[4].IsNone)
        {
            if (!ctx.TryInteger(a[4], out var number) || number.Sign < 0 || number.GetBitLength() > 128)
                throw ctx.ValueError("int is out of range (need a 128-bit value)");
            return ctx.New(
                new PyUuid(
                    Convert.FromHexString(number.ToString("x", CultureInfo.InvariantCulture).TrimStart('0')
                    .PadLeft(32, '0'))));
        }
        if (a[0].IsNone) throw ctx.TypeError("one of the hex, bytes, bytes_le, fields, or int arguments must be given");
        var hex = Given.Text(ctx, a[0], "hex must be str").Replace("urn:", "", StringComparison.Ordinal)
            .Replace("uuid:", "", StringComparison.Ordinal).Trim('{', '}').Replace("-", "", StringComparison.Ordinal);
        return hex.Length == 32 && hex.All(char.IsAsciiHexDigit)
            ? ctx.New(new PyUuid(Convert.FromHexString(hex)))
            : throw ctx.ValueError("badly formed hexadecimal UUID string");
    }

    private static byte[] Stamped(byte[] bytes, int version)
    {
        bytes[6] = (byte)((bytes[6] & 0x0f) | (version << 4));
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return bytes;
    }

    private static PyValue Named(RunContext ctx, ReadOnlySpan<PyValue> a, int version)
    {
        if (a[0].Ref is not PyUuid space) throw ctx.TypeError("namespace must be a UUID");
        byte[] source =
            [.. space.Bytes, .. ctx.Unwrap(a[1]).Ref is string text
            ? Encoding.UTF8.GetBytes(text)
            : ByteSource.Read(ctx, a[1])];
        ctx.Tick(source.Length >> 6);
#pragma warning disable CA5350, CA5351 // The standard fixes these two hashes.
        var hash = version == 3 ? MD5.HashData(source) : SHA1.HashData(source);
#pragma warning restore CA5350, CA5351
        return ctx.New(new PyUuid(Stamped(hash[..16], version)));
    }
}
