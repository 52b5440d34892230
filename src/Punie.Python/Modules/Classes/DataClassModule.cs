using Punie.Python.Builtins;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules.Classes;

/// <summary><c>dataclasses</c>.</summary>
internal static class DataClassModule
{
    private const string Options =
        "init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True, "
        + "kw_only=False, slots=False, weakref_slot=False";

    private static readonly NativeFunction[] Functions =
    [
        new("dataclass", $"cls=None, /, *, {Options}", Decorate),
        new("field",
            "*, default=?, default_factory=?, init=True, repr=True, hash=None, compare=True, metadata=None, kw_only=False", MakeField),
        new("fields", "class_or_instance", (ctx, a) => ctx.NewTuple([.. Fields(ctx, a[0]).Select(f => PyValue.Of(f))])),
        new("is_dataclass", "obj", (_, a) => PyValue.Bool(DataClasses.FieldsOf(a[0]) is not null)),
        new("asdict", "obj, *, dict_factory=None", (ctx, a) =>
            AsDict(ctx, Instance(ctx, a[0], "asdict"), Given.OptionalFunction(a[1]))),
        new("astuple", "obj, *, tuple_factory=None", (ctx, a) => AsTuple(ctx, Instance(ctx, a[0], "astuple"))),
        new("replace", "obj, /, **changes", Replace),
        new("make_dataclass", "cls_name, fields, *, bases=?, namespace=?, frozen=False, order=False", MakeClass),
    ];

    internal static PyValue Missing { get; } = PyValue.Of(new PyMissing());

    internal static PyModule Load(RunContext ctx) => NativeModule.Make(
        "dataclasses", Functions, ("MISSING", Missing), ("FrozenInstanceError", PyValue.Of(DataClasses.FrozenError)),
        ("Field", PyValue.Of(PyField.FieldType)),
        ("InitVar", PyValue.Of(new Typing.PyTypingForm("InitVar", null))),
        ("KW_ONLY", PyValue.Of(new Typing.PyTypingForm("KW_ONLY", null))));

    private static PyValue Decorate(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var options =
            new DataClassOptions(ctx.Truth(a[1]), ctx.Truth(a[2]), ctx.Truth(a[3]), ctx.Truth(a[4]), ctx.Truth(a[5]),
            ctx.Truth(a[6]), ctx.Truth(a[8]))
            { Slots = ctx.Truth(a[9]), MatchArgs = ctx.Truth(a[7]) };
        if (!a[0].IsNone) return DataClasses.Process(ctx, a[0], options);
        return PyValue.Of(new NativeFunction("wrap", "cls, /", (c, b) => DataClasses.Process(c, b[0], options)));
    }

    private static PyValue MakeField(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        if (!a[0].IsUnbound && !a[1].IsUnbound) throw ctx.ValueError("cannot specify both default and default_factory");
        return ctx.New(new PyField("", PyValue.None)
        {
            Default = a[0],
            Factory = a[1],
            InInit = ctx.Truth(a[2]),
            InRepr = ctx.Truth(a[3]),
            InHash = a[4].IsNone ? null : ctx.Truth(a[4]),
            InCompare = ctx.Truth(a[5]),
            Metadata = a[6].IsNone ? default : a[6],
            KeywordOnly = ctx.Truth(a[7]),
        });
    }

    private static PyField[] Fields(RunContext ctx, PyValue value) =>
        DataClasses.FieldsOf(value) ?? throw ctx.TypeError("must be called with a dataclass type or instance");

    private static PyValue Instance(RunContext ctx, PyValue value, string function) =>
        value.Ref is not PyType && DataClasses.FieldsOf(value) is not null
            ? value
            : throw ctx.TypeError($"{function}() should be called on dataclass instances");

    private static PyValue AsDict(RunContext ctx, PyValue value, PyValue factory)
    {
        ctx.Step();
        ctx.Enter();
        var result = AsDictCore(ctx, value, factory);
        ctx.Leave();
        return result;
    }

