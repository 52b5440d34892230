using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Builtins.Complex;

/// <summary>Arithmetic of complex numbers, in the order of operations of Objects/complexobject.c.</summary>
internal static class ComplexMath
{
    // Whole exponents up to this size are powers by squaring.
    private const double MaxWholeExponent = 100;

    internal static PyComplex Multiply(PyComplex x, PyComplex y) =>
        new(x.Real * y.Real - x.Imaginary * y.Imaginary, x.Real * y.Imaginary + x.Imaginary * y.Real);

    internal static PyComplex Divide(RunContext ctx, PyComplex x, PyComplex y)
    {
        if (Math.Abs(y.Real) >= Math.Abs(y.Imaginary))
        {
            if (y.Real == 0) throw ctx.ZeroDivisionError("complex division by zero");
            var ratio = y.Imaginary / y.Real;
            var divisor = y.Real + y.Imaginary * ratio;
            return new PyComplex((x.Real + x.Imaginary * ratio) / divisor, (x.Imaginary - x.Real * ratio) / divisor);
        }
        if (double.IsNaN(y.Real) || double.IsNaN(y.Imaginary)) return new PyComplex(double.NaN, double.NaN);
        var inverse = y.Real / y.Imaginary;
        var scale = y.Real * inverse + y.Imaginary;
        return new PyComplex((x.Real * inverse + x.Imaginary) / scale, (x.Imaginary * inverse - x.Real) / scale);
    }

    internal static PyComplex Power(RunContext ctx, PyComplex x, PyComplex y)
    {
        var result = y.Imaginary == 0 && y.Real == Math.Floor(y.Real) && Math.Abs(y.Real) <= MaxWholeExponent
            ? WholePower(ctx, x, (long)y.Real)
            : GeneralPower(ctx, x, y);
        var isFinite = double.IsFinite(x.Real) && double.IsFinite(x.Imaginary) && double.IsFinite(y.Real)
            && double.IsFinite(y.Imaginary);
        if (isFinite && (double.IsInfinity(result.Real) || double.IsInfinity(result.Imaginary)))
            throw ctx.OverflowError("complex exponentiation");
        return result;
    }

    internal static double Absolute(RunContext ctx, PyComplex x)
    {
        if (double.IsInfinity(x.Real) || double.IsInfinity(x.Imaginary)) return double.PositiveInfinity;
        var result = double.Hypot(x.Real, x.Imaginary);
        return double.IsInfinity(result) ? throw ctx.OverflowError("absolute value too large") : result;
    }

    private static PyComplex WholePower(RunContext ctx, PyComplex x, long exponent)
    {
        PyComplex result = new(1, 0), square = x;
        if (exponent < 0 && x is { Real: 0, Imaginary: 0 }) throw Undefined(ctx);
        for (var rest = Math.Abs(exponent); rest > 0; rest >>= 1)
        {
            if ((rest & 1) != 0) result = Multiply(result, square);
            square = Multiply(square, square);
        }
        return exponent < 0 ? Divide(ctx, new PyComplex(1, 0), result) : result;
    }

    private static PyComplex GeneralPower(RunContext ctx, PyComplex x, PyComplex y)
    {
        if (y is { Real: 0, Imaginary: 0 }) return new PyComplex(1, 0);
        if (x is { Real: 0, Imaginary: 0 })
        {
            if (y.Imaginary != 0 || y.Real < 0) throw Undefined(ctx);
            return new PyComplex(0, 0);
        }
        var size = double.Hypot(x.Real, x.Imaginary);
        var length = Math.Pow(size, y.Real);
        var angle = Math.Atan2(x.Imaginary, x.Real);
        var phase = angle * y.Real;
        if (y.Imaginary != 0)
        {
            length /= Math.Exp(angle * y.Imaginary);
            phase += y.Imaginary * Math.Log(size);
        }
        return new PyComplex(length * Math.Cos(phase), length * Math.Sin(phase));
    }

    private static PyRaise Undefined(RunContext ctx) => ctx.ZeroDivisionError("0.0 to a negative or complex power");
}
