using Punie.Python.Builtins;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Modules.Typing;

/// <summary>A value that <c>isinstance</c> takes as its second argument.</summary>
internal interface IInstanceCheck
{
    bool Matches(RunContext ctx, PyType type, string function);
}

/// <summary>A name of <c>typing</c> that takes subscripts, as <c>List</c> or <c>Optional</c>.</summary>
internal sealed class PyTypingForm(string name, PyType? origin)
    : PyObject(origin is null ? FormType : AliasType), IInstanceCheck
{
    internal static readonly PyType AliasType = PyType.Native("_SpecialGenericAlias", "typing");

    private static readonly PyType FormType = PyType.Native("_SpecialForm", "typing");

    internal string Name { get; } = name;

    /// <summary>The class that it stands for; null for forms such as <c>Union</c>.</summary>
    internal PyType? Origin { get; } = origin;

    internal override bool IsCallable => true;

    internal override string Repr(RunContext ctx) => $"{Module}.{Name}";

    internal string Module => Name is "InitVar" or "KW_ONLY" ? "dataclasses" : "typing";

    internal override PyValue GetItem(RunContext ctx, PyValue key)
    {
        if (Origin is null && Name is "Any" or "NoReturn" or "Never" or "Self" or "LiteralString" or "TypeAlias")
            throw ctx.TypeError($"typing.{Name} is not subscriptable");
        return ctx.New(PyTypingAlias.Make(ctx, this, key), 96);
    }

    internal override PyValue Call(RunContext ctx, Arguments arguments)
    {
        if (Name == "Any") throw ctx.TypeError("Any cannot be instantiated");
        if (Origin is null) throw ctx.TypeError($"Cannot instantiate typing.{Name}");
        if (Name is "List" or "Dict" or "Set" or "FrozenSet" or "Tuple" or "Type")
            throw ctx.TypeError($"Type {Name} cannot be instantiated; use {Origin.Name}() instead");
        return ctx.Call(PyValue.Of(Origin), arguments);
    }

    internal override PyType? AsBase(RunContext ctx) => Origin;

    internal override PyValue Binary(RunContext ctx, BinaryOperator op, PyValue other, bool reflected) =>
        op == BinaryOperator.BitOr
            ? PyTypingAlias.Union(ctx, reflected ? [other, AsValue] : [AsValue, other])
            : PyValue.NotImplemented;

    internal override PyValue FindAttribute(RunContext ctx, string name) => name switch
    {
        "__origin__" when Origin is not null => PyValue.Of(Origin),
        "__name__" or "_name" => PyValue.Str(Name),
        "__module__" => PyValue.Str("typing"),
        _ => base.FindAttribute(ctx, name),
    };

    public bool Matches(RunContext ctx, PyType type, string function)
    {
        if (Name == "Any") throw ctx.TypeError($"typing.Any cannot be used with {function}()");
        return Origin is null
            ? throw ctx.TypeError($"typing.{Name} cannot be used with {function}()")
            : CoreFunctions.IsInstance(ctx, type, PyValue.Of(Origin), function);
    }
}

