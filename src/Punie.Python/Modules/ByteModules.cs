using System.IO.Compression;
using System.Net;
using Punie.Python.Builtins;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules;

/// <summary>The native parts of <c>struct</c>, <c>html</c> and <c>sys</c>.</summary>
internal static class LibraryParts
{
    internal static PyModule LoadStruct(RunContext ctx) =>
        Library.LibraryModule.Load(ctx, "struct", NativeModule.Make(
            "struct",
            [new NativeFunction("_to_bits", "value, width, /", ToBits),
                new NativeFunction("_from_bits", "bits, width, /", FromBits)]));

    internal static PyModule LoadHtml(RunContext ctx) =>
        Library.LibraryModule.Load(ctx, "html",
        NativeModule.Make("html", [new NativeFunction("_entity", "name, /", Entity)]));

    internal static PyModule LoadSys(RunContext ctx) => Library.LibraryModule.Load(ctx, "sys", NativeModule.Make(
        "sys", [new NativeFunction("_handled", "", (c, _) =>
            c.Handled is { } error ? PyValue.Of(error) : PyValue.None)]));

    private static PyValue ToBits(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var value = a[0].Double;
        switch (a[1].Bits)
        {
            case 8:
                return PyValue.Int(new System.Numerics.BigInteger(BitConverter.DoubleToUInt64Bits(value)));
            case 4:
                return double.IsFinite(value) && float.IsInfinity((float)value)
                    ? throw ctx.OverflowError("float too large to pack with f format")
                    : PyValue.Int(BitConverter.SingleToUInt32Bits((float)value));
            default:
                return double.IsFinite(value) && Half.IsInfinity((Half)value)
                    ? throw ctx.OverflowError("float too large to pack with e format")
                    : PyValue.Int(BitConverter.HalfToUInt16Bits((Half)value));
        }
    }

    private static PyValue FromBits(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var bits = (ulong)(Numbers.Big(a[0]) & ulong.MaxValue);
        return PyValue.Float(a[1].Bits switch
        {
            8 => BitConverter.UInt64BitsToDouble(bits),
            4 => BitConverter.UInt32BitsToSingle((uint)bits),
            _ => (double)BitConverter.UInt16BitsToHalf((ushort)bits),
        });
    }

    private static PyValue Entity(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var written = $"&{ctx.Str(a[0])};";
        var text = WebUtility.HtmlDecode(written);
        return text == written ? PyValue.None : ctx.Text(text);
    }
}

/// <summary><c>zlib</c>.</summary>
internal static class ZlibModule
{
    private static readonly PyType Error = PyType.Native("error", "zlib", ExceptionTypes.Exception);

    internal static PyModule Load(RunContext ctx) => NativeModule.Make(
        "zlib",
        [
            new NativeFunction("crc32", "data, value=0, /", (c, a) =>
                PyValue.Int(Base64Module.Crc(c, ByteSource.Read(c, a[0]), (uint)c.Int64(a[1])))),
            new NativeFunction("adler32", "data, value=1, /", Adler),
            new NativeFunction("compress", "data, /, level=-1, wbits=15", Compress),
            new NativeFunction("decompress", "data, /, wbits=15, bufsize=16384", Decompress),
        ],
        ("error", PyValue.Of(Error)), ("MAX_WBITS", PyValue.Int(15)), ("Z_BEST_COMPRESSION", PyValue.Int(9)),
        ("Z_DEFAULT_COMPRESSION", PyValue.Int(-1)), ("Z_BEST_SPEED", PyValue.Int(1)));

    private static PyValue Adler(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var data = ByteSource.Read(ctx, a[0]);
        ctx.Tick(data.Length >> 2);
        var start = (uint)ctx.Int64(a[1]);
        uint low = start & 0xFFFF, high = start >> 16;
        foreach (var part in data)
        {
            low = (low + part) % 65521;
            high = (high + low) % 65521;
        }
        return PyValue.Int((high << 16) | low);
    }

    private static PyValue Compress(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var data = ByteSource.Read(ctx, a[0]);
        ctx.Meter.Reserve(2L * data.Length + 1024);
        using var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (var at = 0; at < data.Length; at += 16 * 1024)
            {
                var count = Math.Min(16 * 1024, data.Length - at);
                ctx.Tick(count);
                stream.Write(data, at, count);
            }
        }
        return ctx.New(new PyBytes(packed.ToArray()));
    }

    // Charged as it grows: a few bytes may unpack to very many.
    private static PyValue Decompress(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var data = ByteSource.Read(ctx, a[0]);
        using var unpacked = new MemoryStream();
        using var stream = new ZLibStream(new MemoryStream(data), CompressionMode.Decompress);
        var part = new byte[16 * 1024];
        var broken = data.Length == 0;
        try
        {
            for (int count; !broken && (count = stream.Read(part)) > 0;)
            {
                ctx.Tick(count >> 2);
                ctx.Meter.Reserve(2 * unpacked.Length + count);
                unpacked.Write(part, 0, count);
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            broken = true;
        }
        return broken
            ? throw ctx.Error(Error, "Error -3 while decompressing data: incorrect header check")
            : ctx.New(new PyBytes(unpacked.ToArray()));
    }
}
