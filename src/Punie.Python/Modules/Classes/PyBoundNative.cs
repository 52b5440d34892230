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
    /// <summary>The class whose instances it takes; null where it takes any value.</summary>
    internal PyType? Owner { get; init; }

    private readonly PyValue _function = PyValue.Of(new NativeFunction(name, signature, body));

    internal override bool IsCallable => true;

    internal override string Repr(RunContext ctx) => $"<function {name} at 0x{ctx.Identity(this):x12}>";

    internal override PyValue Call(RunContext ctx, Arguments arguments)
    {
        if (arguments.PositionalCount > 0) Check(ctx, arguments.Values[0]);
        return ctx.Call(_function, arguments);
    }

    internal override PyValue BindTo(RunContext ctx, PyValue self, PyType type)
    {
        if (self.IsUnbound) return AsValue;
        Check(ctx, self);
        return ctx.New(new PyMethod(self, _function), 40);
    }

    internal override PyValue FindAttribute(RunContext ctx, string attribute) =>
        attribute is "__name__" or "__qualname__" ? PyValue.Str(name) : base.FindAttribute(ctx, attribute);

    /// <summary>Adds the method to a class.</summary>
    internal static void Define(PyType type, string name, string signature, NativeCall body) =>
        type.Define(name, PyValue.Of(new PyBoundNative(name, signature, body) { Owner = type }));

    private void Check(RunContext ctx, PyValue self)
    {
        if (Owner is null || self.Type.IsSubclassOf(Owner)) return;
        throw ctx.TypeError($"descriptor '{name}' requires a '{Owner.Name}' object but received a '{self.TypeName}'");
    }
}
