using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Sandbox.Natives;

/// <summary>An attribute of a native type that is computed, as <c>date.year</c>.</summary>
internal sealed class NativeProperty(string name, Func<RunContext, PyValue, PyValue> read) : PyObject(Types.Property)
{
    internal string Name { get; } = name;

    internal PyValue Read(RunContext ctx, PyValue self) => read(ctx, self);
}
