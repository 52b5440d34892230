using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Sandbox.Objects;

/// <summary><c>e.__traceback__</c>: it exists and knows its line; frames stay hidden.</summary>
internal sealed class PyTraceback(TraceEntry entry) : PyObject(TracebackType)
{
    private static readonly PyType TracebackType = PyType.Native("traceback");

    /// <summary>The frame that caught the exception; <c>None</c> where it was never raised.</summary>
    internal static PyValue Of(RunContext ctx, PyException exception)
    {
        if (exception.Trace is not { Length: > 0 } entries) return PyValue.None;
        var first = Array.FindIndex(entries, e => e.Depth >= exception.CaughtAt);
        return ctx.New(new PyTraceback(entries[Math.Max(0, first)]), 48);
    }

    internal override PyValue FindAttribute(RunContext ctx, string name) =>
        name == "tb_lineno" ? PyValue.Int(ctx.Program.Source.PositionOf(entry.Offset).Line) : base.FindAttribute(ctx, name);
}
