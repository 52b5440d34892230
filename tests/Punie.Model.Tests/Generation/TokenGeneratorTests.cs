using Punie.Model.Families;
using Punie.Model.Generation;

namespace Punie.Model.Tests.Generation;

public sealed class TokenGeneratorTests
{
    private static readonly int[] Prompt = [1, 2, 3];

    [Fact]
    public void Greedy_generation_takes_the_top_token_of_each_whole_pass()
    {
        var decoder = TestData.Decoder(TestData.Tiny);
        var tokens = Prompt.ToList();
        for (var i = 0; i < 10; i++)
        {
            var batch = new PackedBatch();
            batch.AddInputs([.. tokens]);
            var last = new DecoderPass(decoder).Logits(batch)[^37..];
            tokens.Add(Array.IndexOf(last, last.Max()));
        }

        var generated = Reply(new TokenGenerator(decoder, []), new SamplingOptions { MaxTokens = 10 });

        Assert.Equal(tokens[3..], generated);
    }

    [Fact]
    public void A_stop_token_ends_the_reply_and_is_not_part_of_it()
    {
        var decoder = TestData.Decoder(TestData.Tiny);
        int[] free = [.. Reply(new TokenGenerator(decoder, []), new SamplingOptions { MaxTokens = 10 })];

        var stopped = Reply(new TokenGenerator(decoder, [free[4]]), new SamplingOptions { MaxTokens = 10 });

        Assert.Equal(free[..Array.IndexOf(free, free[4])], stopped);
    }

    [Fact]
    public void A_reply_ends_where_the_models_positions_end()
    {
        var decoder = TestData.Decoder(TestData.Tiny with { MaxPositions = 8 });

        Assert.Equal(5, Reply(new TokenGenerator(decoder, []), new SamplingOptions()).Count());
    }

    [Fact]
    public void A_seed_decides_a_sampled_reply()
    {
        var generator = new TokenGenerator(TestData.Decoder(TestData.Tiny), []);
        int[] Seeded(ulong seed) =>
            [.. Reply(generator, new SamplingOptions { Temperature = 2, Seed = seed, MaxTokens = 20 })];

        Assert.Equal(Seeded(1), Seeded(1));
        Assert.NotEqual(Seeded(1), Seeded(2));
    }

    [Fact]
    public void Padding_tokens_of_the_model_are_never_chosen()
    {
        var generator = new TokenGenerator(TestData.Decoder(TestData.Tiny), []) { VocabularySize = 5 };

        var reply = Reply(generator, new SamplingOptions { Temperature = 9, MaxTokens = 200 });

        Assert.All(reply, token => Assert.InRange(token, 0, 4));
    }

    private static IEnumerable<int> Reply(TokenGenerator generator, SamplingOptions options) =>
        generator.Generate(Prompt, options, constraint: null, TestContext.Current.CancellationToken);
}
