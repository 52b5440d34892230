namespace Punie.Architecture.Tests;

public sealed class FileTests
{
    private static readonly string[] Folders = ["src", "tests", "benchmarks", "web", "eng"];
    private static readonly string[] Patterns = ["*.cs", "*.ts", "*.tsx", "*.js", "*.mjs"];

    [Fact]
    public void No_source_file_is_longer_than_500_lines()
    {
        var tooLong = Folders.SelectMany(f => Patterns.SelectMany(p => Repository.Files(f, p)))
            .Select(f => (File: Repository.Relative(f), Lines: File.ReadLines(f).Count()))
            .Where(f => f.Lines > 500);

        Assert.Empty(tooLong);
    }

    [Fact]
    public void Every_test_project_is_in_the_solution_and_has_tests()
    {
        var solution = File.ReadAllText(Repository.Folder("Punie.slnx"));

        foreach (var project in Repository.Files("tests", "*.csproj"))
        {
            Assert.Contains(Repository.Relative(project), solution, StringComparison.Ordinal);
            Assert.Contains(
                Directory.EnumerateFiles(Path.GetDirectoryName(project)!, "*Tests.cs", SearchOption.AllDirectories),
                f => File.ReadAllText(f).Contains("[Fact]") || File.ReadAllText(f).Contains("[Theory]"));
        }
    }

    [Fact]
    public void Packages_are_pinned_centrally_and_exactly()
    {
        foreach (var project in Repository.Files("src", "*.csproj").Concat(Repository.Files("tests", "*.csproj")))
            Assert.DoesNotContain(" Version=\"", File.ReadAllText(project), StringComparison.Ordinal);
        Assert.DoesNotContain("*", File.ReadAllText(Repository.Folder("Directory.Packages.props")),
            StringComparison.Ordinal);
    }
}
