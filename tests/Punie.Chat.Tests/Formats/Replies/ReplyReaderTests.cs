using System.Text.Json;
using Microsoft.Extensions.AI;
using Punie.Chat.Formats;
using Punie.Chat.Formats.Replies;

namespace Punie.Chat.Tests.Formats.Replies;

public sealed class ReplyReaderTests
{
    private const string Fence = "```";

    // Stands for a Python parser: what the tests use as programs starts with a call or an assignment.
    private static readonly ReplyReader Reader = new(text => text.StartsWith("print(", StringComparison.Ordinal)
        || text.StartsWith("r = ", StringComparison.Ordinal));

    public static TheoryData<string> OneCall() => new(
        // Hermes and Qwen3
        "<tool_call>\n{\"name\": \"execute_code\", \"arguments\": {\"code\": \"print(1)\"}}\n</tool_call>",
        "\n<tool_call>\n{ \"arguments\": {\"code\": \"print(1)\"}, \"name\": \"execute_code\"}\n</tool_call> ",
        "<tool_call>{\"name\": \"execute_code\", \"arguments\": \"{\\\"code\\\": \\\"print(1)\\\"}\"}</tool_call>",
        "<tool_call>\n{\"name\": \"execute_code\", \"arguments\": {\"code\": \"print(1)\"}}",
        "<tool_call>\n{\"name\": \"execute_code\", \"arguments\": {\"code\": \"print(1)\"}\n</tool_call>",
        "<tool_call>\n{\"name\": \"execute_code\", \"arguments\": {\"code\": \"print(1)\",},}\n</tool_call>",
        "{\"name\": \"execute_code\", \"arguments\": {\"code\": \"print(1)\"}}\n</tool_call>",
        // Llama 3, OpenAI's own shape as text, a JSON fence
        "{\"name\": \"execute_code\", \"parameters\": {\"code\": \"print(1)\"}}",
        "<|python_tag|>{\"type\": \"function\", \"name\": \"execute_code\", \"parameters\": {\"code\": \"print(1)\"}}",
        "{\"type\": \"function\", \"function\": {\"name\": \"execute_code\", \"arguments\": {\"code\": \"print(1)\"}}}",
        Fence + "json\n{\"name\": \"execute_code\", \"arguments\": {\"code\": \"print(1)\"}}\n" + Fence,
        "{\"code\": \"print(1)\"}",
        // Qwen3-Coder
        "<tool_call>\n<function=execute_code>\n<parameter=code>\nprint(1)\n</parameter>\n</function>\n</tool_call>",
        "<function=execute_code>\n<parameter=code>\nprint(1)\n</parameter>\n</function>\n</tool_call>",
        "<tool_call>\n<function=execute_code>\n<parameter=code>\nprint(1)\n</function>\n</tool_call>",
        "<tool_call>\n<function=execute_code>\n<parameter=code>\nprint(1)\n</parameter>\n</function>",
        "<tool_call>\n<function=execute_code>\n<parameter=code>\nprint(1)",
        // GLM, with and without line ends
        "<tool_call>execute_code\n<arg_key>code</arg_key>\n<arg_value>print(1)</arg_value>\n</tool_call>",
        "<tool_call>execute_code<arg_key>code</arg_key><arg_value>print(1)</arg_value></tool_call>",
        "<tool_call>execute_code\n<arg_key>code</arg_key>\n<arg_value>print(1)</tool_call>",
        // the program itself
        "<tool_call>\nprint(1)\n</tool_call>",
        "<tool_call>\n" + Fence + "python\nprint(1)\n" + Fence + "\n</tool_call>",
        Fence + "python\nprint(1)\n" + Fence,
        Fence + "py\nprint(1)",
        Fence + "tool_code\nprint(1)\n" + Fence,
        "~~~\n~~~\n" + Fence + "Python3\r\nprint(1)\n" + Fence,
        "print(1)",
        "\nprint(1)\n",
        // the call written out
        "execute_code(\"print(1)\")",
        "execute_code('print(1)')",
        "execute_code(code=\"print(1)\")",
        "execute_code(\n    code=\"\"\"print(1)\"\"\",\n)",
        "functions.execute_code(code='''print(1)''')",
        "print(execute_code(\"print(1)\"))",
        Fence + "python\nexecute_code(\"print(1)\")\n" + Fence,
        "`execute_code(\"print(1)\")`",
        // thinking around it
        "<think>\nA program.\n</think>\n\n<tool_call>\nprint(1)\n</tool_call>",
        "A program.\n</think>\n" + Fence + "python\nprint(1)\n" + Fence,
        "<think>\nSo:\n<tool_call>\n{\"name\": \"execute_code\", \"arguments\": {\"code\": "
        + "\"print(1)\"}}\n</tool_call>\n</think>");

