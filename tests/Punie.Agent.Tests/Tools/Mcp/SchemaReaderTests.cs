using System.Text.Json;
using Punie.Agent.Tools;
using Punie.Agent.Tools.Mcp.Schemas;

namespace Punie.Agent.Tests.Tools.Mcp;

public sealed class SchemaReaderTests
{
    [Theory]
    [InlineData("""{"type": "string"}""", "str")]
    [InlineData("""{"type": ["integer", "null"]}""", "int | None")]
    [InlineData("""{"anyOf": [{"type": "number"}, {"type": "null"}]}""", "float | None")]
    [InlineData("""{"anyOf": [{"type": "number"}, {"type": "string"}]}""", "str")]
    [InlineData("""{"enum": ["a", "b"]}""", "str")]
    [InlineData("""{"type": "array", "items": {"type": "array", "items": {"type": "boolean"}}}""", "list[list[bool]]")]
    [InlineData("""{"type": "array"}""", "str")]
    [InlineData("""{"type": "object", "additionalProperties": {"type": "string"}}""", "str")]
    [InlineData("""{"$ref": "#/$defs/x", "$defs": {"x": {"type": "integer"}}}""", "int")]
    [InlineData("""{"$ref": "#/$defs/x", "$defs": {"x": {"$ref": "#/$defs/x"}}}""", "str")]
    [InlineData("""true""", "str")]
    [InlineData("""{"type": "array", "items": {"type": "object", "properties": {"a": {}}}}""", "list[Result]")]
    public void A_schema_is_a_python_type(string schema, string type) =>
        Assert.Equal(type, Read(schema).Type("Results").ToPython());

    [Fact]
    public void The_inner_part_of_a_tree_is_json_text()
    {
        var type = Read("""
            {"$ref": "#/$defs/node", "$defs": {"node": {"type": "object", "required": ["name"], "properties":
              {"name": {"type": "string"}, "child": {"anyOf": [{"$ref": "#/$defs/node"}, {"type": "null"}]}}}}}
            """).Type("Node");

        var record = Assert.IsType<ToolType.Record>(type).Schema;
        Assert.Equal(["name: str", "child: str | None"],
            record.Fields.Select(field => $"{field.Name}: {field.Type.ToPython()}"));
    }

    [Fact]
    public void Parameters_have_python_names_and_those_without_a_default_come_first()
    {
        var parameters = Read("""
            {"properties": {
              "max-results": {"type": "integer", "default": 5}, "from": {"type": "string"}, "max_results": {"type": "integer"},
              "mode": {"enum": ["a", "b"], "description": "How."}, "any": {}
            }, "required": ["from", "any"]}
            """).Parameters("Tool");

        Assert.Equal(
            ["from_: str", "any: str", "max_results: int = 5", "max_results_2: int | None = None",
                "mode: str | None = None"],
            parameters.Select(one => one.Parameter.Default is null
                ? $"{one.Parameter.Name}: {one.Parameter.Type.ToPython()}"
                : $"{one.Parameter.Name}: {one.Parameter.Type.ToPython()} = {ToolStub.Literal(one.Parameter.Default.Value)}"));
        Assert.Equal(["from", "any", "max-results", "max_results", "mode"], parameters.Select(one => one.Original));
        Assert.Equal(("How. One of \"a\", \"b\".", "JSON text."),
            (parameters[4].Parameter.Description, parameters[1].Parameter.Description.Trim()));
    }

    [Theory]
    [InlineData("read_file", "read_file")]
    [InlineData("get-user.v2", "get_user_v2")]
    [InlineData("2fast", "_2fast")]
    [InlineData("", "_")]
    [InlineData("class", "class_")]
    [InlineData("größe", "gr__e")]
    public void Any_name_becomes_an_identifier(string name, string identifier) =>
        Assert.Equal(identifier, PythonIdentifier.Of(name));

    [Fact]
    public void A_taken_name_gets_a_number_and_stays_within_64_characters()
    {
        var (taken, name) = (new HashSet<string>(), new string('a', 80));

        Assert.Equal(new string('a', 64), PythonIdentifier.Unique(PythonIdentifier.Of(name), taken));
        Assert.Equal(new string('a', 62) + "_2", PythonIdentifier.Unique(PythonIdentifier.Of(name), taken));
    }

    private static SchemaReader Read(string schema)
    {
        using var document = JsonDocument.Parse(schema);
        return new SchemaReader(document.RootElement.Clone());
    }
}
