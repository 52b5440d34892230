using Punie.Model.Families;
using Punie.Model.Generation;
using Punie.Model.Tuning;

namespace Punie.Lab.Recipes;

/// <summary>Share of examples whose whole reply the model writes exactly, greedily and without the grammar.</summary>
internal static class RouterValidation
{
    /// <summary>Measures a model.</summary>
    /// <returns>0 to 1.</returns>
    public static double ExactShare(
        Decoder decoder, IReadOnlyList<TrainingExample> examples, IReadOnlyList<int> stopTokens,
        CancellationToken cancellationToken)
    {
        var generator = new TokenGenerator(decoder, stopTokens);
        return examples.Average(e => IsExact(generator, e, stopTokens, cancellationToken) ? 1.0 : 0.0);
    }

    private static bool IsExact(
        TokenGenerator generator, TrainingExample example, IReadOnlyList<int> stopTokens,
        CancellationToken cancellationToken)
    {
        var start = example.Trained.Span.IndexOf(true);
        var expected = example.Tokens[start..].ToArray().TakeWhile(t => !stopTokens.Contains(t)).ToArray();
        var sampling = new SamplingOptions { MaxTokens = expected.Length + 1 };
        var written = generator.Generate(example.Tokens[..start], sampling, constraint: null, cancellationToken);
        return written.TakeWhile(t => !stopTokens.Contains(t)).SequenceEqual(expected);
    }
}
