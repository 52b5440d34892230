using Punie.Lab.Datasets;

namespace Punie.Lab.Tests;

public sealed class ProgramTemplateTests
{
    private static readonly Dictionary<string, string> None = [];

    [Theory]
    [InlineData("git_log(<path?>, count=<count?>)", "git_log()")]
    [InlineData("git_log(<path?>, count=1)", "git_log(count=1)")]
    [InlineData("git_diff(<path?>, staged=True)", "git_diff(staged=True)")]
    [InlineData("git_diff(<path?>)", "git_diff()")]
    public void An_optional_argument_that_is_not_named_disappears(string template, string program) =>
        Assert.Equal(program, new ProgramTemplate(template, None).Fill(None));

    [Theory]
    [InlineData("git_log(<path?>, count=<count?>)", "git_log(\"src\", count=3)")]
    [InlineData("git_diff(<path?>, staged=True)", "git_diff(\"src\", staged=True)")]
    [InlineData("git_diff(<path?>)", "git_diff(\"src\")")]
    public void An_optional_argument_that_is_named_stays(string template, string program) =>
        Assert.Equal(program, new ProgramTemplate(template, None)
            .Fill(new Dictionary<string, string> { ["path"] = "src", ["count"] = "3" }));

    [Fact]
    public void Fragments_are_the_lines_cut_at_the_slots_with_and_without_optional_arguments() =>
        Assert.Equal(
            ["log = git_log(", ", count=", ")\n", "for c in log.commits:\n", "    print(c.hash)\n",
                "log = git_log()\n"],
            new ProgramTemplate("log = git_log(<path?>, count=<count?>)\nfor c in log.commits:\n    print(c.hash)\n",
                None).Fragments());

    [Fact]
    public void Only_the_count_is_left_when_only_it_is_named() =>
        Assert.Equal(
            "git_log(count=3)",
            new ProgramTemplate("git_log(<path?>, count=<count?>)", None)
                .Fill(new Dictionary<string, string> { ["count"] = "3" }));

    [Fact]
    public void A_slot_can_take_the_value_of_another()
    {
        var template = new ProgramTemplate("typecheck(<path>) ruff_check(<path2|path>)",
            new Dictionary<string, string> { ["path"] = "." });

        Assert.Equal("typecheck(\"a\") ruff_check(\"a\")",
            template.Fill(new Dictionary<string, string> { ["path"] = "a" }));
        Assert.Equal(
            "typecheck(\"a\") ruff_check(\"b\")",
            template.Fill(new Dictionary<string, string> { ["path"] = "a", ["path2"] = "b" }));
        Assert.Equal("typecheck(\".\") ruff_check(\".\")", template.Fill(None));
    }

    [Fact]
    public void A_slot_without_value_or_default_is_an_error() =>
        Assert.Contains("<file>",
            Assert.Throws<DatasetException>(() => new ProgramTemplate("read_file(<file>)", None).Fill(None)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Quotes_and_backslashes_are_escaped() =>
        Assert.Equal("\"a\\\"b\\\\c\"", ProgramTemplate.Quote("a\"b\\c"));
}
