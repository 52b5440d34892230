using System.Security.Cryptography;
using Punie.Python.Builtins;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules.Hashes;

/// <summary>A kind of hash; a digest size of 0 means that the program says how long.</summary>
internal sealed record HashKind(string Name, int DigestSize, int BlockSize, Func<byte[], int, byte[]> Compute)
{
    /// <summary>Time for one byte, on the slow side.</summary>
    internal double Nanoseconds { get; init; } = 20;
}

/// <summary>A hash in the making.</summary>
internal sealed class PyHash(HashKind kind, byte[] content) : PyObject(HashModule.HashType)
{
    internal HashKind Kind { get; } = kind;

    internal byte[] Content { get; set; } = content;
}

/// <summary><c>hashlib</c>.</summary>
internal static class HashModule
{
    internal static readonly PyType HashType = PyType.Native("HASH", "_hashlib");

    private static readonly HashKind[] Kinds =
    [
#pragma warning disable CA5350, CA5351 // Programs ask for these by name, for checksums.
        new("md5", 16, 64, (d, _) => MD5.HashData(d)),
        new("sha1", 20, 64, (d, _) => SHA1.HashData(d)),
#pragma warning restore CA5350, CA5351
        new("sha224", 28, 64, (d, _) => Sha224.Hash(d)),
        new("sha256", 32, 64, (d, _) => SHA256.HashData(d)),
        new("sha384", 48, 128, (d, _) => SHA384.HashData(d)),
        new("sha512", 64, 128, (d, _) => SHA512.HashData(d)),
        new("sha3_224", 28, 144, Keccak.Hash),
        new("sha3_256", 32, 136, Keccak.Hash),
        new("sha3_384", 48, 104, Keccak.Hash),
        new("sha3_512", 64, 72, Keccak.Hash),
        new("shake_128", 0, 168, (d, size) => Keccak.Shake(d, 128, size)),
        new("shake_256", 0, 136, (d, size) => Keccak.Shake(d, 256, size)),
    ];

    private static readonly string[] Names = [.. Kinds.Select(k => k.Name), "blake2b", "blake2s"];

    static HashModule()
    {
        HashType.Define(
            new NativeFunction("update", "self, data, /", Update),
            new NativeFunction("digest", "self, length=?, /", (ctx, a) => ctx.New(new PyBytes(Digest(ctx, a)))),
            new NativeFunction("hexdigest", "self, length=?, /", (ctx, a) =>
                ctx.Text(Convert.ToHexStringLower(Digest(ctx, a)))),
            new NativeFunction("copy", "self, /", (ctx, a) => ctx.New(new PyHash(Self(a).Kind, Self(a).Content))));
        HashType.Define("name",
            PyValue.Of(new NativeProperty("name", (_, self) => PyValue.Str(((PyHash)self.Ref!).Kind.Name))));
        HashType.Define("digest_size",
            PyValue.Of(
                new NativeProperty("digest_size", (_, self) => PyValue.Int(((PyHash)self.Ref!).Kind.DigestSize))));
        HashType.Define("block_size",
            PyValue.Of(new NativeProperty("block_size", (_, self) => PyValue.Int(((PyHash)self.Ref!).Kind.BlockSize))));
    }

    internal static PyModule Load(RunContext ctx)
    {
        var names = ctx.Call(PyValue.Of(Types.Set), [ctx.NewList([.. Names.Select(n => PyValue.Str(n))])]);
        return NativeModule.Make(
            "hashlib",
            [
                .. Kinds.Select(k =>
                    new NativeFunction(k.Name, "string=?, /, *, usedforsecurity=True", (c, a) => New(c, k, a[0]))),
                new NativeFunction("blake2b", BlakeFields, (c, a) => NewBlake(c, "blake2b", a)),
                new NativeFunction("blake2s", BlakeFields, (c, a) => NewBlake(c, "blake2s", a)),
                new NativeFunction("new", "name, data=?, /, *, usedforsecurity=True", (c, a) =>
                    ByName(c, Given.Text(c, a[0], "name must be a string"), a[1])),
                new NativeFunction("pbkdf2_hmac", "hash_name, password, salt, iterations, dklen=None", DeriveKey),
                new NativeFunction("file_digest", "fileobj, digest, /", (c, a) => Calls.IsCallable(a[1])
                    ? c.Call(a[1], [c.CallMethod(a[0], "read")]) : ByName(c, c.Str(a[1]), c.CallMethod(a[0], "read"))),
            ],
            ("algorithms_guaranteed", names), ("algorithms_available", names));
    }

    private const string BlakeFields =
        "data=?, /, *, digest_size=None, key=?, salt=?, person=?, fanout=1, depth=1, leaf_size=0, node_offset=0, "
        + "node_depth=0, inner_size=0, last_node=False, usedforsecurity=True";

