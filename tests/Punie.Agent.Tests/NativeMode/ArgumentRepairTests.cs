using System.Text.Json.Nodes;
using Punie.Agent.NativeMode;
using Punie.Agent.Tools;

namespace Punie.Agent.Tests.NativeMode;

public sealed class ArgumentRepairTests
{
    [Theory]
    [InlineData("""{"number": "3"}""", """{"number":3}""", "number: the text \"3\" was taken as 3")]
    [InlineData("""{"number": 3.0}""", """{"number":3}""", "number: 3.0 was taken as 3")]
    [InlineData("""{"real": "0.5"}""", """{"real":0.5}""", "real: the text \"0.5\" was taken as 0.5")]
    [InlineData("""{"flag": "True"}""", """{"flag":true}""", "flag: the text \"True\" was taken as true")]
    [InlineData("""{"names": "[\"a\", \"b\"]"}""", """{"names":["a","b"]}""",
        "names: the text \"[\\\"a\\\", \\\"b\\\"]\" was taken as [\"a\",\"b\"]")]
    [InlineData("""{"names": "None"}""", """{"names":null}""", "names: the text \"None\" was taken as null")]
    [InlineData("""{"text": {"a": 1}}""", """{"text":"{\u0022a\u0022:1}"}""",
        "text: {\"a\":1} was taken as the text \"{\\\"a\\\":1}\"")]
    public void A_value_that_loses_nothing_is_repaired_and_the_repair_is_said(string given, string repaired,
        string note)
    {
        var arguments = JsonNode.Parse(given)!.AsObject();

        Assert.Equal(note, Assert.Single(ArgumentRepair.Repair(new SampleTool(), arguments)));
        Assert.Equal(repaired, arguments.ToJsonString());
    }

    [Theory]
    [InlineData("""{"number":"3.5"}""")]
    [InlineData("""{"number":3.5}""")]
    [InlineData("""{"number":1e300}""")]
    [InlineData("""{"number":"1,5"}""")]
    [InlineData("""{"real":"0,5"}""")]
    [InlineData("""{"real":"inf"}""")]
    [InlineData("""{"flag":"yes"}""")]
    [InlineData("""{"flag":1}""")]
    [InlineData("""{"names":"a"}""")]
    [InlineData("""{"text":7}""")]
    [InlineData("""{"text":"[1, 2]"}""")]
    [InlineData("""{"unknown":"3"}""")]
    public void What_fits_or_would_have_to_be_guessed_is_left_alone(string given)
    {
        var arguments = JsonNode.Parse(given)!.AsObject();

        Assert.Empty(ArgumentRepair.Repair(new SampleTool(), arguments));
        Assert.Equal(given, arguments.ToJsonString());
    }

    private sealed class SampleTool : Tool
    {
        public override string Name => "sample";

        public override string Summary => "Takes one of each.";

        public override IReadOnlyList<ToolParameter> Parameters { get; } =
        [
            new("text", new ToolType.Str(), "Text."),
            new("number", new ToolType.Int(), "A number."),
            new("real", new ToolType.Float(), "A number."),
            new("flag", new ToolType.Bool(), "A flag."),
            new("names", new ToolType.Optional(new ToolType.List(new ToolType.Str())), "Names.", new ToolDefault(null)),
        ];

        public override ToolType Result => new ToolType.Str();

        public override ValueTask<object> InvokeAsync(ToolArguments arguments, ToolContext context,
            CancellationToken cancellationToken) =>
                ValueTask.FromResult<object>("");
    }
}
