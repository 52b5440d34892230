using System.Text.Json.Nodes;
using Punie.Model.Families;
using Punie.Model.Tuning;

namespace Punie.Model.Tests.Tuning;

public sealed class ResumeTests : IDisposable
{
    private static readonly TrainingOptions Options = new()
    {
        Steps = 14,
        LearningRate = 5e-3,
        WarmupSteps = 3,
        BatchTokens = 60,
        MicrobatchTokens = 24,
        Workers = 2,
        CheckpointEvery = 5,
        ValidateEvery = 4,
    };

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(5)]
    [InlineData(7)]
    [InlineData(13)]
    public void A_run_that_was_killed_ends_with_the_same_bits(int lastStep)
    {
        var straight = Decoder.Create(TestData.Tiny, 1);
        New(straight, folder: null).Run(Token);

        Kill(afterStep: lastStep);
        var resumed = Decoder.Create(TestData.Tiny, 1);
        var result = New(resumed, _folder.Path).Run(Token);

        Assert.Equal(straight.Weights.Span, resumed.Weights.Span);
        Assert.Equal(14, result.Last.Step);
    }

    [Fact]
    public void The_metrics_of_a_resumed_run_have_each_step_once()
    {
        Kill(afterStep: 7);
        File.AppendAllText(_folder["metrics.jsonl"], "{\"step\": 8, \"lo");

        New(Decoder.Create(TestData.Tiny, 1), _folder.Path).Run(Token);

        var steps = File.ReadLines(_folder["metrics.jsonl"]).Select(line => (int)JsonNode.Parse(line)!["step"]!);
        Assert.Equal(Enumerable.Range(1, 14), steps);
    }

    [Fact]
    public void Cancelling_saves_the_last_whole_update()
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var cancelled = New(Decoder.Create(TestData.Tiny, 1), _folder.Path, p => Stop(p, source));

        Assert.Throws<OperationCanceledException>(() => cancelled.Run(source.Token));

        var steps = new List<int>();
        New(Decoder.Create(TestData.Tiny, 1), _folder.Path, p => steps.Add(p.Step)).Run(Token);
        Assert.Equal(Enumerable.Range(8, 7), steps);
    }

    [Fact]
    public void A_checkpoint_of_other_options_is_refused()
    {
        Kill(afterStep: 7);

        var error = Assert.Throws<InvalidDataException>(() =>
            new Trainer(Decoder.Create(TestData.Tiny, 1), TestData.Examples(20, 1), Options with { Seed = 9 })
            {
                Folder = _folder.Path,
            }.Run(Token));

        Assert.Contains("belongs to another run; delete it to start over", error.Message, StringComparison.Ordinal);
        Assert.Contains("seed=9", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_checkpoint_is_refused()
    {
        Kill(afterStep: 7);
        var bytes = File.ReadAllBytes(_folder["checkpoint.safetensors"]);
        File.WriteAllBytes(_folder["checkpoint.safetensors"], bytes[..^100]);

        var error =
            Assert.Throws<InvalidDataException>(() => New(Decoder.Create(TestData.Tiny, 1), _folder.Path).Run(Token));

        Assert.Contains("may be cut short", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_validation_there_is_no_best_to_put_back()
    {
        var trainer = New(Decoder.Create(TestData.Tiny, 1), _folder.Path);
        trainer.Run(Token);

        Assert.False(trainer.RestoreBest());
    }

    [Fact]
    public void A_finished_run_is_not_trained_further()
    {
        New(Decoder.Create(TestData.Tiny, 1), _folder.Path).Run(Token);
        var steps = new List<int>();

        New(Decoder.Create(TestData.Tiny, 1), _folder.Path, p => steps.Add(p.Step)).Run(Token);

        Assert.Empty(steps);
    }

    [Fact]
    public void The_weights_of_the_best_score_can_be_put_back()
    {
        var decoder = Decoder.Create(TestData.Tiny, 1);
        var atBest = Array.Empty<float>();
        var trainer = new Trainer(decoder, TestData.Examples(20, 1), Options)
        {
            Folder = _folder.Path,
            Validate = step =>
            {
                if (step == 8) atBest = decoder.Weights.Span.ToArray();
                return step == 8 ? 1 : 0;
            },
        };
        trainer.Run(Token);
        Assert.NotEqual(atBest, decoder.Weights.Span.ToArray());

        Assert.True(trainer.RestoreBest());

        Assert.Equal(atBest, decoder.Weights.Span.ToArray());
    }

    private static Trainer New(Decoder decoder, string? folder, Action<TrainingProgress>? progressed = null) =>
        new(decoder, TestData.Examples(20, 1), Options) { Folder = folder, Progressed = progressed };

    /// <summary>Stops a run the hard way: what is not on disk is gone.</summary>
    private void Kill(int afterStep) => Assert.Throws<KilledException>(() =>
        New(Decoder.Create(TestData.Tiny, 1), _folder.Path, p => Die(p, afterStep)).Run(Token));

    private static void Die(TrainingProgress progress, int step)
    {
        if (progress.Step == step) throw new KilledException();
    }

    private static void Stop(TrainingProgress progress, CancellationTokenSource source)
    {
        if (progress.Step == 7) source.Cancel();
    }

    private sealed class KilledException : Exception;
}
