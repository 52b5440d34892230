using System.Diagnostics;
using System.Globalization;
using Punie.Model.Families;
using Punie.Model.Tuning;

namespace Punie.Benchmarks;

/// <summary>Whole training steps of a router-sized decoder: forward, backward, clipping, AdamW.</summary>
internal static class TrainingSpeed
{
    // 30 sequences of 100 inputs; torch_speed.py uses the same shape, lengths and mask.
    private const int Sequences = 30;
    private const int Inputs = 100;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);

    private static readonly DecoderConfig Shape = new()
    {
        VocabularySize = 768,
        HiddenSize = 256,
        IntermediateSize = 512,
        Layers = 4,
        Heads = 8,
        KeyHeads = 4,
        HeadSize = 32,
    };

    public static void Run(TimeSpan duration, int workers)
    {
        var options = new TrainingOptions { Steps = int.MaxValue, Workers = workers, BatchTokens = Sequences * Inputs };
        using var stop = new CancellationTokenSource();
        var clock = Stopwatch.StartNew();
        (TimeSpan Time, long Tokens)? start = null;
        (TimeSpan Time, long Tokens) end = default;
        var trainer = new Trainer(Decoder.Create(Shape, 1), Examples(), options)
        {
            Progressed = progress =>
            {
                end = (clock.Elapsed, progress.Tokens);
                if (end.Time >= WarmUp) start ??= end;
                if (start is { } first && end.Time - first.Time >= duration) stop.Cancel();
            },
        };
        try
        {
            trainer.Run(stop.Token);
        }
        catch (OperationCanceledException)
        {
            Report((end.Tokens - start!.Value.Tokens) / (end.Time - start.Value.Time).TotalSeconds);
        }
    }

    private static void Report(double tokensPerSecond)
    {
        using var process = Process.GetCurrentProcess();
        var megabytes = process.PeakWorkingSet64 / 1e6;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"tokens_per_second\": {tokensPerSecond:F0}, \"peak_megabytes\": {megabytes:F0}}}"));
    }

    private static TrainingExample[] Examples()
    {
        var random = new Random(1);
        bool[] trained = [.. Enumerable.Range(0, Inputs + 1).Select(i => i > Inputs / 2)];
        return
        [
            .. Enumerable.Range(0, 10 * Sequences).Select(_ =>
            {
                int[] tokens = [.. Enumerable.Range(0, Inputs + 1).Select(_ => random.Next(Shape.VocabularySize))];
                return new TrainingExample(tokens, trained);
            }),
        ];
    }
}
