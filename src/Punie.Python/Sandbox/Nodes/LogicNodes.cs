using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Sandbox.Nodes;

/// <summary>Makes the node of <c>==</c>, <c>!=</c>, <c>&lt;</c>, <c>&lt;=</c>, <c>&gt;</c> or <c>&gt;=</c>.</summary>
internal readonly struct CompareMaker(CompareOperator op, int position) : IPairMaker<ExpressionNode>
{
    internal static ExpressionNode Make(CompareOperator op, ExpressionNode left, ExpressionNode right, int position) =>
        Operands.Pair<CompareMaker, ExpressionNode>(new CompareMaker(op, position), left, right);

    public ExpressionNode Make<TLeft, TRight>(TLeft left, TRight right)
        where TLeft : struct, IOperand
        where TRight : struct, IOperand => new CompareNode<TLeft, TRight>(op, left, right, position);
}

/// <summary>One ordering of two values.</summary>
internal sealed class CompareNode<TLeft, TRight>(CompareOperator op, TLeft left, TRight right, int position)
    : ExpressionNode
    where TLeft : struct, IOperand
    where TRight : struct, IOperand
{
    // Bit 0: holds for less, 1: for equal, 2: for greater, 3: for unordered.
    private readonly int _outcomes = op switch
    {
        CompareOperator.Lt => 1,
        CompareOperator.Eq => 2,
        CompareOperator.LtE => 3,
        CompareOperator.Gt => 4,
        CompareOperator.NotEq => 13,
        _ => 6,
    };

    internal override PyValue Evaluate(RunContext ctx, ref PyValue locals)
    {
        var a = left.Read(ctx, ref locals);
        var b = right.Read(ctx, ref locals);
        if (a.IsInt && b.IsInt) return PyValue.Bool(Holds(a.Bits, b.Bits));
        if (a.IsFloat && b.IsFloat) return PyValue.Bool(Holds(a.Double, b.Double));
        ctx.Position = position;
        return ctx.Compare(op, a, b);
    }

    internal override bool Test(RunContext ctx, ref PyValue locals)
    {
        var a = left.Read(ctx, ref locals);
        var b = right.Read(ctx, ref locals);
        if (a.IsInt && b.IsInt) return Holds(a.Bits, b.Bits);
        if (a.IsFloat && b.IsFloat) return Holds(a.Double, b.Double);
        ctx.Position = position;
        return op == CompareOperator.Eq ? ctx.AreEqual(a, b) : ctx.Truth(ctx.Compare(op, a, b));
    }

    private bool Holds(long a, long b) => (_outcomes & (a < b ? 1 : a == b ? 2 : 4)) != 0;

    private bool Holds(double a, double b) => (_outcomes & (a < b ? 1 : a == b ? 2 : a > b ? 4 : 8)) != 0;
}

/// <summary><c>is</c>, <c>is not</c>, <c>in</c>, <c>not in</c>.</summary>
internal sealed class MembershipNode(CompareOperator op, ExpressionNode left, ExpressionNode right, int position)
    : ExpressionNode
{
    internal override PyValue Evaluate(RunContext ctx, ref PyValue locals) => PyValue.Bool(Test(ctx, ref locals));

    internal override bool Test(RunContext ctx, ref PyValue locals)
    {
        var a = left.Evaluate(ctx, ref locals);
        var b = right.Evaluate(ctx, ref locals);
        ctx.Position = position;
        return b.Ref is PyDict dict && op >= CompareOperator.In
            ? dict.Find(ctx, a).IsUnbound == (op == CompareOperator.NotIn)
            : Comparisons.Holds(ctx, op, a, b);
    }
}

/// <summary><c>a &lt; b &lt;= c</c>: each operand is evaluated once, and only as far as needed.</summary>
internal sealed class ComparisonChainNode(ExpressionNode first, CompareOperator[] operators, ExpressionNode[] operands,
    int position) : ExpressionNode
{
    internal override PyValue Evaluate(RunContext ctx, ref PyValue locals)
    {
        var left = first.Evaluate(ctx, ref locals);
        var result = PyValue.True;
        for (var i = 0; i < operators.Length; i++)
        {
            var right = operands[i].Evaluate(ctx, ref locals);
            ctx.Position = position;
            result = operators[i] <= CompareOperator.GtE
                ? ctx.Compare(operators[i], left, right)
                : PyValue.Bool(Comparisons.Holds(ctx, operators[i], left, right));
            if (i < operators.Length - 1 && !ctx.Truth(result)) return result;
            left = right;
        }
        return result;
    }
}

internal static class Comparisons
{
    internal static bool Holds(RunContext ctx, CompareOperator op, PyValue a, PyValue b) => op switch
    {
        CompareOperator.Is => PyValue.Same(a, b),
        CompareOperator.IsNot => !PyValue.Same(a, b),
        CompareOperator.In => ctx.Contains(b, a),
        CompareOperator.NotIn => !ctx.Contains(b, a),
        _ => ctx.Truth(ctx.Compare(op, a, b)),
    };
}

/// <summary><c>not x</c>.</summary>
internal sealed class NotNode(ExpressionNode operand) : ExpressionNode
{
    internal override PyValue Evaluate(RunContext ctx, ref PyValue locals) =>
        PyValue.Bool(!operand.Test(ctx, ref locals));

    internal override bool Test(RunContext ctx, ref PyValue locals) => !operand.Test(ctx, ref locals);
}

/// <summary><c>a and b and c</c>.</summary>
internal sealed class AndNode(ExpressionNode[] operands) : ExpressionNode
{
    internal override PyValue Evaluate(RunContext ctx, ref PyValue locals)
    {
        var value = operands[0].Evaluate(ctx, ref locals);
        for (var i = 1; i < operands.Length && ctx.Truth(value); i++) value = operands[i].Evaluate(ctx, ref locals);
        return value;
    }

    internal override bool Test(RunContext ctx, ref PyValue locals)
    {
        foreach (var operand in operands)
        {
            if (!operand.Test(ctx, ref locals)) return false;
        }
        return true;
    }
}

/// <summary><c>a or b or c</c>.</summary>
internal sealed class OrNode(ExpressionNode[] operands) : ExpressionNode
{
    internal override PyValue Evaluate(RunContext ctx, ref PyValue locals)
    {
        var value = operands[0].Evaluate(ctx, ref locals);
        for (var i = 1; i < operands.Length && !ctx.Truth(value); i++) value = operands[i].Evaluate(ctx, ref locals);
        return value;
    }

    internal override bool Test(RunContext ctx, ref PyValue locals)
    {
        foreach (var operand in operands)
        {
            if (operand.Test(ctx, ref locals)) return true;
        }
        return false;
    }
}

/// <summary><c>body if test else other</c>.</summary>
internal sealed class ConditionalNode(ExpressionNode test, ExpressionNode body, ExpressionNode other) : ExpressionNode
{
    internal override PyValue Evaluate(RunContext ctx, ref PyValue locals) =>
        test.Test(ctx, ref locals) ? body.Evaluate(ctx, ref locals) : other.Evaluate(ctx, ref locals);
}

/// <summary><c>name := value</c>.</summary>
internal sealed class WalrusNode(TargetNode target, ExpressionNode value) : ExpressionNode
{
    internal override PyValue Evaluate(RunContext ctx, ref PyValue locals)
    {
        var result = value.Evaluate(ctx, ref locals);
        target.Assign(ctx, ref locals, result);
        return result;
    }
}
