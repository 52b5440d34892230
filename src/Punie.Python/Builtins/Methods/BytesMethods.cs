using System.Text;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Builtins.Methods;

/// <summary>
/// The methods of <c>bytes</c> and <c>bytearray</c>: those of <c>str</c> over Latin-1 text, where each unit is a byte.
/// </summary>
internal static class BytesMethods
{
    // Methods whose result has the same meaning; the flag says that only ASCII letters may change.
    private static readonly string[] Delegated =
    [
        "count", "find", "rfind", "index", "rindex", "startswith", "endswith", "removeprefix", "removesuffix",
        "replace", "partition", "rpartition",
        "split", "rsplit", "splitlines", "strip", "lstrip", "rstrip", "center", "ljust", "rjust", "zfill", "expandtabs",
    ];

    internal static void Define()
    {
        Types.Bytes.New = (ctx, _, a) =>
        {
            var bytes = ByteSource.Construct(ctx, "bytes", a);
            return ctx.New(new PyBytes(bytes), 48 + bytes.Length);
        };
        PyByteArray.Define();
        foreach (var type in new[] { Types.Bytes, PyByteArray.ByteArrayType })
        {
            foreach (var name in Delegated)
                type.Define(new NativeFunction(name, "self, /, *args, **kwargs", (ctx, a) => Delegate(ctx, a, name)));
            type.Define(
                new NativeFunction("decode", "self, encoding='utf-8', errors='strict'", (ctx, a) =>
                    Codecs.Decode(ctx, ByteSource.Read(ctx, a[0]), a[1], a[2])),
                new NativeFunction("hex", "self, sep=None, bytes_per_sep=1", Hex),
                new NativeFunction("join", "self, iterable, /", Join),
                new NativeFunction("upper", "self, /", (ctx, a) =>
                    Map(ctx, a[0], (b, _) => b is >= (byte)'a' and <= (byte)'z' ? b - 32 : b)),
                new NativeFunction("lower", "self, /", (ctx, a) =>
                    Map(ctx, a[0], (b, _) => b is >= (byte)'A' and <= (byte)'Z' ? b + 32 : b)),
                new NativeFunction("swapcase", "self, /", (ctx, a) =>
                    Map(ctx, a[0], (b, _) => char.IsAsciiLetter((char)b) ? b ^ 32 : b)),
                new NativeFunction("capitalize", "self, /", (ctx, a) =>
                    Map(ctx, a[0], (b, i) => !char.IsAsciiLetter((char)b) ? b : i == 0 ? b & ~32 : b | 32)),
                new NativeFunction("title", "self, /", Title),
                new NativeFunction("istitle", "self, /", (ctx, a) =>
                    ctx.CallMethod(
                        ctx.Text(
                            Encoding.Latin1.GetString(
                                Array.ConvertAll(ByteSource.Read(ctx, a[0]), b => b < 128 ? b : (byte)' '))), "istitle")),
                new NativeFunction("isdigit", "self, /", (ctx, a) => All(ctx, a[0], char.IsAsciiDigit)),
                new NativeFunction("isalpha", "self, /", (ctx, a) => All(ctx, a[0], char.IsAsciiLetter)),
                new NativeFunction("isalnum", "self, /", (ctx, a) => All(ctx, a[0], char.IsAsciiLetterOrDigit)),
                new NativeFunction("isspace", "self, /", (ctx, a) =>
                    All(ctx, a[0], c => c is ' ' or (>= '\t' and <= '\r'))),
                new NativeFunction("isascii", "self, /", (ctx, a) =>
                    PyValue.Bool(Array.TrueForAll(ByteSource.Read(ctx, a[0]), b => b < 128))),
                new NativeFunction("isupper", "self, /", (ctx, a) => PyValue.Bool(HasCase(ctx, a[0], upper: true))),
                new NativeFunction("islower", "self, /", (ctx, a) => PyValue.Bool(HasCase(ctx, a[0], upper: false))),
                new NativeFunction("translate", "self, table, /, delete=?", Translate));
            type.Define("maketrans",
                PyValue.Of(new PyStaticMethod(PyValue.Of(new NativeFunction("maketrans", "frm, to, /", MakeTable)))));
            type.Define("fromhex",
                PyValue.Of(new PyClassMethod(PyValue.Of(new NativeFunction("fromhex", "cls, string, /", FromHex)))));
        }
    }

