using Punie.Model.Tensors;

namespace Punie.Model.Tests.Tensors;

public sealed class SeededRandomTests
{
    [Fact]
    public void The_same_seed_gives_the_same_numbers()
    {
        var (first, second) = (new SeededRandom(5), new SeededRandom(5));

        Assert.Equal(Enumerable.Range(0, 9).Select(_ => first.NextBits()), Enumerable.Range(0, 9)
            .Select(_ => second.NextBits()));
    }

    [Fact]
    public void Streams_of_one_seed_differ() =>
        Assert.NotEqual(new SeededRandom(5, stream: 1).NextBits(), new SeededRandom(5, stream: 2).NextBits());

    [Fact]
    public void Bounded_numbers_fill_their_range()
    {
        var random = new SeededRandom(1);

        var seen = Enumerable.Range(0, 1000).Select(_ => random.Next(7)).Distinct().Order();

        Assert.Equal(Enumerable.Range(0, 7), seen);
    }

    [Fact]
    public void Normal_numbers_have_mean_zero_and_variance_one()
    {
        var random = new SeededRandom(1);
        double[] values = [.. Enumerable.Range(0, 20_000).Select(_ => random.NextNormal())];

        Assert.Equal(0, values.Average(), 0.03);
        Assert.Equal(1, values.Average(v => v * v), 0.05);
    }
}
