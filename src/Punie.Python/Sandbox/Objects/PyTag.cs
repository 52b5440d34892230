using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Sandbox.Objects;

/// <summary>Marks a value whose content is in <see cref="PyValue.Bits"/>; the singletons are tags too.</summary>
internal sealed class PyTag : PyObject
{
    internal static readonly PyTag None = new(Types.NoneType, PyKind.None);
    internal static readonly PyTag Bool = new(Types.Bool, PyKind.Bool);
    internal static readonly PyTag Int = new(Types.Int, PyKind.Int);
    internal static readonly PyTag Float = new(Types.Float, PyKind.Float);
    internal static readonly PyTag Ellipsis = new(Types.Ellipsis, PyKind.Other);
    internal static readonly PyTag NotImplemented = new(Types.NotImplementedType, PyKind.Other);

    private PyTag(PyType type, PyKind kind) : base(type) => Kind = kind;

    internal PyKind Kind { get; }

    /// <summary>Numbers are handled before they get here: only the singletons show themselves.</summary>
    internal override string Repr(RunContext ctx) =>
        this == None ? "None" : this == Ellipsis ? "Ellipsis" : "NotImplemented";

    internal override bool Truth(RunContext ctx) => this != None;

    internal override long Hash(RunContext ctx) => 0xfca86420 + (long)Kind;
}
