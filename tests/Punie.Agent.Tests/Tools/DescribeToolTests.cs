using Punie.Agent.CodeMode;
using Punie.Agent.Tests.Loop;
using Punie.Agent.Tools;
using Punie.Python.Syntax;
using Punie.Testing;

namespace Punie.Agent.Tests.Tools;

public sealed class DescribeToolTests : IDisposable
{
    private static readonly ToolCatalog Catalog = BuiltInTools.Create();

    private readonly LoopBench _bench = new();

    public static TheoryData<string> Names() => [.. Catalog.Tools.Select(tool => tool.Name)];

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task A_program_reads_about_a_tool()
    {
        var events = await _bench.RunAsync("""
            {"code": "print(describe_tool('git_log'))"}
            {"text": "Done."}
            """);

        Snapshot.Match(LoopBench.Output(events));
    }

    [Fact]
    public async Task An_unknown_tool_is_named_with_the_closest_one()
    {
        var events = await _bench.RunAsync("""
            {"code": "try:\n    print(describe_tool('git_logs'))\nexcept LookupError as e:\n    print(e)"}
            {"text": "Done."}
            """);

        Assert.Equal("there is no tool git_logs; did you mean git_log?\n", LoopBench.Output(events));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_tool_has_a_guide_whose_example_calls_it_and_would_run(string name)
    {
        var tool = Catalog.Find(name)!;

        var facts = ProgramAnalysis.Analyze(tool.Guide!.Example, Catalog);

        Assert.Empty(facts.Problems);
        Assert.Contains(name, facts.Calls.Select(call => call.Tool));
        Assert.NotEmpty(tool.Guide.Pitfalls);
        Assert.Empty(PythonParser.Parse(ToolStub.Described(tool), new ParseOptions()).Errors);
    }

    [Fact]
    public void It_is_there_beside_the_tools_of_every_catalog()
    {
        Assert.Equal(26, Catalog.Tools.Count);
        Assert.Same(Catalog.Describe, Catalog.Find("describe_tool"));
        Assert.DoesNotContain(Catalog.Describe, Catalog.Tools);
    }
}
