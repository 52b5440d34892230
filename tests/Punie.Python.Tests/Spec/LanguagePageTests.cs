using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Punie.Python.Modules;
using Punie.Python.Sandbox;
using Punie.Python.Tests.Sandbox;
using Punie.Python.Tests.Syntax;

namespace Punie.Python.Tests.Spec;

/// <summary>Runs the programs of docs/language and compares what they print with the pages, and with CPython.</summary>
public sealed class LanguagePageTests
{
    private static readonly string Root = Folder();

    public static TheoryData<string> Pages() =>
        new(Directory.GetFiles(Root, "*.md").Select(p => Path.GetFileName(p)).Where(n => n != "README.md")
            .Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_says_what_its_programs_print(string page)
    {
        var path = Path.Combine(Root, page);
        var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        var blocks = SpecBlock.Read(text);

        var printed = new List<string>();
        foreach (var block in blocks) printed.Add(await Run(block));

        Assert.NotEmpty(blocks);
        if (Environment.GetEnvironmentVariable("ACCEPT") == "1")
            await File.WriteAllTextAsync(path, SpecBlock.Write(text, printed), TestContext.Current.CancellationToken);
        else
            AssertSame(page, blocks, printed);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void CPython_prints_the_same(string page)
    {
        var all = SpecBlock.Read(File.ReadAllText(Path.Combine(Root, page)));
        foreach (var oracle in CPythonOracle.RequireAll())
        {
            var blocks = all.FindAll(b => !b.IsOurs && b.Minor <= oracle.Minor);

            var answers = oracle.Run("../Spec/run_blocks.py", blocks.Select(b => JsonSerializer.Serialize(b.Source)));

            AssertSame($"CPython 3.{oracle.Minor}, {page}", blocks,
                [.. answers.Select(a => JsonSerializer.Deserialize<string>(a)!)]);
        }
    }

    [Fact]
    public void The_list_of_pages_names_every_page()
    {
        var list = File.ReadAllText(Path.Combine(Root, "README.md"));

        Assert.All(Pages().Select(p => p.Data), p => Assert.Contains($"]({p})", list, StringComparison.Ordinal));
    }

    [Fact]
    public void The_page_about_modules_names_each_that_can_be_imported()
    {
        var page = File.ReadAllText(Path.Combine(Root, "modules.md"));

        Assert.All(ModuleRegistry.Names, name => Assert.Contains($"`{name}`", page, StringComparison.Ordinal));
    }

    private static async Task<string> Run(SpecBlock block)
    {
        var token = TestContext.Current.CancellationToken;
        return ShowError(await SandboxProgram.Compile(block.Source, HostFixture.Functions, block.Limits())
            .RunAsync(new RunOptions(), token));
    }

    // A syntax error is shown with its words.
    private static string ShowError(RunOutcome outcome) =>
        outcome is RunOutcome.Raised { Error: { Type: "SyntaxError" } error }
        ? $"!! SyntaxError: {error.Message}\n" : Programs.Show(outcome);

    private static void AssertSame(string page, List<SpecBlock> blocks, List<string> printed)
    {
        Assert.Equal(blocks.Count, printed.Count);
        var different = blocks.Zip(printed).Where(p => p.First.Output != p.Second).Select(p => string.Create(
            CultureInfo.InvariantCulture,
            $"{page} line {p.First.Line}, the page:\n{p.First.Output}printed:\n{p.Second}")).ToList();
        Assert.True(different.Count == 0, string.Join('\n', different));
    }

    private static string Folder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "docs", "language"));
}
