using Punie.Model.Tuning;

namespace Punie.Model.Tests.Tuning;

public sealed class TrainingOptionsTests
{
    private static readonly TrainingOptions Options =
        new() { Steps = 100, LearningRate = 1, WarmupSteps = 10, FinalShare = 0.1 };

    [Theory]
    [InlineData(0, 0.1)]
    [InlineData(9, 1)]
    [InlineData(10, 1)]
    [InlineData(55, 0.55)]
    [InlineData(100, 0.1)]
    public void The_learning_rate_rises_and_then_follows_a_cosine(int step, double expected) =>
        Assert.Equal(expected, Options.LearningRateAt(step), 1e-12);

    [Fact]
    public void No_warmup_starts_at_the_top() =>
        Assert.Equal(1, (Options with { WarmupSteps = 0 }).LearningRateAt(0), 1e-12);

    [Fact]
    public void Numbers_out_of_range_are_named()
    {
        Assert.Equal("Steps is 0, which is out of range.", Refusal(Options with { Steps = 0 }));
        Assert.Equal("Beta2 is 1, which is out of range.", Refusal(Options with { Beta2 = 1 }));
        Assert.Equal("LearningRate is -0.5, which is out of range.", Refusal(Options with { LearningRate = -0.5 }));
        Assert.Equal("Workers is 0, which is out of range.", Refusal(Options with { Workers = 0 }));
    }

    private static string Refusal(TrainingOptions options) => Assert.Throws<ArgumentException>(options.Checked).Message;
}
