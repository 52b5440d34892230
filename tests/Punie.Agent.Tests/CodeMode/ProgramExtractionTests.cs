using System.Text.Json;
using Microsoft.Extensions.AI;
using Punie.Agent.CodeMode;
using Punie.Agent.Tools;
using Punie.Chat.Formats;

namespace Punie.Agent.Tests.CodeMode;

public sealed class ProgramExtractionTests
{
    private const string Program = "print(git_status().clean)";

    private static readonly ToolCatalog Tools = BuiltInTools.Create();

    [Fact]
    public void A_call_of_execute_code_is_the_program()
    {
        var reply =
            new ChatMessage(ChatRole.Assistant, [new TextContent("Let me look."), CodeCall.Create("c1", Program)]);

        Assert.Equal(new ExtractedProgram(Program, "c1"), ProgramExtraction.From(reply, Tools));
    }

    [Theory]
    [InlineData("```python\nprint(git_status().clean)\n```")]
    [InlineData("First I look at the state.\n\n```\nprint(git_status().clean)\n```\nThen I answer.")]
    [InlineData("```py\r\n    print(git_status().clean)\r\n```")]
    [InlineData("```python\nprint(git_status().clean)")]
    [InlineData("print(git_status().clean)")]
    [InlineData("\n\n  print(git_status().clean)\n")]
    public void A_program_in_plain_text_is_found(string text) =>
        Assert.Equal(new ExtractedProgram(Program, null), From(text));

    [Theory]
    [InlineData("There are no type errors.")]
    [InlineData("Use a set:\n```python\nseen = {1, 2}\n```\nIt has no duplicates.")]
    [InlineData("Run this:\n```bash\ngit status\n```")]
    [InlineData("")]
    [InlineData("typecheck")]
    public void An_answer_stays_an_answer(string text) => Assert.Null(From(text));

    [Fact]
    public void A_block_with_a_mistake_is_still_a_program_so_that_the_model_hears_of_it() =>
        Assert.Equal("print(git_status(", From("Now:\n```python\nprint(git_status(\n```\nDone.")!.Source);

    [Fact]
    public void A_fence_inside_the_call_is_taken_off()
    {
        var reply = new ChatMessage(ChatRole.Assistant, [CodeCall.Create("c1", $"```python\n{Program}\n```")]);

        Assert.Equal(Program, ProgramExtraction.From(reply, Tools)!.Source);
    }

    [Fact]
    public void A_tool_that_is_called_directly_becomes_a_program()
    {
        using var json = JsonDocument.Parse("""{"path": "a \"b\"\n", "count": 3}""");
        var arguments = json.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => (object?)p.Value);
        var reply = new ChatMessage(ChatRole.Assistant, [new FunctionCallContent("c1", "git_log", arguments)]);

        Assert.Equal("print(git_log(path=\"a \\\"b\\\"\\n\", count=3))", ProgramExtraction.From(reply, Tools)!.Source);
    }

    private static ExtractedProgram? From(string text) =>
        ProgramExtraction.From(new ChatMessage(ChatRole.Assistant, text), Tools);
}
