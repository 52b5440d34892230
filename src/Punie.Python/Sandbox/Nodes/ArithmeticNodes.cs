using Punie.Python.Sandbox.Runtime;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Sandbox.Nodes;

/// <summary><c>left + right</c>.</summary>
internal sealed class AddNode(ExpressionNode left, ExpressionNode right, int position) : ExpressionNode
{
    internal override PyValue Evaluate(RunContext ctx, ref PyValue locals)
    {
        var a = left.Evaluate(ctx, ref locals);
        var b = right.Evaluate(ctx, ref locals);
        if (a.IsInt && b.IsInt)
        {
            var sum = a.Bits + b.Bits;
            if (((a.Bits ^ sum) & (b.Bits ^ sum)) >= 0) return PyValue.Int(sum);
        }
        else if (a.IsFloat && b.IsFloat) return PyValue.Float(a.Double + b.Double);
        ctx.Position = position;
        return ctx.Binary(BinaryOperator.Add, a, b);
    }
}

/// <summary><c>left - right</c>.</summary>
internal sealed class SubtractNode(ExpressionNode left, ExpressionNode right, int position) : ExpressionNode
{
    internal override PyValue Evaluate(RunContext ctx, ref PyValue locals)
    {
        var a = left.Evaluate(ctx, ref locals);
        var b = right.Evaluate(ctx, ref locals);
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

/// <summary><c>left ± constant</c> with a small int.</summary>
internal sealed class AddConstantNode(ExpressionNode left, long constant, ExpressionNode original) : ExpressionNode
{
    internal override PyValue Evaluate(RunContext ctx, ref PyValue locals)
    {
        var a = left.Evaluate(ctx, ref locals);
        if (a.IsInt)
        {
            var sum = a.Bits + constant;
            if (((a.Bits ^ sum) & (constant ^ sum)) >= 0) return PyValue.Int(sum);
        }
        return ((IConstantRight)original).Apply(ctx, a);
    }
}

/// <summary>A binary operator whose right side is a constant: the slow way, with the left side evaluated already.</summary>
internal interface IConstantRight
{
    PyValue Apply(RunContext ctx, PyValue left);
}

/// <summary><c>left * right</c>.</summary>
internal sealed class MultiplyNode(ExpressionNode left, ExpressionNode right, int position) : ExpressionNode
{
    internal override PyValue Evaluate(RunContext ctx, ref PyValue locals)
    {
        var a = left.Evaluate(ctx, ref locals);
        var b = right.Evaluate(ctx, ref locals);
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
internal sealed class DivisionNode(BinaryOperator op, ExpressionNode left, ExpressionNode right, int position) : ExpressionNode
{
    internal override PyValue Evaluate(RunContext ctx, ref PyValue locals)
    {
        var a = left.Evaluate(ctx, ref locals);
        var b = right.Evaluate(ctx, ref locals);
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

/// <summary>Any other binary operator.</summary>
internal sealed class BinaryNode(BinaryOperator op, ExpressionNode left, ExpressionNode right, int position) : ExpressionNode, IConstantRight
{
    internal override PyValue Evaluate(RunContext ctx, ref PyValue locals)
    {
        var a = left.Evaluate(ctx, ref locals);
        var b = right.Evaluate(ctx, ref locals);
        ctx.Position = position;
        return ctx.Binary(op, a, b);
    }

    public PyValue Apply(RunContext ctx, PyValue left)
    {
        ctx.Position = position;
        return ctx.Binary(op, left, ((ConstantNode)right).Value);
    }
}

/// <summary>A long chain of left-associative operators, without recursion.</summary>
internal sealed class ChainNode(ExpressionNode first, (BinaryOperator Op, ExpressionNode Operand, int Position)[] rest) : ExpressionNode
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
