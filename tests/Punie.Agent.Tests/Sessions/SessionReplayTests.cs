using System.Net;
using System.Text;
using Microsoft.Extensions.AI;
using Punie.Agent.Loop;
using Punie.Agent.Sessions;
using Punie.Chat.Scripted;

namespace Punie.Agent.Tests.Sessions;

/// <summary>A session that was read from its file stands where it stood.</summary>
public sealed class SessionReplayTests : IDisposable
{
    private const string Script = """
        {"code": "print(read_file('notes.txt'))\nprint('ünï → 漢字 \\ud83d\\ude00')"}
        {"text": "```python\nprint(read_file('none.txt'))\n```"}
        {"text": "There is one note."}
        {"tool": "read_file", "arguments": {"path": "notes.txt"}}
        {"text": "The same."}
        """;

    private readonly SessionBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task The_conversation_comes_back_message_for_message()
    {
        using var session = _bench.Store.Create("scripted");
        await FillAsync(session);
        var before = session.Conversation.Messages.Select(Described).ToList();
        session.Dispose();

        using var again = _bench.Open().Resume(null).Session;

        Assert.Equal(before, again.Conversation.Messages.Select(Described));
        Assert.Equal(11, before.Count);
    }

    [Fact]
    public async Task A_server_is_sent_the_same_bytes_before_the_next_prompt()
    {
        using var session = _bench.Store.Create("scripted");
        await FillAsync(session);
        var kept = await NextRequestAsync(session.Conversation);
        session.Dispose();

        using var again = _bench.Open().Resume(null).Session;

        Assert.Equal(kept, await NextRequestAsync(again.Conversation));
    }

    [Fact]
    public async Task Asking_adds_to_the_messages_and_changes_none()
    {
        using var session = _bench.Store.Create("scripted");
        await FillAsync(session);
        var before = session.Conversation.Messages.Select(Described).ToList();

        await _bench.AskAsync(session, """{"text": "Yes."}""", "Sure?");

        Assert.Equal(before, session.Conversation.Messages.Take(before.Count).Select(Described));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(90)]
    public async Task A_torn_last_line_is_left_out_and_said(int cut)
    {
        using (var session = _bench.Store.Create("scripted")) await FillAsync(session);
        var file = Assert.Single(_bench.Files);
        var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(file, bytes[..^(cut + 1)], TestContext.Current.CancellationToken);

        var resumed = _bench.Open().Resume(null);
        await _bench.AskAsync(resumed.Session, """{"text": "Yes."}""", "Still there?");
        resumed.Session.Dispose();

        Assert.StartsWith("one line of session ", resumed.Warning, StringComparison.Ordinal);
        var read = _bench.Open().Read(null);
        Assert.Equal((1, "Still there?"), (read.DamagedLines, read.History.Turns[^1].Prompt));
    }

    [Fact]
    public async Task A_turn_that_was_cut_off_is_closed_so_that_the_next_can_follow()
    {
        using (var session = _bench.Store.Create("scripted")) await FillAsync(session);
        var file = Assert.Single(_bench.Files);
        var lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
        var call = Array.FindLastIndex(lines, line => line.Contains("\"call\":\"call_4\"", StringComparison.Ordinal));
        await File.WriteAllLinesAsync(file, lines[..(call + 1)], TestContext.Current.CancellationToken);

        using var again = _bench.Open().Resume(null).Session;

        Assert.Null(again.History.Turns[^1].End);
        Assert.Equal(
            ["tool call_4=No result. This turn was cut off.", "assistant This turn was cut off."],
            again.Conversation.Messages.TakeLast(2).Select(Described));
    }

    private async Task FillAsync(Session session)
    {
        _bench.Write("notes.txt", "buy \"milk\"\n\tand <tea>\n");
        var turn = _bench.Loop.Turn(ScriptedChatClient.FromJsonLines(Script, TimeProvider.System));
        await SessionBench.AskAsync(session, turn, "What is in the notes?");
        await SessionBench.AskAsync(session, turn, "Really?\nLook again.");
    }

    private static string Described(ChatMessage message) => $"{message.Role.Value} {string.Join(" | ", message.Contents.Select(content => content switch
    {
        TextContent text => text.Text,
        FunctionCallContent call =>
            $"{call.CallId}:{call.Name}({string.Join(", ", call.Arguments!.Select(one => $"{one.Key}={one.Value}"))})",
        FunctionResultContent result => $"{result.CallId}={result.Result}",
        _ => content.GetType().Name,
    }))}";

    // What a real client would put on the wire for the next prompt.
    private static async Task<string> NextRequestAsync(Conversation conversation)
    {
        using var listener = new HttpListener();
        var port = FreePort();
        listener.Prefixes.Add($"http://127.0.0.1:{port}/");
        listener.Start();
        using var client = new Punie.Chat.Servers.OpenAiChatClient(
            new Punie.Chat.Servers.ModelServer { Address = new Uri($"http://127.0.0.1:{port}/v1"), Model = "m" },
            TimeProvider.System);
        var asked = client.GetResponseAsync(
            [.. conversation.Messages, new ChatMessage(ChatRole.User, "Next?")], new ChatOptions(),
            TestContext.Current.CancellationToken);
        var context = await listener.GetContextAsync();
        using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        await context.Response.OutputStream.WriteAsync(
            """{"choices":[{"message":{"role":"assistant","content":"ok"},"finish_reason":"stop"}]}"""u8.ToArray(),
            TestContext.Current.CancellationToken);
        context.Response.Close();
        await asked;
        return body;
    }

    private static int FreePort()
    {
        using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
