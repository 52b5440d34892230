using Punie.Chat.Formats;
using Punie.Chat.Tokenizing;
using Punie.Lab.Datasets;

namespace Punie.Lab.Recipes;

/// <summary>The router's vocabulary: letters merge into word pieces, the lines of programs are tokens, everything else
/// stays single.</summary>
internal static class RouterVocabulary
{
    private const int Texts = 20_000;

    // Shorter pieces are as well written in single characters, and would cut more than programs.
    private const int ShortestFragment = 6;

    /// <summary>Learns the vocabulary from the first examples, made of listed words only.</summary>
    public static Tokenizer Train(RouterRecipe recipe, RouterData data)
    {
        var examples = data.TrainingExamples(recipe.Seed, [], recipe.Phases[0].Noise);
        var trainer = new BpeTrainer();
        for (var i = 0; i < Texts; i++)
        {
            var example = examples.Make(i);
            trainer.Add(example.Prompt);
            if (example.Answer is { } answer) trainer.Add(answer);
        }

        var fragments = Fragments(data.Intents).Select(f => new NewToken(f, IsSpecial: false)).ToList();
        return trainer.Train(
            new BpeTraining(recipe.VocabularySize + fragments.Count, [.. RouterFormat.Markers, .. fragments]));
    }

    /// <summary>Lines of all programs, cut at their slots, in the table's order; then the kinds of syntax.</summary>
    public static IReadOnlyList<string> Fragments(IntentTable intents) =>
        intents.Intents.OfType<Intent.Program>()
            .SelectMany(i => i.Template.Fragments())
            .Where(f => f.Length >= ShortestFragment && f.Any(char.IsLetter))
            .Concat(SyntaxNouns.Kinds.Select(kind => $"\"{kind}\""))
            .Distinct(StringComparer.Ordinal).ToList();

    /// <summary>Tokens of lower-case ASCII letters: what unseen names are made of.</summary>
    public static IReadOnlyList<string> LetterPieces(Tokenizer tokenizer) =>
        Enumerable.Range(0, tokenizer.VocabularySize)
            .Select(tokenizer.TokenText)
            .Where(t => t.Length > 0 && t.All(char.IsAsciiLetterLower))
            .ToList();
}
