namespace Punie.EndToEnd.Tests;

/// <summary>The pages about tools and rules say what the program says.</summary>
public sealed class PageTests
{
    [Fact]
    public async Task The_page_about_the_tools_is_what_the_tools_declare_and_print() =>
        ConsolePage.Match("docs/tools.md", await new ConsolePage(new ToolsPage().Write()).RunAsync());

    [Fact]
    public async Task The_page_about_rules_shows_what_its_commands_print()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(BuiltProgram.Repository, "docs/rules.md"),
            TestContext.Current.CancellationToken);

        ConsolePage.Match("docs/rules.md", await new ConsolePage(page).RunAsync());
    }
}
