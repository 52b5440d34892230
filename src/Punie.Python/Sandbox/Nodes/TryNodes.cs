using Punie.Python.Builtins;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Sandbox.Nodes;

/// <summary>One <c>except</c> clause; the type is null for a bare one.</summary>
internal sealed record HandlerPart(ExpressionNode? Type, TargetNode? Name, StatementNode Body, int Position)
{
    internal bool Catches(RunContext ctx, ref PyValue locals, PyException exception)
    {
        if (Type is null) return true;
        var types = Type.Evaluate(ctx, ref locals);
        ctx.Position = Position;
        return Catches(ctx, types, exception);
    }

    /// <summary>Runs the clause while the exception counts as being handled.</summary>
    internal Signal Run(RunContext ctx, ref PyValue locals, PyException exception, PyException? handledBefore)
    {
        exception.CaughtAt = ctx.Depth;
        Name?.Assign(ctx, ref locals, exception.AsValue);
        return Resume(ctx, ref locals, exception, handledBefore);
    }

    /// <summary>Goes on with a clause that was suspended.</summary>
    internal Signal Resume(RunContext ctx, ref PyValue locals, PyException exception, PyException? handledBefore)
    {
        ctx.Handled = exception;
        var signal = Body.Execute(ctx, ref locals);
        if (signal != Signal.Suspend) Forget(ctx, ref locals);
        ctx.Handled = handledBefore;
        return signal;
    }

    // The name ends with the clause, also where the clause has deleted it itself.
    private void Forget(RunContext ctx, ref PyValue locals) => Name?.Assign(ctx, ref locals, default);

    internal static bool Catches(RunContext ctx, PyValue types, PyException exception)
    {
        if (types.Ref is PyType type && type.IsSubclassOf(ExceptionTypes.BaseException))
            return exception.Type.IsSubclassOf(type);
        if (types.Ref is not PyTuple tuple)
            throw ctx.TypeError("catching classes that do not inherit from BaseException is not allowed");
        foreach (var item in tuple.Items)
        {
            ctx.Enter();
            var caught = Catches(ctx, item, exception);
            ctx.Leave();
            if (caught) return true;
        }
        return false;
    }
}

/// <summary><c>try … except … else</c>. Limits and cancellation pass by: only Python exceptions are caught.</summary>
internal sealed class TryExceptNode(StatementNode body, HandlerPart[] handlers, StatementNode? orElse) : StatementNode
{
    internal override Signal Execute(RunContext ctx, ref PyValue locals)
    {
        var mark = ctx.Mark();
        PyException? exception = null;
        var signal = Signal.Next;
        try
        {
            signal = body.Execute(ctx, ref locals);
        }
        catch (PyRaise raise)
        {
            exception = raise.Value;
        }
        if (signal == Signal.Raise) exception = ctx.TakeRaised();
        if (exception is null)
            return signal != Signal.Next || orElse is null ? signal : orElse.Execute(ctx, ref locals);
        ctx.Unwind(mark);
        foreach (var handler in handlers)
        {
            if (handler.Catches(ctx, ref locals, exception))
                return handler.Run(ctx, ref locals, exception, mark.Handled);
        }
        return ctx.Raising(exception);
    }
}

/// <summary><c>try … finally</c>. A stop does not run the last part: it is not a C# <c>finally</c>.</summary>
internal sealed class TryFinallyNode(StatementNode body, StatementNode last) : StatementNode
{
    internal override Signal Execute(RunContext ctx, ref PyValue locals)
    {
        var mark = ctx.Mark();
        var signal = Signal.Next;
        PyException? pending = null;
        try
        {
            signal = body.Execute(ctx, ref locals);
        }
        catch (PyRaise raise)
        {
            pending = raise.Value;
        }
        if (signal == Signal.Raise) (pending, signal) = (ctx.TakeRaised(), Signal.Next);
        if (pending is not null) ctx.Unwind(mark);
        var value = ctx.ReturnValue;
        ctx.Handled = pending ?? mark.Handled;
        var ending = last.Execute(ctx, ref locals);
        ctx.Handled = mark.Handled;
        if (ending != Signal.Next) return ending;
        if (pending is not null) return ctx.Raising(pending);
        ctx.ReturnValue = value;
        return signal;
    }
}
