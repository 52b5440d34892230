using Punie.Python.Builtins;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules.Classes;

/// <summary>What <c>field(…)</c> says about one field of a dataclass.</summary>
internal sealed class PyField(string name, PyValue type) : PyObject(FieldType)
{
    internal static readonly PyType FieldType = PyType.Native("Field", "dataclasses");

    internal string Name { get; set; } = name;

    internal PyValue Annotation { get; set; } = type;

    /// <summary>Unbound where there is none.</summary>
    internal PyValue Default { get; init; }

    /// <summary>Unbound where there is none.</summary>
    internal PyValue Factory { get; init; }

    internal bool InInit { get; init; } = true;

    internal bool InRepr { get; init; } = true;

    internal bool InCompare { get; init; } = true;

    internal bool? InHash { get; init; }

    internal bool KeywordOnly { get; set; }

    /// <summary>True for <c>InitVar</c>: an argument that is not stored.</summary>
    internal bool IsInitOnly { get; set; }

    internal PyValue Metadata { get; init; }

    internal override string Repr(RunContext ctx)
    {
        string[] shown = ["name", "type", "default", "default_factory", "init", "repr", "hash", "compare"];
        var parts = string.Join(",", shown.Select(n => $"{n}={ctx.Repr(FindAttribute(ctx, n))}"));
        var metadata = $"mappingproxy({ctx.Repr(FindAttribute(ctx, "metadata"))})";
        var kind = IsInitOnly ? "_FIELD_INITVAR" : "_FIELD";
        return $"Field({parts},metadata={metadata},kw_only={(KeywordOnly ? "True" : "False")},_field_type={kind})";
    }

    internal override PyValue FindAttribute(RunContext ctx, string attribute) => attribute switch
    {
        "name" => PyValue.Str(Name),
        "type" => Annotation,
        "default" => Default.IsUnbound ? DataClassModule.Missing : Default,
        "default_factory" => Factory.IsUnbound ? DataClassModule.Missing : Factory,
        "init" => PyValue.Bool(InInit),
        "repr" => PyValue.Bool(InRepr),
        "compare" => PyValue.Bool(InCompare),
        "hash" => InHash is { } hash ? PyValue.Bool(hash) : PyValue.None,
        "kw_only" => PyValue.Bool(KeywordOnly),
        "metadata" => Metadata.IsUnbound ? PyValue.Of(ctx.NewDict()) : Metadata,
        _ => base.FindAttribute(ctx, attribute),
    };
}

/// <summary>The options of <c>@dataclass</c>.</summary>
internal sealed record DataClassOptions(bool Init, bool Repr, bool Eq, bool Order, bool UnsafeHash, bool Frozen,
    bool KeywordOnly)
{
    internal bool Slots { get; init; }

    internal bool MatchArgs { get; init; } = true;
}

/// <summary>Turns a class with annotations into a dataclass.</summary>
internal static class DataClasses
{
    internal const string FieldsName = "__dataclass_fields__";

    internal static readonly PyType FrozenError =
        PyType.Native("FrozenInstanceError", "dataclasses", ExceptionTypes.AttributeError);

    internal static PyValue Process(RunContext ctx, PyValue target, DataClassOptions options)
    {
        if (target.Ref is not PyType { IsUserDefined: true } type) throw ctx.TypeError("dataclass() needs a class");
        var fields = Gather(ctx, type, options);
        CheckOrder(ctx, fields);
        var table = new PyDict();
        foreach (var field in fields) table.SetText(field.Name, PyValue.Of(field));
        ctx.Meter.Allocated(table, 256 * fields.Count);
        void Add(string name, PyValue value) => ctx.DefineOn(type, name, value);
        Add(FieldsName, PyValue.Of(table));
        if (options.MatchArgs && !type.OwnAttributes.ContainsKey("__match_args__"))
            Add("__match_args__",
                PyValue.Of(
                    new PyTuple([.. fields.Where(f => f.InInit && !f.KeywordOnly).Select(f => PyValue.Str(f.Name))])));
        var stored = fields.Where(f => !f.IsInitOnly).ToArray();
        if (options.Init && !type.OwnAttributes.ContainsKey("__init__")) Add("__init__", Initializer(type, fields));
        if (options.Repr && !type.OwnAttributes.ContainsKey("__repr__"))
            Add("__repr__", Method("__repr__", "self, /", (c, a) => c.Text(Repr(c, a[0], stored))));
        if (!type.OwnAttributes.ContainsKey("__doc__"))
            Add("__doc__", ctx.Text(DataClassText.Signature(ctx, type, fields)));
        AddComparisons(ctx, type, (stored, options), Add);
        if (options.Frozen) AddGuards(type, Add);
        if (options.Slots) AddSlots(ctx, type, stored);
        return target;
    }

