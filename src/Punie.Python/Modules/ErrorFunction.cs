namespace Punie.Python.Modules;

/// <summary>
/// <c>erf</c>, <c>erfc</c> and <c>expm1</c>, with the polynomials of Sun's fdlibm that C libraries use.
/// </summary>
internal static class ErrorFunction
{
    private const double Erx = 8.45062911510467529297e-01;

    private static readonly double[] P =
        [1.28379167095512558561e-01, -3.25042107247001499370e-01, -2.84817495755985104766e-02,
            -5.77027029648944159157e-03, -2.37630166566501626084e-05];

    private static readonly double[] Q =
        [1, 3.97917223959155352819e-01, 6.50222499887672944485e-02, 5.08130628187576562776e-03,
            1.32494738004321644526e-04, -3.96022827877536812320e-06];

    private static readonly double[] Pa =
    [
        -2.36211856075265944077e-03, 4.14856118683748331666e-01, -3.72207876035701323847e-01,
        3.18346619901161753674e-01, -1.10894694282396677476e-01,
        3.54783043256182359371e-02, -2.16637559486879084300e-03,
    ];

    private static readonly double[] Qa =
    [
        1, 1.06420880400844228286e-01, 5.40397917702171048937e-01, 7.18286544141962662868e-02,
        1.26171219808761642112e-01, 1.36370839120290507362e-02,
        1.19844998467991074170e-02,
    ];

    private static readonly double[] Ra =
    [
        -9.86494403484714822705e-03, -6.93858572707181764372e-01, -1.05586262253232909814e+01,
        -6.23753324503260060396e+01, -1.62396669462573470355e+02,
        -1.84605092906711035994e+02, -8.12874355063065934246e+01, -9.81432934416914548592e+00,
    ];

    private static readonly double[] Sa =
    [
        1, 1.96512716674392571292e+01, 1.37657754143519042600e+02, 4.34565877475229228821e+02,
        6.45387271733267880336e+02, 4.29008140027567833386e+02,
        1.08635005541779435134e+02, 6.57024977031928170135e+00, -6.04244152148580987438e-02,
    ];

    private static readonly double[] Rb =
    [
        -9.86494292470009928597e-03, -7.99283237680523006574e-01, -1.77579549177547519889e+01,
        -1.60636384855821916062e+02, -6.37566443368389627722e+02,
        -1.02509513161107724954e+03, -4.83519191608651397019e+02,
    ];

    private static readonly double[] Sb =
    [
        1, 3.03380607434824582924e+01, 3.25792512996573918826e+02, 1.53672958608443695994e+03,
        3.19985821950859553908e+03, 2.55305040643316442583e+03,
        4.74528541206955367215e+02, -2.24409524465858183362e+01,
    ];

    internal static double Erf(double x)
    {
        if (double.IsNaN(x)) return x;
        var size = Math.Abs(x);
        if (double.IsInfinity(x) || size >= 6) return Math.CopySign(1, x);
        if (size < 0.84375)
        {
            if (size < 3.7252902984e-09) return x + 1.28379167095512586316e-01 * x;
            var z = x * x;
            return x + x * (Sum(P, z) / Sum(Q, z));
        }
        if (size < 1.25)
        {
            var s = size - 1;
            return Math.CopySign(Erx + Sum(Pa, s) / Sum(Qa, s), x);
        }
        return Math.CopySign(1 - Tail(size), x);
    }

    internal static double Erfc(double x)
    {
        if (double.IsNaN(x)) return x;
        var size = Math.Abs(x);
        if (double.IsInfinity(x) || size >= 28) return x > 0 ? 0 : 2;
        if (size < 0.84375)
        {
            var z = x * x;
            var y = Sum(P, z) / Sum(Q, z);
            return x < 0.25 ? 1 - (x + x * y) : 0.5 - (x - 0.5 + x * y);
        }
        if (size < 1.25)
        {
            var s = size - 1;
            var ratio = Sum(Pa, s) / Sum(Qa, s);
            return x >= 0 ? 1 - Erx - ratio : 1 + (Erx + ratio);
        }
        if (x < -6) return 2;
        return x > 0 ? Tail(size) : 2 - Tail(size);
    }

