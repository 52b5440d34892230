using Punie.Python.Sandbox.Runtime;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Sandbox.Nodes;

/// <summary>Makes the node of a binary operator.</summary>
internal readonly struct BinaryMaker(BinaryOperator op, int position) : IPairMaker<ExpressionNode>
{
    internal static ExpressionNode Make(BinaryOperator op, ExpressionNode left, ExpressionNode right, int position) =>
        op is BinaryOperator.Add or BinaryOperator.Sub or BinaryOperator.Mult or BinaryOperator.Mod
            or BinaryOperator.FloorDiv
            ? Operands.Pair<BinaryMaker, ExpressionNode>(new BinaryMaker(op, position), left, right)
            : op == BinaryOperator.Div
                ? new QuotientNode(left, right, position)
                : new BinaryNode(op, left, right, position);

    public ExpressionNode Make<TLeft, TRight>(TLeft left, TRight right)
        where TLeft : struct, IOperand
        where TRight : struct, IOperand => op switch
        {
            BinaryOperator.Add => new AddNode<TLeft, TRight>(left, right, position),
            BinaryOperator.Sub => new SubtractNode<TLeft, TRight>(left, right, position),
            BinaryOperator.Mult => new MultiplyNode<TLeft, TRight>(left, right, position),
            _ => new DivisionNode<TLeft, TRight>(op, left, right, position),
        };
}

/// <summary><c>left + right</c>.</summary>
internal sealed class AddNode<TLeft, TRight>(TLeft left, TRight right, int position) : ExpressionNode
    where TLeft : struct, IOperand
    where TRight : struct, IOperand
{
    internal override PyValue Evaluate(RunContext ctx, ref PyValue locals)
    {
        var a = left.Read(ctx, ref locals);
        var b = right.Read(ctx, ref locals);
        if (a.IsInt && b.IsInt)
        {
            var sum = a.Bits + b.Bits;
            if (((a.Bits ^ sum) & (b.Bits ^ sum)) >= 0) return PyValue.Int(sum);
        }
        else if (a.IsFloat && b.IsFloat) return PyValue.Float(a.Double + b.Double);
        else if (a.Ref is string && b.Ref is string) return Texts.Concat(ctx, a, b);
        ctx.Position = position;
        return ctx.Binary(BinaryOperator.Add, a, b);
    }
}

/// <summary><c>left - right</c>.</summary>
internal sealed class SubtractNode<TLeft, TRight>(TLeft left, TRight right, int position) : ExpressionNode
    where TLeft : struct, IOperand
    where TRight : struct, IOperand
{
    internal override PyValue Evaluate(RunContext ctx, ref PyValue locals)
    {
        var a = left.Read(ctx, ref locals);
        var b = right.Read(ctx, ref locals);
        if (a.IsInt && b.IsInt)
        {
            var difference = a.Bits - b.Bits;
            if (((a.Bits ^ b.Bits) & (a.Bits ^ difference)) >= 0) return PyValue.Int(difference);
        }
        else if (a.IsFloat && b.IsFloat) return PyValue.Float(a.Double - b.Double);
        ctx.Position = position;
        return ctx.Binary(BinaryOperator.Sub, a, b);
    }
}

/// <summary><c>left * right</c>.</summary>
internal sealed class MultiplyNode<TLeft, TRight>(TLeft left, TRight right, int position) : ExpressionNode
    where TLeft : struct, IOperand
    where TRight : struct, IOperand
{
    internal override PyValue Evaluate(RunContext ctx, ref PyValue locals)
    {
        var a = left.Read(ctx, ref locals);
        var b = right.Read(ctx, ref locals);
        if (a.IsInt && b.IsInt)
        {
            var high = Math.BigMul(a.Bits, b.Bits, out var low);
            if (high == low >> 63) return PyValue.Int(low);
        }
        else if (a.IsFloat && b.IsFloat) return PyValue.Float(a.Double * b.Double);
        ctx.Position = position;
        return ctx.Binary(BinaryOperator.Mult, a, b);
    }
}

/// <summary><c>left % right</c> and <c>left // right</c>.</summary>
internal sealed class DivisionNode<TLeft, TRight>(BinaryOperator op, TLeft left, TRight right, int position)
    : ExpressionNode
    where TLeft : struct, IOperand
    where TRight : struct, IOperand
{
    internal override PyValue Evaluate(RunContext ctx, ref PyValue locals)
    {
        var a = left.Read(ctx, ref locals);
        var b = right.Read(ctx, ref locals);
        if (a.IsInt && b.IsInt && b.Bits > 0)
        {
            var quotient = a.Bits / b.Bits;
            var remainder = a.Bits - quotient * b.Bits;
            if (remainder < 0)
            {
                remainder += b.Bits;
                quotient--;
            }
            return PyValue.Int(op == BinaryOperator.Mod ? remainder : quotient);
        }
        ctx.Position = position;
        return ctx.Binary(op, a, b);
    }
}

/// <summary><c>left / right</c>.</summary>
internal sealed class QuotientNode(ExpressionNode left, ExpressionNode right, int position) : ExpressionNode
{
    internal override PyValue Evaluate(RunContext ctx, ref PyValue locals)
    {
        var a = left.Evaluate(ctx, ref locals);
        var b = right.Evaluate(ctx, ref locals);
        if (TryExact(a, out var x) && TryExact(b, out var y) && y != 0) return PyValue.Float(x / y);
        ctx.Position = position;
        return ctx.Binary(BinaryOperator.Div, a, b);
    }

    // An int is taken where it is exactly a double: then the quotient is rounded once.
    private static bool TryExact(PyValue value, out double number)
    {
        const long exact = 1L << 53;
        number = value.IsFloat ? value.Double : value.Bits;
        return value.IsFloat || (value.IsInt && value.Bits is >= -exact and <= exact);
    }
}

/// <summary>Any other binary operator.</summary>
internal sealed class BinaryNode(BinaryOperator op, ExpressionNode left, ExpressionNode right, int position)
    : ExpressionNode
{
    internal override PyValue Evaluate(RunContext ctx, ref PyValue locals)
    {
        var a = left.Evaluate(ctx, ref locals);
        var b = right.Evaluate(ctx, ref locals);
        ctx.Position = position;
        return ctx.Binary(op, a, b);
    }
}

/// <summary>A long chain of left-associative operators, without recursion.</summary>
internal sealed class ChainNode(ExpressionNode first, (BinaryOperator Op, ExpressionNode Operand, int Position)[] rest)
    : ExpressionNode
{
    internal override PyValue Evaluate(RunContext ctx, ref PyValue locals)
    {
        var value = first.Evaluate(ctx, ref locals);
        foreach (var (op, operand, position) in rest)
        {
            var right = operand.Evaluate(ctx, ref locals);
            ctx.Position = position;
            value = ctx.Binary(op, value, right);
        }
        return value;
    }
}

/// <summary><c>-x</c>, <c>+x</c>, <c>~x</c>.</summary>
internal sealed class UnaryNode(UnaryOperator op, ExpressionNode operand, int position) : ExpressionNode
{
    internal override PyValue Evaluate(RunContext ctx, ref PyValue locals)
    {
        var value = operand.Evaluate(ctx, ref locals);
        if (value.IsInt && op == UnaryOperator.USub && value.Bits != long.MinValue) return PyValue.Int(-value.Bits);
        ctx.Position = position;
        return ctx.Unary(op, value);
    }
}
