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
        return new ScriptError(type, message, place.Line, place.Column) { Frames = [frame] };
    }

    internal static ScriptError Of(RunContext ctx, ProgramUnit unit, PyException exception)
    {
        var frames = new List<ScriptFrame>();
        foreach (var offset in exception.Trace ?? []) frames.Add(Frame(unit, offset));
        var last = frames.Count > 0 ? frames[^1] : null;
        var type = exception.Type.Module is "builtins" or "__main__" ? exception.Type.Name : exception.Type.DisplayName;
        return new ScriptError(type, Message(ctx, exception), last?.Line ?? 0, last?.Column ?? 0) { Suggestion = exception.Suggestion, Frames = frames };
    }

    private static ScriptFrame Frame(ProgramUnit unit, int offset)
    {
        var place = unit.Source.PositionOf(Math.Clamp(offset, 0, unit.Source.Text.Length));
        return new ScriptFrame(unit.FunctionAt(offset), place.Line, place.Column, unit.Source.LineText(place.Line));
    }

    private static string Message(RunContext ctx, PyException exception)
    {
        try
        {
            return ctx.Str(exception.AsValue);
        }
        catch (PyRaise)
        {
            return "<exception str() failed>";
        }
    }
}
