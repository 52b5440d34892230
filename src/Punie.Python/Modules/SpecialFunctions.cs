using Punie.Python.Builtins;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules;

/// <summary>Functions of <c>math</c> that .NET does not have.</summary>
internal static class SpecialFunctions
{
    // Lanczos approximation with g = 6.024680040776729583740234375: the coefficients of CPython's mathmodule.c.
    private const double LanczosG = 6.024680040776729583740234375;

    private static readonly double[] Numerator =
    [
        23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
        35711959237.355668049440185451547166705960488635843,
        17921034426.037209699919755754458931112671403265390, 6039542586.3520280050642916443072979210699388420708,
        1439720407.3117216736632230727949123939715485786772,
        248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
        2876370.6289353724412254090516208496135991145378768,
        186056.26539522349504029498971604569928220784236328, 8071.6720023658162106380029022722506138218516325024,
        210.82427775157934587250973392071336271166969580291,
        2.5066282746310002701649081771338373386264310793408,
    ];

    private static readonly double[] Denominator =
        [0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1];

    internal static double Gamma(double x)
    {
        if (double.IsNaN(x) || double.IsPositiveInfinity(x)) return x;
        if (Math.Floor(x) == x)
        {
            if (x <= 0) return x == 0 ? Math.CopySign(double.PositiveInfinity, x) : double.NaN;
            if (x <= 23)
            {
                double exact = 1;
                for (var i = 2; i < x; i++) exact *= i;
                return exact;
            }
        }
        var magnitude = Math.Abs(x);
        if (magnitude > 200) return x < 0 ? 0 / Math.Sin(Math.PI * x) : double.PositiveInfinity;
        const double shift = LanczosG - 0.5;
        var y = magnitude + shift;
        var rest = magnitude > shift ? y - magnitude - shift : y - shift - magnitude;
        rest = rest * LanczosG / y;
        var result = x < 0
            ? -Math.PI / SinPi(magnitude) / magnitude * Math.Exp(y) / LanczosSum(magnitude)
            : LanczosSum(magnitude) / Math.Exp(y);
        result = x < 0 ? result - rest * result : result + rest * result;
        if (magnitude < 140)
        {
            var power = Math.Pow(y, magnitude - 0.5);
            return x < 0 ? result / power : result * power;
        }
        var half = Math.Pow(y, magnitude / 2 - 0.25);
        return x < 0 ? result / half / half : result * half * half;
    }

    internal static double LogGamma(double x)
    {
        if (double.IsInfinity(x)) return double.PositiveInfinity;
        if (double.IsNaN(x)) return x;
        if (Math.Floor(x) == x && x <= 2) return x <= 0 ? double.PositiveInfinity : 0;
        var magnitude = Math.Abs(x);
        if (magnitude < 1e-20) return -Math.Log(magnitude);
        var result = Math.Log(LanczosSum(magnitude)) - LanczosG
            + (magnitude - 0.5) * (Math.Log(magnitude + LanczosG - 0.5) - 1);
        return x < 0 ? Math.Log(Math.PI) - Math.Log(Math.Abs(SinPi(magnitude))) - Math.Log(magnitude) - result : result;
    }

    /// <summary>The correctly rounded sum: Shewchuk's partial sums, as <c>math.fsum</c>.</summary>
    internal static double ExactSum(RunContext ctx, PyValue iterable)
    {
        var partials = new List<double>();
        var special = 0.0;
        var iterator = ctx.Iterate(iterable);
        while (iterator.Next(ctx, out var value))
        {
            ctx.Step();
            var x = NumberParsing.Real(ctx, value);
            if (double.IsFinite(x)) AddPartial(partials, x);
            else special += x;
        }
        if (double.IsNaN(special)) throw ctx.ValueError("-inf + inf in fsum");
        return special != 0 ? special : SumPartials(partials);
    }

    private static void AddPartial(List<double> partials, double x)
    {
        var kept = 0;
        foreach (var partial in partials.ToArray())
        {
            var y = partial;
            if (Math.Abs(x) < Math.Abs(y)) (x, y) = (y, x);
            var high = x + y;
            var low = y - (high - x);
            if (low != 0) partials[kept++] = low;
            x = high;
        }
        partials.RemoveRange(kept, partials.Count - kept);
        if (x != 0) partials.Add(x);
    }

    private static double SumPartials(List<double> partials)
    {
        var n = partials.Count;
        if (n == 0) return 0;
        var high = partials[--n];
        double low = 0;
        while (n > 0)
        {
            var x = high;
            var y = partials[--n];
            high = x + y;
            low = y - (high - x);
            if (low != 0) break;
        }
        if (n <= 0 || !((low < 0 && partials[n - 1] < 0) || (low > 0 && partials[n - 1] > 0))) return high;
        // Half an even case: the rest decides the direction.
        var doubled = low * 2;
        var rounded = high + doubled;
        return doubled == rounded - high ? rounded : high;
    }

    private static double SinPi(double x)
    {
        var y = x % 2;
        return Math.Round(2 * y) switch
        {
            0 => Math.Sin(Math.PI * y),
            1 => Math.Cos(Math.PI * (y - 0.5)),
            2 => Math.Sin(Math.PI * (1 - y)),
            3 => -Math.Cos(Math.PI * (y - 1.5)),
            _ => Math.Sin(Math.PI * (y - 2)),
        };
    }

    private static double LanczosSum(double x)
    {
        double numerator = 0, denominator = 0;
        if (x < 5)
        {
            for (var i = Numerator.Length - 1; i >= 0; i--)
            {
                numerator = numerator * x + Numerator[i];
                denominator = denominator * x + Denominator[i];
            }
        }
        else
        {
            for (var i = 0; i < Numerator.Length; i++)
            {
                numerator = numerator / x + Numerator[i];
                denominator = denominator / x + Denominator[i];
            }
        }
        return numerator / denominator;
    }
}
