using System.Runtime.CompilerServices;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Sandbox.Nodes;

/// <summary>
/// How a node reads one operand. A struct, so that variables and constants are read in the node itself, without a
/// virtual call.
/// </summary>
internal interface IOperand
{
    PyValue Read(RunContext ctx, ref PyValue locals);
}

internal readonly struct LocalOperand(LocalNode variable) : IOperand
{
    private readonly int _slot = variable.Slot;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public PyValue Read(RunContext ctx, ref PyValue locals)
    {
        var value = Unsafe.Add(ref locals, _slot);
        return value.IsUnbound ? variable.Evaluate(ctx, ref locals) : value;
    }
}

internal readonly struct ConstantOperand(PyValue value) : IOperand
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public PyValue Read(RunContext ctx, ref PyValue locals) => value;
}

internal readonly struct AnyOperand(ExpressionNode expression) : IOperand
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public PyValue Read(RunContext ctx, ref PyValue locals) => expression.Evaluate(ctx, ref locals);
}

/// <summary>Makes one node for a pair of operands.</summary>
internal interface IPairMaker<out TNode>
{
    TNode Make<TLeft, TRight>(TLeft left, TRight right)
        where TLeft : struct, IOperand
        where TRight : struct, IOperand;
}

/// <summary>Chooses the operand kinds of a new node.</summary>
internal static class Operands
{
    internal static TNode Pair<TMaker, TNode>(TMaker maker, ExpressionNode left, ExpressionNode right)
        where TMaker : struct, IPairMaker<TNode> =>
            left is LocalNode local
                ? Pair<TMaker, TNode, LocalOperand>(maker, new LocalOperand(local), right)
                : Pair<TMaker, TNode, AnyOperand>(maker, new AnyOperand(left), right);

    private static TNode Pair<TMaker, TNode, TLeft>(TMaker maker, TLeft left, ExpressionNode right)
        where TMaker : struct, IPairMaker<TNode>
        where TLeft : struct, IOperand => right switch
        {
            LocalNode local => maker.Make(left, new LocalOperand(local)),
            ConstantNode constant => maker.Make(left, new ConstantOperand(constant.Value)),
            _ => maker.Make(left, new AnyOperand(right)),
        };
}
