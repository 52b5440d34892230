using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules.Classes;

/// <summary>
/// A native method on a class made at run time: it gets the instance itself, not the built-in value inside.
/// </summary>
internal sealed class PyBoundNative(string name, string signature, NativeCall body) : PyObject(Types.Function)
{
    private readonly PyValue _function = PyValue.Of(new NativeFunction(name, signature, body));

    internal override bool IsCallable => true;

    internal override string Repr(RunContext ctx) => $"<function {name} at 0x{ctx.Identity(this):x12}>";

    internal override PyValue Call(RunContext ctx, Arguments arguments) => ctx.Call(_function, arguments);

    internal override PyValue BindTo(RunContext ctx, PyValue self, PyType type) =>
        self.IsUnbound ? AsValue : ctx.New(new PyMethod(self, _function), 40);

    internal override PyValue FindAttribute(RunContext ctx, string attribute) =>
        attribute is "__name__" or "__qualname__" ? PyValue.Str(name) : base.FindAttribute(ctx, attribute);

    /// <summary>Adds the method to a class.</summary>
    internal static void Define(PyType type, string name, string signature, NativeCall body) =>
        type.Define(name, PyValue.Of(new PyBoundNative(name, signature, body)));
}
