using System.Numerics;
using System.Runtime.CompilerServices;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Sandbox.Runtime;

/// <summary>The six orderings.</summary>
internal static class Comparison
{
    /// <summary>Identity or equality: what containers use to find an element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool AreSame(this RunContext ctx, PyValue a, PyValue b) =>
        (ReferenceEquals(a.Ref, b.Ref) && a.Bits == b.Bits) || ctx.AreEqual(a, b);

    /// <summary>What <c>a == b</c> gives, as a bool.</summary>
    internal static bool AreEqual(this RunContext ctx, PyValue a, PyValue b)
    {
        if (a.Ref is string x && b.Ref is string y) return ctx.IsSameText(x, y);
        if (a.IsInt && b.IsInt) return a.Bits == b.Bits;
        return ctx.Truth(ctx.Compare(CompareOperator.Eq, a, b));
    }

    /// <summary>What <c>a &lt; b</c> gives, as a bool: the order of sorting.</summary>
    internal static bool IsLess(this RunContext ctx, PyValue a, PyValue b)
    {
        if (a.IsInt && b.IsInt) return a.Bits < b.Bits;
        if (a.IsFloat && b.IsFloat) return a.Double < b.Double;
        return ctx.Truth(ctx.Compare(CompareOperator.Lt, a, b));
    }

    /// <summary>
    /// What <c>a op b</c> gives for <c>==</c>, <c>!=</c>, <c>&lt;</c>, <c>&lt;=</c>, <c>&gt;</c>, <c>&gt;=</c>.
    /// </summary>
    internal static PyValue Compare(this RunContext ctx, CompareOperator op, PyValue a, PyValue b)
    {
        var result = ctx.CompareOrNot(op, a, b);
        if (!result.IsNotImplemented) return result;
        if (op is CompareOperator.Eq or CompareOperator.NotEq)
            return PyValue.Bool(PyValue.Same(a, b) == (op == CompareOperator.Eq));
        throw ctx.TypeError($"'{op.Symbol()}' not supported between instances of '{a.TypeName}' and '{b.TypeName}'");
    }

    /// <summary>As <see cref="Compare"/>, but <see cref="PyValue.NotImplemented"/> where neither side knows.</summary>
    internal static PyValue CompareOrNot(this RunContext ctx, CompareOperator op, PyValue a, PyValue b)
    {
        if (Numbers.TryCompare(a, b, out var order)) return PyValue.Bool(op.HoldsOrdered(order));
        if (a.Ref is string x && b.Ref is string y) return PyValue.Bool(CompareTexts(ctx, op, x, y));
        ctx.Enter();
        var result = CompareObjects(ctx, op, a, b);
        ctx.Leave();
        return result;
    }

    internal static bool Holds(this CompareOperator op, int order) => op switch
    {
        CompareOperator.Eq => order == 0,
        CompareOperator.NotEq => order != 0,
        CompareOperator.Lt => order < 0,
        CompareOperator.LtE => order <= 0,
        CompareOperator.Gt => order > 0,
        _ => order >= 0,
    };

    internal static CompareOperator Swapped(this CompareOperator op) => op switch
    {
        CompareOperator.Lt => CompareOperator.Gt,
        CompareOperator.LtE => CompareOperator.GtE,
        CompareOperator.Gt => CompareOperator.Lt,
        CompareOperator.GtE => CompareOperator.LtE,
        _ => op,
    };

    internal static string Symbol(this CompareOperator op) => op switch
    {
        CompareOperator.Eq => "==",
        CompareOperator.NotEq => "!=",
        CompareOperator.Lt => "<",
        CompareOperator.LtE => "<=",
        CompareOperator.Gt => ">",
        CompareOperator.GtE => ">=",
        CompareOperator.Is => "is",
        CompareOperator.IsNot => "is not",
        CompareOperator.In => "in",
        CompareOperator.NotIn => "not in",
    };

    // NaN compares as "unordered": only != holds.
    private static bool HoldsOrdered(this CompareOperator op, int? order) =>
        order is { } known ? op.Holds(known) : op == CompareOperator.NotEq;

    private static PyValue CompareObjects(RunContext ctx, CompareOperator op, PyValue a, PyValue b)
    {
        // A subclass on the right goes first, so that it can refine what its base does.
        var rightFirst = b.Ref is PyInstance && !ReferenceEquals(a.Type, b.Type) && b.Type.IsSubclassOf(a.Type);
        if (rightFirst)
        {
            var early = b.Object.Compare(ctx, op.Swapped(), a);
            if (!early.IsNotImplemented) return early;
        }
        if (a.Ref is PyObject left)
        {
            var result = left.Compare(ctx, op, b);
            if (!result.IsNotImplemented) return result;
        }
        return rightFirst || b.Ref is not PyObject right ? PyValue.NotImplemented : right.Compare(ctx, op.Swapped(), a);
    }

