using Punie.Model.Families;
using Punie.Model.Tensors;
using Punie.Model.Tuning;

namespace Punie.Model.Tests;

/// <summary>Tiny seeded models and numbers.</summary>
internal static class TestData
{
    public static readonly DecoderConfig Tiny = new()
    {
        VocabularySize = 37,
        HiddenSize = 24,
        IntermediateSize = 20,
        Layers = 2,
        Heads = 4,
        KeyHeads = 2,
        HeadSize = 6,
        InitializerRange = 0.3,
    };

    public static float[] Floats(int count, ulong seed, double scale = 1)
    {
        var random = new SeededRandom(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (float)(random.NextNormal() * scale))];
    }

    /// <summary>A model whose norm weights are not all one, so that a mistake there shows.</summary>
    public static Decoder Decoder(DecoderConfig config, ulong seed = 3)
    {
        var decoder = global::Punie.Model.Families.Decoder.Create(config, seed);
        var random = new SeededRandom(seed + 1);
        foreach (var parameter in decoder.Layout.Parameters.Where(p => p.IsVector))
        {
            foreach (ref var weight in parameter.Slice.Of(decoder.Weights.Span))
                weight = 1 + (0.3f * (float)random.NextNormal());
        }

        return decoder;
    }

    public static TrainingExample Example(int length, int vocabulary, ulong seed)
    {
        var random = new SeededRandom(seed);
        int[] tokens = [.. Enumerable.Range(0, length).Select(_ => random.Next(vocabulary))];
        bool[] trained = [.. Enumerable.Range(0, length).Select(_ => random.Next(3) > 0)];
        trained[^1] = true;
        return new TrainingExample(tokens, trained);
    }

    public static TrainingExample[] Examples(int count, ulong seed) =>
        [.. Enumerable.Range(0, count).Select(i => Example(4 + (i * 7 % 13), Tiny.VocabularySize, seed + (ulong)i))];

    public static PackedBatch Batch(params TrainingExample[] examples)
    {
        var batch = new PackedBatch();
        foreach (var example in examples) batch.Add(example.Tokens.Span, example.Trained.Span);
        return batch;
    }
}
