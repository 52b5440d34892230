using Punie.Python.Modules.Classes;
using Punie.Python.Modules.Collections;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Modules.Typing;

/// <summary>A form of <c>typing</c> that means something only to type checkers: it takes subscripts and shows itself.</summary>
internal sealed class PySpecialForm(string name) : PyObject(FormType)
{
    private static readonly PyType FormType = PyType.Native("_SpecialForm", "typing");

    internal override bool IsCallable => true;

    internal override string Repr(RunContext ctx) => name;

    internal override PyValue GetItem(RunContext ctx, PyValue key)
    {
        var parts = key.Ref is PyTuple tuple ? tuple.Items : [key];
        return ctx.New(new PySpecialForm($"{name}[{string.Join(", ", parts.Select(p => Show(ctx, p)))}]"));
    }

    internal override PyValue Call(RunContext ctx, Arguments arguments) =>
        throw ctx.TypeError($"Cannot instantiate {name}");

    internal override PyValue Binary(RunContext ctx, BinaryOperator op, PyValue other, bool reflected)
    {
        if (op != BinaryOperator.BitOr) return PyValue.NotImplemented;
        string own = Show(ctx, AsValue), right = Show(ctx, other);
        return ctx.New(new PySpecialForm(reflected ? $"typing.Union[{right}, {own}]" : $"typing.Union[{own}, {right}]"));
    }

    internal override long Hash(RunContext ctx) => Hashing.OfText(name);

    internal override PyValue Compare(RunContext ctx, CompareOperator op, PyValue other) =>
        op is CompareOperator.Eq or CompareOperator.NotEq && other.Ref is PySpecialForm right ? PyValue.Bool((right.Repr(ctx) == name) == (op == CompareOperator.Eq)) : PyValue.NotImplemented;

    private static string Show(RunContext ctx, PyValue value) => value.Ref switch
    {
        PyType { Module: "builtins" } type => type.Name,
        PyType type => type.DisplayName,
        _ when value.Ref == (object)PyTag.Ellipsis => "...",
        _ => ctx.Repr(value),
    };
}

/// <summary><c>typing</c>: annotations need no more than that the names exist.</summary>
internal static class TypingModule
{
    private static readonly string[] Forms =
    [
        "Any", "Optional", "Union", "Literal", "ClassVar", "Final", "Annotated", "Callable", "Concatenate", "TypeGuard", "TypeIs", "Required", "NotRequired", "ReadOnly",
        "Self", "Never", "NoReturn", "LiteralString", "TypeAlias", "Unpack", "List", "Dict", "Set", "FrozenSet", "Tuple", "Type", "DefaultDict", "OrderedDict", "Counter",
        "Deque", "ChainMap", "Text", "AnyStr",
    ];

    private static readonly string[] Abstract =
    [
        "Iterable", "Iterator", "Generator", "Sequence", "MutableSequence", "Mapping", "MutableMapping", "Collection", "Container", "Hashable", "Sized", "Reversible",
        "Awaitable", "Coroutine", "AsyncIterable", "AsyncIterator",
    ];

    private static readonly PyType Generic = MakeBase("Generic");
    private static readonly PyType Protocol = MakeBase("Protocol");
    private static readonly PyType TypedDict = PyType.Native("TypedDict", "typing", Types.Dict);
    private static readonly PyType NamedTuple = PyType.Native("NamedTuple", "typing");