    private static void AddSlots(RunContext ctx, PyType type, PyField[] fields)
    {
        if (type.OwnAttributes.ContainsKey("__slots__"))
            throw ctx.TypeError($"{type.Name} already specifies __slots__");
        var inherited = type.Mro.Skip(1).SelectMany(t => t.AttributeNamesAllowed ?? [])
            .ToHashSet(StringComparer.Ordinal);
        var names = fields.Select(f => f.Name).Where(n => !inherited.Contains(n)).ToArray();
        foreach (var name in names) type.Remove(name);
        ctx.DefineOn(type, "__slots__", ctx.NewTuple([.. names.Select(n => PyValue.Str(n))]));
        ClassCreation.RestrictToSlots(ctx, type);
    }

    /// <summary>The fields of a dataclass or of an instance of one; null for others.</summary>
    internal static PyField[]? FieldsOf(PyValue value) =>
        Table(value) is null ? null : [.. AllFieldsOf(value).Where(f => !f.IsInitOnly)];

    /// <summary>Also those that are arguments alone.</summary>
    internal static IEnumerable<PyField> AllFieldsOf(PyValue value) =>
        Table(value)?.ToPairs().Select(p => p.Value.Ref).OfType<PyField>() ?? [];

    private static PyDict? Table(PyValue value)
    {
        var type = value.Ref as PyType ?? (value.Ref as PyInstance)?.Type;
        return type is not null && type.TryLookup(FieldsName, out var table) ? table.Ref as PyDict : null;
    }

    private static PyValue Method(string name, string signature, NativeCall body) =>
        PyValue.Of(new PyBoundNative(name, signature, body));

    private static List<PyField> Gather(RunContext ctx, PyType type, DataClassOptions options)
    {
        var fields = new Dictionary<string, PyField>(StringComparer.Ordinal);
        foreach (var parent in type.Mro.Reverse().Where(t => t != type))
        {
            if (!parent.OwnAttributes.TryGetValue(FieldsName, out var inherited)) continue;
            foreach (var (key, value) in inherited.Ref is PyDict known ? known.ToPairs() : [])
            {
                if (key.Ref is string name && value.Ref is PyField field) fields[name] = field;
            }
        }
        var annotations = type.OwnAttributes.TryGetValue("__annotations__", out var own) && own.Ref is PyDict dict
            ? dict.ToPairs()
            : [];
        var keywordOnly = options.KeywordOnly;
        foreach (var (key, annotation) in annotations)
        {
            ctx.Step();
            if (key.Ref is not string) throw ctx.TypeError($"Field names must be strings: {ctx.Repr(key)}");
            var kind = annotation.Ref as string ?? ctx.Repr(annotation);
            if (kind.Contains("ClassVar", StringComparison.Ordinal)) continue;
            if (kind.EndsWith("KW_ONLY", StringComparison.Ordinal)
                || kind.Contains("KW_ONLY", StringComparison.Ordinal))
            {
                keywordOnly = true;
                continue;
            }
            fields[key.Text] = MakeField(ctx, type, (key.Text, annotation), keywordOnly,
                kind.Contains("InitVar", StringComparison.Ordinal));
        }
        return [.. fields.Values];
    }

    private static PyField MakeField(RunContext ctx, PyType type, (string Name, PyValue Annotation) slot,
        bool keywordOnly, bool initOnly)
    {
        var has = type.OwnAttributes.TryGetValue(slot.Name, out var value);
        if (!has || value.Ref is not PyField field)
            field = new PyField(slot.Name, slot.Annotation)
            {
                Default = has
            ? value
            : default,
                KeywordOnly = keywordOnly
            };
        else
        {
            (field.Name, field.Annotation) = (slot.Name, slot.Annotation);
            field.KeywordOnly |= keywordOnly;
            if (field.Default.IsUnbound) type.Remove(slot.Name);
            else ctx.DefineOn(type, slot.Name, field.Default);
        }
        field.IsInitOnly = initOnly;
        if (field.Default.Ref is PyList or PyDict or PySet { IsFrozen: false })
            throw ctx.ValueError(
                $"mutable default {ctx.Repr(PyValue.Of(field.Default.Type))} for field {slot.Name} is not allowed: "
                + "use default_factory");
        return field;
    }

    private static void CheckOrder(RunContext ctx, List<PyField> fields)
    {
        var optional = false;
        foreach (var field in fields.Where(f => f.InInit && !f.KeywordOnly))
        {
            var has = !field.Default.IsUnbound || !field.Factory.IsUnbound;
            if (optional && !has) throw ctx.TypeError($"non-default argument '{field.Name}' follows default argument");
            optional |= has;
        }
    }

    private static PyValue Initializer(PyType type, List<PyField> fields)
    {
        var given = fields.Where(f => f.InInit).OrderBy(f => f.KeywordOnly).ToArray();
        var binder = new FieldBinder($"{type.QualifiedName}.__init__",
            [.. given.Select(f => new FieldParameter(f.Name, f.Default, f.KeywordOnly, !f.Factory.IsUnbound))]);
        return Method("__init__", "self, /, *args, **kwargs", (ctx, a) =>
        {
            var instance = a[0].Ref as PyInstance ?? throw ctx.TypeError("__init__() needs an instance");
            var values = binder.Bind(ctx, (PyTuple)a[1].Ref!, (PyDict)a[2].Ref!);
            var later = new List<PyValue>();
            foreach (var field in fields)
            {
                ctx.Step();
                var value = field.InInit ? values[Array.IndexOf(given, field)] : field.Default;
                if (value.IsUnbound && !field.Factory.IsUnbound) value = ctx.Call(field.Factory, []);
                if (field.IsInitOnly) later.Add(value);
                else if (!value.IsUnbound && (field.InInit || !field.Factory.IsUnbound))
                    Store(ctx, instance, field.Name, value);
            }
            if (instance.Type.TryLookupUser("__post_init__", out _))
                ctx.Call(ctx.GetAttribute(a[0], "__post_init__"), [.. later]);
            return PyValue.None;
        });
    }