    private static PyHash Self(ReadOnlySpan<PyValue> a) => (PyHash)a[0].Ref!;

    private static PyValue ByName(RunContext ctx, string name, PyValue data)
    {
        if (name is "blake2b" or "blake2s")
            return ctx.Call(ctx.GetAttribute(PyValue.Of(ctx.Modules.Find(ctx, "hashlib")!), name), [data]);
        return New(ctx, Array.Find(Kinds, k => k.Name == name.ToLowerInvariant().Replace('-', '_'))
            ?? throw ctx.ValueError($"unsupported hash type {name}"), data);
    }

    private static PyValue New(RunContext ctx, HashKind kind, PyValue data) =>
        ctx.New(new PyHash(kind, Read(ctx, data)), 64);

    private static PyValue NewBlake(RunContext ctx, string name, ReadOnlySpan<PyValue> a)
    {
        var isLong = name == "blake2b";
        var word = isLong ? 8 : 4;
        var size = a[1].IsNone ? 8 * word : ctx.Int64(a[1]);
        if (size < 1 || size > 8 * word)
            throw ctx.ValueError(
                $"digest_size for {(isLong ? "Blake2b" : "Blake2s")} must be between 1 and {8 * word} bytes, here it "
                + $"is {size}");
        byte[] key = Read(ctx, a[2]), salt = Read(ctx, a[3]), person = Read(ctx, a[4]);
        if (key.Length > 8 * word) throw ctx.ValueError($"maximum key length is {8 * word} bytes");
        if (salt.Length > 2 * word) throw ctx.ValueError($"maximum salt length is {2 * word} bytes");
        if (person.Length > 2 * word) throw ctx.ValueError($"maximum person length is {2 * word} bytes");
        var options = new Blake2Options((int)size, key, salt, person);
        return New(ctx,
            new HashKind(name, (int)size, 16 * word, (d, _) =>
                new Blake2(isLong).Hash(d, options))
            { Nanoseconds = 150 }, a[0]);
    }

    private static byte[] Read(RunContext ctx, PyValue data) => data.IsUnbound ? []
        : ctx.Unwrap(data).IsText
            ? throw ctx.TypeError("Strings must be encoded before hashing")
            : ByteSource.Find(ctx, data) ?? throw ctx.TypeError("object supporting the buffer API required");

    private static PyValue Update(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var hash = Self(a);
        hash.Content = ctx.Concat<byte>(hash.Content, Read(ctx, a[1]));
        return PyValue.None;
    }

    private static byte[] Digest(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var (kind, content) = (Self(a).Kind, Self(a).Content);
        var size = kind.DigestSize;
        if (size == 0)
            size = a[1].IsUnbound
            ? throw ctx.TypeError("digest() missing required argument 'length' (pos 1)")
            : Math.Max(0, ctx.ClampedInt32(a[1]));
        else if (!a[1].IsUnbound) throw ctx.TypeError("digest() takes no arguments (1 given)");
        ctx.Meter.Reserve(4L * size + 2L * content.Length);
        ctx.Tick((content.Length >> 3) + (size >> 3));
        return BigWork.Run(ctx, ((double)content.Length + size) * kind.Nanoseconds, () => kind.Compute(content, size));
    }

    private const double NanosecondsForRound = 500;

    private static PyValue DeriveKey(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var name = Given.Text(ctx, a[0], "hash_name must be a string");
        var algorithm = name switch
        {
            "md5" => HashAlgorithmName.MD5,
            "sha1" => HashAlgorithmName.SHA1,
            "sha256" => HashAlgorithmName.SHA256,
            "sha384" => HashAlgorithmName.SHA384,
            "sha512" => HashAlgorithmName.SHA512,
            _ => throw ctx.ValueError($"unsupported hash type {name}"),
        };
        byte[] password = ByteSource.Read(ctx, a[1]), salt = ByteSource.Read(ctx, a[2]);
        long rounds = ctx.Int64(a[3]), size = a[4].IsNone
            ? Array.Find(Kinds, k => k.Name == name)!.DigestSize
            : ctx.Int64(a[4]);
        if (rounds < 1) throw ctx.ValueError("iteration value must be greater than 0.");
        if (size < 1) throw ctx.ValueError("key length must be greater than 0.");
        ctx.Meter.Reserve(2 * size);
        // Each round hashes two blocks for each part of the key.
        if (rounds > int.MaxValue || size > int.MaxValue) throw ctx.OverflowError("iteration value is too great.");
        ctx.Tick(rounds * (1 + size / 16) * 4);
        var key =
            BigWork.Run(ctx, NanosecondsForRound * rounds * (1 + size / 16.0), () =>
                Rfc2898DeriveBytes.Pbkdf2(password, salt, (int)rounds, algorithm, (int)size));
        return ctx.New(new PyBytes(key), 48 + size);
    }
}
