using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.AI;
using Punie.Chat.Formats;
using Punie.Chat.Servers;

namespace Punie.Chat.Tests.Servers;

public sealed class ServerFailureTests
{
    private const string FirstChunk =
        "data: {\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hello\"}}]}\n\n";

    private static readonly ChatMessage[] Question = [new(ChatRole.User, "hi")];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_that_is_down_is_named_with_what_to_do()
    {
        var error = await FailAsync(UnusedAddress());

        Assert.Equal(ModelServerFailure.Unreachable, error.Failure);
        Assert.StartsWith("No model server answers at http://127.0.0.1:", error.Message, StringComparison.Ordinal);
        Assert.Contains("Start one", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_that_breaks_off_keeps_what_came_before_and_fails()
    {
        await using var server = WireServer.Always(WireAnswer.Broken(FirstChunk, hangs: false));
        using var client = Client(server.Address);
        var text = "";

        var error = await Assert.ThrowsAsync<ModelServerException>(async () =>
        {
            await foreach (var update in client.GetStreamingResponseAsync(Question, null, Token)) text += update.Text;
        });

        Assert.Equal(ModelServerFailure.CutOff, error.Failure);
        Assert.Equal("Hello", text);
    }

    [Fact]
    public async Task A_stream_that_ends_early_without_an_error_fails_too()
    {
        var error = await FailAsync(WireAnswer.Stream(FirstChunk));

        Assert.Equal(ModelServerFailure.CutOff, error.Failure);
    }

    [Theory]
    [InlineData("500 Internal Server Error",
        """{"error":{"code":500,"message":"out of memory","type":"server_error"}}""", "(500)", "out of memory")]
    [InlineData("400 Bad Request", """{"object":"error","message":"context too long","code":400}""", "(400)",
        "context too long")]
    [InlineData("422 Unprocessable", """{"detail":"bad field"}""", "(422)", "bad field")]
    [InlineData("404 Not Found", """{"error":{"message":"model \"m\" not found, try pulling it first"}}""", "(404)",
        "not found, try pulling it first")]
    [InlineData("503 Service Unavailable", """{"error":{"code":503,"message":"Loading model"}}""", "(503)",
        "Loading model")]
    [InlineData("401 Unauthorized", """{"error":"Invalid API Key"}""", "API key", "Invalid API Key")]
    [InlineData("500 Oops", "plain words", "(500)", "plain words")]
    public async Task An_error_shows_its_number_and_the_servers_words(string status, string body, string number,
        string words)
    {
        var error = await FailAsync(WireAnswer.Error(status, body));

        Assert.Equal(ModelServerFailure.Refused, error.Failure);
        Assert.Contains(number, error.Message, StringComparison.Ordinal);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_path_asks_whether_it_is_a_model_server()
    {
        var error = await FailAsync(WireAnswer.Page("404 Not Found", "<html>nginx</html>"));

        Assert.Contains("has no /v1/chat/completions", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("nginx", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_instead_of_json_is_shown()
    {
        var error = await FailAsync(WireAnswer.Page("200 OK", "<!doctype html><title>Router login</title>"));

        Assert.Equal(ModelServerFailure.NotAModelServer, error.Failure);
        Assert.Contains("Router login", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Something_that_does_not_speak_http_is_named()
    {
        var error = await FailAsync(WireAnswer.Raw("SSH-2.0-OpenSSH_9.6\r\n"));

        Assert.Equal(ModelServerFailure.NotAModelServer, error.Failure);
    }

    [Theory]
    [InlineData("data: {\"error\":{\"code\":500,\"message\":\"slot failed\"}}\n\n")]
    [InlineData("error: {\"code\":500,\"message\":\"slot failed\"}\n\n")]
    public async Task An_error_inside_the_stream_is_an_error(string body)
    {
        var error = await FailAsync(WireAnswer.Stream(FirstChunk + body));

        Assert.Contains("slot failed", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_model_that_answers_is_an_error()
    {
        var error =
            await FailAsync(WireAnswer.Stream(FirstChunk.Replace("\"m\"", "\"llama-3\"", StringComparison.Ordinal)));

        Assert.Equal(ModelServerFailure.WrongModel, error.Failure);
        Assert.Contains("asked for 'm', but 'llama-3' answered", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("qwen3", "qwen3:latest", true)]
    [InlineData("qwen3-4b", "/models/qwen3-4b.gguf", true)]
    [InlineData("gpt-4o", "gpt-4o-2024-08-06", true)]
    [InlineData("Qwen/Qwen3-8B", "qwen3-8b", true)]
    [InlineData("qwen3", "qwen3-4b", false)]
    [InlineData("qwen2", "qwen2.5", false)]
    [InlineData("a", "b", false)]
    public void Ids_are_the_same_up_to_folder_tag_date_and_ending(string asked, string answered, bool expected) =>
        Assert.Equal(expected, ModelIds.IsSame(asked, answered));

    [Theory]
    [InlineData(
        "Failed to parse input at pos 12: <tool_call>\\n<function=execute_code>\\n<parameter=code>\\nprint(1)\\n</parameter>\\n</function>\\n</tool_call>")]
    [InlineData(
        "error parsing tool call: raw='{\\\"code\\\":\\\"print(1)\\\"}]', err=invalid character ']' after top-level "
        + "value")]
    public async Task A_call_that_the_server_quotes_in_its_error_is_the_reply(string message)
    {
        var body = "{\"error\":{\"code\":500,\"message\":\"" + message + "\",\"type\":\"server_error\"}}";
        await using var server = WireServer.Always(WireAnswer.Error("500 Internal Server Error", body));
        using var client = Client(server.Address);

        var response = await client.GetResponseAsync(Question, null, Token);

        Assert.Equal("print(1)", CodeCall.CodeOf(response.Messages.Single()));
    }

    [Fact]
    public async Task A_quoted_rest_without_a_call_stays_an_error()
    {
        var error =
            await FailAsync(
            WireAnswer.Error("500 Error", """{"error":{"message":"Failed to parse input at pos 12: </tool_call>"}}"""));

        Assert.Equal(ModelServerFailure.Refused, error.Failure);
    }

    [Fact]
    public async Task The_callers_cancel_is_not_a_time_out()
    {
        await using var server = WireServer.Always(WireAnswer.Broken(FirstChunk, hangs: true));
        using var client = Client(server.Address);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);

        var reply = client.GetResponseAsync(Question, null, cancel.Token);
        await server.Sent.Task.WaitAsync(Token);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reply);
    }

    [Fact]
    public async Task Silence_before_the_first_byte_has_its_own_limit()
    {
        var clock = new ManualTime();
        await using var server = WireServer.Always(WireAnswer.Broken("", hangs: true));
        using var client = Client(server.Address, clock);

        var reply = client.GetResponseAsync(Question, null, Token);
        await server.Sent.Task.WaitAsync(Token);
        clock.Advance(TimeSpan.FromMinutes(5));

        var error = await Assert.ThrowsAsync<ModelServerException>(() => reply);
        Assert.Equal(ModelServerFailure.TimedOut, error.Failure);
        Assert.Contains("sent nothing within 300 s", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_that_never_ends_meets_the_total_limit()
    {
        var clock = new ManualTime();
        await using var server = WireServer.Always(WireAnswer.Broken(FirstChunk, hangs: true));
        using var client = Client(server.Address, clock);

        await using var updates = client.GetStreamingResponseAsync(Question, null, Token).GetAsyncEnumerator(Token);
        Assert.True(await updates.MoveNextAsync());
        clock.Advance(TimeSpan.FromMinutes(6));
        var next = updates.MoveNextAsync();
        Assert.False(next.IsCompleted);
        clock.Advance(TimeSpan.FromMinutes(24));

        var error = await Assert.ThrowsAsync<ModelServerException>(() => next.AsTask());
        Assert.Contains("did not finish its reply within 1800 s", error.Message, StringComparison.Ordinal);
    }

    private static async Task<ModelServerException> FailAsync(WireAnswer answer)
    {
        await using var server = WireServer.Always(answer);
        return await FailAsync(server.Address);
    }

    private static async Task<ModelServerException> FailAsync(Uri address)
    {
        using var client = Client(address);
        return await Assert.ThrowsAsync<ModelServerException>(() => client.GetResponseAsync(Question, null, Token));
    }

    private static OpenAiChatClient Client(Uri address, TimeProvider? clock = null) =>
        new(new ModelServer { Address = address, Model = "m" }, clock ?? TimeProvider.System);

    private static Uri UnusedAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }
}
