using System.Runtime.CompilerServices;
using Punie.Agent.CodeMode;
using Punie.Agent.CodeMode.Router;
using Punie.Agent.Tools;
using Punie.Chat.Grammars;
using Punie.Lab.Datasets;
using Punie.Lab.Files;
using Punie.Python.Rewriting;

namespace Punie.Lab.Tests;

public sealed class RouterDataTests
{
    private static readonly RouterDataOptions Options = new("recipes/router", 0.35, 0.12, 0.1);

    private static readonly NoiseShares Noise = new(0.25, 0.2, 0.5, 0.3, 0.12, 0.4);

    private static readonly RouterData Data = RouterData.Read(Options, new LabFiles(Root()), new LeakFilter([]));

    [Fact]
    public void There_are_at_least_1500_different_wordings()
    {
        var all = Data.Training.Concat(Data.HeldOut).ToList();

        Assert.True(all.Select(p => p.Text.ToUpperInvariant()).Distinct().Count() >= 1500);
    }

    [Fact]
    public void Every_intent_has_wordings_in_several_families() =>
        Assert.All(
            Data.Intents.Intents,
            i => Assert.True(Data.Training.Where(p => p.Intent.Id == i.Id).Select(p => p.Family).Distinct()
                .Count() >= 2, i.Id));

    [Fact]
    public void Every_program_takes_its_values_from_its_prompt()
    {
        var tools = BuiltInTools.Create();
        var examples = Data.TrainingExamples(1, ["ab", "or", "xi"], Noise);

        var refused = Enumerable.Range(0, 250).Select(i => examples.Make(i))
            .Where(e => e.Program is { } program && !Accepts(ProgramGrammar.Create(tools, e.Prompt), program))
            .Select(e => $"{e.Prompt}\n{e.Program}");

        Assert.Empty(refused);
    }

    [Fact]
    public void Every_intent_takes_its_values_from_its_prompt_and_passes_the_check()
    {
        var tools = BuiltInTools.Create();
        var wordings = Data.Intents.Intents.OfType<Intent.Program>().Select(WithEverySlot);
        var wrong = new List<string>();
        foreach (var wording in wordings)
        {
            var examples = Data.ExamplesOf([wording], seed: 5, ["ab", "or", "xi"]);
            foreach (var example in Enumerable.Range(0, 4).Select(i => examples.Make(i)))
            {
                var problems = ProgramAnalysis.Analyze(example.Program!, tools).Problems;
                if (problems.Count > 0) wrong.Add($"{example.Program}\n{problems[0]}");
                if (!Accepts(ProgramGrammar.Create(tools, example.Prompt), example.Program!))
                    wrong.Add($"{example.Prompt}\n{example.Program}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_code_pattern_of_the_recipe_is_one()
    {
        var examples = Data.ExamplesOf(
            [new Phrase(Data.Intents.Find("find.code")!, "all", "{file} {pattern}"),
                new Phrase(Data.Intents.Find("find.kind")!, "all", "{file} {kind}")], 5, []);

        foreach (var example in Enumerable.Range(0, 400).Select(i => examples.Make(i)))
        {
            var call = Assert.Single(ProgramAnalysis.Analyze(example.Program!, BuiltInTools.Create()).Calls);
            _ = CodePattern.Parse(call.ArgumentsAsJson()["pattern"]!.GetValue<string>());
        }
    }

    [Fact]
    public void No_wording_asks_for_two_different_things()
    {
        var unclear = Data.Training.Concat(Data.HeldOut)
            .GroupBy(p => p.Text.TrimEnd('?', '.', '!').ToUpperInvariant())
            .Where(g => g.Select(p => p.Intent.Id).Distinct().Count() > 1)
            .Select(g => $"{g.Key}: {string.Join(", ", g.Select(p => p.Intent.Id).Distinct())}");

        Assert.Empty(unclear);
    }

    [Fact]
    public void A_held_out_family_is_never_trained_on() =>
        Assert.Empty(Data.HeldOut.Select(p => p.FamilyId).Intersect(Data.Training.Select(p => p.FamilyId)));

    [Fact]
    public void An_example_depends_on_its_seed_and_index_only()
    {
        var first = Data.TrainingExamples(7, ["ab", "cd"], Noise);
        var second = Data.TrainingExamples(7, ["ab", "cd"], Noise);
        _ = second.Make(3);

        Assert.Equal(first.Make(41).Prompt, second.Make(41).Prompt);
        Assert.Equal(first.Make(41).Program, second.Make(41).Program);
        Assert.NotEqual(first.Make(41).Prompt, Data.TrainingExamples(8, ["ab", "cd"], Noise).Make(41).Prompt);
    }

    [Fact]
    public void Every_example_is_a_program_or_an_answer_and_no_slot_is_left()
    {
        var examples = Data.TrainingExamples(1, ["ab", "cd", "xyz"], Noise);
        var slots = Data.Intents.Intents.OfType<Intent.Program>().SelectMany(p => p.Template.SlotNames).Distinct();
        var slot = $@"<({string.Join('|', slots)})[?>|]"; // not just <...>: contents may be HTML
        for (var i = 0; i < 3000; i++)
        {
            var example = examples.Make(i);

            Assert.True(example.Program is null != example.Answer is null);
            Assert.DoesNotContain("{path", example.Prompt, StringComparison.Ordinal);
            Assert.DoesNotMatch(slot, example.Program ?? "");
            Assert.False(string.IsNullOrWhiteSpace(example.Prompt));
        }
    }

    // An intent without slots may mean a file that its wordings name by a word, such as the readme.
    private static Phrase WithEverySlot(Intent.Program intent) => intent.Template.SlotNames is { Count: > 0 } slots
        ? new Phrase(intent, "all", $"about {string.Join(" and ", slots.Select(s => $"{{{s}}}"))}, please")
        : Data.Training.First(p => p.Intent.Id == intent.Id);

    private static bool Accepts(Grammar grammar, string program)
    {
        var matcher = grammar.StartMatching();
        return matcher.Advance(program) && matcher.CanEnd;
    }

    private static string Root([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
