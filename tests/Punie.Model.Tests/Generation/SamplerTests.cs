using Punie.Model.Generation;

namespace Punie.Model.Tests.Generation;

public sealed class SamplerTests
{
    private static readonly float[] Logits = [0f, 3f, 1f, 2f];

    [Fact]
    public void Greedy_takes_the_likeliest() => Assert.Equal(1, Choose(new SamplingOptions()));

    [Fact]
    public void Greedy_takes_the_likeliest_of_what_is_allowed() =>
        Assert.Equal(3, Choose(new SamplingOptions(), [true, false, true, true]));

    [Fact]
    public void Tokens_beyond_the_mask_are_never_taken() => Assert.Equal(0, Choose(new SamplingOptions(), [true]));

    [Fact]
    public void Draws_follow_the_softmax()
    {
        var sampler = new Sampler(new SamplingOptions { Temperature = 1 });
        var counts = new int[4];

        for (var i = 0; i < 20_000; i++) counts[sampler.Choose(Logits, [true, true, true, true])]++;

        var sum = Logits.Sum(l => Math.Exp(l));
        for (var i = 0; i < 4; i++) Assert.Equal(Math.Exp(Logits[i]) / sum, counts[i] / 20_000.0, 0.015);
    }

    [Fact]
    public void TopK_keeps_the_likeliest() =>
        Assert.Equal([1, 3], Drawn(new SamplingOptions { Temperature = 5, TopK = 2 }));

    [Fact]
    public void TopP_keeps_tokens_until_their_probability_is_reached() =>
        Assert.Equal([1, 3], Drawn(new SamplingOptions { Temperature = 1, TopP = 0.7 }));

    [Fact]
    public void A_seed_repeats_its_draws()
    {
        var options = new SamplingOptions { Temperature = 3, Seed = 11 };
        int[] Draws()
        {
            var sampler = new Sampler(options);
            return [.. Enumerable.Range(0, 50).Select(_ => sampler.Choose(Logits, [true, true, true, true]))];
        }

        Assert.Equal(Draws(), Draws());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Nothing_allowed_is_an_error(double temperature) => Assert.Throws<InvalidOperationException>(() =>
        Choose(new SamplingOptions { Temperature = temperature }, [false, false, false, false]));

    [Fact]
    public void Options_out_of_range_are_named()
    {
        Assert.Equal("TopP is 1.5; it must be above 0 and at most 1.", Refusal(new SamplingOptions { TopP = 1.5 }));
        Assert.Equal("TopK is 0; it must be at least 1.", Refusal(new SamplingOptions { TopK = 0 }));
        Assert.Equal("Temperature is -1; it must be 0 or more.", Refusal(new SamplingOptions { Temperature = -1 }));
        Assert.Equal("MaxTokens is 0; it must be at least 1.", Refusal(new SamplingOptions { MaxTokens = 0 }));
    }

    private static string Refusal(SamplingOptions options) => Assert.Throws<ArgumentException>(options.Checked).Message;

    private static int Choose(SamplingOptions options, bool[]? allowed = null) =>
        new Sampler(options).Choose(Logits, allowed ?? [true, true, true, true]);

    private static IEnumerable<int> Drawn(SamplingOptions options)
    {
        var sampler = new Sampler(options);
        return Enumerable.Range(0, 500).Select(_ => sampler.Choose(Logits, [true, true, true, true])).Distinct()
            .Order();
    }
}