    private static PyValue Delegate(RunContext ctx, ReadOnlySpan<PyValue> a, string name)
    {
        var isArray = a[0].Ref is PyByteArray;
        var given = ((PyTuple)a[1].Ref!).Items;
        var arguments = new PyValue[given.Length];
        for (var i = 0; i < given.Length; i++) arguments[i] = Argument(ctx, given[i], name, i);
        if (name.EndsWith("strip", StringComparison.Ordinal) && (arguments.Length == 0 || arguments[0].IsNone))
            arguments = [PyValue.Str(" \t\n\r\v\f")];
        if (name is "center" or "ljust" or "rjust" && arguments.Length == 1)
            arguments = [arguments[0], PyValue.Str(" ")];
        var keywords = new PyDict();
        foreach (var (key, value) in ((PyDict)a[2].Ref!).ToPairs())
            keywords.Set(ctx, key, Argument(ctx, value, name, 0));
        var (values, names) = Calls.Flatten(arguments, keywords);
        var text = ctx.Text(Encoding.Latin1.GetString(ByteSource.Read(ctx, a[0])));
        var method = name.Replace("index", "find", StringComparison.Ordinal);
        var result = ctx.Call(ctx.GetAttribute(text, method), new Arguments(values, names));
        if (method != name && result.Bits < 0) throw ctx.ValueError("subsection not found");
        return Back(ctx, result, isArray);
    }

    private static PyValue Argument(RunContext ctx, PyValue value, string name, int index)
    {
        if (ctx.Unwrap(value).IsText) throw ctx.TypeError($"a bytes-like object is required, not '{value.TypeName}'");
        if (value.Ref is PyTuple tuple)
            return ctx.NewTuple([.. tuple.Items.Select(v => v.Ref is PyTuple ? v : Argument(ctx, v, "", 0))]);
        if (ByteSource.Find(ctx, value) is { } bytes) return ctx.Text(Encoding.Latin1.GetString(bytes));
        var isByte = index == 0 && value.IsInt && name is "count" or "find" or "rfind" or "index" or "rindex";
        return isByte ? PyValue.Str(((char)ByteSource.One(ctx, value)).ToString()) : value;
    }

    private static PyValue Back(RunContext ctx, PyValue value, bool isArray)
    {
        if (value.Ref is string text)
        {
            var bytes = Encoding.Latin1.GetBytes(text);
            return isArray
                ? ctx.New(new PyByteArray([.. bytes]), 80 + bytes.Length)
                : ctx.New(new PyBytes(bytes), 48 + bytes.Length);
        }
        if (value.Ref is PyTuple tuple) return ctx.NewTuple([.. tuple.Items.Select(v => Back(ctx, v, isArray))]);
        if (value.Ref is PyList list)
            return ctx.NewList([.. ctx.ToArray(PyValue.Of(list)).Select(v => Back(ctx, v, isArray))]);
        return value;
    }

    private static PyValue Map(RunContext ctx, PyValue self, Func<byte, int, int> map)
    {
        var bytes = ByteSource.Read(ctx, self);
        ctx.Tick(bytes.Length >> 6);
        var result = new byte[bytes.Length];
        for (var i = 0; i < bytes.Length; i++) result[i] = (byte)map(bytes[i], i);
        return self.Ref is PyByteArray
            ? ctx.New(new PyByteArray([.. result]))
            : ctx.New(new PyBytes(result), 48 + result.Length);
    }

    private static PyValue Title(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var inWord = false;
        return Map(ctx, a[0], (b, _) =>
        {
            var isLetter = char.IsAsciiLetter((char)b);
            var result = !isLetter ? b : inWord ? b | 32 : b & ~32;
            inWord = isLetter;
            return result;
        });
    }

    private static PyValue MakeTable(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        byte[] from = ByteSource.Read(ctx, a[0]), to = ByteSource.Read(ctx, a[1]);
        if (from.Length != to.Length) throw ctx.ValueError("maketrans arguments must have same length");
        var table = new byte[256];
        for (var i = 0; i < table.Length; i++) table[i] = (byte)i;
        for (var i = 0; i < from.Length; i++) table[from[i]] = to[i];
        return ctx.New(new PyBytes(table), 304);
    }