/// <summary>A form with its subscript, as <c>Optional[int]</c>.</summary>
internal sealed class PyTypingAlias(PyTypingForm form, PyValue[] arguments)
    : PyObject(form.Name is "Union" ? UnionType : form.Name == "Literal" ? LiteralType : GenericType), IInstanceCheck
{
    private static readonly PyType GenericType = PyType.Native("_GenericAlias", "typing");
    private static readonly PyType UnionType = PyType.Native("_UnionGenericAlias", "typing");
    private static readonly PyType LiteralType = PyType.Native("_LiteralGenericAlias", "typing");
    private static readonly PyTypingForm UnionForm = new("Union", null);

    internal PyTypingForm Form { get; } = form;

    internal PyValue[] Parts { get; } = arguments;

    internal override bool IsCallable => true;

    internal static PyObject Make(RunContext ctx, PyTypingForm form, PyValue key)
    {
        var parts = key.Ref is PyTuple tuple ? tuple.Items : [key];
        switch (form.Name)
        {
            case "Optional":
                if (parts.Length != 1)
                    throw ctx.TypeError($"typing.Optional requires a single type. Got {ctx.Repr(key)}.");
                return (PyObject)Union(ctx, [parts[0], PyValue.None]).Ref!;
            case "Union":
                if (parts.Length == 0) throw ctx.TypeError("Cannot take a Union of no types.");
                return (PyObject)Union(ctx, parts).Ref!;
            case "Annotated":
                return new PyTypingAlias(form, [Part(parts[0]), .. parts[1..]]);
            case "Literal":
                return new PyTypingAlias(form, Distinct(ctx, parts));
            case "Callable" when parts is [{ Ref: PyList inputs }, var result]:
                return new PyTypingAlias(form, [.. inputs.AsSpan().ToArray().Select(Part), Part(result)]);
            case "List" or "Set" or "FrozenSet" or "Type" or "Deque" or "Counter" or "Iterable" or "Iterator"
                or "Sequence" when parts.Length != 1:
                throw ctx.TypeError(
                    $"Too {(parts.Length > 1 ? "many" : "few")} arguments for typing.{form.Name}; "
                    + $"actual {parts.Length}, expected 1");
            case "Dict" or "DefaultDict" or "Mapping" when parts.Length != 2:
                throw ctx.TypeError(
                    $"Too {(parts.Length > 2 ? "many" : "few")} arguments for typing.{form.Name}; "
                    + $"actual {parts.Length}, expected 2");
            default:
                return new PyTypingAlias(form, [.. parts.Select(Part)]);
        }
    }

    /// <summary>Flat, each type once; one type alone is itself.</summary>
    internal static PyValue Union(RunContext ctx, PyValue[] parts)
    {
        var flat = new List<PyValue>();
        foreach (var part in parts.Select(Part).SelectMany(Flat))
        {
            ctx.Step();
            if (!flat.Exists(f => ctx.AreEqual(f, part))) flat.Add(part);
        }
        return flat.Count == 1 ? flat[0] : ctx.New(new PyTypingAlias(UnionForm, [.. flat]), 96);
    }

    // True and 1 are equal, and two values nevertheless.
    private static PyValue[] Distinct(RunContext ctx, PyValue[] values)
    {
        var found = new List<PyValue>();
        foreach (var value in values)
        {
            ctx.Step();
            if (!found.Exists(f => f.Type == value.Type && ctx.AreEqual(f, value))) found.Add(value);
        }
        return [.. found];
    }

    /// <summary>A type argument: None is its type, text a reference to a type to come.</summary>
    internal static PyValue Part(PyValue value) =>
        value.IsNone
            ? PyValue.Of(Types.NoneType) : value.Ref is string text ? PyValue.Of(new PyForwardReference(text))
            : value;

    /// <summary>As annotations show a type.</summary>
    internal static string Show(RunContext ctx, PyValue value) => value.Ref switch
    {
        PyType { Module: "builtins" } type => type.QualifiedName,
        PyType type => $"{type.Module}.{type.QualifiedName}",
        PyFunction function => function.Name,
        _ when ReferenceEquals(value.Ref, PyTag.Ellipsis) => "...",
        _ => ctx.Repr(value),
    };

    internal override string Repr(RunContext ctx)
    {
        if (Form.Name == "Union" && Parts.Length == 2 && Array.FindIndex(Parts, IsNoneType) is var none and >= 0)
            return $"typing.Optional[{Show(ctx, Parts[1 - none])}]";
        if (Form.Name == "Literal") return $"typing.Literal[{string.Join(", ", Parts.Select(ctx.Repr))}]";
        if (Form.Name == "Annotated")
            return $"typing.Annotated[{Show(ctx, Parts[0])}, {string.Join(", ", Parts[1..].Select(ctx.Repr))}]";
        if (Form.Name == "Callable" && !(Parts.Length == 2 && ReferenceEquals(Parts[0].Ref, PyTag.Ellipsis)))
            return $"typing.Callable[[{string.Join(", ", Parts[..^1].Select(p => Show(ctx, p)))}], {Show(ctx, Parts[^1])}]";
        return $"{Form.Module}.{Form.Name}[{(Parts.Length == 0 ? "()" : string.Join(", ", Parts.Select(p => Show(ctx, p))))}]";
    }

    internal override PyValue Call(RunContext ctx, Arguments arguments) =>
        Form.Origin is { } origin
            ? ctx.Call(PyValue.Of(origin), arguments)
            : throw ctx.TypeError($"Cannot instantiate typing.{Form.Name}");

    internal override PyType? AsBase(RunContext ctx) => Form.Origin;

    internal override long Hash(RunContext ctx)
    {
        var hash = Hashing.OfText(Form.Name);
        foreach (var part in Parts) hash ^= part.Ref is PyList ? 0 : ctx.Hash(part);
        return hash;
    }

    internal override PyValue Compare(RunContext ctx, CompareOperator op, PyValue other)
    {
        if (op is not (CompareOperator.Eq or CompareOperator.NotEq)) return PyValue.NotImplemented;
        var parts =
            other.Ref switch
            {
                PyTypingAlias alias when alias.Form.Name == Form.Name => alias.Parts,
                PyUnionType union when Form.Name == "Union" => [.. Flat(PyValue.Of(union))],
                _ => null
            };
        if (parts is null) return PyValue.NotImplemented;
        var equal = parts.Length == Parts.Length && (Form.Name is "Union" or "Literal"
            ? Array.TrueForAll(Parts, p => Array.Exists(parts, q => ctx.AreEqual(p, q)))
            : parts.Zip(Parts).All(p => ctx.AreEqual(p.First, p.Second)));
        return PyValue.Bool(equal == (op == CompareOperator.Eq));
    }

    internal override PyValue Binary(RunContext ctx, BinaryOperator op, PyValue other, bool reflected) =>
        op == BinaryOperator.BitOr
            ? Union(ctx, reflected ? [other, AsValue] : [AsValue, other])
            : PyValue.NotImplemented;

    internal override PyValue FindAttribute(RunContext ctx, string name) => name switch
    {
        "__origin__" =>
            Form.Origin is { } origin ? PyValue.Of(origin) : Form.Name == "Annotated" ? Parts[0] : PyValue.Of(Form),
        "__args__" => ctx.NewTuple(Form.Name == "Annotated" ? [Parts[0]] : Parts),
        "__metadata__" when Form.Name == "Annotated" => ctx.NewTuple(Parts[1..]),
        "__name__" or "_name" => PyValue.Str(Form.Name),
        "__parameters__" => TypeVariables.Tuple(ctx, Parts),
        "__module__" => PyValue.Str("typing"),
        _ => base.FindAttribute(ctx, name),
    };

    /// <summary>Types in the places of the type variables, as in <c>Dict[str, T][int]</c>.</summary>
    internal override PyValue GetItem(RunContext ctx, PyValue key)
    {
        var given = key.Ref is PyTuple tuple ? tuple.Items : [key];
        var wanted = TypeVariables.In(ctx, Parts);
        if (wanted.Count == 0) throw ctx.TypeError($"{Repr(ctx)} is not a generic class");
        if (given.Length != wanted.Count)
            throw ctx.TypeError(
                $"Too {(given.Length > wanted.Count ? "many" : "few")} arguments for {Repr(ctx)}; "
                + $"actual {given.Length}, expected {wanted.Count}");
        return TypeVariables.Replace(ctx, AsValue, wanted.Zip(given.Select(Part)).ToDictionary());
    }

    public bool Matches(RunContext ctx, PyType type, string function)
    {
        if (Form.Name != "Union")
            throw ctx.TypeError("Subscripted generics cannot be used with class and instance checks");
        return Array.Exists(Parts, p => CoreFunctions.IsInstance(ctx, type, p, function));
    }

    internal static IEnumerable<PyValue> Flat(PyValue value) => value.Ref switch
    {
        PyTypingAlias { Form.Name: "Union" } union => union.Parts,
        PyUnionType union => Flat(Part(union.Left)).Concat(Flat(Part(union.Right))),
        _ => [value],
    };

    private static bool IsNoneType(PyValue value) => ReferenceEquals(value.Ref, Types.NoneType);
}

