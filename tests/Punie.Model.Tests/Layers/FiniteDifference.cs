namespace Punie.Model.Tests.Layers;

/// <summary>Compares gradients with slopes measured by moving one number at a time.</summary>
internal static class FiniteDifference
{
    /// <param name="values">Moved in place and put back.</param>
    /// <param name="loss">The scalar, computed from the current values.</param>
    /// <param name="gradients">What the backward pass says, one for each value.</param>
    public static void Check(float[] values, Func<double> loss, ReadOnlySpan<float> gradients)
    {
        for (var i = 0; i < values.Length; i++)
        {
            var index = i;
            var slope = Slope(loss, move => values[index] = move, values[i]);
            Assert.Equal(slope, gradients[i], 2e-3 + (5e-3 * Math.Abs(slope)));
        }
    }

    /// <summary>
    /// Central difference with Richardson's extrapolation: its error falls with the fourth power of the step.
    /// </summary>
    public static double Slope(Func<double> loss, Action<float> set, float value)
    {
        double Central(float step)
        {
            set(value + step);
            var high = loss();
            set(value - step);
            var low = loss();
            set(value);
            return (high - low) / (value + step - (double)(value - step));
        }

        return ((4 * Central(1e-2f)) - Central(2e-2f)) / 3;
    }
}