    private static bool CompareTexts(RunContext ctx, CompareOperator op, string x, string y)
    {
        if (op is CompareOperator.Eq or CompareOperator.NotEq)
            return ctx.IsSameText(x, y) == (op == CompareOperator.Eq);
        ctx.Tick(Math.Min(x.Length, y.Length) >> 12);
        return op.Holds(CompareText(x, y));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsSameText(this RunContext ctx, string x, string y)
    {
        if (x.Length != y.Length) return false;
        ctx.Tick(x.Length >> 12);
        return x == y;
    }

    // By code point: surrogate pairs sort behind every single unit.
    private static int CompareText(string a, string b)
    {
        var common = a.AsSpan().CommonPrefixLength(b);
        if (common == a.Length || common == b.Length) return a.Length - b.Length;
        char x = a[common], y = b[common];
        return char.IsSurrogate(x) == char.IsSurrogate(y) ? x - y : char.IsSurrogate(x) ? 1 : -1;
    }
}

/// <summary>Lists and tuples compare element by element.</summary>
internal static class SequenceOrder
{
    internal static PyValue Compare(RunContext ctx, CompareOperator op, PyList a, PyList b)
    {
        if (op is CompareOperator.Eq or CompareOperator.NotEq && a.Count != b.Count)
            return PyValue.Bool(op == CompareOperator.NotEq);
        for (var i = 0; i < a.Count && i < b.Count; i++)
        {
            ctx.Step();
            if (ctx.AreSame(a[i], b[i])) continue;
            return Different(ctx, op, a[i], b[i]);
        }
        return PyValue.Bool(op.Holds(a.Count.CompareTo(b.Count)));
    }

    internal static PyValue Compare(RunContext ctx, CompareOperator op, PyValue[] a, PyValue[] b)
    {
        if (op is CompareOperator.Eq or CompareOperator.NotEq && a.Length != b.Length)
            return PyValue.Bool(op == CompareOperator.NotEq);
        for (var i = 0; i < a.Length && i < b.Length; i++)
        {
            ctx.Step();
            if (ctx.AreSame(a[i], b[i])) continue;
            return Different(ctx, op, a[i], b[i]);
        }
        return PyValue.Bool(op.Holds(a.Length.CompareTo(b.Length)));
    }

    private static PyValue Different(RunContext ctx, CompareOperator op, PyValue a, PyValue b) => op switch
    {
        CompareOperator.Eq => PyValue.False,
        CompareOperator.NotEq => PyValue.True,
        _ => ctx.Compare(op, a, b),
    };
}

/// <summary>Exact comparison of ints and floats of any size.</summary>
internal static class Numbers
{
    /// <summary>False when one of them is not a number; null for unordered.</summary>
    internal static bool TryCompare(PyValue a, PyValue b, out int? order)
    {
        order = null;
        if (!IsNumber(a) || !IsNumber(b)) return false;
        if (!a.IsFloat && !b.IsFloat)
        {
            order = a.Ref is PyBigInt || b.Ref is PyBigInt ? Big(a).CompareTo(Big(b)) : a.Bits.CompareTo(b.Bits);
            return true;
        }
        if (a.IsFloat && b.IsFloat)
        {
            double x = a.Double, y = b.Double;
            order = x < y ? -1 : x > y ? 1 : x == y ? 0 : null;
            return true;
        }
        order = a.IsFloat ? -CompareToFloat(b, a.Double) : CompareToFloat(a, b.Double);
        return true;
    }

    internal static bool IsNumber(PyValue value) =>
        value.IsInt || value.IsFloat || value.IsBool || value.Ref is PyBigInt;

    /// <summary>An int of any size from an int or bool.</summary>
    internal static BigInteger Big(PyValue value) => value.Ref is PyBigInt big ? big.Value : value.Bits;

    private static int? CompareToFloat(PyValue integer, double number)
    {
        if (double.IsNaN(number)) return null;
        if (double.IsInfinity(number)) return number > 0 ? -1 : 1;
        var whole = Math.Floor(number);
        var order = Big(integer).CompareTo(new BigInteger(whole));
        return order != 0 ? order : whole < number ? -1 : 0;
    }
}