    private static readonly NativeFunction[] Functions =
    [
        new("cast", "typ, val", (_, a) => a[1]),
        new("TypeVar", "name, *constraints, **kwargs", (ctx, a) => ctx.New(new PySpecialForm($"~{ctx.Str(a[0])}"))),
        new("ParamSpec", "name, **kwargs", (ctx, a) => ctx.New(new PySpecialForm($"~{ctx.Str(a[0])}"))),
        new("NewType", "name, tp", (_, a) => PyValue.Of(new NativeFunction(a[0].Ref as string ?? "NewType", "value, /", (_, b) => b[0]))),
        new("overload", "func", (_, a) => a[0]),
        new("final", "f", (_, a) => a[0]),
        new("override", "method, /", (_, a) => a[0]),
        new("no_type_check", "arg", (_, a) => a[0]),
        new("runtime_checkable", "cls", (_, a) => a[0]),
        new("dataclass_transform", "**kwargs", (_, _) => PyValue.Of(new NativeFunction("decorator", "cls, /", (_, b) => b[0]))),
        new("get_type_hints", "obj, **kwargs", (ctx, a) => ctx.GetAttribute(a[0], "__annotations__")),
        new("get_origin", "tp", (_, a) => a[0].Ref is PyGenericAlias alias ? PyValue.Of(alias.Origin) : PyValue.None),
        new("get_args", "tp", (ctx, a) => a[0].Ref is PyGenericAlias alias ? alias.Parameters.Ref is PyTuple ? alias.Parameters : ctx.NewTuple([alias.Parameters]) : ctx.NewTuple([])),
        new("assert_never", "arg", (ctx, a) => throw ctx.Error(Builtins.ExceptionTypes.AssertionError, $"Expected code to be unreachable, but got: {ctx.Repr(a[0])}")),
        new("assert_type", "val, typ", (_, a) => a[0]),
        new("reveal_type", "obj, /", (_, a) => a[0]),
    ];

    static TypingModule()
    {
        TypedDict.New = (ctx, type, a) => Types.Dict.New!(ctx, Types.Dict, a);
        TypedDict.Derive = DeriveTypedDict;
        NamedTuple.Derive = DeriveNamedTuple;
    }

    internal static PyModule Load(RunContext ctx) => NativeModule.Make("typing", Functions,
    [
        .. Forms.Select(f => (f, PyValue.Of(new PySpecialForm($"typing.{f}")))),
        .. AbstractTypes.All.Where(t => Abstract.Contains(t.Name)).Select(t => (t.Name, PyValue.Of(t))),
        ("TYPE_CHECKING", PyValue.False), ("Generic", PyValue.Of(Generic)), ("Protocol", PyValue.Of(Protocol)),
        ("TypedDict", PyValue.Of(TypedDict)), ("NamedTuple", PyValue.Of(NamedTuple)),
    ]);

    // A base that adds nothing; subscripts give the class itself.
    private static PyType MakeBase(string name)
    {
        var type = PyType.Native(name, "typing");
        type.New = (ctx, made, _) => made.IsUserDefined ? ctx.New(new PyInstance(made), 96) : throw ctx.TypeError($"Type {name} cannot be instantiated; it can be used only as a base class");
        type.MakesDerivedInstances = true;
        type.Define("__class_getitem__", PyValue.Of(new PyClassMethod(PyValue.Of(new NativeFunction("__class_getitem__", "cls, item, /",
            (_, a) => a[0].Ref is PyType { IsUserDefined: true } made ? PyValue.Of(new PyGenericAlias(made, a[1])) : a[0])))));
        return type;
    }

    private static PyType DeriveTypedDict(RunContext ctx, ClassDefinition definition)
    {
        var type = new PyType(definition.Name, "__main__", [Types.Dict], PyType.Linearize(null, [Types.Dict])!);
        ctx.Meter.Allocated(type, 512);
        var annotations = definition.Namespace.FindText("__annotations__");
        if (!annotations.IsUnbound) type.Define("__annotations__", annotations);
        var create = new NativeFunction("__new__", "cls, /, *args, **kwargs", (c, a) =>
        {
            var (values, names) = Calls.Flatten(((PyTuple)a[1].Ref!).Items, (PyDict)a[2].Ref!);
            return c.Call(PyValue.Of(Types.Dict), new Arguments(values, names));
        });
        type.Define("__new__", PyValue.Of(new PyStaticMethod(PyValue.Of(create))));
        type.Derive = DeriveTypedDict;
        return type;
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
            else if (defaults.Count > 0) throw ctx.TypeError($"Non-default namedtuple field {field} cannot follow default field{(defaults.Count > 1 ? "s" : "")} {string.Join(", ", fields.Where(f => !definition.Namespace.FindText(f).IsUnbound).TakeWhile(f => f != field))}");
        }
        var type = NamedTuples.Create(ctx, definition.Name, fields, [.. defaults]);
        foreach (var (key, value) in definition.Namespace.ToPairs())
        {
            if (!fields.Contains(key.Text) && key.Text is not ("__module__" or "__qualname__")) type.Define(key.Text, value);
        }
        return type;
    }
}
