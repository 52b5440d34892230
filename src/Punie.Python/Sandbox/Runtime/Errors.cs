using Punie.Python.Builtins;
using Punie.Python.Sandbox.Nodes;
using Punie.Python.Sandbox.Objects;

namespace Punie.Python.Sandbox.Runtime;

/// <summary>
/// Makes Python exceptions to throw: <c>throw ctx.TypeError("…")</c>. Messages run no code of the program.
/// </summary>
internal static class Errors
{
    internal static PyRaise Error(this RunContext ctx, PyType type, string message) =>
        ctx.Raise(new PyException(type, [PyValue.Str(message)]));

    /// <summary>Completes an exception value and wraps it for the way up.</summary>
    internal static PyRaise Raise(this RunContext ctx, PyException exception)
    {
        ctx.Complete(exception);
        return new PyRaise(exception);
    }

    /// <summary>The signal that takes an exception to the next <c>try</c> of the function.</summary>
    internal static Signal Raising(this RunContext ctx, PyException exception)
    {
        ctx.Raised = exception;
        return Signal.Raise;
    }

    internal static PyException TakeRaised(this RunContext ctx)
    {
        var exception = ctx.Raised!;
        ctx.Raised = null;
        return exception;
    }

    /// <summary>Throws where a body has ended with a <c>raise</c> that nothing in it caught.</summary>
    internal static void ThrowRaised(this RunContext ctx, Signal signal)
    {
        if (signal == Signal.Raise) throw new PyRaise(ctx.TakeRaised());
    }

    /// <summary>Notes where an exception is raised, and what was being handled there.</summary>
    internal static void Complete(this RunContext ctx, PyException exception)
    {
        exception.Trace ??= ctx.CaptureTrace();
        if (exception.Context is null && !ReferenceEquals(ctx.Handled, exception)) exception.Context = ctx.Handled;
        ctx.Meter.Allocated(exception, 512);
    }

    internal static PyRaise TypeError(this RunContext ctx, string message) =>
        ctx.Error(ExceptionTypes.TypeError, message);

    internal static PyRaise ValueError(this RunContext ctx, string message) =>
        ctx.Error(ExceptionTypes.ValueError, message);

    internal static PyRaise IndexError(this RunContext ctx, string message) =>
        ctx.Error(ExceptionTypes.IndexError, message);

    internal static PyRaise KeyError(this RunContext ctx, PyValue key) =>
        ctx.Raise(new PyException(ExceptionTypes.KeyError, [key]));

    internal static PyRaise RuntimeError(this RunContext ctx, string message) =>
        ctx.Error(ExceptionTypes.RuntimeError, message);

    internal static PyRaise OverflowError(this RunContext ctx, string message) =>
        ctx.Error(ExceptionTypes.OverflowError, message);

    internal static PyRaise ZeroDivisionError(this RunContext ctx, string message) =>
        ctx.Error(ExceptionTypes.ZeroDivisionError, message);

    internal static PyRaise ImportError(this RunContext ctx, string message) =>
        ctx.Error(ExceptionTypes.ImportError, message);

    /// <summary><c>StopIteration</c> with the value that a generator returned.</summary>
    internal static PyRaise StopIteration(this RunContext ctx, PyValue value) =>
        ctx.Raise(new PyException(ExceptionTypes.StopIteration, value.IsUnbound || value.IsNone ? [] : [value]));

    internal static PyRaise Unhashable(this RunContext ctx, PyValue value) =>
        ctx.TypeError($"unhashable type: '{value.TypeName}'");

    /// <summary>CPython's message; the nearest name is kept aside for the traceback's last line.</summary>
    internal static PyRaise NoAttribute(this RunContext ctx, PyValue value, string name) =>
        ctx.AttributeError(
            value.Ref is PyType { Protocols.NoAttribute: { } words } special
                ? words(special, name) : value.Ref is PyType type ? $"type object '{type.ErrorName}' has no attribute '{name}'"
                : $"'{value.TypeName}' object has no attribute '{name}'",
            value,
            name);

    internal static PyRaise AttributeError(this RunContext ctx, string message, PyValue value, string name)
    {
        var raise = ctx.Error(ExceptionTypes.AttributeError, message);
        (raise.Value.Named, raise.Value.Subject) = (PyValue.Str(name), value);
        if (!message.Contains("Did you mean", StringComparison.Ordinal))
            raise.Value.Suggestion =
                NearestName.Find(name, value.Ref is PyObject owner ? owner.AttributeNames() : value.Type.AllNames());
        return raise;
    }

    internal static PyRaise NameError(this RunContext ctx, string name, IEnumerable<string> known)
    {
        var raise = ctx.Error(ExceptionTypes.NameError, $"name '{name}' is not defined");
        raise.Value.Named = PyValue.Str(name);
        raise.Value.Suggestion = NearestName.Find(name, known);
        return raise;
    }
}
