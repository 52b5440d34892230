using Punie.Python.Sandbox.Runtime;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Sandbox.Objects;

/// <summary><c>T</c> of <c>def f[T](…)</c> or <c>class Box[T]</c>: a name for type checkers.</summary>
internal sealed class PyTypeParameter(string name, TypeParameterKind kind) : PyObject(kind switch
{
    TypeParameterKind.ParamSpec => SpecType,
    TypeParameterKind.TypeVarTuple => TupleType,
    _ => VarType,
})
{
    private static readonly PyType VarType = PyType.Native("TypeVar", "typing");
    private static readonly PyType SpecType = PyType.Native("ParamSpec", "typing");
    private static readonly PyType TupleType = PyType.Native("TypeVarTuple", "typing");

    internal override string Repr(RunContext ctx) => name;

    internal override PyValue FindAttribute(RunContext ctx, string attribute) => attribute switch
    {
        "__name__" => PyValue.Str(name),
        "args" or "kwargs" when kind == TypeParameterKind.ParamSpec => AsValue,
        _ => base.FindAttribute(ctx, attribute),
    };

    internal override PyIterator? Iterate(RunContext ctx) =>
        kind == TypeParameterKind.TypeVarTuple ? new PyTupleIterator([AsValue]) : null;

    internal override PyValue Binary(RunContext ctx, BinaryOperator op, PyValue other, bool reflected) =>
        op == BinaryOperator.BitOr
            ? PyValue.Of(reflected ? new PyUnionType(other, AsValue) : new PyUnionType(AsValue, other))
            : PyValue.NotImplemented;
}

/// <summary><c>type Name = value</c>.</summary>
internal sealed class PyTypeAlias(string name, PyValue value, PyValue parameters) : PyObject(AliasType)
{
    private static readonly PyType AliasType = PyType.Native("TypeAliasType", "typing");

    internal override string Repr(RunContext ctx) => name;

    internal override PyValue GetItem(RunContext ctx, PyValue key)
    {
        var parts = key.Ref is PyTuple tuple ? tuple.Items : [key];
        var shown = string.Join(", ", parts.Select(p => p.Ref is PyType type ? type.DisplayName : ctx.Repr(p)));
        return ctx.New(new PyTypeAlias($"{name}[{shown}]", value, parameters), 64);
    }

    internal override PyValue FindAttribute(RunContext ctx, string attribute) => attribute switch
    {
        "__name__" => PyValue.Str(name),
        "__value__" => value,
        "__type_params__" => parameters,
        _ => base.FindAttribute(ctx, attribute),
    };

    internal override PyValue Binary(RunContext ctx, BinaryOperator op, PyValue other, bool reflected) =>
        op == BinaryOperator.BitOr
            ? PyValue.Of(reflected ? new PyUnionType(other, AsValue) : new PyUnionType(AsValue, other))
            : PyValue.NotImplemented;
}
