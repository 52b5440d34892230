using Punie.Chat.Formats;
using Punie.Chat.Formats.Replies;

namespace Punie.Chat.Tests.Formats.Replies;

public sealed class CallArgumentsTests
{
    [Theory]
    [InlineData("""{"code":"print(1)"}""")]
    [InlineData("""  {"code": "print(1)", }  """)]
    [InlineData(""" "{\"code\": \"print(1)\"}" """)]
    [InlineData("""{"code":"print(1)"}]""")]
    [InlineData("""{"code":"print(1)""" + "\"")]
    [InlineData("print(1)")]
    public void A_program_is_read_from_what_servers_send(string text) =>
        Assert.Equal("print(1)", CodeCall.CodeOf(CallArguments.Read("c", "execute_code", text)));

    [Theory]
    [InlineData("execute_code", "{\"code\": \"print(")]
    [InlineData("execute_code", "\"print(")]
    [InlineData("read_file", "a.py")]
    [InlineData("read_file", "[1]")]
    public void Arguments_that_cannot_be_read_are_an_error_in_the_call(string name, string text)
    {
        var call = CallArguments.Read("c", name, text);

        Assert.Null(call.Arguments);
        Assert.Contains(text, call.Exception!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_text_means_no_arguments() => Assert.Empty(CallArguments.Read("c", "git_status", "").Arguments!);
}
