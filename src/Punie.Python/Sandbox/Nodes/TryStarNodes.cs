using System.Runtime.CompilerServices;
using Punie.Python.Builtins;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Sandbox.Nodes;

/// <summary><c>try … except*</c>: each clause gets the part of the group that it names.</summary>
internal sealed class TryStarNode(StatementNode body, HandlerPart[] handlers, StatementNode? orElse) : StatementNode
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
        return new StarHandling(exception).Run(ctx, ref locals, handlers);
    }
}

/// <summary><c>try … except*</c> with parts that suspend.</summary>
internal sealed class ResumableTryStarNode(StatementNode body, HandlerPart[] handlers, StatementNode? orElse,
    int place, int caught) : StatementNode
{
    private const int AtElse = 1;
    private const int AtHandlers = 2;

    internal override Signal Execute(RunContext ctx, ref PyValue locals)
    {
        var at = Places.Take(ref locals, place);
        if (at == AtElse) return Ending(ref locals, orElse!.Execute(ctx, ref locals), AtElse);
        if (at == AtHandlers) return Handle(ctx, ref locals, (StarHandling)Unsafe.Add(ref locals, caught).Ref!);
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
        {
            if (signal == Signal.Suspend) return Places.Suspend(ref locals, place, 0);
            return signal != Signal.Next || orElse is null
                ? signal
                : Ending(ref locals, orElse.Execute(ctx, ref locals), AtElse);
        }
        ctx.Unwind(mark);
        return Handle(ctx, ref locals, new StarHandling(exception));
    }

    private Signal Handle(RunContext ctx, ref PyValue locals, StarHandling handling)
    {
        Unsafe.Add(ref locals, caught) = handling.AsValue;
        var signal = handling.Run(ctx, ref locals, handlers);
        if (signal != Signal.Suspend) Unsafe.Add(ref locals, caught) = default;
        return Ending(ref locals, signal, AtHandlers);
    }

    private Signal Ending(ref PyValue locals, Signal signal, int at) =>
        signal == Signal.Suspend ? Places.Suspend(ref locals, place, at) : signal;
}

/// <summary>The clauses of one <c>except*</c> at work; kept among the locals while one of them is suspended.</summary>
internal sealed class StarHandling(PyException original) : PyObject(Types.Iterator)
{
    private readonly PyException _original = original;
    private readonly List<PyException> _raised = [];
    private readonly HashSet<PyException> _leaves = [];
    private PyException? _rest = original;
    private PyException? _matched;
    private int _index;

    /// <summary>
    /// Runs the clauses from where they are; raises what they raise together with what none of them took.
    /// </summary>
    internal Signal Run(RunContext ctx, ref PyValue locals, HandlerPart[] handlers)
    {
        var signal = Signal.Next;
        for (; _index < handlers.Length; _index++)
        {
            var isFirst = _matched is null;
            if (isFirst && !Select(ctx, ref locals, handlers[_index])) continue;
            if (RunClause(ctx, ref locals, handlers[_index], isFirst, ref signal) is { } thrown)
            {
                if (ReferenceEquals(thrown, _matched)) ExceptionGroups.AddLeaves(ctx, thrown, _leaves);
                else _raised.Add(thrown);
            }
            if (signal == Signal.Suspend) return signal;
            _matched = null;
        }
        if (_rest is not null) ExceptionGroups.AddLeaves(ctx, _rest, _leaves);
        return ExceptionGroups.Combine(ctx, _original, _raised, _leaves) is { } left ? throw new PyRaise(left) : signal;
    }

    private bool Select(RunContext ctx, ref PyValue locals, HandlerPart handler)
    {
        if (_rest is null) return false;
        var types = handler.Type!.Evaluate(ctx, ref locals);
        ctx.Position = handler.Position;
        CheckTypes(ctx, types);
        (_matched, _rest) = ExceptionGroups.Split(ctx, _rest, e => HandlerPart.Catches(ctx, types, e));
        if (_matched is not null && !ExceptionGroups.IsGroup(_matched))
            _matched = new PyException(ExceptionTypes.ExceptionGroup,
                [PyValue.Str(""), ctx.NewTuple([_matched.AsValue])])
            { Trace = _matched.Trace };
        return _matched is not null;
    }

    private PyException? RunClause(RunContext ctx, ref PyValue locals, HandlerPart handler, bool isFirst,
        ref Signal signal)
    {
        var mark = ctx.Mark();
        try
        {
            signal = isFirst
                ? handler.Run(ctx, ref locals, _matched!, mark.Handled)
                : handler.Resume(ctx, ref locals, _matched!, mark.Handled);
            if (signal != Signal.Raise) return null;
            signal = Signal.Next;
            ctx.Unwind(mark);
            return ctx.TakeRaised();
        }
        catch (PyRaise raise)
        {
            ctx.Unwind(mark);
            signal = Signal.Next;
            return raise.Value;
        }
    }

    private static void CheckTypes(RunContext ctx, PyValue types)
    {
        foreach (var type in types.Ref is PyTuple tuple ? tuple.Items : [types])
        {
            if (type.Ref is PyType known && known.IsSubclassOf(ExceptionTypes.BaseExceptionGroup))
                throw ctx.TypeError("catching ExceptionGroup with except* is not allowed. Use except instead.");
        }
    }
}
