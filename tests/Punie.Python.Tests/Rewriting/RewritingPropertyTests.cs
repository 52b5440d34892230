using Punie.Python.Rewriting;
using Punie.Python.Scopes;
using Punie.Python.Syntax;
using Punie.Python.Tests.Syntax;

namespace Punie.Python.Tests.Rewriting;

/// <summary>Laws of edits, over every construct of the grammar and every name in it.</summary>
public sealed class RewritingPropertyTests
{
    private const string NewName = "renamed_by_a_test";

    public static TheoryData<int> Sources => [.. Enumerable.Range(0, Constructs.All.Length)];

    [Theory]
    [MemberData(nameof(Sources))]
    public void A_rename_there_and_back_is_the_identity(int number)
    {
        var source = Constructs.All[number];
        var file = PythonFile.From("m.py", source);
        foreach (var use in Definitions(file))
        {
            if (Renamer.RenameAt([file], file, use.Span.Start, NewName) is not RenameOutcome.Renamed there) continue;
            var renamed = PythonFile.From("m.py", there.Files[0].ToText());
            var place = renamed.Scopes.Uses.First(u => u.Text == NewName).Span.Start;

            var back = Assert.IsType<RenameOutcome.Renamed>(Renamer.RenameAt([renamed], renamed, place, use.Text));

            Assert.Equal(source, back.Files[0].ToText());
        }
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void A_renamed_text_parses_and_differs_in_names_only(int number)
    {
        var source = Constructs.All[number];
        var file = PythonFile.From("m.py", source);
        foreach (var use in Definitions(file))
        {
            if (Renamer.RenameAt([file], file, use.Span.Start, NewName) is not RenameOutcome.Renamed there) continue;

            var text = there.Files[0].ToText();

            Assert.Empty(PythonParser.Parse(text).Errors);
            Assert.All(there.Files[0].Edits, e =>
                Assert.Contains(source[e.Span.Start..e.Span.End], new[] { use.Text, "" }));
        }
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void An_added_import_leaves_all_other_text_and_is_added_once(int number)
    {
        var source = Constructs.All[number];
        foreach (var statement in new[] { "import zlib", "from a.b import zz as zzz",
            "from __future__ import annotations", "from ..q import r" })
        {
            var added = Assert.IsType<AddImportOutcome.Added>(ImportAdder.Add(PythonParser.Parse(source), statement));

            var edit = Assert.Single(added.Edits);

            Assert.Equal(0, edit.Span.Length);
            Assert.Empty(PythonParser.Parse(added.Text).Errors);
            Assert.IsType<AddImportOutcome.AlreadyThere>(ImportAdder.Add(PythonParser.Parse(added.Text), statement));
        }
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void Every_node_of_a_text_has_its_own_shape(int number)
    {
        var file = PythonFile.From("m.py", Constructs.All[number]);
        foreach (var statement in file.Parse.Module.Body)
        {
            var text = file.Parse.Source.TextOf(statement.Span);
            if (text.Contains('$', StringComparison.Ordinal) || PythonParser.Parse(text).Errors.Count > 0) continue;
            if (NodeKinds.Contains(text)) continue;

            Assert.Contains(CodePattern.Parse(text).FindAll(file), m => m.Node.Span.Start >= statement.Span.Start);
        }
    }

    private static List<NameUse> Definitions(PythonFile file) =>
        [.. file.Scopes.Uses.Where(u => u.IsBinding && u.Definition is not null)
        .DistinctBy(u => u.Definition)];
}