    private static PyValue AsDictCore(RunContext ctx, PyValue value, PyValue factory)
    {
        if (value.Ref is not PyType && DataClasses.FieldsOf(value) is { } fields)
        {
            if (!factory.IsUnbound)
                return ctx.Call(factory,
                [ctx.NewList(
                [.. fields.Select(f =>
                    ctx.NewTuple([PyValue.Str(f.Name), AsDict(ctx, ctx.GetAttribute(value, f.Name), factory)]))])]);
            var dict = ctx.NewDict();
            foreach (var field in fields)
                dict.Set(ctx, PyValue.Str(field.Name), AsDict(ctx, ctx.GetAttribute(value, field.Name), factory));
            return PyValue.Of(dict);
        }
        switch (value.Ref)
        {
            case PyList: return ctx.NewList([.. ctx.ToArray(value).Select(v => AsDict(ctx, v, factory))]);
            case PyTuple tuple: return ctx.NewTuple([.. tuple.Items.Select(v => AsDict(ctx, v, factory))]);
            case PyDict source:
                var copy = source.Variant is { } variant ? new PyDict(source.Type, variant) : ctx.NewDict();
                foreach (var (key, item) in source.ToPairs())
                    copy.Set(ctx, AsDict(ctx, key, factory), AsDict(ctx, item, factory));
                return PyValue.Of(copy);
            default: return CopyModule.DeepCopy(ctx, value);
        }
    }

    private static PyValue AsTuple(RunContext ctx, PyValue value)
    {
        ctx.Step();
        ctx.Enter();
        var result = value.Ref switch
        {
            PyDict source => TupleDict(ctx, source),
            PyInstance when DataClasses.FieldsOf(value) is { } fields =>
                ctx.NewTuple([.. fields.Select(f => AsTuple(ctx, ctx.GetAttribute(value, f.Name)))]),
            PyList => ctx.NewList([.. ctx.ToArray(value).Select(v => AsTuple(ctx, v))]),
            PyTuple tuple => ctx.NewTuple([.. tuple.Items.Select(v => AsTuple(ctx, v))]),
            _ => CopyModule.DeepCopy(ctx, value),
        };
        ctx.Leave();
        return result;
    }

    private static PyValue TupleDict(RunContext ctx, PyDict source)
    {
        var copy = ctx.NewDict();
        foreach (var (key, item) in source.ToPairs()) copy.Set(ctx, AsTuple(ctx, key), AsTuple(ctx, item));
        return PyValue.Of(copy);
    }

    private static PyValue Replace(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var self = Instance(ctx, a[0], "replace");
        var changes = ((PyDict)a[1].Ref!).Copy(ctx);
        foreach (var field in DataClasses.AllFieldsOf(self))
        {
            var name = PyValue.Str(field.Name);
            if (field.IsInitOnly)
            {
                if (field.Default.IsUnbound && changes.Find(ctx, name).IsUnbound)
                    throw ctx.ValueError($"InitVar '{field.Name}' must be specified with replace()");
            }
            else if (!field.InInit)
            {
                if (!changes.Find(ctx, name).IsUnbound)
                    throw ctx.ValueError(
                        $"field {field.Name} is declared with init=False, it cannot be specified with replace()");
            }
            else if (changes.Find(ctx, name).IsUnbound) changes.Set(ctx, name, ctx.GetAttribute(self, field.Name));
        }
        var (values, names) = Calls.Flatten([], changes);
        return ctx.Call(PyValue.Of(self.Type), new Arguments(values, names));
    }

    private static PyValue MakeClass(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var body = a[3].Ref is PyDict given ? given.Copy(ctx) : ctx.NewDict();
        var annotations = ctx.NewDict();
        foreach (var item in ctx.ToArray(a[1]))
        {
            ctx.Step();
            var parts = ctx.Unwrap(item).IsText ? [item] : ctx.ToArray(item);
            annotations.Set(ctx, parts[0], parts.Length > 1 ? parts[1] : PyValue.Of(Types.Object));
            if (parts.Length > 2) body.Set(ctx, parts[0], parts[2]);
        }
        body.Set(ctx, PyValue.Str("__annotations__"), PyValue.Of(annotations));
        PyType[] bases = a[2].IsUnbound
            ? [Types.Object]
            : [.. ctx.ToArray(a[2]).Select(b => b.Ref as PyType ?? throw ctx.TypeError("bases must be classes"))];
        var type = ClassCreation.Create(ctx,
            new ClassDefinition(ctx.Str(a[0]), bases.Length == 0 ? [Types.Object] : bases, body, new PyDict()));
        return DataClasses.Process(ctx, PyValue.Of(type),
            new DataClassOptions(true, true, true, ctx.Truth(a[5]), false, ctx.Truth(a[4]), false));
    }
}

/// <summary><c>dataclasses.MISSING</c>.</summary>
internal sealed class PyMissing() : PyObject(PyType.Native("_MISSING_TYPE", "dataclasses"));
