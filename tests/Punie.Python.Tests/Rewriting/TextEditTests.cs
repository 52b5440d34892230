using Punie.Python.Rewriting;

namespace Punie.Python.Tests.Rewriting;

public sealed class TextEditTests
{
    [Fact]
    public void Edits_apply_to_the_unchanged_text_in_any_order() =>
        Assert.Equal("xx b c!", TextEdits.Apply("a b c", [TextEdit.Insert(5, "!"), new(new(0, 1), "xx")]));

    [Fact]
    public void Insertions_at_one_place_keep_their_order() =>
        Assert.Equal("12a", TextEdits.Apply("a", [TextEdit.Insert(0, "1"), TextEdit.Insert(0, "2")]));

    [Fact]
    public void Overlapping_edits_are_refused() =>
        Assert.Throws<ArgumentException>(() => TextEdits.Apply("abc", [new(new(0, 2), ""), new(new(1, 3), "")]));

    [Fact]
    public void An_edit_outside_the_text_is_refused() =>
        Assert.Throws<ArgumentException>(() => TextEdits.Apply("abc", [new(new(2, 9), "")]));

    [Theory]
    [InlineData("abc", "abxc")]
    [InlineData("aaa", "aa")]
    [InlineData("", "x")]
    [InlineData("abc", "")]
    [InlineData("a\r\nb", "a\r\nc\r\nb")]
    public void The_edit_between_two_texts_turns_one_into_the_other(string before, string after) =>
        Assert.Equal(after, TextEdits.Apply(before, TextEdits.Between(before, after)));

    [Fact]
    public void Equal_texts_need_no_edit() => Assert.Empty(TextEdits.Between("abc", "abc"));
}
