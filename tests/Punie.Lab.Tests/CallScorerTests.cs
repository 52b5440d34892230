using Punie.Agent.Tools;
using Punie.Lab.Scoring;
using Punie.Lab.Suites;

namespace Punie.Lab.Tests;

public sealed class CallScorerTests
{
    private static readonly CallScorer Scorer = new(BuiltInTools.Create());

    private static readonly Sample Types = Expecting(new ExpectedCall(
        "typecheck", new Dictionary<string, string> { ["path"] = "src" }, ["error_count"]));

    [Theory]
    [InlineData("print(typecheck(\"src\").error_count)")]
    [InlineData("r = typecheck(path=\"./src/\")\nprint(r.error_count, r.warning_count)")]
    public void The_same_call_in_other_words_is_right(string program) =>
        Assert.Equal(Verdict.Right, Scorer.Judge(Types, program));

    [Theory]
    [InlineData("print(typecheck(\"lib\").error_count)", "typecheck got {\"path\":\"lib\"}")]
    [InlineData("print(typecheck(\"src\").warning_count)", "typecheck: error_count is not read, only warning_count")]
    [InlineData("print(ruff_check(\"src\").violation_count)", "called ruff_check")]
    [InlineData("print(typecheck(\"src\").error_count)\nprint(git_status().clean)", "called git_status, typecheck")]
    public void Another_call_is_wrong_and_the_reason_says_why(string program, string reason) =>
        Assert.Equal(Verdict.Wrong(reason), Scorer.Judge(Types, program));

    [Fact]
    public void A_default_that_is_written_out_is_the_default()
    {
        var log = Expecting(new ExpectedCall("git_log", new Dictionary<string, string>(), ["commits"]));

        Assert.Equal(Verdict.Right, Scorer.Judge(log, "print(git_log(\".\", count=10).commits)"));
        Assert.False(Scorer.Judge(log, "print(git_log(\".\", count=5).commits)").IsRight);
    }

    [Fact]
    public void Where_no_tool_fits_a_program_is_wrong_and_an_answer_right()
    {
        var direct = new Sample("d", "direct", "hi", new Expectation.Direct());

        Assert.True(Scorer.Judge(direct, null).IsRight);
        Assert.False(Scorer.Judge(direct, "print(git_status().clean)").IsRight);
        Assert.False(Scorer.Judge(Types, null).IsRight);
    }

    private static Sample Expecting(ExpectedCall call) => new("s", "c", "p", new Expectation.Calls([call]));
}
