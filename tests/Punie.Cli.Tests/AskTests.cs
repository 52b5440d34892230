using System.Text.Json;
using Punie.Testing;

namespace Punie.Cli.Tests;

public sealed class AskTests
{
    private const string ReadNotes =
        """{"code": "text = read_file(\"notes.txt\")\nprint(len(text.splitlines()), \"lines\")"}""";

    [Fact]
    public async Task A_single_step_answer_in_a_pipe()
    {
        using var bench = new CliBench { RouterScript = ReadNotes };
        bench.Write("notes.txt", "one\ntwo\n");

        var code = await bench.RunAsync("ask", "how", "long", "is", "notes.txt?");

        Assert.Equal((0, ""), (code, bench.Error));
        Snapshot.Match(bench.Output);
    }

    [Fact]
    public async Task A_single_step_answer_on_a_screen()
    {
        using var bench =
            new CliBench { RouterScript = ReadNotes, Terminal = new FakeTerminal { IsScreen = true, Width = 60 } };
        bench.Write("notes.txt", "one\ntwo\n");

        Assert.Equal(0, await bench.RunAsync("ask", "how long is notes.txt?"));

        Snapshot.Match(bench.Output);
    }

    [Fact]
    public async Task A_model_may_call_the_tools_as_functions()
    {
        using var bench = new CliBench();
        bench.Write("notes.txt", "one\ntwo\n");
        var script = bench.Write("script.jsonl", """
            {"calls": [{"tool": "read_file", "arguments": {"path": "notes.txt"}}, {"tool": "read_file", "arguments": {"path": "none.txt"}}]}
            {"text": "notes.txt has two lines.", "expect": "FileNotFoundError"}
            """);

        Assert.Equal(0, await bench.RunAsync("ask", "how long?", "--model", $"scripted:{script}", "--tools", "native"));

        Assert.Contains("read_file(\"notes.txt\")", bench.Output, StringComparison.Ordinal);
        Assert.EndsWith("notes.txt has two lines.\n", bench.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Function_calls_are_in_the_json_answer()
    {
        using var bench = new CliBench();
        bench.Write("notes.txt", "one\ntwo\n");
        var script = bench.Write("script.jsonl", """
            {"tool": "read_file", "arguments": {"path": "notes.txt"}}
            {"text": "Two."}
            """);

        Assert.Equal(0,
            await bench.RunAsync("ask", "how long?", "--model", $"scripted:{script}", "--tools", "native", "--format",
            "json"));

        using var json = JsonDocument.Parse(bench.Output);
        Assert.Equal("""[{"tool":"read_file","arguments":{"path":"notes.txt"},"fields":[]}]""",
            json.RootElement.GetProperty("calls").GetRawText());
        Assert.Equal((JsonValueKind.Null, "Two."),
            (json.RootElement.GetProperty("program").ValueKind, json.RootElement.GetProperty("answer").GetString()));
    }

    [Fact]
    public async Task Several_steps_and_an_answer_in_a_pipe()
    {
        using var bench = new CliBench();
        bench.Write("notes.txt", "one\ntwo\n");
        var script = bench.Write("script.jsonl", $$"""
            {{ReadNotes}}
            {"code": "try:\n    print(read_file(\"other.txt\"))\nexcept FileNotFoundError as e:\n    print(e)"}
            {"text": "notes.txt has two lines; there is no other.txt."}
            """);

        var code = await bench.RunAsync("ask", "Compare the files.", "--model", $"scripted:{script}");

        Assert.Equal(0, code);
        Snapshot.Match(bench.Output);
    }

    [Fact]
    public async Task Colours_are_only_used_on_a_screen_that_wants_them()
    {
        using var plain = new CliBench { RouterScript = ReadNotes, Terminal = new FakeTerminal { IsScreen = true } };
        using var colored =
            new CliBench
            {
                RouterScript = ReadNotes,
                Terminal = new FakeTerminal { IsScreen = true, UsesColor = true }
            };
        plain.Write("notes.txt", "one");
        colored.Write("notes.txt", "one");

        await plain.RunAsync("ask", "x");
        await colored.RunAsync("ask", "x");

        Assert.DoesNotContain('\e', plain.Output);
        Assert.Contains("\e[32m✓\e[0m", colored.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_is_one_object_and_runs_nothing()
    {
        using var bench = new CliBench { RouterScript = """{"code": "print(write_file(\"a.txt\", \"x\"))"}""" };

        Assert.Equal(0, await bench.RunAsync("ask", "write x to a.txt", "--dry-run", "--format", "json", "--yes"));

        using var json = JsonDocument.Parse(bench.Output);
        Assert.Equal(["program", "calls", "answer", "model", "milliseconds"], json.RootElement.EnumerateObject()
            .Select(p => p.Name));
        Assert.Equal("print(write_file(\"a.txt\", \"x\"))", json.RootElement.GetProperty("program").GetString());
        Assert.Equal(
            """[{"tool":"write_file","arguments":{"path":"a.txt","content":"x"},"fields":[]}]""",
            json.RootElement.GetProperty("calls").GetRawText());
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("answer").ValueKind);
        Assert.False(bench.Has("a.txt"));
    }

    [Fact]
    public async Task A_dry_run_of_a_direct_answer_has_no_program()
    {
        using var bench = new CliBench { RouterScript = """{"text": "Hello!"}""" };

        Assert.Equal(0, await bench.RunAsync("ask", "hi", "--dry-run", "--format", "json"));

        Assert.StartsWith("""{"program":null,"calls":[],"answer":"Hello!","model":"scripted","milliseconds":""",
            bench.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_prompts_gives_one_object_a_line()
    {
        using var bench = new CliBench
        {
            RouterScript = """
                {"text": "1", "expect": "first"}
                {"code": "print(2)", "expect": "second"}
                {"text": "3", "expect": "third"}
                """,
        };
        var prompts = bench.Write("prompts.txt", "first\r\n\nsecond\nthird\n");

        Assert.Equal(0, await bench.RunAsync("ask", "--prompts", prompts, "--dry-run", "--format", "json"));

        var answers = bench.Output.TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement)
            .ToList();
        Assert.Equal(["1", null, "3"], answers.Select(answer => answer.GetProperty("answer").GetString()));
    }

    [Fact]
    public async Task A_whole_answer_as_json_tells_what_ran()
    {
        using var bench = new CliBench { RouterScript = ReadNotes };
        bench.Write("notes.txt", "one\n");

        Assert.Equal(0, await bench.RunAsync("ask", "how long?", "--format", "json"));

        using var json = JsonDocument.Parse(bench.Output);
        Assert.Equal("1 lines\n", json.RootElement.GetProperty("answer").GetString());
        Assert.Equal("Answered", json.RootElement.GetProperty("end").GetString());
        Assert.Equal("read_file(\"notes.txt\")", json.RootElement.GetProperty("tools")[0].GetProperty("call")
            .GetString());
    }

    [Fact]
    public async Task A_tool_that_could_not_run_fails_the_command_and_is_named()
    {
        using var bench =
            new CliBench
            {
                RouterScript =
            """{"code": "lint = ruff_check(\"nowhere\")\nprint(lint.violation_count)"}"""
            };

        Assert.Equal(1, await bench.RunAsync("ask", "lint nowhere"));

        Assert.Contains("failed ruff_check(\"nowhere\")", bench.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_git_question_outside_a_repository_is_one_line()
    {
        using var bench = new CliBench { RouterScript = """{"code": "print(git_status().clean)"}""" };

        Assert.Equal(2, await bench.RunAsync("ask", "is it clean?"));

        Assert.EndsWith("is not a git repository, and the answer needs git_status\n", bench.Error,
            StringComparison.Ordinal);
        Assert.Single(bench.Error.TrimEnd('\n').Split('\n'));
        Assert.Equal("", bench.Output);
    }

    [Fact]
    public async Task A_server_that_is_down_is_one_line()
    {
        using var bench = new CliBench();

        Assert.Equal(3, await bench.RunAsync("ask", "hi", "--model", "http://127.0.0.1:9"));

        Assert.Equal(
            "punie: No model server answers at http://127.0.0.1:9/. Start one there, or choose another model.\n",
            bench.Error);
        Assert.Equal("", bench.Output);
    }

    [Fact]
    public async Task Every_event_is_recorded_when_asked()
    {
        using var bench = new CliBench { RouterScript = ReadNotes };
        bench.Write("notes.txt", "one\n");
        var trace = Path.Combine(bench.Folder, "trace.jsonl");

        await bench.RunAsync("ask", "how long?", "--trace", trace);

        Assert.Equal(
            ["ModelReplied", "ProgramProposed", "ToolStarted", "ToolFinished", "ProgramOutput", "Answer", "Ended"],
            (await File.ReadAllLinesAsync(trace, TestContext.Current.CancellationToken))
                .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("event").GetString()));
    }

    [Fact]
    public async Task A_prompt_can_come_from_the_input()
    {
        using var bench =
            new CliBench
            {
                RouterScript = """{"text": "yes", "expect": "from a pipe"}""",
                Terminal = new FakeTerminal { Input = "from a pipe\n" }
            };

        Assert.Equal(0, await bench.RunAsync("ask", "-"));

        Assert.Equal("yes\n", bench.Output);
    }
}
