using Punie.Model.Families;

namespace Punie.Model.Tests.Families;

public sealed class DecoderPassTests
{
    [Fact]
    public void A_packed_sequence_has_the_logits_that_it_has_alone()
    {
        var decoder = TestData.Decoder(TestData.Tiny);
        int[][] sequences = [[1, 2, 3, 4, 5], [6], [7, 8, 9, 10, 11, 12, 13]];
        var packed = new PackedBatch();
        foreach (var sequence in sequences) packed.AddInputs(sequence);

        var together = new DecoderPass(decoder).Logits(packed);

        var row = 0;
        foreach (var sequence in sequences)
        {
            var alone = new PackedBatch();
            alone.AddInputs(sequence);
            foreach (var logit in new DecoderPass(decoder).Logits(alone)) Assert.Equal(logit, together[row++], 1e-4);
        }
    }

    [Fact]
    public void A_later_token_does_not_change_earlier_logits()
    {
        var decoder = TestData.Decoder(TestData.Tiny);

        var first = Logits(decoder, [1, 2, 3, 4]);
        var second = Logits(decoder, [1, 2, 3, 30]);

        Assert.Equal(first[..(3 * 37)], second[..(3 * 37)]);
        Assert.NotEqual(first[(3 * 37)..], second[(3 * 37)..]);
    }

    [Fact]
    public void The_order_of_tokens_matters()
    {
        var decoder = TestData.Decoder(TestData.Tiny);

        Assert.NotEqual(Logits(decoder, [1, 2, 3])[^37..], Logits(decoder, [2, 1, 3])[^37..]);
    }

    [Fact]
    public void A_token_outside_the_vocabulary_is_named()
    {
        var error = Assert.Throws<ArgumentException>(() => Logits(TestData.Decoder(TestData.Tiny), [1, 37]));

        Assert.Contains("Token 37 is outside the vocabulary of 37", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fresh_weights_depend_on_the_seed_alone()
    {
        var first = Decoder.Create(TestData.Tiny, 5);
        var second = Decoder.Create(TestData.Tiny, 5);
        var other = Decoder.Create(TestData.Tiny, 6);

        Assert.Equal(first.Weights.Span, second.Weights.Span);
        Assert.NotEqual(first.Weights.Span.ToArray(), other.Weights.Span.ToArray());
    }

    [Fact]
    public void The_prototype_shape_has_two_and_a_half_million_weights()
    {
        var config = new DecoderConfig
        {
            VocabularySize = 768,
            HiddenSize = 256,
            IntermediateSize = 512,
            Layers = 4,
            Heads = 8,
            KeyHeads = 4,
            HeadSize = 32,
        };

        Assert.Equal(2_558_464, Decoder.Create(config, 1).ParameterCount);
    }

    private static float[] Logits(Decoder decoder, int[] tokens)
    {
        var batch = new PackedBatch();
        batch.AddInputs(tokens);
        return new DecoderPass(decoder).Logits(batch);
    }
}