/// <summary>The name of a type that is not known yet.</summary>
internal sealed class PyForwardReference(string text) : PyObject(ReferenceType)
{
    internal static readonly PyType ReferenceType = PyType.Native("ForwardRef", "typing");

    internal string Name { get; } = text;

    internal override string Repr(RunContext ctx) => $"ForwardRef({StringText.Repr(Name)})";

    internal override long Hash(RunContext ctx) => Hashing.OfText(Name);

    internal override PyValue Compare(RunContext ctx, CompareOperator op, PyValue other) =>
        op is CompareOperator.Eq or CompareOperator.NotEq && other.Ref is PyForwardReference right
            ? PyValue.Bool((right.Name == Name) == (op == CompareOperator.Eq))
            : PyValue.NotImplemented;

    internal override PyValue FindAttribute(RunContext ctx, string name) =>
        name == "__forward_arg__" ? PyValue.Str(Name) : base.FindAttribute(ctx, name);
}

/// <summary>A <c>TypeVar</c> or <c>ParamSpec</c>.</summary>
internal sealed class PyTypeVariable(string name, PyType type, char variance) : PyObject(type)
{
    internal static readonly PyType VariableType = PyType.Native("TypeVar", "typing");
    internal static readonly PyType SpecificationType = PyType.Native("ParamSpec", "typing");

