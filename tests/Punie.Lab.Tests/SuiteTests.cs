using System.Runtime.CompilerServices;
using Punie.Agent.CodeMode;
using Punie.Agent.Tools;
using Punie.Lab.Datasets;
using Punie.Lab.Files;
using Punie.Lab.Suites;

namespace Punie.Lab.Tests;

public sealed class SuiteTests
{
    private static readonly LabFiles Files = new(Root());
    private static readonly ToolCatalog Tools = BuiltInTools.Create();

    public static TheoryData<string> SuiteFiles() => new(Files.ReadTexts("suites", "*.yaml").Select(f => f.Name));

    [Theory]
    [MemberData(nameof(SuiteFiles))]
    public void Every_expected_tool_argument_and_field_exists(string file)
    {
        foreach (var sample in Suite.Parse(Files.ReadText($"suites/{file}")).Samples)
        {
            if (sample.Expectation is not Expectation.Calls calls) continue;
            foreach (var call in calls.Items)
            {
                var tool = Tools.Find(call.Tool);
                Assert.True(tool is not null, $"{sample.Id}: {call.Tool}");
                Assert.All(call.Arguments.Keys, a => Assert.Contains(a, tool.Parameters.Select(p => p.Name)));
                Assert.All(call.Fields, f => Assert.Contains(f, FieldsOf(tool)));
            }
        }
    }

    [Fact]
    public void A_sample_without_expectation_is_an_error_with_its_line()
    {
        const string Yaml = "suite: s\nversion: 1\nsamples:\n  - id: a\n    category: c\n    prompt: p\n";

        var error = Assert.Throws<DatasetException>(() => Suite.Parse(Yaml));

        Assert.Equal("Line 4: a sample has either 'calls' or 'direct: true'.", error.Message);
    }

    [Fact]
    public void Every_program_that_the_router_learns_checks_against_the_tools()
    {
        var intents = IntentTable.Read(Files, "recipes/router");
        var values = new Dictionary<string, string>
        {
            ["path"] = "src",
            ["path2"] = "tests",
            ["file"] = "a.py",
            ["file2"] = "b.py",
            ["dir"] = "docs",
            ["count"] = "3",
            ["code"] = "F401",
            ["word"] = "total",
            ["test"] = "test_total",
            ["content"] = "x = 1",
            ["command"] = "make test",
            ["symbol"] = "Cart.total",
            ["class"] = "Cart",
            ["error"] = "KeyError",
            ["query"] = "cart",
            ["name"] = "basket",
            ["kind"] = "Lambda",
            ["call"] = "os.getenv",
            ["decorator"] = "property",
            ["module"] = "os.path",
            ["import"] = "import json",
            ["pattern"] = "print($X)",
        };

        foreach (var intent in intents.Intents.OfType<Intent.Program>())
        {
            var facts = ProgramAnalysis.Analyze(intent.Template.Fill(values), Tools);
            Assert.True(facts.IsValidSyntax, intent.Id);
            Assert.True(facts.Problems.Count == 0, $"{intent.Id}: {string.Join("; ", facts.Problems)}");
            Assert.NotEmpty(facts.Calls);
        }
    }

    private static IEnumerable<string> FieldsOf(Tool tool)
    {
        var records = new ToolCatalog([tool]).Records;
        return records.SelectMany(r => r.Fields).Select(f => f.Name);
    }

    private static string Root([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
