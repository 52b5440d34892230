using Punie.Python.Modules.Classes;
using Punie.Python.Modules.Collections;
using Punie.Python.Modules.Patterns;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules.Typing;

/// <summary><c>typing</c>: annotations need no more than that the names exist.</summary>
internal static class TypingModule
{
    private static readonly string[] Forms =
    [
        "Any", "Optional", "Union", "Literal", "ClassVar", "Final", "Annotated", "Concatenate", "TypeGuard", "TypeIs",
        "Required", "NotRequired", "ReadOnly",
        "Self", "Never", "NoReturn", "LiteralString", "TypeAlias", "Unpack",
    ];

    private static readonly (string Name, PyType Origin)[] Aliases =
    [
        ("List", Types.List), ("Dict", Types.Dict), ("Set", Types.Set), ("FrozenSet", Types.FrozenSet),
        ("Tuple", Types.Tuple), ("Type", Types.Type),
        ("DefaultDict", DictKinds.DefaultDict), ("OrderedDict", DictKinds.OrderedDict), ("Counter", Counters.Type),
        ("Deque", PyDeque.DequeType),
        ("Pattern", PyPattern.PatternType), ("Match", PyMatch.MatchType),
    ];

    private static readonly string[] Supports = ["SupportsInt", "SupportsFloat", "SupportsAbs", "SupportsIndex"];

    private static readonly string[] Abstract =
    [
        "Iterable", "Iterator", "Generator", "Sequence", "MutableSequence", "Mapping", "MutableMapping", "Collection",
        "Container", "Hashable", "Sized", "Reversible",
        "Awaitable", "Coroutine", "AsyncIterable", "AsyncIterator", "AsyncGenerator", "Callable", "MutableSet",
        "KeysView", "ItemsView", "ValuesView", "MappingView", "ByteString",
    ];

    private static readonly PyType Generic = MakeBase("Generic");
    private static readonly PyType Protocol = MakeBase("Protocol");
    private static readonly PyType TypedDict = PyType.Native("TypedDict", "typing", Types.Dict);
    private static readonly PyType NamedTuple = PyType.Native("NamedTuple", "typing");

    private static readonly NativeFunction[] Functions =
    [
        new("cast", "typ, val", (_, a) => a[1]),
        new("is_typeddict", "tp", (_, a) =>
            PyValue.Bool(a[0].Ref is PyType type && type.OwnAttributes.ContainsKey("__total__"))),
        new("overload", "func", (_, a) => a[0]),
        new("final", "f", MarkFinal),
        new("override", "method, /", (_, a) => a[0]),
        new("no_type_check", "arg", (_, a) => a[0]),
        new("runtime_checkable", "cls", Protocols.MarkChecked),
        new("dataclass_transform", "**kwargs", (_, _) =>
            PyValue.Of(new NativeFunction("decorator", "cls, /", (_, b) => b[0]))),
        new("get_type_hints", "obj, globalns=None, localns=None, include_extras=False", TypeHints.Of),
        new("get_origin", "tp", (ctx, a) => TypeHints.Origin(ctx, a[0])),
        new("get_args", "tp", (ctx, a) => TypeHints.Arguments(ctx, a[0])),
        new("assert_never", "arg", (ctx, a) =>
            throw ctx.Error(Builtins.ExceptionTypes.AssertionError,
            $"Expected code to be unreachable, but got: {ctx.Repr(a[0])}")),
        new("assert_type", "val, typ", (_, a) => a[0]),
        new("reveal_type", "obj, /", (_, a) => a[0]),
    ];

    static TypingModule()
    {
        TypedDict.New = NewTypedDict;
        PyForwardReference.ReferenceType.New = (ctx, _, a) => ctx.New(new PyForwardReference(ctx.Str(a.Values[0])), 64);
        PyTypeVariable.VariableType.New = PyTypeVariable.SpecificationType.New = NewVariable;
        PyNewType.NewTypeType.New = (ctx, _, a) =>
            a.Values.Length == 2
            ? ctx.New(new PyNewType(ctx.Str(a.Values[0]), a.Values[1]))
            : throw ctx.TypeError("NewType.__init__() missing 1 required positional argument: 'tp'");
        NamedTuple.New = NewNamedTuple;
        TypedDict.Derive = DeriveTypedDict;
        NamedTuple.Derive = DeriveNamedTuple;
    }

