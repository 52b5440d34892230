using Punie.Python.Builtins;
using Punie.Python.Builtins.Methods;
using Punie.Python.Modules.Collections;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Sandbox.Suspension;

namespace Punie.Python.Modules;

/// <summary><c>copy</c>.</summary>
internal static class CopyModule
{
    private static readonly PyType ErrorType = PyType.Native("Error", "copy", ExceptionTypes.Exception);

    internal static PyModule Load(RunContext ctx) => NativeModule.Make(
        "copy",
        [
            new NativeFunction("copy", "x", (c, a) => Shallow(c, a[0])),
            new NativeFunction("deepcopy", "x, memo=None", (c, a) =>
                a[1].Ref is PyDict memo ? DeepCopier.Of(c, memo).Copy(a[0]) : DeepCopy(c, a[0])),
            new NativeFunction("replace", "obj, /, **changes", (c, a) =>
                throw c.Error(ExceptionTypes.NotImplementedError,
                "copy.replace() is not available here: use dataclasses.replace(obj, name=value)")),
        ],
        ("Error", PyValue.Of(ErrorType)), ("error", PyValue.Of(ErrorType)));

    internal static PyValue DeepCopy(RunContext ctx, PyValue value) => DeepCopier.Of(ctx, ctx.NewDict()).Copy(value);

    private static PyValue Shallow(RunContext ctx, PyValue value)
    {
        switch (value.Ref)
        {
            case PyList: return ctx.NewList(ctx.ToArray(value));
            case PyDict dict: return PyValue.Of(DictMethods.Copy(ctx, dict));
            case PySet { IsFrozen: false } set: return ctx.New(set.Copy(ctx, frozen: false));
            case PyDeque: return ctx.CallMethod(value, "copy");
            case PyByteArray bytes: return ctx.New(new PyByteArray([.. bytes.Content]));
            case PyInstance instance: return ShallowInstance(ctx, instance);
            case PyGenerator: throw ctx.TypeError($"cannot pickle '{value.TypeName}' object");
            default: return value;
        }
    }

    private static PyValue ShallowInstance(RunContext ctx, PyInstance instance)
    {
        if (instance.Special(ctx, "__copy__", [], out var own)) return own;
        if (instance.Type.TryLookup("_member_map_", out _)) return instance.AsValue;
        if (Reduction.Of(ctx, instance) is { } reduced) return reduced.Build(ctx, v => v);
        if (instance is PyException error)
        {
            var again = new PyException(error.Type, error.Arguments);
            foreach (var name in error.OwnNames()) again.SetOwn(ctx, name, error.FindOwn(name));
            return ctx.New(again, 256);
        }
        var copy =
            new PyInstance(instance.Type)
            {
                Payload = instance.Payload.IsUnbound
            ? default
            : Shallow(ctx, instance.Payload)
            };
        if (Reduction.TryState(ctx, instance, out var state)) Reduction.SetState(ctx, copy, state);
        else foreach (var name in instance.OwnNames().ToArray()) copy.SetOwn(ctx, name, instance.FindOwn(name));
        return ctx.New(copy, 96);
    }
}
