using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Sandbox.Objects;

/// <summary><c>e.__traceback__</c>: lines and function names, without any access to frames.</summary>
internal sealed class PyTraceback(TraceEntry[] entries, int first) : PyObject(TracebackType)
{
    internal static readonly PyType TracebackType = PyType.Native("traceback");

    private static readonly RecordType Frame = new("frame", ["f_lineno", "f_code"]);
    private static readonly RecordType CodeObject = new("code", ["co_name", "co_filename"]);

    /// <summary>The frames from the one that caught the exception; <c>None</c> where it was never raised.</summary>
    internal static PyValue Of(RunContext ctx, PyException exception)
    {
        if (exception.Trace is not { Length: > 0 } entries) return PyValue.None;
        var first = Array.FindIndex(entries, e => e.Depth >= exception.CaughtAt);
        return ctx.New(new PyTraceback(entries, Math.Max(0, first)), 48);
    }

    internal override PyValue FindAttribute(RunContext ctx, string name)
    {
        var line = ctx.Program.Source.PositionOf(entries[first].Offset).Line;
        return name switch
        {
            "tb_lineno" => PyValue.Int(line),
            "tb_next" => first + 1 < entries.Length ? ctx.New(new PyTraceback(entries, first + 1), 48) : PyValue.None,
            "tb_frame" => PyValue.Of(new PyRecord(Frame, [PyValue.Int(line), Code(ctx)])),
            _ => base.FindAttribute(ctx, name),
        };
    }

    private PyValue Code(RunContext ctx) =>
        PyValue.Of(new PyRecord(CodeObject, [PyValue.Str(ctx.Program.FunctionAt(entries[first].Offset)), PyValue.Str("main.py")]));
}