    internal static PyModule Load(RunContext ctx)
    {
        var classes = ctx.Modules.Find(ctx, "collections.abc")!.Members;
        return NativeModule.Make("typing", Functions,
        [
            .. Forms.Select(f => (f, PyValue.Of(new PyTypingForm(f, null)))),
            .. Aliases.Select(f => (f.Name, PyValue.Of(new PyTypingForm(f.Name, f.Origin)))),
            .. Abstract.Select(f => (f, PyValue.Of(new PyTypingForm(f, (PyType)classes[f].Ref!)))),
            ("AbstractSet", PyValue.Of(new PyTypingForm("AbstractSet", (PyType)classes["Set"].Ref!))),
            ("ChainMap", PyValue.Of(new PyTypingForm("ChainMap", Types.Dict))),
            ("TYPE_CHECKING", PyValue.False), ("Generic", PyValue.Of(Generic)), ("Protocol", PyValue.Of(Protocol)),
            ("Text", PyValue.Of(Types.Str)),
            ("TypedDict", PyValue.Of(TypedDict)), ("NamedTuple", PyValue.Of(NamedTuple)),
            ("ForwardRef", PyValue.Of(PyForwardReference.ReferenceType)),
            ("TypeVar", PyValue.Of(PyTypeVariable.VariableType)),
            ("ParamSpec", PyValue.Of(PyTypeVariable.SpecificationType)), ("NewType", PyValue.Of(PyNewType.NewTypeType)),
            ("AnyStr",
                PyValue.Of(
                    new PyTypeVariable("AnyStr", PyTypeVariable.VariableType, '~') { Constraints =
                    [PyValue.Of(Types.Bytes), PyValue.Of(Types.Str)] })),
            .. Supports.Select(n => (n, PyValue.Of(Protocols.Supporting(n)))),
        ]);
    }

    private static PyValue NewVariable(RunContext ctx, PyType type, Arguments a)
    {
        if (a.PositionalCount == 0)
            throw ctx.TypeError($"{type.Name}.__init__() missing 1 required positional argument: 'name'");
        if (a.PositionalCount == 2) throw ctx.TypeError("A single constraint is not allowed");
        var keywords = a.KeywordDict();
        bool Set(string name) => keywords.FindText(name) is { IsUnbound: false } given && ctx.Truth(given);
        var variance = Set("covariant") ? '+' : Set("contravariant") ? '-' : '~';
        var bound = keywords.FindText("bound");
        return ctx.New(
            new PyTypeVariable(ctx.Str(a.Values[0]), type, variance)
            {
                Constraints = a.Positional[1..].ToArray(),
                Bound = bound.IsUnbound ? PyValue.None : bound
            }, 128);
    }

    // A base that adds nothing; subscripts give the class itself.
    private static PyType MakeBase(string name)
    {
        var type = PyType.Native(name, "typing");
        type.New = (ctx, made, _) =>
        {
            if (name == "Protocol" && made.Bases.Contains(type))
                throw ctx.TypeError("Protocols cannot be instantiated");
            return made.IsUserDefined
                ? ctx.New(new PyInstance(made), 96)
                : throw ctx.TypeError($"Type {name} cannot be instantiated; it can be used only as a base class");
        };
        type.MakesDerivedInstances = true;
        type.Define("__class_getitem__",
            PyValue.Of(new PyClassMethod(PyValue.Of(new NativeFunction("__class_getitem__", "cls, item, /",
            (ctx, a) => ctx.New(TypeVariables.Specialize(ctx, (PyType)a[0].Ref!, a[1]), 96))))));
        return type;
    }

    private static PyValue MarkFinal(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        if (a[0].Ref is PyFunction or PyType { IsUserDefined: true }) ctx.SetAttribute(a[0], "__final__", PyValue.True);
        return a[0];
    }

    // TypedDict("Movie", {"title": str}) makes a class.
    private static PyValue NewTypedDict(RunContext ctx, PyType type, Arguments a)
    {
        if (type != TypedDict || a.PositionalCount != 2) return Types.Dict.New!(ctx, Types.Dict, a);
        var body = new PyDict();
        body.SetText("__annotations__", a.Values[1]);
        return PyValue.Of(
            DeriveTypedDict(ctx, new ClassDefinition(ctx.Str(a.Values[0]), [TypedDict], body, a.KeywordDict())));
    }

