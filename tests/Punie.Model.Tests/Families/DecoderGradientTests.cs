using Punie.Model.Families;
using Punie.Model.Tensors;
using Punie.Model.Tests.Layers;

namespace Punie.Model.Tests.Families;

public sealed class DecoderGradientTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_parameter_of_the_whole_model_has_the_slope_of_the_loss(bool tied)
    {
        var decoder = TestData.Decoder(TestData.Tiny with { TiedEmbeddings = tied });
        var batch = TestData.Batch(TestData.Example(9, 37, 1), TestData.Example(4, 37, 2), TestData.Example(70, 37, 3));
        var pass = new DecoderPass(decoder);
        var gradients = new FloatBuffer(decoder.ParameterCount);
        var random = new SeededRandom(8);

        pass.LossAndGradients(batch, gradients.Span);

        foreach (var parameter in decoder.Layout.Parameters)
        {
            for (var sample = 0; sample < 5; sample++)
            {
                var index = parameter.Slice.Offset + random.Next(parameter.Slice.Length);
                var slope = FiniteDifference.Slope(
                    () => pass.Loss(batch), value => decoder.Weights.Span[index] = value, decoder.Weights.Span[index]);
                Assert.Equal(slope, gradients.Span[index], 5e-3 + (5e-3 * Math.Abs(slope)));
            }
        }
    }

    [Fact]
    public void Gradients_add_up_over_batches()
    {
        var decoder = TestData.Decoder(TestData.Tiny);
        var (first, second) = (TestData.Example(9, 37, 1), TestData.Example(12, 37, 2));
        var pass = new DecoderPass(decoder);
        var (together, apart) = (new FloatBuffer(decoder.ParameterCount), new FloatBuffer(decoder.ParameterCount));

        var loss = pass.LossAndGradients(TestData.Batch(first, second), together.Span);
        var sum = pass.LossAndGradients(TestData.Batch(first), apart.Span)
            + pass.LossAndGradients(TestData.Batch(second), apart.Span);

        Assert.Equal(loss, sum, 1e-4);
        for (var i = 0; i < decoder.ParameterCount; i++) Assert.Equal(together.Span[i], apart.Span[i], 1e-4);
    }

    [Fact]
    public void A_token_that_is_not_trained_changes_nothing_as_a_target()
    {
        var decoder = TestData.Decoder(TestData.Tiny);
        int[] tokens = [4, 9, 2, 7];
        var pass = new DecoderPass(decoder);
        var batch = new PackedBatch();
        batch.Add(tokens, [false, true, false, false]);
        var other = new PackedBatch();
        other.Add([4, 9, 2, 30], [false, true, false, false]);

        Assert.Equal(pass.Loss(batch), pass.Loss(other));
        Assert.Single(batch.Targets);
    }
}
