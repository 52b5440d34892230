using Punie.Python.Builtins;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules.Json;

/// <summary><c>json</c>: <c>dumps</c> and <c>loads</c>.</summary>
internal static class JsonModule
{
    internal static readonly PyType DecodeError = PyType.Native("JSONDecodeError", "json.decoder", ExceptionTypes.ValueError);

    private static readonly NativeFunction[] Functions =
    [
        new("dumps", "obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None, separators=None, default=None, sort_keys=False", Dumps),
        new("loads", "s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, object_pairs_hook=None", Loads),
        new("dump", "*args, **kwargs", (ctx, _) => throw NoFiles(ctx, "dump", "json.dumps(value) and write_file(path, text)")),
        new("load", "*args, **kwargs", (ctx, _) => throw NoFiles(ctx, "load", "json.loads(read_file(path))")),
    ];

    internal static PyModule Load(RunContext ctx) => NativeModule.Make("json", Functions, ("JSONDecodeError", PyValue.Of(DecodeError)));

    private static PyRaise NoFiles(RunContext ctx, string name, string instead) =>
        ctx.Error(ExceptionTypes.NotImplementedError, $"json.{name}() is not available here, because there are no open files: use {instead}");

    private static PyValue Dumps(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
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

    private static PyValue Loads(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var source = ctx.Unwrap(a[0]);
        if (ByteSource.Find(ctx, source) is { } bytes) source = Codecs.Decode(ctx, bytes, PyValue.Str("utf-8-sig"), PyValue.Str("strict"));
        else if (!source.IsText) throw ctx.TypeError($"the JSON object must be str, bytes or bytearray, not {a[0].TypeName}");
        var hooks = new JsonHooks(Given.OptionalFunction(a[2]), Given.OptionalFunction(a[3]), Given.OptionalFunction(a[4]), Given.OptionalFunction(a[5]), Given.OptionalFunction(a[6]));
        return new JsonReader(ctx, source, hooks).Read();
    }
}