    [Theory]
    [MemberData(nameof(OneCall))]
    public void The_program_is_found(string reply)
    {
        var call = Assert.Single(Reader.Read(reply).Contents.OfType<FunctionCallContent>());

        Assert.Equal("print(1)", CodeCall.CodeOf(call)!.Trim());
    }

    [Theory]
    [InlineData("There are 3 type errors.")]
    [InlineData("Use the `execute_code(\"print(1)\")` function.")]
    [InlineData("The answer is {\"name\": \"shop\", \"version\": 1}.")]
    [InlineData("```json\n{\"name\": \"shop\"}\n```")]
    [InlineData("```toml\n[tool.ruff]\n```")]
    [InlineData("Call execute_code with a program.")]
    [InlineData("<tool_call>\n{\"name\": \"execute_code\", \"arguments\": {\"code\": \"print(")]
    [InlineData("<tool_call>\n{\"name\": broken}\n</tool_call>")]
    [InlineData("execute_code(\"print(1)")]
    [InlineData("")]
    public void An_answer_stays_text(string reply)
    {
        var message = Reader.Read(reply);

        Assert.Equal(reply, message.Text);
        Assert.Empty(message.Contents.OfType<FunctionCallContent>());
    }

    [Theory]
    [InlineData("x = \"null\"\nprint(x, None, True)")]
    [InlineData("print(\"007\")\n")]
    [InlineData("print('{\"a\": [1, 2]}')")]
    [InlineData("\n\nprint(1)\n\n")]
    [InlineData("print(\"</tool_call>\")")]
    [InlineData("print(\"a\\\\nb\", r'\\d')")]
    [InlineData("print(\"naïve 変数 👍\")")]
    [InlineData("if True:\n\tprint(1)")]
    public void Json_carries_any_program(string code)
    {
        var json = JsonSerializer.Serialize(code);
        var reply = $"<tool_call>\n{{\"name\": \"execute_code\", \"arguments\": {{\"code\": {json}}}}}\n</tool_call>";

        Assert.Equal(code, CodeCall.CodeOf(Reader.Read(reply)));
        Assert.Equal(code, CodeCall.CodeOf(Reader.Read($"execute_code({json})")));
    }

    [Theory]
    [InlineData("print(\"</parameter>\")\nprint(2)")]
    [InlineData("print(\"</function>\")")]
    [InlineData("print(\"</tool_call>\")")]
    [InlineData("print(1)\n")]
    [InlineData("\nprint(1)")]
    [InlineData("x = 'null'")]
    public void Tagged_parameters_carry_their_own_closing_tags(string code)
    {
        var reply =
            $"<tool_call>\n<function=execute_code>\n<parameter=code>\n{code}\n</parameter>\n</function>\n</tool_call>";

        Assert.Equal(code, CodeCall.CodeOf(Reader.Read(reply)));
    }

    [Theory]
    [InlineData("print(\"</arg_value>\")")]
    [InlineData("print(1)\n")]
    [InlineData("\nprint(1)")]
    public void Keyed_values_keep_their_line_ends_and_closing_tags(string code)
    {
        var reply = $"<tool_call>execute_code\n<arg_key>code</arg_key>\n<arg_value>{code}</arg_value>\n</tool_call>";

        Assert.Equal(code, CodeCall.CodeOf(Reader.Read(reply)));
    }

