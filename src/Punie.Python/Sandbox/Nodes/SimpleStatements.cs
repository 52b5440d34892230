using System.Runtime.CompilerServices;
using Punie.Python.Builtins;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Sandbox.Nodes;

/// <summary>Statements in order.</summary>
internal sealed class BlockNode(StatementNode[] statements) : StatementNode
{
    internal override Signal Execute(RunContext ctx, ref PyValue locals)
    {
        foreach (var statement in statements)
        {
            var signal = statement.Execute(ctx, ref locals);
            if (signal != Signal.Next) return signal;
        }
        return Signal.Next;
    }
}

/// <summary>An expression for its effect.</summary>
internal sealed class EvaluateNode(ExpressionNode value) : StatementNode
{
    internal override Signal Execute(RunContext ctx, ref PyValue locals)
    {
        value.Evaluate(ctx, ref locals);
        return Signal.Next;
    }
}

/// <summary><c>pass</c>, and declarations that have done their work already.</summary>
internal sealed class PassNode : StatementNode
{
    internal static readonly PassNode Instance = new();

    internal override Signal Execute(RunContext ctx, ref PyValue locals) => Signal.Next;
}

/// <summary><c>break</c> or <c>continue</c>.</summary>
internal sealed class JumpNode(Signal signal) : StatementNode
{
    internal override Signal Execute(RunContext ctx, ref PyValue locals) => signal;
}

/// <summary><c>return value</c>.</summary>
internal sealed class ReturnNode(ExpressionNode value) : StatementNode
{
    internal ExpressionNode Value { get; } = value;

    internal override Signal Execute(RunContext ctx, ref PyValue locals)
    {
        ctx.ReturnValue = Value.Evaluate(ctx, ref locals);
        return Signal.Return;
    }
}

/// <summary><c>variable = value</c> where the variable is in a slot.</summary>
internal sealed class AssignLocalNode(int slot, ExpressionNode value) : StatementNode
{
    internal override Signal Execute(RunContext ctx, ref PyValue locals)
    {
        PyValue.Store(ref Unsafe.Add(ref locals, slot), value.Evaluate(ctx, ref locals));
        return Signal.Next;
    }
}

/// <summary><c>a = b = value</c>.</summary>
internal sealed class AssignNode(TargetNode[] targets, ExpressionNode value) : StatementNode
{
    internal override Signal Execute(RunContext ctx, ref PyValue locals)
    {
        var result = value.Evaluate(ctx, ref locals);
        foreach (var target in targets) target.Assign(ctx, ref locals, result);
        return Signal.Next;
    }
}

/// <summary><c>target = value</c>.</summary>
internal sealed class AssignOneNode(TargetNode target, ExpressionNode value) : StatementNode
{
    internal override Signal Execute(RunContext ctx, ref PyValue locals)
    {
        target.Assign(ctx, ref locals, value.Evaluate(ctx, ref locals));
        return Signal.Next;
    }
}

/// <summary>Makes the node of <c>variable op= value</c> for a variable in a slot.</summary>
internal readonly struct AugmentMaker(int slot, BinaryOperator op, int position) : IPairMaker<StatementNode>
{
    public StatementNode Make<TLeft, TRight>(TLeft left, TRight right)
        where TLeft : struct, IOperand
        where TRight : struct, IOperand => new AugmentLocalNode<TLeft, TRight>(slot, left, op, right, position);
}

/// <summary><c>variable += value</c> and the other operators, for a variable in a slot.</summary>
internal sealed class AugmentLocalNode<TLeft, TRight>(int slot, TLeft variable, BinaryOperator op, TRight value,
    int position) : StatementNode
    where TLeft : struct, IOperand
    where TRight : struct, IOperand
{
    internal override Signal Execute(RunContext ctx, ref PyValue locals)
    {
        var a = variable.Read(ctx, ref locals);
        var b = value.Read(ctx, ref locals);
        if (!Augmentation.TryFast(op, a, b, out var result))
        {
            ctx.Position = position;
            result = ctx.InPlace(op, a, b);
        }
        PyValue.Store(ref Unsafe.Add(ref locals, slot), result);
        return Signal.Next;
    }
}

/// <summary><c>name op= value</c> for any other variable.</summary>
internal sealed class AugmentNameNode(TargetNode target, ExpressionNode variable, BinaryOperator op,
    ExpressionNode value, int position) : StatementNode
{
    internal override Signal Execute(RunContext ctx, ref PyValue locals)
    {
        var a = variable.Evaluate(ctx, ref locals);
        var b = value.Evaluate(ctx, ref locals);
        if (!Augmentation.TryFast(op, a, b, out var result))
        {
            ctx.Position = position;
            result = ctx.InPlace(op, a, b);
        }
        target.Assign(ctx, ref locals, result);
        return Signal.Next;
    }
}

/// <summary><c>owner.name op= value</c>: the owner is evaluated once.</summary>
internal sealed class AugmentAttributeNode(ExpressionNode owner, string name, BinaryOperator op, ExpressionNode value,
    int position) : StatementNode
{
    private readonly AttributePlace _place = new(name);

    internal override Signal Execute(RunContext ctx, ref PyValue locals)
    {
        var target = owner.Evaluate(ctx, ref locals);
        ctx.Position = position;
        var a = _place.TryWritable(ctx, target, out var instance, out var slot)
            ? instance.Slot(slot)
            : ctx.GetAttribute(target, name);
        var b = value.Evaluate(ctx, ref locals);
        ctx.Position = position;
        if (!Augmentation.TryFast(op, a, b, out var result)) result = ctx.InPlace(op, a, b);
        _place.Set(ctx, target, result);
        return Signal.Next;
    }
}

