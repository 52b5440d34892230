using System.Runtime.CompilerServices;
using System.Text.Json;
using Punie.Chat.Formats;
using Punie.Chat.Tokenizing;
using Punie.Lab.Datasets;
using Punie.Lab.Files;
using Punie.Lab.Recipes;

namespace Punie.Lab.Tests;

public sealed class RouterTrainingTests : IDisposable
{
    private static readonly RouterRecipe Tiny = new(
        "router", "tiny", 3, new RouterDataOptions("recipes/router", 0.3, 0.1, 0.03), 320,
        new RouterShape(16, 1, 2, 1, 8, 32, 1024),
        [Phase(30), Phase(2)], [], "models/tiny");

    private readonly string _root = Directory.CreateTempSubdirectory("punie-lab-").FullName;

    public RouterTrainingTests() =>
        Copy(Path.Combine(Repository(), "recipes/router"), Path.Combine(_root, "recipes/router"));

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_phase_goes_on_where_the_one_before_ended()
    {
        Train();

        var first = Losses(1);
        Assert.True(first[^1] < first[0] - 1, $"{first[0]} to {first[^1]}");
        Assert.True(Math.Abs(Losses(2)[0] - first[^1]) < 1, $"{first[^1]} then {Losses(2)[0]}");
    }

    [Fact]
    public void A_finished_recipe_writes_the_models_files_and_makes_the_same_again()
    {
        Train();
        var model = File.ReadAllBytes(Path.Combine(_root, "models/tiny/model.safetensors"));
        Directory.Delete(Path.Combine(_root, "runs"), recursive: true);
        Train();

        Assert.Equal(model, File.ReadAllBytes(Path.Combine(_root, "models/tiny/model.safetensors")));
        Assert.Equal(
            ["chat_template.jinja", "config.json", "model.safetensors", "tokenizer.json"],
            Directory.GetFiles(Path.Combine(_root, "models/tiny")).Select(f => Path.GetFileName(f)!)
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_lines_of_all_programs_are_tokens()
    {
        Train();

        var tokenizer = Tokenizer.FromJson(File.ReadAllText(Path.Combine(_root, "models/tiny/tokenizer.json")));
        var line = tokenizer.IdOf("types = typecheck(");
        Assert.Contains(line, new RouterFormat(tokenizer).FragmentTokens);
        Assert.True(tokenizer.VocabularySize > Tiny.VocabularySize, $"{tokenizer.VocabularySize} tokens");
    }

    [Fact]
    public void A_recipe_of_another_kind_is_an_error() =>
        Assert.Contains(
            "'other'",
            Assert.Throws<DatasetException>(() =>
                RouterRecipe.Parse(Tiny.ToJson().Replace("\"router\",", "\"other\",", StringComparison.Ordinal),
                "r.json")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void The_shipped_recipe_reads_and_writes_itself()
    {
        var recipe = RouterRecipe.Parse(File.ReadAllText(Path.Combine(Repository(), "recipes/router-v1.json")),
            "router-v1.json");

        Assert.Equal(recipe.ToJson(), RouterRecipe.Parse(recipe.ToJson(), "again").ToJson());
    }

    private void Train() => new RouterTraining(new LabFiles(_root), Tiny).Run(TestContext.Current.CancellationToken);

    private double[] Losses(int phase) => File.ReadLines(Path.Combine(_root, $"runs/tiny/phase-{phase}/metrics.jsonl"))
        .Select(l => JsonDocument.Parse(l).RootElement.GetProperty("loss").GetDouble()).ToArray();

    private static RouterPhase Phase(int steps) =>
        new(steps, 1500, 0.01, 2, 0, 1000, 1, new NoiseShares(0.1, 0.1, 0.1, 0.1, 0.1, 0.1));

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private static string Repository([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