    [Fact]
    public void Line_ends_inside_a_json_string_are_kept()
    {
        var reply =
            "<tool_call>\n{\"name\": \"execute_code\", \"arguments\": {\"code\": "
            + "\"r = f()\n\tprint(r)\"}}\n</tool_call>";

        Assert.Equal("r = f()\n\tprint(r)", CodeCall.CodeOf(Reader.Read(reply)));
    }

    [Fact]
    public void Two_calls_are_two_with_their_types()
    {
        var message = Reader.Read(
            "First.\n<tool_call>\n{\"name\": \"read_file\", \"arguments\": {\"path\": \"a.py\", \"n\": 3, \"all\": true, \"x\": null}}\n</tool_call>\n" +
            "<tool_call>\n{\"name\": \"read-file\", \"arguments\": {}}\n</tool_call>\nThat is all.");

        var calls = message.Contents.OfType<FunctionCallContent>().ToList();
        Assert.Equal([("call_1", "read_file"), ("call_2", "read-file")], calls.Select(c => (c.CallId, c.Name)));
        Assert.Equal("a.py", calls[0].Arguments!["path"]);
        Assert.Equal(3, ((JsonElement)calls[0].Arguments!["n"]!).GetInt32());
        Assert.True(((JsonElement)calls[0].Arguments!["all"]!).GetBoolean());
        Assert.Null(calls[0].Arguments!["x"]);
        Assert.Empty(calls[1].Arguments!);
        Assert.Equal(["First.", "That is all."], message.Contents.OfType<TextContent>().Select(t => t.Text));
    }

    [Fact]
    public void Two_tagged_calls_with_lost_closing_tags_are_two()
    {
        var message = Reader.Read(
            "<tool_call>\n<function=read_file>\n<parameter=path>\na.py\n<parameter=limit>\n5\n" +
            "<tool_call>\n<function=read_file>\n<parameter=path>\nb.py\n</parameter>\n</function>\n</tool_call>");

        var calls = message.Contents.OfType<FunctionCallContent>().ToList();
        Assert.Equal(["a.py", "b.py"], calls.Select(c => c.Arguments!["path"]));
        Assert.Equal("5", calls[0].Arguments!["limit"]);
    }

    [Fact]
    public void Words_around_a_fenced_program_are_kept()
    {
        var message = Reader.Read("Let me look.\n\n```python\nprint(1)\n```\nThis prints one.");

        Assert.Equal(["Let me look.", "This prints one."], message.Contents.OfType<TextContent>().Select(t => t.Text));
        Assert.Equal("print(1)", CodeCall.CodeOf(message));
    }

    [Fact]
    public void A_fence_inside_a_program_does_not_end_it()
    {
        var message = Reader.Read("````python\nprint(\"\"\"\n```\nx\n```\n\"\"\")\n````");

        Assert.Equal("print(\"\"\"\n```\nx\n```\n\"\"\")", CodeCall.CodeOf(message));
    }

    [Fact]
    public void Thinking_is_kept_apart()
    {
        var message = Reader.Read("<think>\nHm, print(2)?\n</think>\n\nThere is one.");

        Assert.Equal("There is one.", message.Text);
        Assert.Equal("Hm, print(2)?", message.Contents.OfType<TextReasoningContent>().Single().Text);
    }

    [Fact]
    public void A_program_that_is_only_thought_about_is_not_run()
    {
        var message = Reader.Read("<think>\n```python\nprint(1)\n```\n</think>");

        Assert.Null(CodeCall.CodeOf(message));
    }

    [Fact]
    public void No_beginning_of_a_call_throws()
    {
        foreach (var reply in OneCall().Select(row => row.Data))
        {
            for (var end = 0; end <= reply.Length; end++) Assert.NotNull(Reader.Read(reply[..end]));
        }
    }

    [Theory]
    [InlineData("{\"")]
    [InlineData("<tool_call>{\"a")]
    [InlineData("<tool_call>x<arg_key>")]
    [InlineData("<function=f><parameter=a>")]
    [InlineData("\nexecute_code(\"")]
    [InlineData("\n```python\n")]
    [InlineData("<think>")]
    public void A_beginning_repeated_without_end_is_read_in_reasonable_work(string beginning) =>
        Assert.NotNull(Reader.Read(string.Concat(Enumerable.Repeat(beginning, 20_000))));
}