    internal PyValue[] Constraints { get; init; } = [];

    internal PyValue Bound { get; init; } = PyValue.None;

    internal override string Repr(RunContext ctx) => variance + name;

    internal override PyValue Binary(RunContext ctx, BinaryOperator op, PyValue other, bool reflected) =>
        op == BinaryOperator.BitOr
            ? PyTypingAlias.Union(ctx, reflected ? [other, AsValue] : [AsValue, other])
            : PyValue.NotImplemented;

    internal override PyValue FindAttribute(RunContext ctx, string attribute) => attribute switch
    {
        "__name__" => PyValue.Str(name),
        "__bound__" => Bound,
        "__constraints__" => ctx.NewTuple(Constraints),
        "args" or "kwargs" when Type == SpecificationType => ctx.Text($"{name}.{attribute}"),
        _ => base.FindAttribute(ctx, attribute),
    };
}

/// <summary>A <c>NewType</c>: a function that gives back its argument.</summary>
internal sealed class PyNewType(string name, PyValue super) : PyObject(NewTypeType)
{
    internal static readonly PyType NewTypeType = PyType.Native("NewType", "typing");

    internal override bool IsCallable => true;

    internal override string Repr(RunContext ctx) => $"__main__.{name}";

    internal override PyValue Call(RunContext ctx, Arguments arguments) =>
        arguments.Values.Length == 1
            ? arguments.Values[0]
            : throw ctx.TypeError(
                $"NewType.__call__() takes 2 positional arguments but {arguments.Values.Length + 1} were given");

    internal override PyValue FindAttribute(RunContext ctx, string attribute) => attribute switch
    {
        "__name__" or "__qualname__" => PyValue.Str(name),
        "__supertype__" => super,
        "__module__" => PyValue.Str("__main__"),
        _ => base.FindAttribute(ctx, attribute),
    };
}
