using Punie.Model.Tuning;

namespace Punie.Model.Tests.Tuning;

public sealed class DataOrderTests
{
    [Fact]
    public void Every_epoch_holds_every_example_once_in_another_order()
    {
        var order = new DataOrder(50, seed: 4);

        int[] first = [.. Enumerable.Range(0, 50).Select(i => order[i])];
        int[] second = [.. Enumerable.Range(50, 50).Select(i => order[i])];

        Assert.Equal(Enumerable.Range(0, 50), first.Order());
        Assert.Equal(Enumerable.Range(0, 50), second.Order());
        Assert.NotEqual(first, second);
    }

    [Fact]
    public void A_position_means_the_same_example_whatever_was_asked_before()
    {
        var (walked, jumped) = (new DataOrder(50, seed: 4), new DataOrder(50, seed: 4));

        int[] all = [.. Enumerable.Range(0, 170).Select(i => walked[i])];

        Assert.Equal(all[163], jumped[163]);
        Assert.Equal(all[20], jumped[20]);
    }
}
