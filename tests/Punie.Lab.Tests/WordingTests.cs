using System.Runtime.CompilerServices;
using Punie.Lab.Datasets;
using Punie.Lab.Files;

namespace Punie.Lab.Tests;

public sealed class WordingTests
{
    private static readonly RouterData Data = RouterData.Read(
        new RouterDataOptions("recipes/router", 0.35, 0.12, 0.1), new LabFiles(Root()), new LeakFilter([]));

    [Fact]
    public void Some_people_say_what_a_symbol_is()
    {
        var prompts = Prompts("who uses {symbol}");

        Assert.Contains(prompts, p => p.StartsWith("who uses the class ", StringComparison.Ordinal));
        Assert.Contains(prompts, p => p.StartsWith("who uses method ", StringComparison.Ordinal));
        Assert.True(prompts.Count(p => p.Split(' ').Length == 3) > prompts.Count / 2);
    }

    [Theory]
    [InlineData("who uses the class {symbol}")]
    [InlineData("who uses the {symbol}")]
    [InlineData("who uses {symbol} class")]
    public void Nobody_says_it_twice(string wording)
    {
        var words = wording.Split(' ').Length;

        Assert.All(Prompts(wording), prompt => Assert.Equal(words, prompt.Split(' ').Length));
    }

    private static List<string> Prompts(string wording)
    {
        var examples = Data.ExamplesOf([new Phrase(Data.Intents.Find("refs.list")!, "all", wording)], 5, []);
        return [.. Enumerable.Range(0, 400).Select(i => examples.Make(i).Prompt)];
    }

    private static string Root([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
