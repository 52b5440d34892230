using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Sandbox.Objects;

/// <summary><c>e.__traceback__</c>: it knows its line; frames stay hidden.</summary>
/// <param name="entries">The frames from the one that caught the exception to the one that raised it.</param>
/// <param name="index">This frame.</param>
internal sealed class PyTraceback(TraceEntry[] entries, int index) : PyObject(TracebackType)
{
    internal static readonly PyType TracebackType = PyType.Native("traceback");

    /// <summary>The frame that caught the exception; <c>None</c> where it was never raised.</summary>
    internal static PyValue Of(RunContext ctx, PyException exception)
    {
        if (exception.Trace is not { Length: > 0 } entries) return PyValue.None;
        var first = Array.FindIndex(entries, e => e.Depth >= exception.CaughtAt);
        return ctx.New(new PyTraceback(entries, Math.Max(0, first)), 48);
    }

    /// <summary>This frame and those inwards.</summary>
    internal IEnumerable<TraceEntry> Entries => entries.Skip(index);

    internal override PyValue FindAttribute(RunContext ctx, string name) => name switch
    {
        "tb_lineno" => PyValue.Int(ctx.Program.Source.PositionOf(entries[index].Offset).Line),
        _ => base.FindAttribute(ctx, name),
    };
}
