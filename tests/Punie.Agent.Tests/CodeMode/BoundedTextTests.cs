using Punie.Agent.CodeMode;

namespace Punie.Agent.Tests.CodeMode;

public sealed class BoundedTextTests
{
    [Fact]
    public void A_short_text_stays_as_it_is() => Assert.Equal("abc", BoundedText.HeadAndTail("abc", 3));

    [Fact]
    public void A_long_text_keeps_its_ends_and_says_what_is_missing() =>
        Assert.Equal("ab\n[... 1,000 characters left out ...]\nyz",
            BoundedText.HeadAndTail("ab" + new string('.', 1_000) + "yz", 4));

    [Fact]
    public void No_cut_goes_through_a_character()
    {
        var cut = BoundedText.HeadAndTail(string.Concat(Enumerable.Repeat("😀", 100)), 5);

        Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(cut)));
    }

    [Fact]
    public void One_line_has_no_line_breaks() => Assert.Equal("a b c…", BoundedText.OneLine("a\r\n b \n\nc d", 6));
}
