using Punie.Python.Builtins;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules.Patterns;

/// <summary><c>re.error</c>.</summary>
internal static class PatternErrors
{
    internal static readonly PyType Type = PyType.Native("error", "re", ExceptionTypes.Exception);

    static PatternErrors() => Type.New = (ctx, type, a) =>
    {
        if (type != Type || a.PositionalCount is 0 or > 3) return ExceptionFields.Make(ctx, type, a);
        var pattern = a.PositionalCount > 1 && ctx.Unwrap(a.Values[1]).Ref is string text ? text : null;
        return PyValue.Of(
            Describe(ctx, ctx.Str(a.Values[0]), pattern, a.PositionalCount > 2 && !a.Values[2].IsNone
            ? ctx.ClampedInt32(a.Values[2])
            : null));
    };

    /// <summary>An error at a place, or of the whole pattern where that is null.</summary>
    internal static PyRaise Make(RunContext ctx, string message, string pattern, int? position) =>
        ctx.Raise(Describe(ctx, message, pattern, position));

    private static PyException Describe(RunContext ctx, string message, string? pattern, int? position)
    {
        var text = message;
        var (line, column) = (PyValue.None, PyValue.None);
        if (pattern is not null && position is { } place)
        {
            var before = pattern.AsSpan(0, Math.Clamp(place, 0, pattern.Length));
            (line, column) = (PyValue.Int(before.Count('\n') + 1), PyValue.Int(place - before.LastIndexOf('\n')));
            text = $"{message} at position {place}";
            if (pattern.Contains('\n', StringComparison.Ordinal)) text += $" (line {line.Bits}, column {column.Bits})";
        }
        var error = new PyException(Type, [ctx.Text(text)]);
        error.SetOwn(ctx, "msg", PyValue.Str(message));
        error.SetOwn(ctx, "pattern", pattern is null ? PyValue.None : PyValue.Str(pattern));
        error.SetOwn(ctx, "pos", position is { } at ? PyValue.Int(at) : PyValue.None);
        error.SetOwn(ctx, "lineno", line);
        error.SetOwn(ctx, "colno", column);
        return error;
    }
}
