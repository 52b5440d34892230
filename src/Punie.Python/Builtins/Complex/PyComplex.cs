using Punie.Python.Builtins.Formatting;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Builtins.Complex;

/// <summary>A <c>complex</c> number.</summary>
internal sealed class PyComplex(double real, double imaginary) : PyObject(Types.Complex), IHasAbsolute
{
    internal double Real { get; } = real;

    internal double Imaginary { get; } = imaginary;

    internal static PyValue Of(double real, double imaginary) => PyValue.Of(new PyComplex(real, imaginary));

    /// <summary>Null where the value is no number.</summary>
    internal static PyComplex? From(RunContext ctx, PyValue value)
    {
        value = ctx.Unwrap(value);
        if (value.Ref is PyComplex complex) return complex;
        return Numbers.IsNumber(value) ? new PyComplex(FloatMath.ToDouble(ctx, value), 0) : null;
    }

    internal override string Repr(RunContext ctx) => ComplexText.Repr(this);

    internal override string Format(RunContext ctx, string spec) =>
        spec.Length == 0 ? Repr(ctx) : ComplexText.Format(ctx, this, Spec.Parse(ctx, spec, "complex", '>'));

    internal override bool Truth(RunContext ctx) => Real != 0 || Imaginary != 0;

    internal override long Hash(RunContext ctx)
    {
        var hash = unchecked(Hashing.OfDouble(Real) + 1000003 * Hashing.OfDouble(Imaginary));
        return hash == -1 ? -2 : hash;
    }

    internal override PyValue Compare(RunContext ctx, CompareOperator op, PyValue other)
    {
        if (op is not (CompareOperator.Eq or CompareOperator.NotEq)) return PyValue.NotImplemented;
        var value = ctx.Unwrap(other);
        bool equal;
        if (value.Ref is PyComplex right) equal = Real == right.Real && Imaginary == right.Imaginary;
        else if (Numbers.TryCompare(PyValue.Float(Real), value, out var order)) equal = Imaginary == 0 && order == 0;
        else return PyValue.NotImplemented;
        return PyValue.Bool(equal == (op == CompareOperator.Eq));
    }

    public PyValue Absolute(RunContext ctx) => PyValue.Float(ComplexMath.Absolute(ctx, this));

    internal override PyValue Unary(RunContext ctx, UnaryOperator op) => op switch
    {
        UnaryOperator.USub => Of(-Real, -Imaginary),
        UnaryOperator.UAdd => AsValue,
        _ => PyValue.NotImplemented,
    };

    internal override PyValue Binary(RunContext ctx, BinaryOperator op, PyValue other, bool reflected)
    {
        if (From(ctx, other) is not { } second) return PyValue.NotImplemented;
        var (x, y) = reflected ? (second, this) : (this, second);
        return op switch
        {
            BinaryOperator.Add => Of(x.Real + y.Real, x.Imaginary + y.Imaginary),
            BinaryOperator.Sub => Of(x.Real - y.Real, x.Imaginary - y.Imaginary),
            BinaryOperator.Mult => PyValue.Of(ComplexMath.Multiply(x, y)),
            BinaryOperator.Div => PyValue.Of(ComplexMath.Divide(ctx, x, y)),
            BinaryOperator.Pow => PyValue.Of(ComplexMath.Power(ctx, x, y)),
            _ => PyValue.NotImplemented,
        };
    }
}
