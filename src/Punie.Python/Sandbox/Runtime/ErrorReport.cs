using Punie.Python.Sandbox.Compiling;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Syntax;

namespace Punie.Python.Sandbox.Runtime;

/// <summary>Describes an uncaught exception for the host.</summary>
internal static class ErrorReport
{
    internal static ScriptError Of(SourceText source, string type, string message, int offset)
    {
        var place = source.PositionOf(Math.Clamp(offset, 0, source.Text.Length));
        var frame = new ScriptFrame("<module>", place.Line, place.Column, source.LineText(place.Line));
        return new ScriptError(type, message, place.Line, place.Column) { Frames = [frame], IsSyntax = true };
    }

    /// <summary>What a program is told when the sandbox fails.</summary>
    internal static ScriptError Fault(RunContext ctx) =>
        Bare(ctx, "SystemError", "the sandbox cannot run this part of the program; write it another way");

    /// <summary>Type and place alone: for an exception that cannot be shown.</summary>
    internal static ScriptError Bare(RunContext ctx, string type, string message) =>
        ctx.Program is { } unit
            ? Of(unit.Source, type, message, ctx.Position) with { IsSyntax = false }
            : new ScriptError(type, message, 0, 0);

    /// <summary>The exception with the chain behind it and the members of groups.</summary>
    internal static ScriptError Of(RunContext ctx, ProgramUnit unit, PyException exception) =>
        Of(ctx, unit, exception, []);

    // An exception can be in its own chain; it is shown once.
    private static ScriptError Of(RunContext ctx, ProgramUnit unit, PyException exception, HashSet<PyException> shown)
    {
        shown.Add(exception);
        ctx.Enter();
        ctx.Step();
        var frames = new List<ScriptFrame>();
        foreach (var entry in exception.Trace ?? [])
        {
            if (entry.Depth >= exception.CaughtAt) frames.Add(Frame(unit, entry.Offset));
        }
        var last = frames.Count > 0 ? frames[^1] : null;
        var type = exception.Type.Module is "builtins" or "__main__"
            ? exception.Type.QualifiedName
            : exception.Type.DisplayName;
        var earlier = exception.Cause ?? (exception.HidesContext ? null : exception.Context);
        var error = new ScriptError(type, Message(ctx, exception), last?.Line ?? 0, last?.Column ?? 0)
        {
            Suggestion = exception.Suggestion,
            Frames = frames,
            Notes = exception.Notes is null ? [] : [.. exception.Notes.AsSpan().ToArray().Select(n => ctx.Str(n))],
            Earlier = earlier is null || shown.Contains(earlier) ? null : Of(ctx, unit, earlier, shown),
            IsCausedByEarlier = exception.Cause is not null,
            Members = exception.Type.IsSubclassOf(Builtins.ExceptionTypes.BaseExceptionGroup)
                && exception.Arguments.Length == 2 ? Members(ctx, unit, exception, shown) : [],
        };
        ctx.Leave();
        return error;
    }

    private static ScriptError[] Members(RunContext ctx, ProgramUnit unit, PyException group,
        HashSet<PyException> shown) =>
        [.. ctx.ToArray(group.Arguments[1]).Select(m => m.Ref).OfType<PyException>().Where(m => !shown.Contains(m))
            .Select(m => Of(ctx, unit, m, shown))];

    private static ScriptFrame Frame(ProgramUnit unit, int offset)
    {
        var place = unit.Source.PositionOf(Math.Clamp(offset, 0, unit.Source.Text.Length));
        return new ScriptFrame(unit.FunctionAt(offset), place.Line, place.Column, unit.Source.LineText(place.Line));
    }

    private static string Message(RunContext ctx, PyException exception)
    {
        var mark = ctx.Mark();
        try
        {
            return ctx.Str(exception.AsValue);
        }
        catch (PyRaise)
        {
            ctx.Unwind(mark);
            return "<exception str() failed>";
        }
    }
}
