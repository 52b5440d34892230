using Punie.Python.Rewriting;
using Punie.Python.Syntax;
using Punie.Python.Tests.Syntax;

namespace Punie.Python.Tests.Rewriting;

/// <summary>The laws of edits over files of the standard library, with seeded choices.</summary>
public sealed class RealFileTests
{
    private const int Files = 30;
    private const int NamesOfAFile = 4;
    private const string NewName = "renamed_by_a_test";

    private static readonly Lazy<List<PythonFile>> Library = new(Read);

    [Fact]
    public void A_rename_there_and_back_is_the_identity()
    {
        var random = new Random(20250601);
        var renames = 0;
        foreach (var file in Sample())
        {
            var places = file.Scopes.Uses.Where(u => u.IsBinding && u.Definition is not null).DistinctBy(u => u.Definition).ToArray();
            random.Shuffle(places);
            foreach (var use in places.Take(NamesOfAFile))
            {
                if (Renamer.RenameAt([file], file, use.Span.Start, NewName) is not RenameOutcome.Renamed there) continue;
                var renamed = PythonFile.From(file.Path, there.Files[0].ToText());
                var place = renamed.Scopes.Uses.First(u => u.Text == NewName).Span.Start;

                var back = Renamer.RenameAt([renamed], renamed, place, use.Text);

                Assert.Empty(renamed.Parse.Errors);
                Assert.True(back is RenameOutcome.Renamed, $"{file.Path}: {use.Text}: {back}");
                Assert.Equal(file.Parse.Source.Text, ((RenameOutcome.Renamed)back).Files[0].ToText());
                renames++;
            }
        }

        Assert.True(renames > Files, $"Only {renames} renames were made.");
    }

    [Theory]
    [InlineData("import zlib_of_a_test")]
    [InlineData("from __future__ import barry_as_FLUFL, generator_stop")]
    [InlineData("from .package_of_a_test import z as y_of_a_test")]
    [InlineData("from os import name_of_a_test")]
    public void An_added_import_leaves_all_other_text(string statement)
    {
        foreach (var file in Sample())
        {
            var outcome = ImportAdder.Add(file.Parse, statement);
            if (outcome is AddImportOutcome.AlreadyThere) continue;
            var added = Assert.IsType<AddImportOutcome.Added>(outcome);

            Assert.All(added.Edits, e => Assert.Equal(0, e.Span.Length));
            Assert.Empty(PythonParser.Parse(added.Text).Errors);
            Assert.IsType<AddImportOutcome.AlreadyThere>(ImportAdder.Add(PythonParser.Parse(added.Text), statement));
        }
    }

    private static List<PythonFile> Sample()
    {
        CPythonOracle.Require();
        return Library.Value;
    }

    // Every nth file by name: the same ones in each run.
    private static List<PythonFile> Read()
    {
        var folder = CPythonOracle.Require().LibraryFolder();
        // The module of the features defines the very names that one of the tests imports.
        var paths = Directory.GetFiles(folder, "*.py").Where(p => Path.GetFileName(p) != "__future__.py").Order(StringComparer.Ordinal).ToList();
        var step = Math.Max(1, paths.Count / Files);
        return [.. paths.Where((_, i) => i % step == 0)
            .Select(p => PythonFile.From(Path.GetFileName(p), File.ReadAllText(p))).Where(f => f.Parse.Errors.Count == 0)];
    }
}
