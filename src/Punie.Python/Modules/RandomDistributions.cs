using Punie.Python.Builtins;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules;

/// <summary>Distributions of <c>random</c>, drawing in CPython's order so that a seed gives the same numbers.</summary>
internal static class RandomDistributions
{
    internal static readonly NativeFunction[] Methods =
    [
        new("gammavariate", "self, alpha, beta", (ctx, a) =>
            PyValue.Float(Gamma(ctx, a[0], Real(ctx, a[1]), Real(ctx, a[2])))),
        new("betavariate", "self, alpha, beta", Beta),
        new("paretovariate", "self, alpha", (ctx, a) => PyValue.Float(Math.Pow(1 - Draw(a[0]), -1 / Real(ctx, a[1])))),
        new("weibullvariate", "self, alpha, beta", (ctx, a) =>
            PyValue.Float(Real(ctx, a[1]) * Math.Pow(-Math.Log(1 - Draw(a[0])), 1 / Real(ctx, a[2])))),
        new("vonmisesvariate", "self, mu, kappa", VonMises),
    ];

    private static double Real(RunContext ctx, PyValue value) => NumberParsing.Real(ctx, value);

    private static double Draw(PyValue random) => ((PyRandom)random.Ref!).Twister.NextDouble();

    private static double Gamma(RunContext ctx, PyValue random, double alpha, double beta)
    {
        if (alpha <= 0 || beta <= 0) throw ctx.ValueError("gammavariate: alpha and beta must be > 0.0");
        if (alpha == 1) return -Math.Log(1 - Draw(random)) * beta;
        return (alpha > 1 ? LargeGamma(ctx, random, alpha) : SmallGamma(ctx, random, alpha)) * beta;
    }

    private static double LargeGamma(RunContext ctx, PyValue random, double alpha)
    {
        var root = Math.Sqrt(2 * alpha - 1);
        var low = alpha - Math.Log(4);
        var slope = alpha + root;
        while (true)
        {
            ctx.Step();
            var u1 = Draw(random);
            if (u1 is <= 1e-7 or >= 0.9999999) continue;
            var u2 = 1 - Draw(random);
            var v = Math.Log(u1 / (1 - u1)) / root;
            var x = alpha * Math.Exp(v);
            var z = u1 * u1 * u2;
            var r = low + slope * v - x;
            if (r + (1 + Math.Log(4.5)) - 4.5 * z >= 0 || r >= Math.Log(z)) return x;
        }
    }

    private static double SmallGamma(RunContext ctx, PyValue random, double alpha)
    {
        while (true)
        {
            ctx.Step();
            var b = (Math.E + alpha) / Math.E;
            var p = b * Draw(random);
            var x = p <= 1 ? Math.Pow(p, 1 / alpha) : -Math.Log((b - p) / alpha);
            var u = Draw(random);
            if (p > 1 ? u <= Math.Pow(x, alpha - 1) : u <= Math.Exp(-x)) return x;
        }
    }

    private static PyValue Beta(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        double alpha = Real(ctx, a[1]), beta = Real(ctx, a[2]);
        var y = Gamma(ctx, a[0], alpha, 1);
        return PyValue.Float(y == 0 ? 0 : y / (y + Gamma(ctx, a[0], beta, 1)));
    }

    private static PyValue VonMises(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        double mu = Real(ctx, a[1]), kappa = Real(ctx, a[2]);
        if (kappa <= 1e-6) return PyValue.Float(Math.Tau * Draw(a[0]));
        var s = 0.5 / kappa;
        var r = s + Math.Sqrt(1 + s * s);
        double z;
        while (true)
        {
            ctx.Step();
            z = Math.Cos(Math.PI * Draw(a[0]));
            var d = z / (r + z);
            var u = Draw(a[0]);
            if (u < 1 - d * d || u <= (1 - d) * Math.Exp(d)) break;
        }
        var q = 1 / r;
        var angle = Math.Acos((q + z) / (1 + q * z));
        var theta = (Draw(a[0]) > 0.5 ? mu + angle : mu - angle) % Math.Tau;
        return PyValue.Float(theta < 0 ? theta + Math.Tau : theta);
    }
}
