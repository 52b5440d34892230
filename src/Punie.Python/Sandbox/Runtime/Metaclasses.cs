using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;

namespace Punie.Python.Sandbox.Runtime;

/// <summary>Finds and calls the class of a new class.</summary>
internal static class Metaclasses
{
    /// <summary>The most derived of the given one and those of the bases.</summary>
    internal static PyType Choose(RunContext ctx, PyType given, PyType[] bases)
    {
        var winner = given;
        foreach (var parent in bases)
        {
            if (winner.IsSubclassOf(parent.Type)) continue;
            if (!parent.Type.IsSubclassOf(winner))
                throw ctx.TypeError(
                    "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the "
                    + "metaclasses of all its bases");
            winner = parent.Type;
        }
        return winner;
    }

    /// <summary>The dict for the class body: what <c>__prepare__</c> of the program gives, or a new one.</summary>
    internal static PyDict Prepare(RunContext ctx, ClassDefinition definition, PyType? metaclass)
    {
        if (metaclass is null || !metaclass.IsUserDefined || !metaclass.TryLookupUser("__prepare__", out var prepare))
            return new PyDict();
        var (values, names) =
            Calls.Flatten([PyValue.Str(definition.Name), Bases(ctx, definition)], definition.Keywords);
        var made = ctx.Call(Attributes.Bind(ctx, prepare, default, metaclass), new Arguments(values, names));
        return ctx.Unwrap(made).Ref as PyDict
            ?? throw ctx.TypeError($"{metaclass.Name}.__prepare__() must return a mapping, not {made.TypeName}");
    }

    /// <summary><c>metaclass(name, bases, namespace, **keywords)</c>.</summary>
    internal static PyValue Call(RunContext ctx, PyValue metaclass, ClassDefinition definition)
    {
        var (values, names) =
            Calls.Flatten([PyValue.Str(definition.Name), Bases(ctx, definition), PyValue.Of(definition.Namespace)],
            definition.Keywords);
        return ctx.Call(metaclass, new Arguments(values, names));
    }

    // CPython passes an empty tuple where no base was written.
    private static PyValue Bases(RunContext ctx, ClassDefinition definition) =>
        ctx.NewTuple(definition.Bases is [var only] && only == Types.Object
            ? []
            : [.. definition.Bases.Select(b => PyValue.Of(b))]);
}
