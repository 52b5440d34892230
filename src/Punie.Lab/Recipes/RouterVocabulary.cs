using Punie.Chat.Formats;
using Punie.Chat.Tokenizing;
using Punie.Lab.Datasets;

namespace Punie.Lab.Recipes;

/// <summary>The router's vocabulary: letters merge into word pieces, everything else stays single.</summary>
internal static class RouterVocabulary
{
    private const int Texts = 20_000;

    /// <summary>Learns the vocabulary from the first examples, made of listed words only.</summary>
    public static Tokenizer Train(RouterRecipe recipe, RouterData data)
    {
        var examples = data.TrainingExamples(recipe.Seed, [], recipe.Phases[0].Noise);
        var trainer = new BpeTrainer();
        for (var i = 0; i < Texts; i++)
        {
            var example = examples.Make(i);
            trainer.Add(example.Prompt);
            trainer.Add(example.Program ?? example.Answer!);
        }

        return trainer.Train(new BpeTraining(recipe.VocabularySize, RouterFormat.Markers));
    }

    /// <summary>Tokens of lower-case ASCII letters: what unseen names are made of.</summary>
    public static IReadOnlyList<string> LetterPieces(Tokenizer tokenizer) =>
        Enumerable.Range(0, tokenizer.VocabularySize)
            .Select(tokenizer.TokenText)
            .Where(t => t.Length > 0 && t.All(char.IsAsciiLetterLower))
            .ToList();
}
