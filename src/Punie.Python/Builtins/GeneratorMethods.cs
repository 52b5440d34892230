using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Sandbox.Suspension;

namespace Punie.Python.Builtins;

/// <summary><c>send</c>, <c>throw</c> and <c>close</c>.</summary>
internal static class GeneratorMethods
{
    internal static void Define() => Types.Generator.Define(
        new NativeFunction("send", "self, value, /", (ctx, a) => Resume(ctx, a[0], a[1], null)),
        new NativeFunction("throw", "self, typ, val=None, tb=None, /", (ctx, a) => Resume(ctx, a[0], PyValue.None, ToException(ctx, a[1], a[2]))),
        new NativeFunction("close", "self, /", Close));

    /// <summary>An exception to raise, from a class or an instance, as <c>raise</c> takes it.</summary>
    internal static PyException ToException(RunContext ctx, PyValue value, PyValue argument = default)
    {
        if (value.Ref is PyException exception) return exception;
        if (value.Ref is not PyType type || !type.IsSubclassOf(ExceptionTypes.BaseException)) throw ctx.TypeError("exceptions must derive from BaseException");
        var made = argument.IsUnbound || argument.IsNone ? ctx.Call(value, []) : ctx.Call(value, [argument]);
        return made.Ref as PyException
            ?? throw ctx.TypeError($"calling {ctx.Repr(value)} should have returned an instance of BaseException, not {made.TypeName}");
    }

    private static PyValue Resume(RunContext ctx, PyValue self, PyValue sent, PyException? thrown) =>
        ((PyGenerator)self.Ref!).Body.Resume(ctx, sent, thrown, out var value) ? value : throw ctx.StopIteration(value);

    private static PyValue Close(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        ((PyGenerator)a[0].Ref!).Close(ctx);
        return PyValue.None;
    }
}
