using System.Text;
using System.Text.Json;
using Punie.Agent.Tools;
using Punie.Agent.Tools.Checks;
using Punie.Agent.Tools.Commands;
using Punie.Agent.Tools.Files;
using Punie.Agent.Tools.Git;

namespace Punie.Agent.Tests.Tools;

public sealed class ToolJsonTests
{
    [Fact]
    public void A_record_becomes_an_object_with_every_field()
    {
        var result = new TypeCheckResult(false, null, 1, 0, [new TypeCheckError("a.py", 1, 2, "error", "x", "\"é\"")]);

        Assert.Equal(
            """{"success":false,"parse_error":null,"error_count":1,"warning_count":0,"errors":[{"file":"a.py","line":1,"column":2,"severity":"error","code":"x","message":"\"é\""}]}""",
            ToolJson.Result(new TypecheckTool(), result).GetRawText());
    }

    [Fact]
    public void Text_stands_in_a_property_of_its_own()
    {
        Assert.Equal("""{"result":"x"}""", ToolJson.Result(new ReadFileTool(), "x").GetRawText());
    }

    [Fact]
    public void Arguments_are_bound_by_name_and_defaults_are_filled_in()
    {
        var arguments = Bind(new GitLogTool(), """{"count": 3}""");

        Assert.Equal((".", 3L), (arguments.Str("path"), arguments.Int("count")));
    }

    [Fact]
    public void A_list_of_text_is_bound()
    {
        var arguments = Bind(new RunCommandTool(), """{"command": "ls", "args": ["-l", "a b"], "cwd": null}""");

        Assert.Equal(["-l", "a b"], arguments.OptionalStrs("args"));
        Assert.Null(arguments.OptionalStr("cwd"));
    }

    [Theory]
    [InlineData("""{"count": "3"}""", "git_log() argument 'count' must be int, not \"3\"")]
    [InlineData("""{"count": 1.5}""", "git_log() argument 'count' must be int, not 1.5")]
    [InlineData("""{"path": null}""", "git_log() argument 'path' must be str, not null")]
    [InlineData("""{"limit": 3}""", "git_log() got an unexpected argument 'limit'; it takes path, count")]
    [InlineData("""[]""", "git_log() takes an object with its arguments by name")]
    public void Wrong_arguments_are_an_error_in_pythons_words(string json, string message)
    {
        using var document = JsonDocument.Parse(json);

        Assert.False(ToolJson.TryBind(new GitLogTool(), document.RootElement, out _, out var error));
        Assert.Equal(message, error);
    }

    [Fact]
    public void A_missing_argument_is_named()
    {
        using var document = JsonDocument.Parse("{}");

        Assert.False(ToolJson.TryBind(new ReadFileTool(), document.RootElement, out _, out var error));
        Assert.Equal("read_file() missing required argument: 'path'", error);
    }

    [Fact]
    public void Arguments_that_are_defaults_are_left_out()
    {
        Assert.Equal("""{"count":3}""", Write(Bind(new GitLogTool(), """{"path": ".", "count": 3}""")));
        Assert.Equal("{}", Write(Bind(new GitLogTool(), """{"path": ".", "count": 10}""")));
    }

    private static ToolArguments Bind(Tool tool, string json)
    {
        using var document = JsonDocument.Parse(json);
        Assert.True(ToolJson.TryBind(tool, document.RootElement, out var arguments, out var error), error);
        return arguments;
    }

    private static string Write(ToolArguments arguments)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream)) ToolJson.WriteArguments(writer, new GitLogTool(), arguments);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
