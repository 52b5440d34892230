using System.Text;
using Punie.Chat.Servers;

namespace Punie.Chat.Tests.Servers;

public sealed class ServerSentEventsTests
{
    [Theory]
    [InlineData("data: a\n\ndata: b\n\n")]
    [InlineData("data:a\r\n\r\ndata:b\r\n\r\n")]
    [InlineData("data: a\r\rdata: b\r\r")]
    [InlineData(": keep-alive\n\nevent: x\nid: 1\ndata: a\n\n: ping\n\ndata: b\n\n")]
    [InlineData("data: a\n\ndata: b")]
    [InlineData("data: a\n\ndata: b\n")]
    public void Line_ends_comments_and_a_missing_last_one_make_no_difference(string stream)
    {
        for (var size = 1; size <= stream.Length; size++) Assert.Equal(["a", "b"], Read(stream, size));
    }

    [Fact]
    public void Lines_of_one_event_are_joined() => Assert.Equal(["a\nb"], Read("data: a\ndata: b\n\n", 3));

    [Fact]
    public void A_character_cut_in_two_is_whole_again() => Assert.Equal(["変👍"], Read("data: 変👍\n\n", 1));

    private static List<string> Read(string stream, int size)
    {
        var events = new ServerSentEvents();
        var read = Encoding.UTF8.GetBytes(stream).Chunk(size).SelectMany(piece => events.Add(piece).ToList()).ToList();
        if (events.Finish() is { } last) read.Add(last);
        return read;
    }
}
