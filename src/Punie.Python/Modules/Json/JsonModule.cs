using Punie.Python.Builtins;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules.Json;

/// <summary><c>json</c>: <c>dumps</c> and <c>loads</c>.</summary>
internal static class JsonModule
{
    internal static readonly PyType DecodeError =
        PyType.Native("JSONDecodeError", "json.decoder", ExceptionTypes.ValueError);

    private static readonly NativeFunction[] Functions =
    [
        new("dumps",
            "obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None, separators=None, default=None, sort_keys=False, **kw", Dumps),
        new("loads",
            "s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, object_pairs_hook=None, strict=True, **kw", Loads),
        new("_raw_loads",
            "s, idx, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, object_pairs_hook=None, strict=True", RawLoads),
        new("dump", "obj, fp, **kw", Dump),
        new("load", "fp, **kw", LoadFrom),
    ];

    static JsonModule() => DecodeError.New = (ctx, type, a) =>
    {
        if (type != DecodeError || a.PositionalCount != 3 || !ctx.Unwrap(a.Values[1]).IsText)
            return ExceptionFields.Make(ctx, type, a);
        var source = ctx.Unwrap(a.Values[1]);
        var offset = CodePoints.Offset(source, Math.Clamp(ctx.Int64(a.Values[2]), 0, source.Bits));
        return PyValue.Of(JsonReader.Describe(ctx, (ctx.Str(a.Values[0]), source), offset));
    };

    internal static PyModule Load(RunContext ctx) =>
        Library.LibraryModule.Lazy("json",
        NativeModule.Make("json", Functions, ("JSONDecodeError", PyValue.Of(DecodeError))));

    private static PyRaise NoFiles(RunContext ctx, string name, string instead) =>
        ctx.Error(ExceptionTypes.NotImplementedError,
            $"json.{name}() is not available here, because there are no open files: use {instead}");

    private static PyValue Dump(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        if (!ctx.TryGetAttribute(a[1], "write", out var write))
            throw NoFiles(ctx, "dump", "json.dumps(value) and write_file(path, text)");
        var (values, names) = Calls.Flatten([a[0]], (PyDict)a[2].Ref!);
        ctx.Call(write, [ctx.Call(PyValue.Of(Functions[0]), new Arguments(values, names))]);
        return PyValue.None;
    }

    private static PyValue LoadFrom(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        if (!ctx.TryGetAttribute(a[0], "read", out var read)) throw NoFiles(ctx, "load", "json.loads(read_file(path))");
        var (values, names) = Calls.Flatten([ctx.Call(read, [])], (PyDict)a[1].Ref!);
        return ctx.Call(PyValue.Of(Functions[1]), new Arguments(values, names));
    }

    // The class, or the module's own one, gets all settings, and those that only it knows.
    private static PyValue Coder(RunContext ctx, PyValue type, string otherwise, PyDict settings)
    {
        if (type.IsNone) type = ctx.GetAttribute(PyValue.Of(ctx.Modules.Find(ctx, "json")!), otherwise);
        var (values, names) = Calls.Flatten([], settings);
        return ctx.Call(type, new Arguments(values, names));
    }

    private static PyDict Settings(ReadOnlySpan<PyValue> values, string[] names, PyDict more, bool skipNone)
    {
        var settings = new PyDict();
        for (var i = 0; i < names.Length; i++)
        {
            if (!skipNone || !values[i].IsNone) settings.SetText(names[i], values[i]);
        }
        foreach (var (key, value) in more.ToPairs()) settings.SetText(key.Text, value);
        return settings;
    }

    private static PyValue Dumps(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        if (!a[5].IsNone || ((PyDict)a[10].Ref!).Count > 0)
        {
            PyValue[] given = [a[1], a[2], a[3], a[4], a[6], a[7], a[8], a[9]];
            string[] names =
                ["skipkeys", "ensure_ascii", "check_circular", "allow_nan", "indent", "separators", "default",
                "sort_keys"];
            return ctx.CallMethod(
                Coder(ctx, a[5], "JSONEncoder", Settings(given, names, (PyDict)a[10].Ref!, skipNone: false)), "encode",
                a[0]);
        }
        var indent = a[6].IsNone ? null : a[6].Ref as string ?? Indent(ctx, a[6]);
        var options = new JsonStyle(
            SkipKeys: ctx.Truth(a[1]),
            EscapesAll: ctx.Truth(a[2]),
            AllowsNan: ctx.Truth(a[4]),
            Indent: indent,
            ItemSeparator: indent is null ? ", " : ",",
            KeySeparator: ": ",
            Default: Given.OptionalFunction(a[8]),
            SortsKeys: ctx.Truth(a[9]));
        if (!a[7].IsNone)
        {
            var parts = ctx.ToArray(a[7]);
            if (parts.Length != 2) throw ctx.ValueError($"separators must hold 2 texts, not {parts.Length}");
            options = options with
            {
                ItemSeparator = Given.Text(ctx, parts[0], "item separator must be str"),
                KeySeparator = Given.Text(ctx, parts[1], "key separator must be str"),
            };
        }
        return new JsonWriter(ctx, options).Write(a[0]);
    }

    private static string Indent(RunContext ctx, PyValue value)
    {
        var width = Math.Max(0, ctx.ClampedInt32(value));
        ctx.Meter.Reserve(2L * width);
        return new string(' ', width);
    }

    private static PyValue RawLoads(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var source = ctx.Unwrap(a[0]);
        if (!source.IsText) throw ctx.TypeError($"first argument must be a string, not {a[0].TypeName}");
        var start = ctx.ClampedInt32(a[1]);
        if (start < 0) throw ctx.ValueError("idx cannot be negative");
        var reader = new JsonReader(ctx, source, Hooks(ctx, a[1..]));
        var (value, end) = reader.ReadFrom(Math.Min(start, source.Text.Length));
        return ctx.NewTuple([value, PyValue.Int(end)]);
    }

    private static JsonHooks Hooks(RunContext ctx, ReadOnlySpan<PyValue> a) =>
        new(Given.OptionalFunction(a[2]), Given.OptionalFunction(a[3]), Given.OptionalFunction(a[4]),
            Given.OptionalFunction(a[5]), Given.OptionalFunction(a[6]))
        { IsStrict = ctx.Truth(a[7]) };

    private static PyValue Loads(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        if (!a[1].IsNone || ((PyDict)a[8].Ref!).Count > 0)
        {
            string[] names = ["object_hook", "parse_float", "parse_int", "parse_constant", "object_pairs_hook"];
            return ctx.CallMethod(
                Coder(ctx, a[1], "JSONDecoder", Settings(a[2..7], names, (PyDict)a[8].Ref!, skipNone: true)), "decode",
                a[0]);
        }
        var source = ctx.Unwrap(a[0]);
        if (ByteSource.Find(ctx, source) is { } bytes)
            source = Codecs.Decode(ctx, bytes, PyValue.Str("utf-8-sig"), PyValue.Str("strict"));
        else if (!source.IsText)
            throw ctx.TypeError($"the JSON object must be str, bytes or bytearray, not {a[0].TypeName}");
        return new JsonReader(ctx, source, Hooks(ctx, a)).Read();
    }
}