    private static PyType DeriveTypedDict(RunContext ctx, ClassDefinition definition)
    {
        var type = new PyType(definition.Name, "__main__", [Types.Dict], PyType.Linearize(null, [Types.Dict])!);
        ctx.Meter.Allocated(type, 512);
        PyDict annotations = new(), body = definition.Namespace;
        PySet required = new(frozen: true), optional = new(frozen: true);
        foreach (var parent in definition.Bases)
        {
            if (parent.OwnAttributes.TryGetValue("__annotations__", out var inherited))
                annotations.Update(ctx, (PyDict)inherited.Ref!);
            if (parent.OwnAttributes.TryGetValue("__required_keys__", out var keys))
                required.Merge(ctx, (PySet)keys.Ref!);
            if (parent.OwnAttributes.TryGetValue("__optional_keys__", out keys)) optional.Merge(ctx, (PySet)keys.Ref!);
        }
        var total = definition.Keywords.FindText("total") is not { IsUnbound: false } given || ctx.Truth(given);
        if (body.FindText("__annotations__").Ref is PyDict own)
        {
            foreach (var (key, value) in own.ToPairs())
            {
                annotations.Set(ctx, key, value);
                var isRequired = value.Ref is PyTypingAlias { Form.Name: "Required" }
                    || (total && value.Ref is not PyTypingAlias { Form.Name: "NotRequired" });
                (isRequired ? required : optional).Add(ctx, key);
            }
        }
        (string Name, PyValue Value)[] members =
            [("__annotations__", PyValue.Of(annotations)), ("__required_keys__", PyValue.Of(required)),
                ("__optional_keys__", PyValue.Of(optional)), ("__total__", PyValue.Bool(total))];
        foreach (var (name, value) in members) type.Define(name, value);
        var create = new NativeFunction("__new__", "cls, /, *args, **kwargs", (c, a) =>
        {
            var (values, names) = Calls.Flatten(((PyTuple)a[1].Ref!).Items, (PyDict)a[2].Ref!);
            return c.Call(PyValue.Of(Types.Dict), new Arguments(values, names));
        });
        type.Define("__new__", PyValue.Of(new PyStaticMethod(PyValue.Of(create))));
        type.Derive = DeriveTypedDict;
        return type;
    }

    // NamedTuple("Point", [("x", int)]) makes a class.
    private static PyValue NewNamedTuple(RunContext ctx, PyType type, Arguments a)
    {
        var annotations = new PyDict();
        if (a.PositionalCount != 2) throw ctx.TypeError("NamedTuple() needs a name and a list of (name, type) pairs");
        foreach (var pair in ctx.ToArray(a.Values[1]))
        {
            var parts = ctx.ToArray(pair);
            if (parts.Length == 2) annotations.Set(ctx, parts[0], parts[1]);
        }
        var made =
            NamedTuples.Create(ctx, ctx.Str(a.Values[0]), [.. annotations.ToPairs().Select(p => ctx.Str(p.Key))], []);
        made.Define("__annotations__", PyValue.Of(annotations));
        return PyValue.Of(made);
    }

    private static PyType DeriveNamedTuple(RunContext ctx, ClassDefinition definition)
    {
        var annotations = definition.Namespace.FindText("__annotations__").Ref as PyDict ?? new PyDict();
        var fields = annotations.ToPairs().Select(p => p.Key.Text).ToArray();
        var defaults = new List<PyValue>();
        foreach (var field in fields)
        {
            ctx.Step();
            var value = definition.Namespace.FindText(field);
            if (!value.IsUnbound) defaults.Add(value);
            else if (defaults.Count > 0)
                throw ctx.TypeError(
                    $"Non-default namedtuple field {field} cannot follow default field{(defaults.Count > 1 ? "s" : "")} {string.Join(", ", fields.Where(f => !definition.Namespace.FindText(f).IsUnbound).TakeWhile(f => f != field))}");
        }
        var type = NamedTuples.Create(ctx, definition.Name, fields, [.. defaults]);
        type.Define("__annotations__", PyValue.Of(annotations));
        foreach (var (key, value) in definition.Namespace.ToPairs())
        {
            if (!fields.Contains(key.Text) && key.Text is not ("__module__" or "__qualname__"))
                type.Define(key.Text, value);
        }
        return type;
    }
}
