using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Builtins;

/// <summary>Reads bytes out of values.</summary>
internal static class ByteSource
{
    /// <summary>The bytes of a bytes-like value; null for others.</summary>
    internal static byte[]? Find(RunContext ctx, PyValue value) => ctx.Unwrap(value).Ref switch
    {
        PyBytes bytes => bytes.Value,
        PyByteArray array => array.ToArray(),
        PyMemoryView view => view.ToArray(ctx),
        _ => null,
    };

    /// <summary>As <see cref="Find"/>, with CPython's error.</summary>
    internal static byte[] Read(RunContext ctx, PyValue value) =>
        Find(ctx, value) ?? throw ctx.TypeError($"a bytes-like object is required, not '{value.TypeName}'");

    /// <summary>One byte from an int.</summary>
    internal static byte One(RunContext ctx, PyValue value, string typeName = "byte")
    {
        if (!ctx.TryIndex(value, out var number))
            throw ctx.TypeError($"'{value.TypeName}' object cannot be interpreted as an integer");
        return number.Sign >= 0 && number <= 255
            ? (byte)number
            : throw ctx.ValueError(typeName == "byte"
            ? "byte must be in range(0, 256)"
            : "bytes must be in range(0, 256)");
    }

    /// <summary>What <c>bytes(…)</c> and <c>bytearray(…)</c> take.</summary>
    internal static byte[] Construct(RunContext ctx, string name, Arguments arguments)
    {
        if (arguments.Values.Length == 0) return [];
        var source = arguments.Values[0];
        if (ctx.Unwrap(source).Ref is string)
        {
            var encoding = arguments.Values.Length > 1
                ? arguments.Values[1]
                : throw ctx.TypeError("string argument without an encoding");
            var errors = arguments.Values.Length > 2 ? arguments.Values[2] : PyValue.Str("strict");
            return ((PyBytes)Codecs.Encode(ctx, ctx.Unwrap(source), encoding, errors).Ref!).Value;
        }
        if (arguments.Values.Length > 1) throw ctx.TypeError("encoding without a string argument");
        if (Find(ctx, source) is { } known) return [.. known];
        if (name == "bytes" && source.Ref is PyInstance instance && instance.Special(ctx, "__bytes__", [], out var own))
            return Find(ctx, own) ?? throw ctx.TypeError($"__bytes__ returned non-bytes (type {own.TypeName})");
        if (ctx.TryIndex(source, out var count))
        {
            if (count.Sign < 0) throw ctx.ValueError("negative count");
            return ctx.Repeat<byte>([0], count);
        }
        var iterator = ctx.TryIterate(source)
            ?? throw ctx.TypeError($"cannot convert '{source.TypeName}' object to {name}");
        var result = new List<byte>();
        while (iterator.Next(ctx, out var item))
        {
            ctx.Step();
            if ((result.Count & 0xfff) == 0) ctx.Meter.Reserve(4L * result.Count);
            result.Add(One(ctx, item, "bytes"));
        }
        return [.. result];
    }
}
