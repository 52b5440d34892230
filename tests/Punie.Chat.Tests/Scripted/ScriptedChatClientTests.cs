using Microsoft.Extensions.AI;
using Punie.Chat.Formats;
using Punie.Chat.Scripted;
using Punie.Chat.Servers;

namespace Punie.Chat.Tests.Scripted;

public sealed class ScriptedChatClientTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Replies_come_in_the_order_of_the_lines()
    {
        using var client = Script(
            """
            {"code": "print(1)", "expect": "lint"}

            {"tool": "read_file", "arguments": {"path": "a.py", "limit": 3}}
            {"text": "There is one."}
            """);

        var first = await client.GetResponseAsync(User("lint please"), null, Token);
        var second = await client.GetResponseAsync(User("x"), null, Token);
        var third = await client.GetResponseAsync(User("x"), null, Token);

        Assert.Equal("print(1)", CodeCall.CodeOf(first.Messages.Single()));
        Assert.Equal(ChatFinishReason.ToolCalls, first.FinishReason);
        var call = second.Messages.Single().Contents.OfType<FunctionCallContent>().Single();
        Assert.Equal(("call_2", "read_file", "a.py"), (call.CallId, call.Name, call.Arguments!["path"]));
        Assert.Equal(("There is one.", ChatFinishReason.Stop, "scripted"),
            (third.Text, third.FinishReason, third.ModelId));
    }

    [Fact]
    public async Task Text_is_streamed_word_by_word()
    {
        using var client = Script("""{"text": "one  two three"}""");
        var words = new List<string>();

        await foreach (var update in client.GetStreamingResponseAsync(User("x"), null, Token)) words.Add(update.Text);

        Assert.Equal(["one", " ", " two", " three", ""], words);
    }

    [Fact]
    public async Task An_expectation_looks_at_the_last_result_of_a_tool()
    {
        using var client = Script("""{"text": "ok", "expect": "42"}""");
        ChatMessage[] messages = [.. User("go"), new(ChatRole.Tool, [new FunctionResultContent("c", "it is 42\n")])];

        Assert.Equal("ok", (await client.GetResponseAsync(messages, null, Token)).Text);
    }

    [Fact]
    public async Task An_expectation_that_fails_shows_the_message()
    {
        using var client = Script("""{"text": "ok", "expect": "types"}""");

        var error =
            await Assert.ThrowsAsync<ScriptException>(() => client.GetResponseAsync(User("lint?"), null, Token));

        Assert.Equal("Line 1 of the script expects 'types' in the last message, which is: lint?", error.Message);
    }

    [Fact]
    public async Task A_script_with_no_reply_left_says_how_many_it_had()
    {
        using var client = Script("""{"text": "only"}""");
        await client.GetResponseAsync(User("x"), null, Token);

        var error = await Assert.ThrowsAsync<ScriptException>(() => client.GetResponseAsync(User("x"), null, Token));

        Assert.Contains("no reply left after 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scripted_error_is_a_servers_failure()
    {
        using var client = Script("""{"error": "No model server answers."}""");

        var error =
            await Assert.ThrowsAsync<ModelServerException>(() => client.GetResponseAsync(User("x"), null, Token));

        Assert.Equal("No model server answers.", error.Message);
    }

    [Fact]
    public async Task A_delay_waits_for_the_clock_and_can_be_cancelled()
    {
        var clock = new ManualTime();
        using var client =
            ScriptedChatClient.FromJsonLines("{\"text\":\"a\",\"delay_ms\":500}\n{\"text\":\"b\",\"delay_ms\":500}",
            clock);

        var first = client.GetResponseAsync(User("x"), null, Token);
        Assert.False(first.IsCompleted);
        clock.Advance(TimeSpan.FromMilliseconds(500));
        Assert.Equal("a", (await first).Text);

        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var second = client.GetResponseAsync(User("x"), null, cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
    }

    [Theory]
    [InlineData("{\"text\":\"a\"}\n{", "Line 2 of the script is not JSON")]
    [InlineData("[]", "Line 1 of the script is not an object")]
    [InlineData("{\"txt\":\"a\"}", "unknown member 'txt'")]
    [InlineData("{}", "exactly one of text, code, tool, calls, error")]
    [InlineData("{\"text\":\"a\",\"code\":\"b\"}", "exactly one of")]
    [InlineData("{\"text\":1}", "'text' that is not a string")]
    [InlineData("{\"text\":\"a\",\"expect\":null}", "'expect' that is not a string")]
    [InlineData("{\"tool\":\"f\",\"arguments\":[]}", "'arguments' that are not an object")]
    [InlineData("{\"text\":\"a\",\"arguments\":{}}", "'arguments' without 'tool'")]
    [InlineData("{\"text\":\"a\",\"delay_ms\":-1}", "'delay_ms'")]
    public void A_wrong_line_is_named_with_its_number(string script, string message)
    {
        var error = Assert.Throws<ScriptException>(() => Script(script));

        Assert.StartsWith("Line ", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    private static ScriptedChatClient Script(string lines) =>
        ScriptedChatClient.FromJsonLines(lines, TimeProvider.System);

    private static ChatMessage[] User(string text) => [new(ChatRole.User, text)];
}
