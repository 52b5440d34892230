using Punie.Python.Builtins.Methods;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules.Classes;

/// <summary>Makes the classes of <c>collections.namedtuple</c> and <c>typing.NamedTuple</c>.</summary>
internal static class NamedTuples
{
    internal static readonly NativeFunction Factory =
        new("namedtuple", "typename, field_names, *, rename=False, defaults=None, module=None", Make);

    internal static PyType Create(RunContext ctx, string name, string[] fields, PyValue[] defaults,
        bool isRenamed = false)
    {
        Check(ctx, name, fields, (defaults.Length, isRenamed));
        var type = new PyType(name, "__main__", [Types.Tuple], PyType.Linearize(null, [Types.Tuple])!);
        ctx.Meter.Allocated(type, 1024 + 128L * fields.Length);
        var first = fields.Length - defaults.Length;
        var binder = new FieldBinder($"{name}.__new__",
            [.. fields.Select((f, i) => new FieldParameter(f, i >= first ? defaults[i - first] : default))]);
        var create =
            new NativeFunction("__new__", "cls, /, *args, **kwargs", (c, a) =>
                Wrap(c, Class(c, type, a[0]), binder.Bind(c, (PyTuple)a[1].Ref!, (PyDict)a[2].Ref!)));
        type.Define("__new__", PyValue.Of(new PyStaticMethod(PyValue.Of(create))));
        for (var i = 0; i < fields.Length; i++)
        {
            var index = i;
            type.Define(fields[i],
                PyValue.Of(
                    new NativeProperty(fields[i], (c, self) => Items(c, self, index + 1)[index])
                    {
                        Shown = $"_tuplegetter({index}, 'Alias for field number {index}')",
                        NotSettable = "can't set attribute",
                        Documentation = $"Alias for field number {index}"
                    }));
        }
        var names = PyValue.Of(new PyTuple([.. fields.Select(f => PyValue.Str(f))]));
        type.Define("__doc__", PyValue.Str($"{name}({string.Join(", ", fields)})"));
        type.Define("_fields", names);
        type.Define("__slots__", PyValue.Of(PyTuple.Empty));
        type.Define("__match_args__", names);
        var known = new PyDict();
        for (var i = first; i < fields.Length; i++) known.SetText(fields[i], defaults[i - first]);
        type.Define("_field_defaults", PyValue.Of(known));
        DefineMethods(type, fields);
        return type;
    }

    // A class derived from one may make instances of any length.
    private static PyValue[] Items(RunContext ctx, PyValue self, int least)
    {
        if (ctx.Unwrap(self).Ref is not PyTuple tuple)
            throw ctx.TypeError($"descriptor requires a 'tuple' object but received '{self.TypeName}'");
        return tuple.Count >= least ? tuple.Items : throw ctx.IndexError("tuple index out of range");
    }

    private static PyType Class(RunContext ctx, PyType own, PyValue given)
    {
        if (given.Ref is not PyType type)
            throw ctx.TypeError($"tuple.__new__(X): X is not a type object ({given.TypeName})");
        return type.IsSubclassOf(own) ? type
            : throw ctx.TypeError($"{own.Name}.__new__({type.Name}): {type.Name} is not a subtype of {own.Name}");
    }

    internal static PyValue Wrap(RunContext ctx, PyType type, PyValue[] values) =>
        ctx.New(new PyInstance(type)
        {
            Payload = ctx.NewTuple(values) is { Ref: PyTuple { Count: > 0 } } tuple
            ? tuple
            : PyValue.Of(PyTuple.Empty)
        }, 96);

    private static void DefineMethods(PyType type, string[] fields)
    {
        PyBoundNative.Define(type, "__repr__", "self, /", (ctx, a) =>
        {
            var items = Items(ctx, a[0], fields.Length);
            return ctx.Text(
                $"{a[0].Type.Name}({string.Join(", ", fields.Select((f, i) => $"{f}={ctx.Repr(items[i])}"))})");
        });
        PyBoundNative.Define(type, "_asdict", "self, /", (ctx, a) =>
        {
            var dict = ctx.NewDict();
            var items = Items(ctx, a[0], fields.Length);
            for (var i = 0; i < fields.Length; i++) dict.Set(ctx, PyValue.Str(fields[i]), items[i]);
            return PyValue.Of(dict);
        });
        PyBoundNative.Define(type, "_replace", "self, /, **kwargs", (ctx, a) =>
        {
            var items = Items(ctx, a[0], fields.Length).ToArray();
            foreach (var (key, value) in ((PyDict)a[1].Ref!).ToPairs())
            {
                var index = Array.IndexOf(fields, key.Ref as string);
                if (index < 0) throw ctx.ValueError($"Got unexpected field names: [{ctx.Repr(key)}]");
                items[index] = value;
            }
            return Wrap(ctx, a[0].Type, items);
        });
        PyBoundNative.Define(type, "__getnewargs__", "self, /", (ctx, a) => ctx.NewTuple([.. Items(ctx, a[0], 0)]));
        var make = new NativeFunction("_make", "cls, iterable, /", (ctx, a) =>
        {
            var values = ctx.ToArray(a[1]);
            return values.Length == fields.Length
                ? Wrap(ctx, Class(ctx, type, a[0]), values)
                : throw ctx.TypeError($"Expected {fields.Length} arguments, got {values.Length}");
        });
        type.Define("_make", PyValue.Of(new PyClassMethod(PyValue.Of(make))));
    }

    private static PyValue Make(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var name = ctx.Str(a[0]);
        var fields = ctx.Unwrap(a[1]).Ref is string text
            ? text.Replace(',', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            : [.. ctx.ToArray(a[1]).Select(ctx.Str)];
        if (ctx.Truth(a[2])) Rename(ctx, fields);
        return PyValue.Of(Create(ctx, name, fields, a[3].IsNone ? [] : ctx.ToArray(a[3]), ctx.Truth(a[2])));
    }

    private static void Rename(RunContext ctx, string[] fields)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < fields.Length; i++)
        {
            if (!StrKinds.IsIdentifier(ctx, fields[i]) || Keywords.IsKeyword(fields[i]) || fields[i].StartsWith('_')
                || !seen.Add(fields[i])) fields[i] = $"_{i}";
        }
    }

    private static void Check(RunContext ctx, string name, string[] fields, (int Defaults, bool IsRenamed) style)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in fields.Prepend(name))
        {
            ctx.Step();
            if (!StrKinds.IsIdentifier(ctx, part))
                throw ctx.ValueError($"Type names and field names must be valid identifiers: {StringText.Repr(part)}");
            if (Keywords.IsKeyword(part))
                throw ctx.ValueError($"Type names and field names cannot be a keyword: {StringText.Repr(part)}");
        }
        foreach (var field in fields)
        {
            if (field.StartsWith('_') && !style.IsRenamed)
                throw ctx.ValueError($"Field names cannot start with an underscore: {StringText.Repr(field)}");
            if (!seen.Add(field)) throw ctx.ValueError($"Encountered duplicate field name: {StringText.Repr(field)}");
        }
        if (style.Defaults > fields.Length) throw ctx.TypeError("Got more default values than field names");
    }
}
