using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Punie.Agent.LanguageServer.Protocol;
using Punie.Agent.Rpc;

namespace Punie.Agent.Tests.Rpc;

/// <summary>The wire, with the other side played by the test.</summary>
public sealed class RpcConnectionTests : IAsyncDisposable
{
    private readonly Pipe _toClient = new();
    private readonly Pipe _toServer = new();
    private readonly Peer _peer = new();
    private readonly RpcConnection _connection;
    private readonly MessageReader _heard;

    public RpcConnectionTests()
    {
        _connection = new RpcConnection(
            new(_toClient.Reader.AsStream(), _toServer.Writer.AsStream(), RpcFraming.Headers), _peer,
            TimeProvider.System);
        _heard = new MessageReader(_toServer.Reader.AsStream());
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _toClient.Writer.CompleteAsync();
        await _connection.DisposeAsync();
    }

    [Fact]
    public async Task Answers_find_their_requests_in_any_order()
    {
        var first = AskAsync("first");
        var second = AskAsync("second");
        Assert.Equal((1, 2), (await HearIdAsync(), await HearIdAsync()));

        await SayAsync("""{"jsonrpc":"2.0","id":2,"result":"two"}""");
        await SayAsync("""{"jsonrpc":"2.0","id":1,"result":"one"}""");

        Assert.Equal(("one", "two"), ((await first).GetString(), (await second).GetString()));
    }

    [Fact]
    public async Task A_message_may_come_in_pieces_and_after_a_notice()
    {
        var answer = AskAsync("ask");
        var body = """{"jsonrpc":"2.0","id":1,"result":"grün"}""";
        var bytes =
            Encoding.UTF8.GetBytes(
                $"Starting the server\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nContent-Type: "
                + $"x\r\n\r\n{body}");
        foreach (var one in bytes) await _toClient.Writer.WriteAsync(new[] { one }, Token);

        Assert.Equal("grün", (await answer).GetString());
    }

    [Fact]
    public async Task A_refusal_has_its_code_and_words()
    {
        var answer = AskAsync("ask");
        await SayAsync("""{"jsonrpc":"2.0","id":1,"error":{"code":-32801,"message":"content modified"}}""");

        var refusal = await Assert.ThrowsAsync<RpcErrorException>(() => answer);
        Assert.Equal((-32801, "content modified", true), (refusal.Code, refusal.Message, refusal.IsPassing));
    }

    [Fact]
    public async Task A_cancelled_request_is_told_to_the_other_side_and_its_late_answer_is_dropped()
    {
        using var cancel = new CancellationTokenSource();
        var answer = _connection.RequestAsync("ask", new(7), ProtocolJson.Default.CancelParams, cancel.Token);
        await HearIdAsync();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
        using var told = await _heard.ReadAsync(Token);
        Assert.Equal("""{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":1}}""",
            told!.RootElement.GetRawText());

        await SayAsync("""{"jsonrpc":"2.0","id":1,"result":"late"}""");
        var next = AskAsync("next");
        await SayAsync("""{"jsonrpc":"2.0","id":2,"result":"in time"}""");
        Assert.Equal("in time", (await next).GetString());
    }

    [Fact]
    public async Task The_end_of_the_stream_fails_what_waits_and_what_comes_later()
    {
        var waiting = AskAsync("ask");
        await _toClient.Writer.CompleteAsync();

        await Assert.ThrowsAsync<ConnectionLostException>(() => waiting);
        await Assert.ThrowsAsync<ConnectionLostException>(() => AskAsync("later"));
    }

    [Theory]
    [InlineData("Content-Length: 2\r\n\r\n{]", "a message is not JSON")]
    [InlineData("Content-Length: 2\r\n\r\n[]", "a message is not an object")]
    [InlineData("Content-Length: -1\r\n\r\n", "a message has the length '-1'")]
    [InlineData("Content-Length: 99999999999\r\n\r\n", "a message has the length '99999999999'")]
    public async Task What_is_not_the_protocol_ends_the_connection(string bytes, string reason)
    {
        var waiting = AskAsync("ask");
        await _toClient.Writer.WriteAsync(Encoding.UTF8.GetBytes(bytes), Token);

        await Assert.ThrowsAsync<ConnectionLostException>(() => waiting);
        Assert.StartsWith(reason, await _connection.Closed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Questions_of_the_other_side_are_answered_under_their_own_ids()
    {
        await SayAsync("""{"jsonrpc":"2.0","id":"a-1","method":"known","params":{"x":1}}""");
        await SayAsync("""{"jsonrpc":"2.0","id":5,"method":"unknown"}""");
        await SayAsync("""{"jsonrpc":"2.0","id":6,"method":"malformed","params":[]}""");

        Assert.Equal("""{"jsonrpc":"2.0","id":"a-1","result":{"x":1}}""", await HearAsync());
        Assert.Equal("""{"jsonrpc":"2.0","id":5,"error":{"code":-32601,"message":"no"}}""", await HearAsync());
        Assert.Contains("-32602", await HearAsync(), StringComparison.Ordinal);
    }

    private Task<JsonElement> AskAsync(string method) => _connection.RequestAsync<object>(method, null, null, Token);

    private async Task<long> HearIdAsync()
    {
        using var message = await _heard.ReadAsync(Token);
        return message!.RootElement.GetProperty("id").GetInt64();
    }

    private async Task<string> HearAsync()
    {
        using var message = await _heard.ReadAsync(Token);
        return message!.RootElement.GetRawText();
    }

    private async Task SayAsync(string json) =>
        await _toClient.Writer.WriteAsync(
            Encoding.UTF8.GetBytes($"Content-Length: {Encoding.UTF8.GetByteCount(json)}\r\n\r\n{json}"), Token);

    private sealed class Peer : IRpcPeer
    {
        public void Told(string method, JsonElement parameters)
        {
        }

        public string Asked(string method, JsonElement parameters) => method switch
        {
            "known" => parameters.GetRawText(),
            "malformed" => parameters.GetProperty("missing").GetRawText(),
            _ => throw new RpcErrorException(RpcErrorException.MethodNotFound, "no"),
        };
    }
}
