using Punie.Cli.Rendering;

namespace Punie.Cli.Tests;

public sealed class RenderingTests
{
    [Theory]
    [InlineData(0, "0 ms")]
    [InlineData(999.4, "999 ms")]
    [InlineData(999.6, "1.0 s")]
    [InlineData(59_940, "59.9 s")]
    [InlineData(61_000, "1 min 1 s")]
    public void A_duration_reads_well(double milliseconds, string text) =>
        Assert.Equal(text, Page.Duration(TimeSpan.FromMilliseconds(milliseconds)));

    [Theory]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "ab…")]
    [InlineData("漢字", 4, "漢字")]
    [InlineData("漢字漢", 4, "漢…")]
    public void A_line_is_clipped_by_cells(string line, int columns, string text) =>
        Assert.Equal(text, Page.Clip(line, columns));

    [Theory]
    [InlineData("a", 1)]
    [InlineData("漢", 2)]
    [InlineData("e\u0301", 1)]
    [InlineData("😀", 2)]
    public void Wide_and_combined_characters_are_measured(string text, int cells) =>
        Assert.Equal(cells, Cells.Width(text));

    [Fact]
    public void A_files_content_cannot_drive_the_terminal() =>
        Assert.Equal("␛[2Ja\tb\n␇", Cells.Harmless("\e[2Ja\tb\n\a"));

    [Fact]
    public void A_long_line_wraps_inside_the_box()
    {
        var terminal = new FakeTerminal { IsScreen = true, Width = 24 };

        new Page(terminal).Program("print(\"0123456789012345\")\nx");

        Assert.Equal(
            "╭─ program ────────────╮\n│ print(\"0123456789012 │\n│ 345\")                │\n│ x                    "
            + "│\n╰──────────────────────╯\n",
            terminal.OutputText.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void What_is_quick_shows_no_progress()
    {
        var terminal = new FakeTerminal { IsScreen = true };
        var clock = new FrozenTime();
        using var progress = new ProgressLine(terminal, clock);

        progress.Begin("typecheck");
        clock.Pass(TimeSpan.FromSeconds(1.9));
        progress.End();
        clock.Pass(TimeSpan.FromSeconds(10));

        Assert.Equal("", terminal.ErrorText);
    }

    [Fact]
    public void What_takes_long_counts_on_one_line_that_goes_away()
    {
        var terminal = new FakeTerminal { IsScreen = true };
        var clock = new FrozenTime();
        using var progress = new ProgressLine(terminal, clock);

        progress.Begin("typecheck");
        clock.Pass(TimeSpan.FromSeconds(2));
        clock.Pass(TimeSpan.FromSeconds(1));
        progress.End();

        Assert.Equal("\r\e[K… typecheck 2 s\r\e[K… typecheck 3 s\r\e[K", terminal.ErrorText);
    }

    [Fact]
    public void News_of_what_takes_long_do_not_begin_the_count_again()
    {
        var terminal = new FakeTerminal { IsScreen = true, Width = 30 };
        var clock = new FrozenTime();
        using var progress = new ProgressLine(terminal, clock);

        progress.Begin("peer_work()");
        clock.Pass(TimeSpan.FromSeconds(2));
        progress.Say("peer_work(): " + new string('x', 40));
        clock.Pass(TimeSpan.FromSeconds(1));
        progress.End();
        progress.Say("too late");
        clock.Pass(TimeSpan.FromSeconds(60));

        Assert.Equal(
            "\r\e[K… peer_work() 2 s\r\e[K… peer_work(): xxxxxxxxx… 3 s\r\e[K", terminal.ErrorText);
    }

    [Fact]
    public void In_a_pipe_news_are_another_line_that_fits_and_comes_seldom()
    {
        var terminal = new FakeTerminal { Width = 20 };
        var clock = new FrozenTime();
        using var progress = new ProgressLine(terminal, clock);

        progress.Begin("work");
        clock.Pass(TimeSpan.FromSeconds(2));
        progress.Say("work: a third");
        clock.Pass(TimeSpan.FromSeconds(1));
        progress.Say("work: two thirds of it");
        clock.Pass(TimeSpan.FromSeconds(9));

        Assert.Equal("... work\n... work: two third…\n", terminal.ErrorText.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void In_a_pipe_what_takes_long_is_one_plain_line()
    {
        var terminal = new FakeTerminal();
        var clock = new FrozenTime();
        using var progress = new ProgressLine(terminal, clock);

        progress.Begin("typecheck");
        clock.Pass(TimeSpan.FromSeconds(2));
        clock.Pass(TimeSpan.FromSeconds(60));

        Assert.Equal("... typecheck\n", terminal.ErrorText.ReplaceLineEndings("\n"));
    }
}
