using Punie.Agent.CodeMode;
using Punie.Agent.Tools;

namespace Punie.Agent.Tests.CodeMode;

public sealed class ProgramAnalysisTests
{
    private static readonly ToolCatalog Tools = BuiltInTools.Create();

    [Fact]
    public void A_call_has_its_arguments_by_parameter_name()
    {
        var call = Only("git_log(\"src\", count=5)");

        Assert.Equal("git_log", call.Tool);
        Assert.Equal("""{"path":"src","count":5}""", call.ArgumentsAsJson().ToJsonString());
    }

    [Theory]
    [InlineData("git_log(count=-1)", """{"count":-1}""")]
    [InlineData("git_diff(staged=True)", """{"staged":true}""")]
    [InlineData("run_command(\"ls\", args=[\"-l\", \"src\"])", """{"command":"ls","args":["-l","src"]}""")]
    [InlineData("run_command(\"ls\", None)", """{"command":"ls","args":null}""")]
    [InlineData("read_file('it\\'s')", """{"path":"it\u0027s"}""")]
    [InlineData("git_status()", "{}")]
    public void Literals_of_every_kind_are_values(string program, string json) =>
        Assert.Equal(json, Only(program).ArgumentsAsJson().ToJsonString());

    [Fact]
    public void An_argument_that_is_no_literal_is_its_source_text()
    {
        var argument = Assert.Single(Only("name = 'src'\ntypecheck(name + \"/app\")").Arguments);

        Assert.Equal(("path", "name + \"/app\"", false),
            (argument.Name, argument.Value!.GetValue<string>(), argument.IsLiteral));
    }

    [Theory]
    [InlineData("print(typecheck(\"src\").error_count)", "error_count")]
    [InlineData("r = typecheck(\".\")\nprint(r.error_count, r.success, r.error_count)", "error_count success")]
    [InlineData("r = typecheck(\".\")\nfor e in r.errors:\n    print(f\"{e.file}:{e.line}\")", "errors file line")]
    [InlineData("r = ruff_check(\".\")\nprint(sorted({v.code for v in r.violations if v.fixable}))",
        "violations fixable code")]
    [InlineData("r = ruff_check(\".\")\nagain = r\nfor i, v in enumerate(again.violations):\n    print(i, v.code)",
        "violations code")]
    [InlineData("r = pytest_run(\".\")\nprint(r.tests[0].name, r.tests[-1].outcome)", "tests name outcome")]
    [InlineData("r = pytest_run(\".\")\nfor t in sorted(r.tests, key=lambda t: t.duration)[:3]:\n    print(t.name)",
        "tests duration name")]
    [InlineData("r = git_diff()\nfor d in r.files:\n    for hunk in d.hunks:\n        print(hunk.upper())",
        "files hunks")]
    [InlineData("print(max(pytest_run(\".\").tests, key=lambda t: t.duration).name)", "tests duration name")]
    [InlineData("r = typecheck(\".\")\nprint('clean' if r.success else r.errors[0].message)", "success errors message")]
    [InlineData("def show(result):\n    return [e.line for e in result.errors]\nprint(show(typecheck(\"a\")))",
        "errors line")]
    [InlineData(
        "by = {}\nfor v in ruff_check('.').violations:\n    by.setdefault(v.file, []).append(v)\nfor f, vs in by.items():\n    print(f, [v.line for v in vs])", "violations file line")]
    [InlineData("r = typecheck('.')\nfirst, *rest = r.errors\nprint(first.file, rest[0].line)", "errors file line")]
    [InlineData("r = typecheck('.')\nif (n := r.error_count) > 0:\n    print(n)", "error_count")]
    [InlineData("last = None\nfor e in typecheck('.').errors:\n    if last:\n        print(last.code)\n    last = e",
        "errors code")]
    [InlineData("print([getattr(e, 'line') for e in typecheck('.').errors])", "errors line")]
    [InlineData("print(list(map(lambda e: e.file, typecheck('.').errors)))", "errors file")]
    [InlineData(
        "try:\n    r = typecheck('.')\nexcept Exception as problem:\n    print(problem)\nelse:\n    print(r.success)",
        "success")]
    public void Fields_are_followed_to_where_they_are_read(string program, string fields) =>
        Assert.Equal(fields.Split(' '), Only(program).Fields);

    [Fact]
    public void Each_call_has_its_own_fields()
    {
        var facts = ProgramAnalysis.Analyze(
            "a = typecheck('src')\nb = ruff_check('src')\nfor x in a.errors:\n    print(x.line)\nfor x in b.violations:\n    print(x.code)", Tools);

        Assert.Equal(["errors", "line"], facts.Calls[0].Fields);
        Assert.Equal(["violations", "code"], facts.Calls[1].Fields);
    }

    [Fact]
    public void A_value_that_may_come_from_two_calls_counts_for_both()
    {
        var facts = ProgramAnalysis.Analyze(
            "if git_status().clean:\n    r = typecheck('a')\nelse:\n    r = typecheck('b')\nprint(r.error_count)",
            Tools);

        Assert.Equal(["clean"], facts.Calls[0].Fields);
        Assert.All(facts.Calls.Skip(1), call => Assert.Equal(["error_count"], call.Fields));
    }

    [Fact]
    public void A_call_in_a_loop_is_one_call()
    {
        var call = Only("for p in ['a', 'b']:\n    print(typecheck(p).error_count)");

        Assert.Equal("""{"path":"p"}""", call.ArgumentsAsJson().ToJsonString());
        Assert.Equal(2, call.Line);
    }

    [Fact]
    public void Calls_come_in_the_order_in_which_they_happen()
    {
        var facts = ProgramAnalysis.Analyze("write_file('copy', read_file('original'))", Tools);

        Assert.Equal(["read_file", "write_file"], facts.Calls.Select(call => call.Tool));
    }

    [Fact]
    public void A_function_that_calls_itself_ends()
    {
        var facts = ProgramAnalysis.Analyze("def f(r):\n    print(r.success)\n    f(r)\nf(typecheck('.'))", Tools);

        Assert.Equal(["success"], Assert.Single(facts.Calls).Fields);
    }

    [Fact]
    public void A_text_that_does_not_parse_has_no_calls()
    {
        var facts = ProgramAnalysis.Analyze("typecheck(", Tools);

        Assert.False(facts.IsValidSyntax);
        Assert.Empty(facts.Calls);
        Assert.StartsWith("line 1: SyntaxError: ", Assert.Single(facts.Problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_hostile_program_is_given_up_not_followed_for_ever()
    {
        var chain = "f = lambda x: x\n"
            + string.Concat(Enumerable.Range(0, 2_000).Select(i => $"f{i} = lambda x: f(x) + f(x)\n"));
        var facts = ProgramAnalysis.Analyze(chain + "x = " + string.Join("+", Enumerable.Repeat("f(1)", 900)), Tools);

        Assert.True(facts.IsValidSyntax);
    }

    private static ToolUse Only(string program)
    {
        var facts = ProgramAnalysis.Analyze(program, Tools);

        // These programs are about their calls; most of them print nothing.
        Assert.DoesNotContain(facts.Problems, p =>
            !p.Message.Contains("never used", StringComparison.Ordinal)
            && !p.Message.Contains("prints nothing", StringComparison.Ordinal));
        return Assert.Single(facts.Calls);
    }
}
