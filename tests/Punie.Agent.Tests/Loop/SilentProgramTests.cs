using Punie.Agent.Loop;

namespace Punie.Agent.Tests.Loop;

/// <summary>What is answered when a program prints nothing.</summary>
public sealed class SilentProgramTests
{
    [Fact]
    public async Task A_single_step_answer_is_what_the_calls_came_to()
    {
        using var bench = new LoopBench { SingleStep = true };
        bench.Tools.Folder.Write("src/a.py", "import json\n");

        var events = await bench.RunAsync("""
            {"code": "for m in cst_find_pattern('src', 'call:open').matches:\n    print(m)\nfor i in validate_route_pattern('src').issues:\n    print(i)"}
            """);

        const string Answer = """
            cst_find_pattern("src", "call:open"): 0 matches
            validate_route_pattern("src"): valid, 0 issues

            """;
        Assert.Equal(new TurnEvent.Answer(Answer, IsProgramOutput: false), events[^2]);
        Assert.Equal("", LoopBench.Output(events));
        Assert.Contains(Answer, LoopBench.Line(bench.Conversation.Messages[^2]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_that_the_program_swallows_is_told()
    {
        using var bench = new LoopBench { SingleStep = true };

        var answer = await AnswerAsync(
            bench, "try:\\n    print(read_file('no.txt'))\\nexcept FileNotFoundError:\\n    pass");

        Assert.StartsWith("read_file(\"no.txt\"): read_file raised FileNotFoundError: ", answer,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tool_that_could_not_run_is_no_empty_result()
    {
        using var bench = new LoopBench { SingleStep = true };
        bench.Tools.Folder.Write("a.py", "print(\n");

        var answer = await AnswerAsync(bench, "for m in cst_find_pattern('a.py', 'Call').matches:\\n    print(m)");

        Assert.StartsWith(
            "cst_find_pattern(\"a.py\", \"Call\"): cst_find_pattern could not run: a.py has a syntax error",
            answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text = read_file('a.txt')\\nif not text:\\n    print(0)", "read_file(\"a.txt\"): 2 lines\n")]
    [InlineData("run_command('echo hello')", "run_command(\"echo hello\"): hello\n")]
    [InlineData("added = cst_add_import('a.py', 'import json')\\nif added.import_added:\\n    print(added.diff)",
        "cst_add_import(\"a.py\", \"import json\"): import added: no, not written\n")]
    [InlineData("renamed = cst_rename('a.py', 'json', 'j')\\nif renamed.parse_error:\\n    print(renamed.parse_error)",
        "cst_rename(\"a.py\", \"json\", \"j\"): 1 place, not written\n")]
    [InlineData("x = 1", "The program printed nothing and called no tool.\n")]
    [InlineData("print()", "The program printed nothing and called no tool.\n")]
    public async Task Each_kind_of_result_has_its_words(string program, string expected)
    {
        using var bench = new LoopBench { SingleStep = true };
        bench.Tools.Folder.Write("a.txt", "one\ntwo\n");
        bench.Tools.Folder.Write("a.py", "import json\n");

        Assert.Equal(expected, await AnswerAsync(bench, program));
    }

    [Fact]
    public async Task Many_calls_are_counted()
    {
        using var bench = new LoopBench { SingleStep = true };
        bench.Tools.Folder.Write("a.txt", "one");

        var answer = await AnswerAsync(
            bench, "for i in range(25):\\n    if not read_file('a.txt'):\\n        print(i)");

        Assert.EndsWith("read_file(\"a.txt\"): one\n... 5 more calls\n", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_with_more_steps_reads_it_too()
    {
        using var bench = new LoopBench();
        bench.Tools.Folder.Write("a.py", "import json\n");

        await bench.RunAsync("""
            {"code": "for m in cst_find_pattern('a.py', 'Call').matches:\n    print(m.line)"}
            {"text": "None.", "expect": "The program printed nothing. Print what you need to see.\nIts calls:\ncst_find_pattern(\"a.py\", \"Call\"): 0 matches\n"}
            """);
    }

    private static async Task<string> AnswerAsync(LoopBench bench, string program)
    {
        var events = await bench.RunAsync($$"""{"code": "{{program}}"}""");
        return Assert.Single(events.OfType<TurnEvent.Answer>()).Text;
    }
}
