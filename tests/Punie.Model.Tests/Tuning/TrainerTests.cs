using Punie.Model.Families;
using Punie.Model.Tuning;

namespace Punie.Model.Tests.Tuning;

public sealed class TrainerTests
{
    private static readonly TrainingOptions Options = new()
    {
        Steps = 12,
        LearningRate = 5e-3,
        WarmupSteps = 3,
        BatchTokens = 60,
        MicrobatchTokens = 24,
        Workers = 2,
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void One_batch_is_learned_by_heart()
    {
        var decoder = Decoder.Create(TestData.Tiny with { InitializerRange = 0.1 }, 1);
        var options = Options with { Steps = 250, BatchTokens = 200, LearningRate = 1e-2, WeightDecay = 0 };

        var result = new Trainer(decoder, TestData.Examples(6, 1), options).Run(Token);

        Assert.InRange(result.Last.Loss, 0, 0.01);
    }

    [Fact]
    public void The_same_run_gives_the_same_bits()
    {
        var (first, second) = (Run(Options), Run(Options));

        Assert.Equal(first.Weights.Span, second.Weights.Span);
    }

    [Fact]
    public void Workers_and_microbatches_change_only_the_rounding()
    {
        var (together, apart) =
            (Run(Options with { Workers = 1, MicrobatchTokens = 1000 }), Run(Options with { Workers = 3 }));

        for (var i = 0; i < together.ParameterCount; i++)
            Assert.Equal(together.Weights.Span[i], apart.Weights.Span[i], 5e-3);
    }

    [Fact]
    public void Accumulated_batches_equal_one_large_batch()
    {
        // All examples have 11 rows, so that two batches of 33 hold what one of 66 holds.
        TrainingExample[] examples = [.. Enumerable.Range(0, 30).Select(i => TestData.Example(12, 37, (ulong)i))];
        Decoder Trained(int tokens, int accumulation)
        {
            var decoder = Decoder.Create(TestData.Tiny, 1);
            new Trainer(decoder, examples,
                Options with { Steps = 1, BatchTokens = tokens, AccumulationSteps = accumulation })
                .Run(Token);
            return decoder;
        }

        var (large, accumulated) = (Trained(66, 1), Trained(33, 2));

        for (var i = 0; i < large.ParameterCount; i++)
            Assert.Equal(large.Weights.Span[i], accumulated.Weights.Span[i], 1e-4);
    }

    [Fact]
    public void Norm_weights_do_not_decay()
    {
        var decoder = TestData.Decoder(TestData.Tiny);
        var before = decoder.Weights.Span.ToArray();
        var silent = NewExample([1, 2, 3], new bool[3]);

        new Trainer(decoder, [silent],
            Options with { Steps = 1, WarmupSteps = 0, LearningRate = 0.1, WeightDecay = 0.5 }).Run(Token);

        foreach (var parameter in decoder.Layout.Parameters)
        {
            var expected = before.AsSpan(parameter.Slice.Offset, parameter.Slice.Length).ToArray();
            var factor = parameter.IsVector ? 1f : 0.95f;
            Assert.Equal(expected.Select(w => w * factor), parameter.Slice.Of(decoder.Weights.Span).ToArray(),
                (a, b) => Math.Abs(a - b) < 1e-6);
        }
    }

    [Fact]
    public void Each_update_reports_its_progress()
    {
        var reports = new List<TrainingProgress>();
        var decoder = Decoder.Create(TestData.Tiny, 1);

        new Trainer(decoder, TestData.Examples(20, 1), Options) { Progressed = reports.Add }.Run(Token);

        Assert.Equal(Enumerable.Range(1, 12), reports.Select(r => r.Step));
        Assert.All(reports, r => Assert.Equal(12, r.Steps));
        Assert.Equal(TimeSpan.Zero, reports[^1].Remaining);
        Assert.True(reports[^1].Tokens > 400);
        Assert.True(reports[^1].Loss < reports[0].Loss);
    }

    [Fact]
    public void Validation_remembers_the_best_step()
    {
        var scores = new Dictionary<int, double> { [4] = 0.5, [8] = 0.9, [12] = 0.7 };

        var result =
            new Trainer(Decoder.Create(TestData.Tiny, 1), TestData.Examples(20, 1), Options with { ValidateEvery = 4 })
            {
                Validate = step => scores[step],
            }.Run(Token);

        Assert.Equal((8, 0.9, 0.7), (result.BestStep, result.BestScore, result.Last.Score));
    }

    [Fact]
    public void A_mask_of_the_wrong_length_is_named()
    {
        var bad = NewExample([1, 2, 3], new bool[2]);

        var error =
            Assert.Throws<ArgumentException>(() =>
                new Trainer(Decoder.Create(TestData.Tiny, 1), [bad], Options).Run(Token));

        Assert.Equal("Example 0 has 3 tokens but a mask of 2.", error.Message);
    }

    [Fact]
    public void A_token_outside_the_vocabulary_stops_the_run_with_its_number()
    {
        var bad = NewExample([1, 99, 3], [true, true, true]);

        var error =
            Assert.Throws<ArgumentException>(() =>
                new Trainer(Decoder.Create(TestData.Tiny, 1), [bad], Options).Run(Token));

        Assert.Contains("Token 99 is outside the vocabulary of 37", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_mean_loss_of_a_fresh_model_is_near_that_of_guessing()
    {
        var decoder = Decoder.Create(TestData.Tiny with { InitializerRange = 0.02 }, 1);

        var loss = LossEvaluator.MeanLoss(decoder, TestData.Examples(20, 1), workers: 2, Token);

        Assert.Equal(Math.Log(37), loss, 0.1);
    }

    private static TrainingExample NewExample(int[] tokens, bool[] trained) => new(tokens, trained);

    private static Decoder Run(TrainingOptions options)
    {
        var decoder = Decoder.Create(TestData.Tiny, 1);
        new Trainer(decoder, TestData.Examples(20, 1), options).Run(Token);
        return decoder;
    }
}
