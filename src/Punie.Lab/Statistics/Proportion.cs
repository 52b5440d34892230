namespace Punie.Lab.Statistics;

/// <summary>A share of successes with its uncertainty.</summary>
/// <param name="Successes">0 to <paramref name="Trials"/>.</param>
/// <param name="Trials">1 or more.</param>
public readonly record struct Proportion(int Successes, int Trials)
{
    // The 97.5th percentile of the normal distribution.
    private const double Z = 1.959963984540054;

    /// <summary>The share, 0 to 1.</summary>
    public double Value => (double)Successes / Trials;

    /// <summary>The 95 % Wilson score interval.</summary>
    /// <remarks>Source: Wilson 1927; behaves near 0 and 1, where the textbook interval does not.</remarks>
    public (double Low, double High) Interval()
    {
        var denominator = 1 + (Z * Z / Trials);
        var center = Value + (Z * Z / (2 * Trials));
        var half = Z * Math.Sqrt((Value * (1 - Value) / Trials) + (Z * Z / (4.0 * Trials * Trials)));
        return (Math.Max(0, (center - half) / denominator), Math.Min(1, (center + half) / denominator));
    }

    /// <summary>For example <c>131 of 150 = 87.3 % (95 % interval 81.1 to 91.7)</c>.</summary>
    public override string ToString()
    {
        var (low, high) = Interval();
        return FormattableString.Invariant(
            $"{Successes} of {Trials} = {100 * Value:0.0} % (95 % interval {100 * low:0.0} to {100 * high:0.0})");
    }
}
