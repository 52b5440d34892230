using Punie.Model.Layers;
using Punie.Model.Tensors;
using Punie.Model.Tuning;

namespace Punie.Model.Tests.Tensors;

/// <summary>
/// Each loop at each register width against plain arithmetic in double, with a tail that fills no register.
/// </summary>
public sealed class KernelTests
{
    private const int Length = 77;

    public static TheoryData<SimdLevel> Levels() => [.. Enum.GetValues<SimdLevel>()];

    [Theory]
    [MemberData(nameof(Levels))]
    public void Exp_is_right_to_two_units_in_the_last_place(SimdLevel level)
    {
        float[] x = [.. Enumerable.Range(0, 1601).Select(i => (i - 800) / 10f)];
        var result = x.ToArray();

        Simd.Each(new Softmax.ReplayStep(result, 1f, 0f), x.Length, level);

        for (var i = 0; i < x.Length; i++)
        {
            var expected = Math.Exp(x[i]);
            Assert.InRange(result[i], expected * (1 - 2.4e-7), expected * (1 + 2.4e-7));
        }
    }

    [Theory]
    [MemberData(nameof(Levels))]
    public void Exp_of_extremes_stays_finite_and_not_negative(SimdLevel level)
    {
        float[] values = [-1e30f, -200f, 200f, 1e30f];

        Simd.Each(new Softmax.ReplayStep(values, 1f, 0f), values.Length, level);

        Assert.All(values, v => Assert.True(float.IsFinite(v) && v >= 0));
    }

    [Theory]
    [MemberData(nameof(Levels))]
    public void AddScaled_adds_each_element(SimdLevel level)
    {
        var target = TestData.Floats(Length, 1);
        var source = TestData.Floats(Length, 2);
        double[] expected = [.. target.Zip(source, (t, s) => t + (0.3 * s))];

        Simd.Each(new AddScaled(target, source, 0.3f), Length, level);

        AssertClose(expected, target);
    }

    [Theory]
    [MemberData(nameof(Levels))]
    public void Softmax_gives_probabilities_and_the_log_of_their_sum(SimdLevel level)
    {
        var row = TestData.Floats(Length, 1, scale: 4);
        double[] exponentials = [.. row.Select(x => Math.Exp(0.7 * x))];
        var logSum = new float[1];

        Simd.Run(new Softmax.ForwardKernel(row, 0.7f, logSum), level);

        AssertClose([.. exponentials.Select(e => e / exponentials.Sum())], row);
        Assert.Equal(Math.Log(exponentials.Sum()), logSum[0], 1e-5);
    }

    [Theory]
    [MemberData(nameof(Levels))]
    public void SwiGlu_multiplies_the_gated_half_with_the_other(SimdLevel level)
    {
        var gateUp = TestData.Floats(2 * Length, 1, scale: 3);
        var output = new float[Length];

        Simd.Each(new SwiGlu.ForwardStep(gateUp, output), Length, level);

        AssertClose([.. output.Select((_, i) => gateUp[i] / (1 + Math.Exp(-gateUp[i])) * gateUp[Length + i])], output);
    }

    [Theory]
    [MemberData(nameof(Levels))]
    public void SwiGlu_backward_is_the_slope(SimdLevel level)
    {
        var gateUp = TestData.Floats(2 * Length, 1, scale: 3);
        var dy = TestData.Floats(Length, 2);
        var gradient = new float[2 * Length];

        Simd.Each(new SwiGlu.BackwardStep(gateUp, dy, gradient), Length, level);

        static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));
        AssertClose(
            [
                .. dy.Select((d, i) =>
                    d * gateUp[Length + i] * Sigmoid(gateUp[i]) * (1 + (gateUp[i] * (1 - Sigmoid(gateUp[i]))))),
                .. dy.Select((d, i) => d * gateUp[i] * Sigmoid(gateUp[i])),
            ],
            gradient);
    }

    [Theory]
    [MemberData(nameof(Levels))]
    public void A_weighted_dot_is_the_sum_of_triple_products(SimdLevel level)
    {
        var (a, b, c) = (TestData.Floats(Length, 1), TestData.Floats(Length, 2), TestData.Floats(Length, 3));
        var sum = new float[1];

        Simd.Run(new WeightedDot(a, b, c, sum), level);

        Assert.Equal(Enumerable.Range(0, Length).Sum(i => (double)a[i] * b[i] * c[i]), sum[0], 1e-4);
    }

    [Theory]
    [MemberData(nameof(Levels))]
    public void A_dot_is_the_sum_of_products(SimdLevel level)
    {
        var (a, b) = (TestData.Floats(Length, 1), TestData.Floats(Length, 2));
        var sum = new float[1];

        Simd.Run(new Dot(a, b, sum), level);

        Assert.Equal(Enumerable.Range(0, Length).Sum(i => (double)a[i] * b[i]), sum[0], 1e-4);
    }

    [Theory]
    [MemberData(nameof(Levels))]
    public void Adam_updates_moments_and_weights_as_published(SimdLevel level)
    {
        var (weights, gradient) = (TestData.Floats(Length, 1), TestData.Floats(Length, 2));
        var (first, second) = (TestData.Floats(Length, 3), TestData.Floats(Length, 4).Select(MathF.Abs).ToArray());
        double[] m = [.. first.Select((x, i) => (0.9 * x) + (0.1 * 0.5 * gradient[i]))];
        double[] v = [.. second.Select((x, i) => (0.98 * x) + (0.02 * 0.25 * gradient[i] * gradient[i]))];
        double[] w = [.. weights.Select((x, i) => (x * 0.99) - (0.01 * m[i] / ((Math.Sqrt(v[i]) * 1.5) + 1e-3)))];

        Simd.Each(
            new AdamW.UpdateStep(weights, gradient, first, second)
            {
                Factor = 0.5f,
                Beta1 = 0.9f,
                Beta2 = 0.98f,
                Keep = 0.99f,
                Rate = 0.01f,
                Root = 1.5f,
                Epsilon = 1e-3f,
            },
            Length,
            level);

        AssertClose(m, first);
        AssertClose(v, second);
        AssertClose(w, weights);
    }

    private static void AssertClose(double[] expected, float[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], 1e-6 + (2e-6 * Math.Abs(expected[i])));
    }
}
