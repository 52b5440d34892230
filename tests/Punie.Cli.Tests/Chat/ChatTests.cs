
namespace Punie.Cli.Tests.Chat;

public sealed class ChatTests
{
    private const string TwoReplies = """
        {"text": "One.", "expect": "first"}
        {"text": "Two.", "expect": "second"}
        """;

    [Fact]
    public async Task From_a_pipe_every_line_is_answered()
    {
        using var bench = Bench(TwoReplies, "first?", "", "second?");

        Assert.Equal(0, await bench.RunAsync("chat"));

        Assert.Equal("> first?\nOne.\n> second?\nTwo.\n", bench.Output.ReplaceLineEndings("\n"));
        Assert.Equal("", bench.Error);
    }

    [Fact]
    public async Task The_worst_prompt_decides_the_exit_code_and_the_others_are_answered()
    {
        using var bench = Bench("""
            {"code": "print(1 // 0)"}
            {"text": "Two."}
            """, "first?", "second?");

        Assert.Equal(1, await bench.RunAsync("chat"));

        Assert.EndsWith("Two.\n", bench.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_that_go_on_are_one_prompt()
    {
        using var bench =
            Bench("""{"text": "Yes.", "expect": "one\ntwo\n```\nthree\n```"}""", "one\\", "two\\", "```", "three",
            "```");

        Assert.Equal(0, await bench.RunAsync("chat"));
    }

    [Fact]
    public async Task A_session_goes_on_where_it_was_left()
    {
        using var bench = Bench("", "first?");
        var script = bench.Write("script.jsonl", """{"text": "One."}""");
        Assert.Equal(0, await bench.RunAsync("chat", "--model", $"scripted:{script}"));
        bench.Say("second?", "/sessions");

        Assert.Equal(0, await bench.RunAsync("chat", "--continue"));

        Assert.Contains("2 turns  first?", bench.Output, StringComparison.Ordinal);
        Assert.Equal(2, bench.Output.Split("One.").Length - 1);
    }

    [Fact]
    public async Task A_command_that_does_not_exist_names_the_nearest_and_the_chat_goes_on()
    {
        using var bench = Bench("""{"text": "One."}""", "/sesions", "/xyzzy", "first?");

        Assert.Equal(2, await bench.RunAsync("chat"));

        Assert.Equal(
            "punie: there is no command /sesions; did you mean /sessions?\npunie: there is no command /xyzzy; /help lists them\n", bench.Error);
        Assert.EndsWith("One.\n", bench.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_model_goes_on_with_the_same_conversation()
    {
        using var bench = Bench("""{"code": "print(6 * 7)"}""", "first?", "/model scripted:other.jsonl", "second?");
        var script = bench.Write("other.jsonl", """
            {"text": "It was 42.", "expect": "second?"}
            """);
        bench.Say("first?", $"/model scripted:{script}", "second?", "/export");

        Assert.Equal(0, await bench.RunAsync("chat"));

        Assert.Contains("(several steps a turn)", bench.Output, StringComparison.Ordinal);
        Assert.Contains("# first?\n", bench.Output, StringComparison.Ordinal);
        Assert.Contains("```python\nprint(6 * 7)\n```", bench.Output, StringComparison.Ordinal);
        Assert.EndsWith("> second?\n\nIt was 42.\n", bench.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compacting_resuming_forking_and_clearing_say_what_they_did()
    {
        using var bench =
            Bench(TwoReplies, "/compact", "first?", "/fork", "second?", "/compact", "/clear", "/resume", "/exit",
            "never read");

        Assert.Equal(0, await bench.RunAsync("chat"));

        var lines = bench.Output.Split('\n');
        Assert.Contains("there is nothing to summarise", lines);
        Assert.Contains(lines, line => line.Contains(" is a copy of ", StringComparison.Ordinal));
        Assert.Contains(lines, line =>
            line.StartsWith("2 turns are summarised now, as a list of what was done (", StringComparison.Ordinal));
        Assert.Contains("a new session begins with the next prompt", lines);
        Assert.Contains(lines, line =>
            line.EndsWith(" goes on after 2 turns, with model router", StringComparison.Ordinal));
        Assert.DoesNotContain("never read", bench.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_attached_for_a_model_that_reads_and_named_for_the_router()
    {
        using var larger = Bench("", "what is in @notes.txt?");
        larger.Write("notes.txt", "buy milk\n");
        var script = larger.Write("script.jsonl",
            """{"text": "Milk.", "expect": "what is in notes.txt?\n\nnotes.txt:\n```\nbuy milk\n```"}""");
        using var router = Bench("""{"text": "Milk.", "expect": "what is in notes.txt?"}""", "what is in @notes.txt?");
        router.Write("notes.txt", "buy milk\n");

        Assert.Equal(0, await larger.RunAsync("chat", "--model", $"scripted:{script}"));
        Assert.Equal(0, await router.RunAsync("chat"));
    }

    [Fact]
    public async Task An_undo_puts_files_back_and_the_model_hears_of_it()
    {
        using var bench = Bench("");
        bench.Write("a.txt", "old");
        var script = bench.Write("script.jsonl", """
            {"code": "write_file('a.txt', 'new')"}
            {"text": "Written."}
            {"text": "I see.", "expect": "(The person undid your changes to a.txt.)\n\nwhat now?"}
            """);
        bench.Say("write", "/undo", "what now?", "/export");

        Assert.Equal(0, await bench.RunAsync("chat", "--yes", "--model", $"scripted:{script}"));

        Assert.Equal("old",
            await File.ReadAllTextAsync(Path.Combine(bench.Folder, "a.txt"), TestContext.Current.CancellationToken));
        Assert.Contains("*The person undid your changes to a.txt.*", bench.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_that_does_not_exist_is_one_line_with_the_closest()
    {
        using var bench =
            Bench("""{"text": "It is a decorator.", "expect": "@property"}""", "what is in @src/nots.txt?",
            "what does @property do?");
        bench.Write("src/notes.txt", "x");

        Assert.Equal(2, await bench.RunAsync("chat"));

        Assert.Contains("src/notes.txt", Assert.Single(bench.Error.TrimEnd('\n').Split('\n')),
            StringComparison.Ordinal);
        Assert.EndsWith("It is a decorator.\n", bench.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_goes_to_a_new_file()
    {
        using var bench = Bench("""{"text": "One."}""");
        var page = Path.Combine(bench.Folder, "page.md");
        bench.Say("first?", $"/export {page}", $"/export {page}");

        Assert.Equal(2, await bench.RunAsync("chat"));

        Assert.StartsWith("# first?\n", await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
        Assert.Equal($"punie: {page} is there already; name another file\n", bench.Error);
    }

    [Fact]
    public async Task Help_lists_every_command()
    {
        using var bench = Bench("", "/help");

        Assert.Equal(0, await bench.RunAsync("chat"));

        foreach (var command in new Punie.Cli.Chat.Slash.SlashTable().Commands)
            Assert.Contains($"/{command.Name}", bench.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asking_can_add_to_a_session()
    {
        using var bench = Bench(TwoReplies, "first?");
        await bench.RunAsync("chat");
        var script = bench.Write("script.jsonl", """{"text": "Two."}""");

        Assert.Equal(0, await bench.RunAsync("ask", "second?", "--continue", "--model", $"scripted:{script}"));
        Assert.Equal(0, await bench.RunAsync("sessions"));
        Assert.Equal(0, await bench.RunAsync("sessions", "export"));

        Assert.Contains("2 turns  first?\n", bench.Output, StringComparison.Ordinal);
        Assert.EndsWith("> second?\n\nTwo.\n", bench.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_that_is_not_there_is_one_line()
    {
        using var bench = Bench("");

        Assert.Equal(2, await bench.RunAsync("chat", "--resume", "abc"));

        Assert.Equal($"punie: there is no session for {bench.Folder} yet\n", bench.Error);
    }

    private static CliBench Bench(string router, params string[] lines)
    {
        var bench = new CliBench { RouterScript = router };
        bench.Say(lines);
        return bench;
    }
}
