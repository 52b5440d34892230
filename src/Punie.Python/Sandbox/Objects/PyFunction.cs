using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Nodes;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Sandbox.Objects;

/// <summary>A variable that an inner function shares.</summary>
internal sealed class PyCell(PyValue value) : PyObject(Types.Cell)
{
    internal PyValue Value = value;
}

/// <summary>A function that a program wrote, with its defaults and the variables it captured.</summary>
internal sealed class PyFunction(FunctionCode code, PyValue[] defaults, PyCell[] closure) : PyObject(Types.Function)
{
    private static readonly NativeFunction Binder = new("__get__", "self, instance, owner=None, /", (ctx, a) =>
        a[1].IsNone ? a[0] : ctx.New(new PyMethod(a[1], a[0]), 40));

    private PyDict? _attributes;

    internal FunctionCode Code { get; } = code;

    /// <summary>One for each parameter, in slot order; unbound where the argument is required.</summary>
    internal PyValue[] Defaults { get; } = defaults;

    internal PyCell[] Closure { get; } = closure;

    internal string Name { get; private set; } = code.Name;

    internal string QualifiedName { get; set; } = code.QualifiedName;

    internal PyDict? Annotations { get; set; }

    internal override string Repr(RunContext ctx) => $"<function {QualifiedName} at 0x{ctx.Identity(this):x12}>";

    internal override PyValue Call(RunContext ctx, Arguments arguments) => Code.Call(ctx, this, arguments);

    internal override PyValue FindAttribute(RunContext ctx, string name) => name switch
    {
        "__name__" => PyValue.Str(Name),
        "__qualname__" => PyValue.Str(QualifiedName),
        "__doc__" when _attributes?.FindText(name) is not { IsUnbound: false } =>
            Code.Documentation is null ? PyValue.None : PyValue.Str(Code.Documentation),
        "__module__" => PyValue.Str("__main__"),
        "__annotations__" => PyValue.Of(Annotations ??= new PyDict()),
        "__dict__" => PyValue.Of(_attributes ??= new PyDict()),
        "__defaults__" => Code.DefaultsTuple(this),
        "__kwdefaults__" => Code.KeywordDefaults(ctx, this),
        "__get__" => PyValue.Of(new PyMethod(AsValue, PyValue.Of(Binder))),
        _ => _attributes?.FindText(name) is { IsUnbound: false } own ? own : base.FindAttribute(ctx, name),
    };

    internal override void SetAttribute(RunContext ctx, string name, PyValue value)
    {
        if (name == "__name__" && value.Ref is string text) Name = text;
        else if (name == "__qualname__" && value.Ref is string qualified) QualifiedName = qualified;
        else if (name == "__annotations__" && value.Ref is PyDict annotations) Annotations = annotations;
        else if (name is not ("__dict__" or "__defaults__" or "__code__" or "__globals__" or "__closure__"))
            (_attributes ??= new PyDict()).Set(ctx, PyValue.Str(name), value);
        else throw Attributes.NotWritable(ctx, AsValue, name);
    }

    internal override void DeleteAttribute(RunContext ctx, string name)
    {
        if (_attributes is null || !_attributes.Remove(ctx, PyValue.Str(name), out _))
            throw ctx.NoAttribute(AsValue, name);
    }
}

/// <summary>A function together with the object it was taken from.</summary>
internal sealed class PyMethod(PyValue self, PyValue function)
    : PyObject(function.Ref is NativeFunction ? Types.NativeFunction : Types.Method)
{
    internal PyValue Self { get; } = self;

    internal PyValue Function { get; } = function;

    internal override string Repr(RunContext ctx)
    {
        var name = ctx.TryGetAttribute(Function, "__qualname__", out var qualified) ? ctx.Str(qualified) : "?";
        return Function.Ref is NativeFunction native
            ? $"<built-in method {native.Name} of {Self.TypeName} object at 0x{ctx.Identity(this):x12}>"
            : $"<bound method {name} of {ctx.Repr(Self)}>";
    }

    internal override PyValue Call(RunContext ctx, Arguments arguments)
    {
        ctx.Enter();
        var result = ctx.Call(Function, new Arguments([Self, .. arguments.Values], arguments.Keywords));
        ctx.Leave();
        return result;
    }

    internal override long Hash(RunContext ctx) =>
        ctx.Identity(Function.Ref!) ^ (Self.Ref is { } self ? ctx.Identity(self) << 3 : 0);

    internal override PyValue Compare(RunContext ctx, CompareOperator op, PyValue other)
    {
        if (other.Ref is not PyMethod right || op is not (CompareOperator.Eq or CompareOperator.NotEq))
            return PyValue.NotImplemented;
        var equal = PyValue.Same(Self, right.Self) && PyValue.Same(Function, right.Function);
        return PyValue.Bool(equal == (op == CompareOperator.Eq));
    }

    internal override PyValue FindAttribute(RunContext ctx, string name) => name switch
    {
        "__self__" when Function.Ref is PyFunction => Self,
        "__func__" => Function,
        "__self__" when Function.Ref is NativeFunction => Self,
        "__class__" => PyValue.Of(Type),
        _ => ctx.FindAttribute(Function, name),
    };
}
