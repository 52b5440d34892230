using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules;

/// <summary>The native part of <c>traceback</c>.</summary>
internal static class TracebackModule
{
    internal static PyModule Load(RunContext ctx) =>
        Library.LibraryModule.Load(ctx, "traceback", NativeModule.Make(
            "traceback",
            [
                new NativeFunction("_handled", "", (c, _) => c.Handled is { } error ? PyValue.Of(error) : PyValue.None),
                new NativeFunction("_text", "exc, chain, /", Text),
                new NativeFunction("_frames", "tb, /", Frames),
            ]));

    private static PyValue Text(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        if (a[0].Ref is not PyException exception)
            throw ctx.TypeError($"Exception expected for value, {a[0].TypeName} found");
        var error = ErrorReport.Of(ctx, ctx.Program, exception);
        return ctx.Text(TracebackText.WithoutSource(ctx.Truth(a[1]) ? error : error with { Earlier = null }) + "\n");
    }

    // Function name and line of each frame.
    private static PyValue Frames(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        if (a[0].Ref is not PyTraceback trace) return ctx.NewList([]);
        var source = ctx.Program.Source;
        return ctx.NewList(
            [.. trace.Entries.Select(e =>
                ctx.NewTuple(
                [PyValue.Str(ctx.Program.FunctionAt(e.Offset)), PyValue.Int(source.PositionOf(e.Offset).Line)]))]);
    }
}