    internal static double Expm1(double x)
    {
        if (double.IsNaN(x) || Math.Abs(x) < 5.55e-17 || x == double.PositiveInfinity) return x;
        if (x < -38) return -1;
        if (x > 709.782712893384) return double.PositiveInfinity;
        double c = 0;
        var k = 0;
        if (Math.Abs(x) > 0.34657359027997264)
        {
            k = Math.Abs(x) < 1.0397207708399179
                ? Math.Sign(x)
                : (int)(1.44269504088896338700 * x + (x < 0 ? -0.5 : 0.5));
            var high = x - k * 6.93147180369123816490e-01;
            var low = k * 1.90821492927058770002e-10;
            x = high - low;
            c = high - x - low;
        }
        var half = 0.5 * x;
        var square = x * half;
        var r = 1
            + square * (-3.33333333333331316428e-02
            + square * (1.58730158725481460165e-03
            + square * (-7.93650757867487942473e-05
            + square * (4.00821782732936239552e-06 + square * -2.01099218183624371326e-07))));
        var t = 3 - r * half;
        var e = square * ((r - t) / (6 - x * t));
        if (k == 0) return x - (x * e - square);
        e = x * (e - c) - c;
        e -= square;
        if (k == -1) return 0.5 * (x - e) - 0.5;
        if (k == 1) return x < -0.25 ? -2 * (e - (x + 0.5)) : 1 + 2 * (x - e);
        if (k is <= -2 or > 56) return Math.ScaleB(1 - (e - x), k) - 1;
        return k < 20
            ? Math.ScaleB(1 - Math.ScaleB(1, -k) - (e - x), k)
            : Math.ScaleB(x - (e + Math.ScaleB(1, -k)) + 1, k);
    }

    internal static double Log1p(double x)
    {
        if (double.IsNaN(x) || double.IsPositiveInfinity(x)) return x;
        if (x <= -1) return x == -1 ? double.NegativeInfinity : double.NaN;
        if (Math.Abs(x) < 5.6e-17) return x;
        if (Math.Abs(x) < 1.862645149230957e-09) return x - x * x * 0.5;
        var k = 0;
        double f = x, c = 0;
        if (x <= -0.2928932309150696 || x >= 0.41421356201171875)
        {
            var u = 1 + x;
            k = Math.ILogB(u);
            c = k > 0 ? 1 - (u - x) : x - (u - 1);
            c /= u;
            u = Math.ScaleB(u, -k);
            if (u >= 1.4142131805419922)
            {
                k++;
                u /= 2;
            }
            f = u - 1;
        }
        var half = 0.5 * f * f;
        var s = f / (2 + f);
        var z = s * s;
        var r = z * (6.666666666666735130e-01
            + z * (3.999999999940941908e-01
            + z * (2.857142874366239149e-01
            + z * (2.222219843214978396e-01
            + z * (1.818357216161805012e-01 + z * (1.531383769920937332e-01 + z * 1.479819860511658591e-01))))));
        if (k == 0) return f - (half - s * (half + r));
        return k * 6.93147180369123816490e-01 - (half - (s * (half + r) + (k * 1.90821492927058770002e-10 + c)) - f);
    }

    private static double Tail(double size)
    {
        var s = 1 / (size * size);
        var (r, divisor) = size < 1 / 0.35 ? (Sum(Ra, s), Sum(Sa, s)) : (Sum(Rb, s), Sum(Sb, s));
        // The upper half of the digits alone, so that its square is exact.
        var z = BitConverter.Int64BitsToDouble(
            BitConverter.DoubleToInt64Bits(size) & unchecked((long)0xffffffff00000000));
        return Math.Exp(-z * z - 0.5625) * Math.Exp((z - size) * (z + size) + r / divisor) / size;
    }

    private static double Sum(double[] coefficients, double x)
    {
        var sum = coefficients[^1];
        for (var i = coefficients.Length - 2; i >= 0; i--) sum = coefficients[i] + x * sum;
        return sum;
    }
}
