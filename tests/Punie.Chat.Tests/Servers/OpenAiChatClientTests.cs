using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Punie.Chat.Formats;
using Punie.Chat.Servers;

namespace Punie.Chat.Tests.Servers;

public sealed class OpenAiChatClientTests
{
    private static readonly ChatMessage[] Question = [new(ChatRole.User, "how many lint findings?")];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(64)]
    [InlineData(100_000)]
    public async Task Text_is_the_same_however_the_stream_is_cut(int size)
    {
        await using var server = WireServer.Always(WireAnswer.Stream(Recorded("llamacpp-text.sse")).CutInto(size));

        var response = await AskAsync(server, "qwen3-4b");

        Assert.Equal("Es läuft – 変数 👍.", response.Text);
        Assert.Equal("Short answer.", response.Messages[0].Contents.OfType<TextReasoningContent>().Single().Text);
        Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
        Assert.Equal("qwen3-4b", response.ModelId);
        Assert.Equal((31L, 9L), (response.Usage!.InputTokenCount, response.Usage.OutputTokenCount));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(13)]
    [InlineData(100_000)]
    public async Task A_call_is_put_together_from_its_pieces(int size)
    {
        await using var server = WireServer.Always(WireAnswer.Stream(Recorded("llamacpp-call.sse")).CutInto(size));

        var response = await AskAsync(server, "qwen3-4b");

        var call = Assert.Single(Calls(response));
        Assert.Equal("XPiEL4fW", call.CallId);
        Assert.Equal("r = ruff_check(\"src\")\nprint(r.violation_count)", CodeCall.CodeOf(call));
        Assert.Equal(ChatFinishReason.ToolCalls, response.FinishReason);
    }

    [Fact]
    public async Task Two_calls_under_one_index_stay_two()
    {
        await using var server = WireServer.Always(WireAnswer.Stream(Recorded("ollama-calls.sse")));

        var response = await AskAsync(server, "qwen3:4b");

        Assert.Equal([("call_ab12", "print(1)"), ("call_cd34", "print(2)")], Calls(response)
            .Select(c => (c.CallId, CodeCall.CodeOf(c)!)));
        Assert.Equal(ChatFinishReason.ToolCalls, response.FinishReason);
    }

    [Fact]
    public async Task Empty_and_null_ids_belong_to_the_open_call()
    {
        await using var server = WireServer.Always(WireAnswer.Stream(Recorded("vllm-calls.sse")));

        var response = await AskAsync(server, "Qwen/Qwen3-8B");

        Assert.Equal(
            [("chatcmpl-tool-1", "print(1)"), ("chatcmpl-tool-2", "print(2)")],
            Calls(response).Select(c => (c.CallId, CodeCall.CodeOf(c)!)));
    }

    [Fact]
    public async Task Text_arrives_while_the_server_still_writes()
    {
        var first =
            Recorded("llamacpp-text.sse")[..Recorded("llamacpp-text.sse").IndexOf(" – ", StringComparison.Ordinal)];
        await using var server =
            WireServer.Always(
                WireAnswer.Broken(first[..(first.LastIndexOf("\n\n", StringComparison.Ordinal) + 2)], hangs: true));
        using var client = Client(server, "qwen3-4b");

        await using var updates = client.GetStreamingResponseAsync(Question, null, Token).GetAsyncEnumerator(Token);
        while (await updates.MoveNextAsync() && updates.Current.Text.Length == 0)
        {
        }

        Assert.Equal("Es läuft", updates.Current.Text);
    }

    [Fact]
    public async Task A_server_that_does_not_stream_is_read_too()
    {
        await using var server = WireServer.Always(WireAnswer.Json(
            """{"id":"x","model":"m","choices":[{"index":0,"message":{"role":"assistant","content":null,"tool_calls":[{"id":"c","type":"function","function":{"name":"execute_code","arguments":{"code":"print(1)"}}}]},"finish_reason":"tool_calls"}]}"""));

        var response = await AskAsync(server, "m");

        Assert.Equal("print(1)", CodeCall.CodeOf(Calls(response).Single()));
    }

    [Fact]
    public async Task Without_a_model_the_first_listed_one_is_asked()
    {
        await using var server = new WireServer(line => line == "GET /v1/models"
            ? WireAnswer.Json("""{"object":"list","data":[{"id":"qwen3-4b","object":"model"},{"id":"other"}]}""")
            : WireAnswer.Stream(Recorded("llamacpp-text.sse")));

        var response = await AskAsync(server, model: null);

        Assert.Equal("qwen3-4b", server.LastBody["model"]!.GetValue<string>());
        Assert.Equal("qwen3-4b", response.ModelId);
    }

    [Fact]
    public async Task The_request_carries_conversation_tools_and_sampling()
    {
        await using var server = WireServer.Always(WireAnswer.Stream(Recorded("llamacpp-text.sse")));
        using var client = Client(server, "qwen3-4b");
        var schema =
            JsonDocument.Parse("""{"type":"object","properties":{"code":{"type":"string"}},"required":["code"]}""")
            .RootElement;
        ChatMessage[] messages =
        [
            new(ChatRole.System, "Use tools."),
            new(ChatRole.User, "é?"),
            new(ChatRole.Assistant, [new TextReasoningContent("hm"), CodeCall.Create("c1", "print(\"1\")\n")]),
            new(ChatRole.Tool, [new FunctionResultContent("c1", "1\n")]),
        ];
        var options = new ChatOptions
        {
            Temperature = 0,
            Seed = 7,
            MaxOutputTokens = 100,
            StopSequences = ["END"],
            ToolMode = ChatToolMode.RequireSpecific("execute_code"),
            Tools = [AIFunctionFactory.CreateDeclaration("execute_code", "Runs Python.", schema)],
        };

        await client.GetResponseAsync(messages, options, Token);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(
            """
            {"model":"qwen3-4b","stream":true,"stream_options":{"include_usage":true},
             "messages":[
               {"role":"system","content":"Use tools."},
               {"role":"user","content":"é?"},
               {"role":"assistant","content":"","tool_calls":[{"id":"c1","type":"function","function":{"name":"execute_code","arguments":"{\"code\":\"print(\\\"1\\\")\\n\"}"}}]},
               {"role":"tool","tool_call_id":"c1","content":"1\n"}],
             "max_tokens":100,"temperature":0,"seed":7,"stop":["END"],
             "tools":[{"type":"function","function":{"name":"execute_code","description":"Runs Python.","parameters":{"type":"object","properties":{"code":{"type":"string"}},"required":["code"]}}}],
             "tool_choice":{"type":"function","function":{"name":"execute_code"}}}
            """), server.LastBody), server.LastBody.ToJsonString());
    }

    [Theory]
    [InlineData("", "POST /v1/chat/completions")]
    [InlineData("/", "POST /v1/chat/completions")]
    [InlineData("/v1", "POST /v1/chat/completions")]
    [InlineData("/v1/", "POST /v1/chat/completions")]
    [InlineData("/openai", "POST /openai/v1/chat/completions")]
    public async Task The_address_may_name_the_version_or_not(string path, string expected)
    {
        await using var server = WireServer.Always(WireAnswer.Stream(Recorded("llamacpp-text.sse")));
        using var client = new OpenAiChatClient(
            new ModelServer { Address = new Uri(server.Address, path), Model = "qwen3-4b", ApiKey = "secret" },
            TimeProvider.System);

        await client.GetResponseAsync(Question, null, Token);

        Assert.StartsWith(expected, server.Requests[0].Head, StringComparison.Ordinal);
        Assert.Contains("Authorization: Bearer secret", server.Requests[0].Head, StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_that_is_no_url_is_refused() =>
        Assert.Throws<ArgumentException>(() =>
            new OpenAiChatClient(new ModelServer { Address = new Uri("ftp://x") }, TimeProvider.System));

    [Fact]
    public async Task A_setting_that_cannot_be_sent_is_refused()
    {
        await using var server = WireServer.Always(WireAnswer.Stream(""));
        using var client = Client(server, "m");

        await Assert.ThrowsAsync<NotSupportedException>(() =>
            client.GetResponseAsync(Question, new ChatOptions { ResponseFormat = ChatResponseFormat.Json }, Token));
    }

    private static async Task<ChatResponse> AskAsync(WireServer server, string? model)
    {
        using var client = Client(server, model);
        return await client.GetResponseAsync(Question, null, Token);
    }

    private static OpenAiChatClient Client(WireServer server, string? model) =>
        new(new ModelServer { Address = server.Address, Model = model }, TimeProvider.System);

    private static IEnumerable<FunctionCallContent> Calls(ChatResponse response) =>
        response.Messages.SelectMany(m => m.Contents).OfType<FunctionCallContent>();

    private static string Recorded(string name, [CallerFilePath] string here = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "Wire", name));
}
