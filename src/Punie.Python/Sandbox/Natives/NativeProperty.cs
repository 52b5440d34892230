using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Sandbox.Natives;

/// <summary>An attribute of a native type that is computed, as <c>date.year</c>.</summary>
internal sealed class NativeProperty(string name, Func<RunContext, PyValue, PyValue> read) : PyObject(Types.Property)
{
    internal string Name { get; } = name;

    /// <summary>How it shows itself, where it is not as a property.</summary>
    internal string? Shown { get; init; }

    /// <summary>What an assignment is told; null for the usual words.</summary>
    internal string? NotSettable { get; init; }

    internal string? Documentation { get; init; }

    internal override string Repr(RunContext ctx) => Shown ?? base.Repr(ctx);

    internal override PyValue FindAttribute(RunContext ctx, string attribute) =>
        attribute == "__doc__" && Documentation is not null
            ? PyValue.Str(Documentation)
            : base.FindAttribute(ctx, attribute);

    internal PyValue Read(RunContext ctx, PyValue self) => read(ctx, self);
}
