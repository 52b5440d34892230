using System.Text;
using System.Text.Json;
using Punie.Agent.Tools;
using Punie.Python.Syntax;
using Punie.Testing;

namespace Punie.Agent.Tests.Tools;

/// <summary>Names, parameters and fields are what models are trained on: a snapshot may only grow.</summary>
public sealed class ToolDeclarationTests
{
    private static readonly ToolCatalog Catalog = BuiltInTools.Create();

    [Fact]
    public void Terse_stubs() => Snapshot.Match(ToolStub.Terse(Catalog));

    [Fact]
    public void Full_stubs() => Snapshot.Match(ToolStub.Full(Catalog));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Stubs_are_python(bool terse)
    {
        var stubs = terse ? ToolStub.Terse(Catalog) : ToolStub.Full(Catalog);

        Assert.Empty(PythonParser.Parse(stubs, new ParseOptions()).Errors);
    }

    [Fact]
    public void Json_schemas()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            writer.WriteStartObject();
            foreach (var tool in Catalog.Tools)
            {
                writer.WritePropertyName(tool.Name);
                writer.WriteStartArray();
                ToolJsonSchema.Input(tool).WriteTo(writer);
                ToolJsonSchema.Output(tool).WriteTo(writer);
                writer.WriteEndArray();
            }

            writer.WriteEndObject();
        }

        Snapshot.Match(Encoding.UTF8.GetString(stream.ToArray()) + "\n");
    }

    [Fact]
    public void The_full_form_of_one_tool_has_the_records_that_it_needs_first()
    {
        var stub = ToolStub.Full(Catalog.Find("git_log")!);

        Assert.StartsWith("@dataclass\nclass GitCommit:", stub, StringComparison.Ordinal);
        Assert.DoesNotContain("GitStatusResult", stub, StringComparison.Ordinal);
        Assert.Contains("def git_log(path: str = \".\", count: int = 10) -> GitLogResult:\n", stub,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Every_record_of_a_check_begins_with_success_and_parse_error()
    {
        foreach (var record in Catalog.Tools.Select(tool => tool.Result).OfType<ToolType.Record>())
        {
            Assert.Equal(
                [("success", "bool"), ("parse_error", "str | None")],
                record.Schema.Fields.Take(2).Select(field => (field.Name, field.Type.ToPython())));
        }
    }

    [Fact]
    public void A_tool_is_found_by_its_name_only()
    {
        Assert.Equal("read_file", Catalog.Find("read_file")?.Name);
        Assert.Null(Catalog.Find("Read_File"));
    }

    [Fact]
    public void Two_tools_with_one_name_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new ToolCatalog([Catalog.Tools[0], Catalog.Tools[0]]));
    }
}
