using Punie.Python.Builtins;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules.Patterns;

/// <summary><c>re.error</c>.</summary>
internal static class PatternErrors
{
    internal static readonly PyType Type = PyType.Native("error", "re", ExceptionTypes.Exception);

    internal static PyRaise Make(RunContext ctx, string message, string pattern, int position)
    {
        var where = pattern.Contains('\n', StringComparison.Ordinal)
            ? $" (line {pattern.AsSpan(0, Math.Min(position, pattern.Length)).Count('\n') + 1}, column {position - (position == 0 ? -1 : pattern.LastIndexOf('\n', position - 1))})"
            : "";
        var raise = ctx.Error(Type, $"{message} at position {position}{where}");
        raise.Value.SetOwn(ctx, "msg", PyValue.Str(message));
        raise.Value.SetOwn(ctx, "pattern", PyValue.Str(pattern));
        raise.Value.SetOwn(ctx, "pos", PyValue.Int(position));
        var before = pattern.AsSpan(0, Math.Min(position, pattern.Length));
        raise.Value.SetOwn(ctx, "lineno", PyValue.Int(before.Count('\n') + 1));
        raise.Value.SetOwn(ctx, "colno", PyValue.Int(position - before.LastIndexOf('\n')));
        return raise;
    }
}