/// <summary><c>container[key] op= value</c>: container and key are evaluated once.</summary>
internal sealed class AugmentItemNode(ExpressionNode container, ExpressionNode key, BinaryOperator op,
    ExpressionNode value, int position) : StatementNode
{
    internal override Signal Execute(RunContext ctx, ref PyValue locals)
    {
        var target = container.Evaluate(ctx, ref locals);
        var index = key.Evaluate(ctx, ref locals);
        ctx.Position = position;
        var a = ctx.GetItem(target, index);
        var b = value.Evaluate(ctx, ref locals);
        ctx.Position = position;
        if (!Augmentation.TryFast(op, a, b, out var result)) result = ctx.InPlace(op, a, b);
        if (target.Ref is PyDict dict) dict.Set(ctx, index, result);
        else ctx.SetItem(target, index, result);
        return Signal.Next;
    }
}

internal static class Augmentation
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TryFast(BinaryOperator op, PyValue a, PyValue b, out PyValue result)
    {
        result = default;
        if (op > BinaryOperator.Sub) return false;
        if (a.IsInt && b.IsInt)
        {
            var other = op == BinaryOperator.Add ? b.Bits : -b.Bits;
            var sum = a.Bits + other;
            result = PyValue.Int(sum);
            return ((a.Bits ^ sum) & (other ^ sum)) >= 0 && b.Bits != long.MinValue;
        }
        if (!a.IsFloat || !b.IsFloat) return false;
        result = PyValue.Float(op == BinaryOperator.Add ? a.Double + b.Double : a.Double - b.Double);
        return true;
    }
}

/// <summary><c>del a, b[0]</c>.</summary>
internal sealed class DeleteNode(TargetNode[] targets) : StatementNode
{
    internal override Signal Execute(RunContext ctx, ref PyValue locals)
    {
        foreach (var target in targets) target.Delete(ctx, ref locals);
        return Signal.Next;
    }
}

/// <summary><c>if … else</c>.</summary>
internal sealed class IfElseNode(ExpressionNode test, StatementNode body, StatementNode? orElse) : StatementNode
{
    internal override Signal Execute(RunContext ctx, ref PyValue locals)
    {
        if (test.Test(ctx, ref locals)) return body.Execute(ctx, ref locals);
        return orElse is null ? Signal.Next : orElse.Execute(ctx, ref locals);
    }
}

/// <summary><c>if … elif … else</c>.</summary>
internal sealed class IfNode((ExpressionNode Test, StatementNode Body)[] branches, StatementNode? orElse)
    : StatementNode
{
    internal override Signal Execute(RunContext ctx, ref PyValue locals)
    {
        foreach (var (test, body) in branches)
        {
            if (test.Test(ctx, ref locals)) return body.Execute(ctx, ref locals);
        }
        return orElse is null ? Signal.Next : orElse.Execute(ctx, ref locals);
    }
}

/// <summary><c>assert test, message</c>.</summary>
internal sealed class AssertNode(ExpressionNode test, ExpressionNode? message, int position) : StatementNode
{
    internal override Signal Execute(RunContext ctx, ref PyValue locals)
    {
        if (test.Test(ctx, ref locals)) return Signal.Next;
        PyValue[] arguments = message is null ? [] : [message.Evaluate(ctx, ref locals)];
        ctx.Position = position;
        throw ctx.Raise(new PyException(ExceptionTypes.AssertionError, arguments));
    }
}

/// <summary><c>raise exception from cause</c>.</summary>
internal sealed class RaiseNode(ExpressionNode? exception, ExpressionNode? cause, int position) : StatementNode
{
    private const int MaxTrace = 64;

    internal override Signal Execute(RunContext ctx, ref PyValue locals)
    {
        if (exception is null)
        {
            ctx.Position = position;
            return ctx.Handled is { } active
                ? ctx.Raising(active)
                : throw ctx.RuntimeError("No active exception to reraise");
        }
        var value = exception.Evaluate(ctx, ref locals);
        ctx.Position = position;
        var error = GeneratorMethods.ToException(ctx, value);
        if (cause is not null) AddCause(ctx, ref locals, error);
        ctx.Position = position;
        // A second raise of the same object puts this place before what it has seen since it was caught.
        var before = error.Trace;
        error.Trace = null;
        ctx.Complete(error);
        if (before is not null && before.Length < MaxTrace)
            error.Trace = [.. error.Trace!, .. before.Where(e => e.Depth >= error.CaughtAt)];
        return ctx.Raising(error);
    }

    private void AddCause(RunContext ctx, ref PyValue locals, PyException error)
    {
        var reason = cause!.Evaluate(ctx, ref locals);
        error.HidesContext = true;
        if (reason.IsNone) error.Cause = null;
        else if (reason.Ref is PyException or PyType) error.Cause = GeneratorMethods.ToException(ctx, reason);
        else throw ctx.TypeError("exception causes must derive from BaseException");
    }
}
