using Punie.Python.Rewriting;
using Punie.Python.Scopes;
using Punie.Python.Syntax;
using Punie.Python.Tests.Syntax;

namespace Punie.Python.Tests.Rewriting;

/// <summary>The laws of edits over files of the standard library, with seeded choices.</summary>
public sealed class RealFileTests
{
    private const int Files = 30;
    private const int NamesOfAFile = 4;
    private const string NewName = "renamed_by_a_test";

    private static readonly string[] Packages =
        ["asyncio", "concurrent", "email", "http", "importlib", "json", "logging", "unittest", "xml"];

    private static readonly Lazy<List<PythonFile>> Library = new(Read);

    [Fact]
    public void A_rename_there_and_back_is_the_identity()
    {
        var random = new Random(20250601);
        var renames = 0;
        foreach (var file in Sample())
        {
            foreach (var use in Choose(file, random, NamesOfAFile))
            {
                if (Renamer.RenameAt([file], file, use.Span.Start, NewName) is not RenameOutcome.Renamed there)
                    continue;
                AssertOnlyEditsDiffer(there.Files[0]);
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

    [Fact]
    public void A_rename_through_a_whole_package_there_and_back_is_the_identity()
    {
        var random = new Random(20250602);
        var severalFiles = 0;
        foreach (var package in Packages)
        {
            var project = ReadPackage(package);
            var places = project.SelectMany(f => Shared(f).Select(u => (File: f, Use: u))).ToArray();
            random.Shuffle(places);
            foreach (var (file, use) in places.Take(CPythonOracle.IsWholeCorpus ? 200 : 5))
            {
                if (Renamer.RenameAt(project, file, use.Span.Start, NewName) is not RenameOutcome.Renamed there)
                    continue;
                Assert.All(there.Files, AssertOnlyEditsDiffer);
                if (there.Files.Count > 1) severalFiles++;
                var renamed = Replace(project, there);
                Assert.All(renamed, f => Assert.Empty(f.Parse.Errors));
                var start = renamed.SelectMany(f => Shared(f), (f, u) => (File: f, Use: u))
                    .First(p => p.Use.Text == NewName);

                var back = Renamer.RenameAt(renamed, start.File, start.Use.Span.Start, use.Text);

                Assert.True(back is RenameOutcome.Renamed, $"{file.Path}: {use.Text}: {back}");
                Assert.Equal(project.Select(f => f.Parse.Source.Text), Replace(renamed, (RenameOutcome.Renamed)back)
                    .Select(f => f.Parse.Source.Text));
            }
        }

        Assert.True(severalFiles > 3, $"Only {severalFiles} renames went over several files.");
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

    [Theory]
    [InlineData("$A == $B", "equal_of_a_test($A, $B)")]
    [InlineData("len($A)", "$A.length_of_a_test")]
    [InlineData("$A.append($B)", "$A @ $B")]
    [InlineData("$A is not None", "some_of_a_test[$A]")]
    [InlineData("isinstance($$$A)", "is_of_a_test($$$A, 1)")]
    [InlineData("$A = $B", "kept_of_a_test = $A = $B")]
    [InlineData("$A if $B else $C", "choice_of_a_test($A, $B, $C)")]
    public void A_rewrite_there_and_back_gives_the_same_program(string pattern, string template)
    {
        var changed = 0;
        foreach (var file in Sample().Where(f => !CodePattern.Parse(template).FindAll(f).Any()))
        {
            var there = CodeRewrite.Parse(pattern, template).Apply(file);
            Assert.True(there is RewriteOutcome.Rewritten, $"{file.Path}: {there}");
            var rewritten = (RewriteOutcome.Rewritten)there;
            if (rewritten.Edits.Count == 0) continue;
            AssertOnlyEditsDiffer(new(file, rewritten.Edits));

            var back = CodeRewrite.Parse(template, pattern).Apply(PythonFile.From(file.Path, rewritten.Text));

            var text = Assert.IsType<RewriteOutcome.Rewritten>(back).Text;
            var same = new ShapeMatch(file.Parse)
                .Fits(PythonFile.From(file.Path, text).Parse.Module, file.Parse.Module);
            Assert.True(same, file.Path);
            changed++;
        }

        Assert.True(changed > 5, $"Only {changed} files were changed.");
    }

    // What no edit covers stands in both texts, byte for byte and in the same order.
    private static void AssertOnlyEditsDiffer(FileEdits change)
    {
        var (before, after) = (change.File.Parse.Source.Text, change.ToText());
        var (from, to) = (0, 0);
        foreach (var edit in change.Edits)
        {
            var length = edit.Span.Start - from;
            Assert.True(before.AsSpan(from, length).SequenceEqual(after.AsSpan(to, length)), change.File.Path);
            from = edit.Span.End;
            to += length + edit.Text.Length;
        }

        Assert.Equal(before[from..], after[to..]);
    }

    private static IEnumerable<NameUse> Choose(PythonFile file, Random random, int count)
    {
        var places = file.Scopes.Uses.Where(u => u.IsBinding && u.Definition is not null).DistinctBy(u => u.Definition)
            .ToArray();
        random.Shuffle(places);
        return places.Take(count);
    }

    // What other files can see: names of modules and members of classes, where each is bound first.
    private static IEnumerable<NameUse> Shared(PythonFile file) =>
        file.Scopes.All.Where(s => s.Kind is ScopeKind.Module or ScopeKind.Class)
        .SelectMany(s => s.Symbols).SelectMany(s => s.Uses.Where(u => u.IsBinding).Take(1));

    private static PythonFile[] Replace(IReadOnlyList<PythonFile> project, RenameOutcome.Renamed outcome)
    {
        var changed = outcome.Files.ToDictionary(f => f.File.Path, f => f.ToText());
        return [.. project.Select(f => changed.TryGetValue(f.Path, out var text) ? PythonFile.From(f.Path, text) : f)];
    }

    private static List<PythonFile> Sample()
    {
        CPythonOracle.Require();
        return Library.Value;
    }

    private static PythonFile[] ReadPackage(string name)
    {
        var root = CPythonOracle.Require().LibraryFolder();
        return [.. Directory.GetFiles(Path.Combine(root, name), "*.py", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(p => PythonFile.From(Path.GetRelativePath(root, p).Replace('\\', '/'), File.ReadAllText(p)))];
    }

    // Every nth file by name: the same ones in each run.
    private static List<PythonFile> Read()
    {
        var folder = CPythonOracle.Require().LibraryFolder();
        // The module of the features defines the very names that one of the tests imports.
        var paths = Directory.GetFiles(folder, "*.py").Where(p => Path.GetFileName(p) != "__future__.py")
            .Order(StringComparer.Ordinal).ToList();
        var step = CPythonOracle.IsWholeCorpus ? 1 : Math.Max(1, paths.Count / Files);
        return [.. paths.Where((_, i) => i % step == 0)
            .Select(p => PythonFile.From(Path.GetFileName(p), File.ReadAllText(p)))
                .Where(f => f.Parse.Errors.Count == 0)];
    }
}