    private static PyValue All(RunContext ctx, PyValue self, Predicate<char> holds)
    {
        var bytes = ByteSource.Read(ctx, self);
        ctx.Tick(bytes.Length >> 6);
        return PyValue.Bool(bytes.Length > 0 && Array.TrueForAll(bytes, b => holds((char)b)));
    }

    private static bool HasCase(RunContext ctx, PyValue self, bool upper)
    {
        var letters = ByteSource.Read(ctx, self).Where(b => char.IsAsciiLetter((char)b)).ToArray();
        ctx.Tick(letters.Length >> 6);
        return letters.Length > 0 && Array.TrueForAll(letters, b => char.IsAsciiLetterUpper((char)b) == upper);
    }

    private static PyValue Hex(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var bytes = ByteSource.Read(ctx, a[0]);
        ctx.Meter.Reserve(8L * bytes.Length);
        ctx.Tick(bytes.Length >> 6);
        var plain = Convert.ToHexStringLower(bytes);
        if (a[1].IsNone || bytes.Length == 0) return ctx.Text(plain);
        var separator = ByteSource.Find(ctx, a[1]) is { } given
            ? Encoding.Latin1.GetString(given)
            : Given.Text(ctx, a[1], "sep must be str or bytes");
        if (separator.Length != 1) throw ctx.ValueError("sep must be length 1.");
        var group = ctx.ClampedInt32(a[2]);
        if (group == 0) return ctx.Text(plain);
        var size = Math.Abs((long)group);
        var result = new StringBuilder();
        for (var i = 0; i < bytes.Length; i++)
        {
            var boundary = group > 0 ? (bytes.Length - i) % size == 0 : i % size == 0;
            if (i > 0 && boundary) result.Append(separator);
            result.Append(plain, i * 2, 2);
        }
        return ctx.Text(result.ToString());
    }

    private static PyValue FromHex(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var text = Given.Text(ctx, a[1], "fromhex() argument must be str");
        ctx.Tick(text.Length >> 6);
        var digits = new string([.. text.Where(c => !TextKinds.IsSpace(c))]);
        for (var i = 0; i < text.Length; i++)
        {
            if (!TextKinds.IsSpace(text[i]) && !char.IsAsciiHexDigit(text[i]))
                throw ctx.ValueError($"non-hexadecimal number found in fromhex() arg at position {i}");
        }
        if (digits.Length % 2 != 0)
            throw ctx.ValueError($"non-hexadecimal number found in fromhex() arg at position {text.Length}");
        return ctx.Call(a[0], [ctx.New(new PyBytes(Convert.FromHexString(digits)))]);
    }

    private static PyValue Join(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var separator = ByteSource.Read(ctx, a[0]);
        var items = ctx.ToArray(a[1], "can only join an iterable");
        var parts = new byte[items.Length][];
        long total = separator.Length * Math.Max(0L, items.Length - 1L);
        for (var i = 0; i < items.Length; i++)
        {
            ctx.Step();
            parts[i] = ByteSource.Find(ctx, items[i])
                ?? throw ctx.TypeError($"sequence item {i}: expected a bytes-like object, {items[i].TypeName} found");
            total += parts[i].Length;
        }
        ctx.Meter.Reserve(2 * total);
        var result = new List<byte>();
        for (var i = 0; i < parts.Length; i++)
        {
            if (i > 0) result.AddRange(separator);
            result.AddRange(parts[i]);
        }
        return a[0].Ref is PyByteArray
            ? ctx.New(new PyByteArray(result))
            : ctx.New(new PyBytes([.. result]), 48 + total);
    }

    private static PyValue Translate(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var table = a[1].IsNone ? null : ByteSource.Read(ctx, a[1]);
        if (table is not null && table.Length != 256)
            throw ctx.ValueError("translation table must be 256 characters long");
        var removed = new bool[256];
        foreach (var part in a[2].IsUnbound ? [] : ByteSource.Read(ctx, a[2])) removed[part] = true;
        var bytes = ByteSource.Read(ctx, a[0]);
        ctx.Tick(bytes.Length >> 4);
        var result = bytes.Where(b => !removed[b]).Select(b => table is null ? b : table[b]).ToList();
        return a[0].Ref is PyByteArray
            ? ctx.New(new PyByteArray(result))
            : ctx.New(new PyBytes([.. result]), 48 + result.Count);
    }
}
