using System.Text.Json;
using Punie.Agent.LanguageServer.Protocol;

namespace Punie.Agent.Tests.LanguageServer;

/// <summary>Results that servers give in more than one form.</summary>
public sealed class ResultReaderTests
{
    private const string Range = """{"start":{"line":1,"character":2},"end":{"line":1,"character":5}}""";

    [Theory]
    [InlineData("null", 0)]
    [InlineData("[]", 0)]
    [InlineData($$"""{"uri":"file:///a.py","range":{{Range}} }""", 1)]
    [InlineData($$"""[{"uri":"file:///a.py","range":{{Range}} },{"uri":"file:///a.py","range":{{Range}} }]""", 2)]
    [InlineData($$"""[{"targetUri":"file:///a.py","targetRange":{{Range}},"targetSelectionRange":{{Range}} }]""", 1)]
    public void Locations_come_as_one_as_many_or_as_links(string json, int count)
    {
        var found = ResultReader.Locations(Parse(json));

        Assert.Equal(count, found.Count);
        Assert.All(found, one => Assert.Equal(new Location("file:///a.py", new(new(1, 2), new(1, 5))), one));
    }

    [Fact]
    public void A_location_without_a_file_is_not_understood() =>
        Assert.Throws<JsonException>(() => ResultReader.Locations(Parse($$"""[{"range":{{Range}} }]""")));

    [Theory]
    [InlineData("null", null, null)]
    [InlineData("""{"contents":[]}""", null, null)]
    [InlineData("""{"contents":""}""", null, null)]
    [InlineData("""{"contents":{"kind":"plaintext","value":"(class) A"}}""", "(class) A", "plaintext")]
    [InlineData("""{"contents":{"kind":"markdown","value":"```python\nclass A\n```\n---\nText"}}""", "class A\nText",
        "python")]
    [InlineData("""{"contents":{"language":"python","value":"class A"}}""", "class A", "python")]
    [InlineData("""{"contents":[{"language":"python","value":"class A"},"**Text**"]}""", "class A\n\n**Text**",
        "python")]
    [InlineData("""{"contents":"Just *text*"}""", "Just *text*", "markdown")]
    public void Hovers_come_as_markup_or_as_marked_strings(string json, string? content, string? language)
    {
        var said = HoverText.Read(Parse(json));

        Assert.Equal((content, language), (said?.Content, said?.Language));
    }

    [Fact]
    public void Flat_symbols_become_a_tree()
    {
        var symbols = ResultReader.DocumentSymbols(Parse(
            $$"""
            [{"name":"walk","kind":6,"containerName":"A","location":{"uri":"file:///a.py","range":{{Lines(2, 3)}} } },
             {"name":"A","kind":5,"location":{"uri":"file:///a.py","range":{{Lines(1, 5)}} } },
             {"name":"run","kind":6,"location":{"uri":"file:///a.py","range":{{Lines(4, 5)}} } },
             {"name":"b","kind":13,"location":{"uri":"file:///a.py","range":{{Lines(7, 7)}} } }]
            """));

        Assert.Equal(["A", "b"], symbols.Select(symbol => symbol.Name));
        Assert.Equal(["walk", "run"], symbols[0].Children!.Select(symbol => symbol.Name));
    }

    [Fact]
    public void A_symbol_of_the_workspace_may_name_only_its_file()
    {
        var symbol =
            Assert.Single(
            ResultReader.WorkspaceSymbols(Parse("""[{"name":"A","kind":5,"location":{"uri":"file:///a.py"}}]""")));

        Assert.Equal(("A", null, null), (symbol.Name, symbol.Location.Range, symbol.ContainerName));
    }

    private static string Lines(int first, int last) =>
        $$"""{"start":{"line":{{first}},"character":0},"end":{"line":{{last}},"character":9} }""";

    private static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
