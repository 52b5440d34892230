using System.Text.Json;

namespace Punie.Cli.Tests;

/// <summary>Edits that a program only showed, as a person meets them.</summary>
public sealed class OfferTests
{
    private const string Source = "def total(cart):\n    return cart\n";
    private const string Renamed = "def price(cart):\n    return cart\n";
    private const string Diff =
        "--- a/a.py\n+++ b/a.py\n@@ -1,2 +1,2 @@\n-def total(cart):\n+def price(cart):\n     return cart\n";
    private const string NotWritten =
        "punie: Nothing was written. Add --mode auto-edit to write these changes, or answer y in a terminal.\n";
    private const string Rename =
        """{"code": "renamed = cst_rename(\"a.py\", \"total\", \"price\")\nprint(renamed.modified_source)"}""";

    [Fact]
    public async Task In_a_pipe_the_diff_is_shown_and_a_line_says_that_nothing_was_written()
    {
        using var bench = Bench(new FakeTerminal());

        Assert.Equal(0, await bench.RunAsync("ask", "rename it"));

        Assert.EndsWith($"ms\n{Diff}", bench.Output, StringComparison.Ordinal);
        Assert.Equal(NotWritten, bench.Error);
        Assert.Equal(Source, Text(bench));
    }

    [Theory]
    [InlineData("y", Renamed, "wrote a.py; punie undo takes it back\n")]
    [InlineData("n", Source, "nothing was written\n")]
    [InlineData("", Source, "nothing was written\n")]
    public async Task A_person_sees_the_diff_once_and_decides(string answer, string expected, string told)
    {
        using var bench = Bench(new FakeTerminal { IsInteractive = true });
        bench.Say(answer);

        Assert.Equal(0, await bench.RunAsync("ask", "rename it"));

        Assert.Equal(expected, Text(bench));
        Assert.EndsWith($"ms\n{told}", bench.Output, StringComparison.Ordinal);
        Assert.Contains("    +def price(cart):\n", bench.Error, StringComparison.Ordinal);
        Assert.EndsWith("Write this change in a.py? [y/N] ", bench.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_written_can_be_undone()
    {
        using var bench = Bench(new FakeTerminal());

        Assert.Equal(0, await bench.RunAsync("ask", "rename it", "--mode", "auto-edit"));
        Assert.Equal(Renamed, Text(bench));
        Assert.EndsWith($"{Diff}wrote a.py; punie undo takes it back\n", bench.Output, StringComparison.Ordinal);

        Assert.Equal(0, await bench.RunAsync("undo"));
        Assert.Equal(Source, Text(bench));
    }

    [Fact]
    public async Task Plan_mode_says_that_it_is_a_preview()
    {
        using var bench = Bench(new FakeTerminal { IsInteractive = true });

        Assert.Equal(0, await bench.RunAsync("ask", "rename it", "--mode", "plan"));

        Assert.EndsWith($"{Diff}This is a preview: in plan mode nothing is written.\n", bench.Output,
            StringComparison.Ordinal);
        Assert.Equal(("", Source), (bench.Error, Text(bench)));
    }

    [Fact]
    public async Task The_json_answer_has_the_whole_output_and_the_edit()
    {
        using var bench = Bench(new FakeTerminal());

        Assert.Equal(0, await bench.RunAsync("ask", "rename it", "--format", "json"));

        using var json = JsonDocument.Parse(bench.Output);
        Assert.Equal(Renamed + "\n", json.RootElement.GetProperty("answer").GetString());
        var edit = Assert.Single(json.RootElement.GetProperty("edits").EnumerateArray());
        Assert.Equal((1, Diff, "Refused", "nobody"),
            (edit.GetProperty("places").GetInt32(), edit.GetProperty("diff").GetString(),
                edit.GetProperty("outcome").GetString(), edit.GetProperty("by").GetString()));
        Assert.Equal(NotWritten, bench.Error);
    }

    [Fact]
    public async Task Other_output_stays_and_an_edit_that_is_not_offered_hides_nothing()
    {
        using var bench = new CliBench
        {
            RouterScript =
                """{"code": "r = cst_rename(\"a.py\", \"total\", \"price\")\nprint(r.rename_count)\nprint(r.modified_source)\nwrite_file(\"a.py\", \"x\")"}""",
        };
        bench.Write("a.py", Source);

        Assert.Equal(0, await bench.RunAsync("ask", "rename it", "--yes"));

        Assert.EndsWith($"1\n{Renamed}\n", bench.Output, StringComparison.Ordinal);
        Assert.Equal("x", Text(bench));
    }

    [Fact]
    public async Task An_answer_is_never_empty()
    {
        using var bench = new CliBench
        {
            RouterScript =
                """{"code": "for m in cst_find_pattern(\".\", \"call:open\").matches:\n    print(m.line)"}""",
        };
        bench.Write("a.py", Source);

        Assert.Equal(0, await bench.RunAsync("ask", "who opens files?"));

        Assert.EndsWith("ms\ncst_find_pattern(\".\", \"call:open\"): 0 matches\n", bench.Output,
            StringComparison.Ordinal);
    }

    private static CliBench Bench(FakeTerminal terminal)
    {
        var bench = new CliBench { RouterScript = Rename, Terminal = terminal };
        bench.Write("a.py", Source);
        return bench;
    }

    private static string Text(CliBench bench) => File.ReadAllText(Path.Combine(bench.Folder, "a.py"));
}
