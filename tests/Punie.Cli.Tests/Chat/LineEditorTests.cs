using System.Text;
using Punie.Cli.Chat.Editing;

namespace Punie.Cli.Tests.Chat;

/// <summary>Keys are written as a terminal sends them; the cursor is shown as a bar.</summary>
public sealed class LineEditorTests
{
    private const string Left = "\e[D";
    private const string Right = "\e[C";
    private const string Up = "\e[A";
    private const string Down = "\e[B";
    private const string Home = "\u0001";
    private const string End = "\u0005";

    [Theory]
    [InlineData("abc", "abc|")]
    [InlineData("abc" + Left + Left + "x", "ax|bc")]
    [InlineData("abc" + Home + "x" + End + "y", "xabcy|")]
    [InlineData("abc" + Left + "\u007F", "a|c")]
    [InlineData("abc" + Home + "\e[3~", "|bc")]
    [InlineData("abc" + Home + "\u0004", "|bc")]
    [InlineData("one two_3 four\eb\eb", "one |two_3 four")]
    [InlineData("one two" + Home + "\ef", "one| two")]
    [InlineData("one two four\u0017\u0017", "one |")]
    [InlineData("one two" + Left + Left + "\u0015", "|wo")]
    [InlineData("one two" + Home + Right + "\u000B", "o|")]
    [InlineData("one two\u0017\u0001\u0019 ", "two |one ")]
    public void A_line_is_edited(string keys, string expected) => Assert.Equal(expected, Shown(Type(keys)));

    [Theory]
    [InlineData("e\u0301x" + Left + Left, "|e\u0301x")]
    [InlineData("a👩‍👩‍👧b" + Left + "\u007F", "a|b")]
    [InlineData("漢字" + Left, "漢|字")]
    public void What_reads_as_one_character_is_one_step(string keys, string expected) =>
        Assert.Equal(expected, Shown(Type(keys)));

    [Theory]
    [InlineData("one\\\rtwo", "one\ntwo|")]
    [InlineData("```\rx = 1\r", "```\nx = 1\n|")]
    [InlineData("one\e\rtwo" + Up, "one|\ntwo")]
    [InlineData("one\e\rtwo" + Up + Home + Down + "x", "one\nx|two")]
    [InlineData("\e[200~def f():\r    pass\r\e[201~", "def f():\n    pass\n|")]
    public void A_prompt_may_have_lines(string keys, string expected) => Assert.Equal(expected, Shown(Type(keys)));

    [Theory]
    [InlineData("hello\r", "hello")]
    [InlineData("one\\\rtwo\r", "one\ntwo")]
    [InlineData("```\rx\r```\r", "```\nx\n```")]
    [InlineData("hello" + Home + "\r", "hello")]
    public void Enter_sends_a_complete_prompt(string keys, string expected) =>
        Assert.Equal(new Edited.Submitted(expected), Type(keys).Last);

    [Fact]
    public void Up_and_down_walk_through_earlier_prompts_and_keep_the_draft()
    {
        var history = new PromptHistory(["first", "second\nline"]);

        Assert.Equal("second\nline|", Shown(Type("draft" + Up, history)));
        Assert.Equal("first|", Shown(Type(Up + Up + Up, new PromptHistory(["first", "second"]))));
        Assert.Equal("draft|",
            Shown(Type("draft" + Up + Up + Down + Down + Down, new PromptHistory(["first", "second"]))));
    }

    [Fact]
    public void The_history_is_bounded_and_holds_no_prompt_twice_in_a_row()
    {
        var history = new PromptHistory([.. Enumerable.Range(0, 600).Select(i => $"{i}")]);

        Assert.False(history.Add("599"));
        Assert.True(history.Add("new"));

        Assert.Equal((PromptHistory.Most, "101", "new"),
            (history.Entries.Count, history.Entries[0], history.Entries[^1]));
    }

    [Fact]
    public void Interrupt_clears_the_line_then_asks_then_leaves()
    {
        Assert.IsType<Edited.Cleared>(Type("abc\u0003").Last);
        Assert.IsType<Edited.AskedToLeave>(Type("abc\u0003\u0003").Last);
        Assert.IsType<Edited.Left>(Type("abc\u0003\u0003\u0003").Last);
        Assert.IsType<Edited.AskedToLeave>(Type("\u0003a\u007F\u0003").Last);
    }

    [Fact]
    public void End_of_input_leaves_from_an_empty_line_only()
    {
        Assert.IsType<Edited.Left>(Type("\u0004").Last);
        Assert.IsType<Edited.Changed>(Type("a\u0004").Last);
    }

    [Fact]
    public void Tab_completes_as_far_as_it_is_clear_and_then_shows_the_choices()
    {
        Assert.Equal("/tools |", Shown(Type("/to\t")));
        Assert.Equal("/mode|", Shown(Type("/m\t")));
        Assert.Equal(["/mode", "/model"], Assert.IsType<Edited.Choices>(Type("/m\t\t").Last).Words);
        Assert.Equal("nothing|", Shown(Type("nothing\t")));
    }

    [Fact]
    public void Control_characters_in_a_paste_are_left_out() =>
        Assert.Equal("a[2Jb|", Shown(Type("\e[200~a\e[2Jb\a\e[201~")));

    private static Completion? Complete(string text, int cursor)
    {
        string[] words = ["/mode", "/model", "/tools"];
        return text.StartsWith('/')
            ? new Completion(0, [.. words.Where(word => word.StartsWith(text[..cursor], StringComparison.Ordinal))])
            : null;
    }

    private static (LineEditor Editor, Edited? Last) Type(string keys, PromptHistory? history = null)
    {
        var editor = new LineEditor(history ?? new PromptHistory([]), Complete);
        Edited? last = null;
        foreach (var key in new KeyDecoder().Feed(Encoding.UTF8.GetBytes(keys))) last = editor.Feed(key);
        return (editor, last);
    }

    private static string Shown((LineEditor Editor, Edited? Last) typed) =>
        typed.Editor.Text.Insert(typed.Editor.Cursor, "|");
}