    // A frozen dataclass refuses assignments, so its own constructor goes round them; a property still sees them.
    private static void Store(RunContext ctx, PyInstance instance, string name, PyValue value)
    {
        if (instance.Type.TryLookupUser("__setattr__", out var setter) && setter.Ref is not PyBoundNative)
            ctx.SetAttribute(instance.AsValue, name, value);
        else instance.SetAttributeDirectly(ctx, name, value);
    }

    private static string Repr(RunContext ctx, PyValue self, PyField[] fields)
    {
        if (!ctx.BeginRepr(self.Ref!)) return "...";
        var text = new Builtins.Formatting.MeteredText(ctx).Append(self.Type.QualifiedName).Append('(');
        var written = 0;
        foreach (var field in fields.Where(f => f.InRepr))
        {
            ctx.Step();
            if (written++ > 0) text.Append(", ");
            text.Append(field.Name).Append('=').Append(ctx.Repr(ctx.GetAttribute(self, field.Name)));
        }
        ctx.EndRepr(self.Ref!);
        return text.Append(')').ToString();
    }

    private static PyValue Values(RunContext ctx, PyValue self, IEnumerable<PyField> fields) =>
        ctx.NewTuple([.. fields.Select(f => ctx.GetAttribute(self, f.Name))]);

    private static void AddComparisons(RunContext ctx, PyType type, (PyField[] Fields, DataClassOptions Options) made,
        Action<string, PyValue> add)
    {
        var (fields, options) = made;
        var compared = fields.Where(f => f.InCompare).ToArray();
        PyValue Compared(string name, Syntax.Ast.CompareOperator op) => Method(name, "self, other, /", (c, a) =>
            ReferenceEquals(a[0].Type, a[1].Type)
                ? c.Compare(op, Values(c, a[0], compared), Values(c, a[1], compared))
                : PyValue.NotImplemented);
        // A class with its own __eq__ has got an empty __hash__ by itself; that is not the program's.
        var hasHash = type.OwnAttributes.TryGetValue("__hash__", out var ownHash)
            && !(ownHash.IsNone && type.OwnAttributes.ContainsKey("__eq__"));
        if (options.Eq && !type.OwnAttributes.ContainsKey("__eq__"))
            add("__eq__", Compared("__eq__", Syntax.Ast.CompareOperator.Eq));
        if (options.Order)
        {
            if (!options.Eq) throw ctx.ValueError("eq must be true if order is true");
            (string Name, Syntax.Ast.CompareOperator Op)[] orders =
                [("__lt__", Syntax.Ast.CompareOperator.Lt), ("__le__", Syntax.Ast.CompareOperator.LtE),
                    ("__gt__", Syntax.Ast.CompareOperator.Gt), ("__ge__", Syntax.Ast.CompareOperator.GtE)];
            foreach (var (name, op) in orders)
            {
                if (type.OwnAttributes.ContainsKey(name))
                    throw ctx.TypeError(
                        $"Cannot overwrite attribute {name} in class {type.Name}. "
                        + "Consider using functools.total_ordering");
                add(name, Compared(name, op));
            }
        }
        if (options.UnsafeHash || (options.Eq && options.Frozen && !hasHash))
            add("__hash__",
                Method("__hash__", "self, /", (c, a) =>
                    PyValue.Int(c.Hash(Values(c, a[0], fields.Where(f => f.InHash ?? f.InCompare))))));
        else if (options.Eq && !hasHash) add("__hash__", PyValue.None);
    }

    private static void AddGuards(PyType type, Action<string, PyValue> add)
    {
        add("__setattr__", Method("__setattr__", "self, name, value, /", (ctx, a) =>
        {
            var name = ctx.Str(a[1]);
            if (ReferenceEquals(a[0].Type, type) || FieldsOf(a[0])?.Any(f => f.Name == name) == true)
                throw ctx.Error(FrozenError, $"cannot assign to field {StringText.Repr(name)}");
            var instance = a[0].Ref as PyInstance
                ?? throw ctx.TypeError($"can't apply this __setattr__ to {a[0].TypeName} object");
            instance.SetAttributeDirectly(ctx, name, a[2]);
            return PyValue.None;
        }));
        add("__delattr__",
            Method("__delattr__", "self, name, /", (ctx, a) =>
                throw ctx.Error(FrozenError, $"cannot delete field {StringText.Repr(ctx.Str(a[1]))}")));
    }
}
