using Punie.Lab.Statistics;

namespace Punie.Lab.Tests;

public sealed class ProportionTests
{
    // Values of R's binom::binom.confint(method = "wilson").
    [Theory]
    [InlineData(29, 40, 0.57168, 0.83891)]
    [InlineData(0, 10, 0, 0.27753)]
    [InlineData(10, 10, 0.72247, 1)]
    public void The_interval_is_Wilsons(int successes, int trials, double low, double high)
    {
        var interval = new Proportion(successes, trials).Interval();

        Assert.Equal(low, interval.Low, 4);
        Assert.Equal(high, interval.High, 4);
    }

    [Fact]
    public void It_is_written_with_its_interval() =>
        Assert.Equal("29 of 40 = 72.5 % (95 % interval 57.2 to 83.9)", new Proportion(29, 40).ToString());
}
