using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Sandbox.Objects;

/// <summary>
/// A value on the heap. Each virtual member is one Python protocol; the default says that it is not supported.
/// </summary>
/// <remarks>Call the protocols through the extension methods of <c>Runtime</c> (<c>ctx.Repr(value)</c>), which also
/// handle text and unboxed numbers. Overrides that recurse into other values call those, which guard the
/// depth.</remarks>
internal abstract class PyObject(PyType type)
{
    internal PyType Type { get; private protected set; } = type;

    internal PyValue AsValue => new(this, 0);

    internal virtual string Repr(RunContext ctx) => $"<{Type.DisplayName} object at 0x{ctx.Identity(this):x12}>";

    internal virtual string Text(RunContext ctx) => Repr(ctx);

    /// <summary>True where <c>str</c> is not made of <c>repr</c>.</summary>
    internal virtual bool HasOwnText => false;

    internal virtual string Format(RunContext ctx, string spec) =>
        spec.Length == 0
            ? Text(ctx)
            : throw ctx.TypeError($"unsupported format string passed to {Type.ErrorName}.__format__");

    internal virtual bool Truth(RunContext ctx) => true;

    internal virtual long Hash(RunContext ctx) => ctx.Identity(this) >> 4;

    /// <summary>One of the six orderings, or <see cref="PyValue.NotImplemented"/>.</summary>
    internal virtual PyValue Compare(RunContext ctx, CompareOperator op, PyValue other) => PyValue.NotImplemented;

    /// <summary>Unbound where the value has no length.</summary>
    internal virtual PyValue Length(RunContext ctx) => default;

    /// <summary>Null where the value cannot be iterated.</summary>
    internal virtual PyIterator? Iterate(RunContext ctx) => null;

    /// <summary>Null where the type has no own test; iteration is used then.</summary>
    internal virtual bool? Contains(RunContext ctx, PyValue item) => null;

    internal virtual PyValue GetItem(RunContext ctx, PyValue key) =>
        throw ctx.TypeError($"'{Type.ErrorName}' object is not subscriptable");

    internal virtual void SetItem(RunContext ctx, PyValue key, PyValue value) =>
        throw ctx.TypeError($"'{Type.ErrorName}' object does not support item assignment");

    internal virtual void DeleteItem(RunContext ctx, PyValue key) =>
        throw ctx.TypeError($"'{Type.ErrorName}' object doesn't support item deletion");

    internal virtual PyValue Call(RunContext ctx, Arguments arguments) =>
        throw ctx.TypeError($"'{Type.ErrorName}' object is not callable");

    /// <summary>Looks on the object and its type; unbound where there is no such attribute.</summary>
    internal virtual PyValue FindAttribute(RunContext ctx, string name) => Attributes.FindOnType(ctx, AsValue, name);

    internal virtual void SetAttribute(RunContext ctx, string name, PyValue value) =>
        throw Attributes.NotWritable(ctx, AsValue, name);

    internal virtual void DeleteAttribute(RunContext ctx, string name) =>
        throw Attributes.NotWritable(ctx, AsValue, name);

    /// <summary>
    /// What the value gives when it is a class attribute and read through an instance (or unbound: the class).
    /// </summary>
    internal virtual PyValue BindTo(RunContext ctx, PyValue self, PyType type) => AsValue;

    /// <summary>
    /// <c>this op other</c>, or <c>other op this</c> when reflected; or <see cref="PyValue.NotImplemented"/>.
    /// </summary>
    internal virtual PyValue Binary(RunContext ctx, BinaryOperator op, PyValue other, bool reflected) =>
        PyValue.NotImplemented;

    /// <summary><c>this op= other</c> where that differs from <c>this op other</c>.</summary>
    internal virtual PyValue InPlace(RunContext ctx, BinaryOperator op, PyValue other) => PyValue.NotImplemented;

    /// <summary><c>-x</c>, <c>+x</c> or <c>~x</c>; or <see cref="PyValue.NotImplemented"/>.</summary>
    internal virtual PyValue Unary(RunContext ctx, UnaryOperator op) => PyValue.NotImplemented;

    internal virtual bool IsCallable => false;

    /// <summary>The class that stands for this value in a list of bases; null where it cannot stand there.</summary>
    internal virtual PyType? AsBase(RunContext ctx) => null;

    /// <summary>Names for <c>dir</c> and for the nearest-name hint.</summary>
    internal virtual IEnumerable<string> AttributeNames() => Type.AllNames();
}

/// <summary>Something with <c>__next__</c>; a step costs no exception.</summary>
internal abstract class PyIterator(PyType type) : PyObject(type)
{
    /// <summary>False at the end, and from then on.</summary>
    internal abstract bool Next(RunContext ctx, out PyValue value);

    internal override PyIterator? Iterate(RunContext ctx) => this;
}
