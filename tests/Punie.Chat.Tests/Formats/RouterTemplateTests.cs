using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Punie.Chat.Formats;

namespace Punie.Chat.Tests.Formats;

/// <summary>The Jinja text against <see cref="RouterFormat"/>, in two independent Jinja engines.</summary>
public sealed class RouterTemplateTests
{
    private static readonly RouterFormat Format = new(Corpus.Router);

    private static readonly ChatMessage[][] Conversations =
    [
        [User("any type errors?")],
        [User("  spaces, \"quotes\" & <tags>\nand lines\n")],
        [User("hello"), new(ChatRole.Assistant, "Hi. I route.")],
        [User("tests?"), new(ChatRole.Assistant, [CodeCall.Create("1", Corpus.Programs[1])])],
        [User("a"), new(ChatRole.Assistant, "b"), User("c"),
            new(ChatRole.Assistant, [CodeCall.Create("1", "x = 'é'\n")])],
    ];

    [Fact]
    public async Task Hugging_face_jinja_renders_the_same_text() =>
        Check(await Oracle.NodeAsync("render.mjs", Request()));

    [Fact]
    public async Task Python_jinja_renders_the_same_text() => Check(await Oracle.PythonAsync("render.py", Request()));

    private static void Check(JsonNode rendered)
    {
        var expected = Cases()
            .Select(c => Corpus.Router.Decode(Format.Render(c.Messages, [], c.OpenReply).Tokens.Span));

        Assert.Equal(expected, rendered.AsArray().Select(t => t!.GetValue<string>()));
    }

    // A prompt is compared for single requests only: the template renders all it is given, the format the last request.
    private static IEnumerable<(ChatMessage[] Messages, bool OpenReply)> Cases() =>
        Conversations.Select(c => (c, c.Length == 1));

    private static JsonObject Request() => new()
    {
        ["template"] = Format.ChatTemplate,
        ["cases"] = new JsonArray([.. Cases().Select(c => new JsonObject
        {
            ["messages"] = new JsonArray([.. c.Messages.Select(ToJson)]),
            ["add_generation_prompt"] = c.OpenReply,
        })]),
    };

    private static JsonObject ToJson(ChatMessage message)
    {
        var json = new JsonObject { ["role"] = message.Role.Value, ["content"] = message.Text };
        if (CodeCall.CodeOf(message) is not { } code) return json;
        var function =
            new JsonObject
            {
                ["name"] = CodeCall.FunctionName,
                ["arguments"] = new JsonObject { [CodeCall.Parameter] = code }
            };
        json["tool_calls"] = new JsonArray(new JsonObject { ["type"] = "function", ["function"] = function });
        return json;
    }

    private static ChatMessage User(string text) => new(ChatRole.User, text);
}
