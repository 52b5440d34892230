using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Sandbox.Nodes;

/// <summary>One <c>with</c> item; several nest. A stop leaves without <c>__exit__</c>.</summary>
internal sealed class WithNode(ExpressionNode context, TargetNode? target, StatementNode body, int position)
    : StatementNode
{
    internal override Signal Execute(RunContext ctx, ref PyValue locals)
    {
        var manager = context.Evaluate(ctx, ref locals);
        ctx.Position = position;
        var (enter, exit) = ContextManagers.Methods(ctx, manager, isAsync: false);
        var value = ctx.Call(enter, []);
        var mark = ctx.Mark();
        PyException? pending = null;
        var signal = Signal.Next;
        try
        {
            target?.Assign(ctx, ref locals, value);
            signal = body.Execute(ctx, ref locals);
        }
        catch (PyRaise raise)
        {
            pending = raise.Value;
        }
        if (signal == Signal.Raise) (pending, signal) = (ctx.TakeRaised(), Signal.Next);
        if (pending is not null) ctx.Unwind(mark);
        var returned = ctx.ReturnValue;
        ctx.Handled = pending ?? mark.Handled;
        ctx.Position = position;
        var swallow = ctx.Call(exit, ContextManagers.ExitArguments(ctx, pending));
        ctx.Handled = mark.Handled;
        ctx.ReturnValue = returned;
        if (pending is not null && !ctx.Truth(swallow)) return ctx.Raising(pending);
        return signal;
    }
}

internal static class ContextManagers
{
    internal static (PyValue Enter, PyValue Exit) Methods(RunContext ctx, PyValue manager, bool isAsync)
    {
        var (enterName, exitName) = isAsync ? ("__aenter__", "__aexit__") : ("__enter__", "__exit__");
        var enter = ctx.FindAttribute(manager, enterName);
        var exit = enter.IsUnbound ? default : ctx.FindAttribute(manager, exitName);
        if (!exit.IsUnbound) return (enter, exit);
        var kind = isAsync ? "asynchronous context manager" : "context manager";
        var missed = enter.IsUnbound ? "" : $" (missed {exitName} method)";
        throw ctx.TypeError($"'{manager.TypeName}' object does not support the {kind} protocol{missed}");
    }

    internal static PyValue[] ExitArguments(RunContext ctx, PyException? pending)
    {
        if (pending is null) return [PyValue.None, PyValue.None, PyValue.None];
        pending.CaughtAt = ctx.Depth;
        return [PyValue.Of(pending.Type), pending.AsValue, PyTraceback.Of(ctx, pending)];
    }
}
