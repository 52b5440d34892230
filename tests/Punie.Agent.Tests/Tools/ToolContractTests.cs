using Punie.Agent.Tools;
using Punie.Testing;

namespace Punie.Agent.Tests.Tools;

/// <summary>
/// Programs and trained models depend on every name and type, so the committed text may only grow. ACCEPT=1 adds what
/// is new; it never takes a break.
/// </summary>
public sealed class ToolContractTests
{
    private static readonly string Committed = Path.Combine(
        ToolBench.RepositoryRoot, "tests", "Punie.Agent.Tests", "Tools",
        $"{nameof(ToolContractTests)}.{nameof(Tools_and_records_only_grow)}.approved.txt");

    [Fact]
    public void Tools_and_records_only_grow()
    {
        var now = ToolContract.Of(BuiltInTools.Create());

        if (File.Exists(Committed)) Assert.Empty(ToolContract.Breaks(File.ReadAllText(Committed), now));
        Snapshot.Match(now);
    }

    [Theory]
    [InlineData("R\n    1 a: str\n", "'R' is gone or changed its type; programs and models still use it", "")]
    [InlineData("R\n    1 a: str\n",
        "R: '1 a: str' is gone, moved or changed its type; add a new one at the end instead", "R\n")]
    [InlineData("R\n    1 a: str\n",
        "R: '1 a: str' is gone, moved or changed its type; add a new one at the end instead", "R\n    1 a: int\n")]
    [InlineData("R\n    1 a: str\n", "R: the new field '1 b: str' needs Since = 2", "R\n    1 a: str\n    1 b: str\n")]
    [InlineData("R\n    1 a: str\n    2 b: str\n", "R: the new field '2 c: str' needs Since = 3",
        "R\n    1 a: str\n    2 b: str\n    2 c: str\n")]
    [InlineData("t() -> R\n    a: str\n", "'t() -> R' is gone or changed its type; programs and models still use it",
        "t() -> S\n    a: str\n")]
    [InlineData("t() -> R\n    a: str\n", "t() -> R: the new parameter 'b: str' needs a default",
        "t() -> R\n    a: str\n    b: str\n")]
    [InlineData("t() -> R\n    a: str\n",
        "t() -> R: 'a: str' is gone, moved or changed its type; add a new one at the end instead",
        "t() -> R\n    a: str = \"\"\n")]
    public void A_break_is_named(string before, string expected, string after) =>
        Assert.Equal(expected, Assert.Single(ToolContract.Breaks(before, after)));

    [Theory]
    [InlineData("R\n    1 a: str\n", "R\n    1 a: str\n    2 b: int\n    2 c: int\n")]
    [InlineData("t() -> R\n    a: str\n", "t() -> R\n    a: str\n    b: bool = False\n")]
    [InlineData("R\n    1 a: str\n", "Q\n    1 a: str\nR\n    1 a: str\nt() -> Q\n    a: str\n")]
    public void An_addition_is_fine(string before, string after) => Assert.Empty(ToolContract.Breaks(before, after));

    [Fact]
    public void The_schema_of_a_result_says_its_version()
    {
        var schema = new RecordSchema<string>(
            "Word", "One word.",
            [
                new("text", new ToolType.Str(), word => word, "as written"),
                new("length", new ToolType.Int(), word => word.Length, "in letters") { Since = 2 },
            ]);

        Assert.Equal(2, schema.Version);
        var output = ToolJsonSchema.Output(BuiltInTools.Create().Find("git_log")!);
        Assert.Equal("version 1", output.GetProperty("$comment").GetString());
    }
}
