using Punie.Model.Families;
using Punie.Model.Generation;

namespace Punie.Model.Tests.Generation;

public sealed class DecodingSessionTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(40)]
    public void Cached_decoding_gives_the_logits_of_a_whole_pass(int prefill)
    {
        var decoder = TestData.Decoder(TestData.Tiny);
        int[] tokens = [.. Enumerable.Range(0, 80).Select(i => i * 7 % 37)];
        var batch = new PackedBatch();
        batch.AddInputs(tokens);
        var whole = new DecoderPass(decoder).Logits(batch);
        var session = new DecodingSession(decoder);

        var logits = session.Feed(tokens.AsSpan(0, prefill));
        for (var row = prefill - 1; ; row++)
        {
            for (var i = 0; i < 37; i++) Assert.Equal(whole[(row * 37) + i], logits[i], 1e-4);
            if (row == tokens.Length - 1) break;
            logits = session.Feed([tokens[row + 1]]);
        }

        Assert.Equal(80, session.Length);
    }

    [Fact]
    public void Chunks_after_the_first_see_what_came_before()
    {
        var decoder = TestData.Decoder(TestData.Tiny);
        var (whole, chunked) = (new DecodingSession(decoder), new DecodingSession(decoder));
        int[] tokens = [1, 2, 3, 4, 5, 6, 7, 8, 9];

        var expected = whole.Feed(tokens).ToArray();
        chunked.Feed(tokens.AsSpan(0, 4));
        var actual = chunked.Feed(tokens.AsSpan(4)).ToArray();

        for (var i = 0; i < expected.Length; i++) Assert.Equal(expected[i], actual[i], 1e-4);
    }

    [Fact]
    public void More_tokens_than_positions_are_refused()
    {
        var session = new DecodingSession(TestData.Decoder(TestData.Tiny with { MaxPositions = 4 }));

        var error = Assert.Throws<ArgumentException>(() => session.Feed([1, 2, 3, 4, 5]).Length);

        Assert.Contains("The text has 5 tokens; this model reads at most 4", error.Message, StringComparison.Ordinal);
    }
}
