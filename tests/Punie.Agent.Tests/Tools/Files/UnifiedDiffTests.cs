using Punie.Agent.Tools.Files;

namespace Punie.Agent.Tests.Tools.Files;

public sealed class UnifiedDiffTests
{
    [Fact]
    public void Equal_texts_have_no_diff()
    {
        Assert.Equal(new UnifiedDiff("", 0, 0), UnifiedDiff.Create("a", "x\n", "x\n"));
    }

    [Fact]
    public void Changes_far_apart_are_two_hunks()
    {
        var before = string.Concat(Enumerable.Range(1, 20).Select(i => $"{i}\n"));
        var after = before.Replace("\n2\n", "\ntwo\n", StringComparison.Ordinal)
            .Replace("\n18\n", "\n", StringComparison.Ordinal);

        var diff = UnifiedDiff.Create("n", before, after);

        Assert.Equal(
            """
            --- a/n
            +++ b/n
            @@ -1,5 +1,5 @@
             1
            -2
            +two
             3
             4
             5
            @@ -15,6 +15,5 @@
             15
             16
             17
            -18
             19
             20

            """,
            diff.Text);
        Assert.Equal((1, 2), (diff.Additions, diff.Deletions));
    }

    [Fact]
    public void A_missing_last_newline_is_shown()
    {
        Assert.Equal(
            "--- a/a\n+++ b/a\n@@ -1,1 +1,1 @@\n-x\n+x\n\\ No newline at end of file\n",
            UnifiedDiff.Create("a", "x\n", "x").Text);
    }

    [Fact]
    public void A_changed_line_ending_is_a_change()
    {
        Assert.Equal((1, 1), Counts(UnifiedDiff.Create("a", "x\r\n", "x\n")));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_script_turns_the_one_text_into_the_other(int seed)
    {
        var random = new Random(seed);
        var before = Enumerable.Range(0, 200).Select(_ => random.Next(8).ToString("x", null)).ToArray();
        var after = before.Where(_ => random.Next(4) > 0).Append("end").ToArray();

        var script = LineDiff.Compare(before, after);

        Assert.Equal(before, script.Where(e => e.Change is not LineChange.Added).Select(e => e.Line));
        Assert.Equal(after, script.Where(e => e.Change is not LineChange.Removed).Select(e => e.Line));
    }

    [Fact]
    public void Two_long_texts_with_nothing_in_common_are_replaced_as_a_whole()
    {
        var before = string.Concat(Enumerable.Range(0, 5_000).Select(i => $"a{i}\n"));
        var after = string.Concat(Enumerable.Range(0, 5_000).Select(i => $"b{i}\n"));

        Assert.Equal((5_000, 5_000), Counts(UnifiedDiff.Create("a", before, after)));
    }

    private static (int Additions, int Deletions) Counts(UnifiedDiff diff) => (diff.Additions, diff.Deletions);
}
