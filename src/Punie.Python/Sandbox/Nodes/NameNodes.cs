using System.Runtime.CompilerServices;
using Punie.Python.Builtins;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Sandbox.Nodes;

/// <summary>A literal.</summary>
internal sealed class ConstantNode(PyValue value) : ExpressionNode
{
    internal PyValue Value { get; } = value;

    internal override PyValue Evaluate(RunContext ctx, ref PyValue locals) => Value;
}

/// <summary>A local variable.</summary>
internal sealed class LocalNode(int slot, string name, int position) : ExpressionNode
{
    internal int Slot { get; } = slot;

    internal override PyValue Evaluate(RunContext ctx, ref PyValue locals)
    {
        var value = Unsafe.Add(ref locals, Slot);
        return value.IsUnbound ? throw Names.Unbound(ctx, name, position) : value;
    }
}

/// <summary>A temporary of the compiler, always bound.</summary>
internal sealed class TemporaryNode(int slot) : ExpressionNode
{
    internal override PyValue Evaluate(RunContext ctx, ref PyValue locals) => Unsafe.Add(ref locals, slot);
}

/// <summary>A variable shared with an inner or outer function.</summary>
internal sealed class CellNode(int slot, string name, bool isFree, int position) : ExpressionNode
{
    internal override PyValue Evaluate(RunContext ctx, ref PyValue locals)
    {
        var value = Names.Cell(ref locals, slot).Value;
        if (!value.IsUnbound) return value;
        if (!isFree) throw Names.Unbound(ctx, name, position);
        ctx.Position = position;
        throw ctx.Error(ExceptionTypes.NameError,
            $"cannot access free variable '{name}' where it is not associated with a value in enclosing scope");
    }
}

/// <summary>A global variable, or the built-in or host function of that name.</summary>
internal sealed class GlobalNode(int index, string name, PyValue builtin, int position) : ExpressionNode
{
    internal override PyValue Evaluate(RunContext ctx, ref PyValue locals)
    {
        var value = ctx.Globals[index];
        if (!value.IsUnbound) return value;
        return builtin.IsUnbound ? throw Names.Undefined(ctx, name, position) : builtin;
    }
}

/// <summary>A name in a class body: the class's namespace first.</summary>
internal sealed class ClassNameNode(string name, ExpressionNode outer) : ExpressionNode
{
    internal override PyValue Evaluate(RunContext ctx, ref PyValue locals)
    {
        var value = ((PyDict)locals.Ref!).FindText(name);
        return value.IsUnbound ? outer.Evaluate(ctx, ref locals) : value;
    }
}

/// <summary>Where values are bound or deleted.</summary>
internal abstract class TargetNode
{
    internal abstract void Assign(RunContext ctx, ref PyValue locals, PyValue value);

    internal abstract void Delete(RunContext ctx, ref PyValue locals);
}

internal sealed class LocalTarget(int slot, string name, int position) : TargetNode
{
    internal int Slot { get; } = slot;

    internal override void Assign(RunContext ctx, ref PyValue locals, PyValue value) =>
        Unsafe.Add(ref locals, Slot) = value;

    internal override void Delete(RunContext ctx, ref PyValue locals)
    {
        if (Unsafe.Add(ref locals, Slot).IsUnbound) throw Names.Unbound(ctx, name, position);
        Unsafe.Add(ref locals, Slot) = default;
    }
}

internal sealed class CellTarget(int slot, string name, int position) : TargetNode
{
    internal override void Assign(RunContext ctx, ref PyValue locals, PyValue value) =>
        Names.Cell(ref locals, slot).Value = value;

    internal override void Delete(RunContext ctx, ref PyValue locals)
    {
        var cell = Names.Cell(ref locals, slot);
        if (cell.Value.IsUnbound) throw Names.Unbound(ctx, name, position);
        cell.Value = default;
    }
}

internal sealed class GlobalTarget(int index, string name, int position) : TargetNode
{
    internal int Index { get; } = index;

    internal override void Assign(RunContext ctx, ref PyValue locals, PyValue value) =>
        PyValue.Store(ref ctx.Globals[Index], value);

    internal override void Delete(RunContext ctx, ref PyValue locals)
    {
        if (ctx.Globals[Index].IsUnbound) throw Names.Undefined(ctx, name, position);
        ctx.Globals[Index] = default;
    }
}

internal sealed class ClassTarget(string name, int position) : TargetNode
{
    internal override void Assign(RunContext ctx, ref PyValue locals, PyValue value) =>
        ((PyDict)locals.Ref!).SetText(name, value);

    internal override void Delete(RunContext ctx, ref PyValue locals)
    {
        if (!((PyDict)locals.Ref!).Remove(ctx, PyValue.Str(name), out _)) throw Names.Undefined(ctx, name, position);
    }
}

/// <summary>Errors about names and access to cells.</summary>
internal static class Names
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static PyCell Cell(ref PyValue locals, int slot) => Unsafe.As<PyCell>(Unsafe.Add(ref locals, slot).Ref!);

    internal static PyRaise Unbound(RunContext ctx, string name, int position)
    {
        ctx.Position = position;
        return ctx.Error(ExceptionTypes.UnboundLocalError,
            $"cannot access local variable '{name}' where it is not associated with a value");
    }

    internal static PyRaise Undefined(RunContext ctx, string name, int position)
    {
        ctx.Position = position;
        return ctx.NameError(name, ctx.Program.KnownNames(ctx));
    }
}
