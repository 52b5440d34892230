using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;

namespace Punie.Python.Sandbox.Runtime;

/// <summary>Calls from C# code.</summary>
internal static class Calls
{
    internal static PyValue Call(this RunContext ctx, PyValue function, ReadOnlySpan<PyValue> arguments) =>
        ctx.Call(function, new Arguments(arguments));

    internal static PyValue Call(this RunContext ctx, PyValue function, Arguments arguments)
    {
        if (function.Ref is PyFunction known) return known.Code.Call(ctx, known, arguments);
        if (function.Ref is string) throw ctx.TypeError("'str' object is not callable");
        ctx.Enter();
        var result = function.Object.Call(ctx, arguments);
        ctx.Leave();
        return result;
    }

    /// <summary>Calls a method by name.</summary>
    internal static PyValue CallMethod(this RunContext ctx, PyValue self, string name,
        params ReadOnlySpan<PyValue> arguments) =>
            ctx.Call(ctx.GetAttribute(self, name), arguments);

    /// <summary>False when the call raised <c>StopIteration</c>.</summary>
    internal static bool CallUntilStop(this RunContext ctx, PyValue function, ReadOnlySpan<PyValue> arguments,
        out PyValue value)
    {
        var mark = ctx.Mark();
        try
        {
            value = ctx.Call(function, arguments);
            return true;
        }
        catch (PyRaise raise) when (raise.Value.Type.IsSubclassOf(Builtins.ExceptionTypes.StopIteration))
        {
            ctx.Unwind(mark);
            value = raise.Value.FirstArgument;
            return false;
        }
    }

    internal static bool IsCallable(PyValue value) => value.Ref switch
    {
        PyInstance instance => instance.Type.TryLookupUser("__call__", out _),
        PyFunction or NativeFunction or PyMethod or PyType or PyStaticMethod => true,
        PyObject other => other.IsCallable,
        _ => false,
    };

    /// <summary>Positional values and keywords as one argument list.</summary>
    internal static (PyValue[] Values, string[]? Keywords) Flatten(ReadOnlySpan<PyValue> positional, PyDict keywords)
    {
        if (keywords.Count == 0) return (positional.ToArray(), null);
        var values = new PyValue[positional.Length + keywords.Count];
        positional.CopyTo(values);
        var names = new string[keywords.Count];
        var position = 0;
        for (var i = 0; keywords.NextEntry(ref position, out var key, out var value); i++)
        {
            names[i] = key.Ref as string ?? "";
            values[positional.Length + i] = value;
        }
        return (values, names);
    }
}
