using System.Globalization;

namespace Punie.Model.Tuning;

/// <summary>Everything that decides a training run besides the model and the examples.</summary>
/// <remarks>
/// The same options, model and examples give the same weights, bit for bit, on one kind of processor.
/// </remarks>
public sealed record TrainingOptions
{
    /// <summary>Number of weight updates.</summary>
    public required int Steps { get; init; }

    /// <summary>Highest learning rate, reached after the warm-up; default 1.5e-3.</summary>
    public double LearningRate { get; init; } = 1.5e-3;

    /// <summary>Updates during which the learning rate rises linearly; default 150.</summary>
    public int WarmupSteps { get; init; } = 150;

    /// <summary>Share of the learning rate at which the cosine ends; default 0.05.</summary>
    public double FinalShare { get; init; } = 0.05;

    /// <summary>Tokens per batch: examples are taken until the next would exceed it; default 3,000.</summary>
    public int BatchTokens { get; init; } = 3000;

    /// <summary>Batches per update; default 1.</summary>
    public int AccumulationSteps { get; init; } = 1;

    /// <summary>Decay of the gradient's running mean; default 0.9.</summary>
    public double Beta1 { get; init; } = 0.9;

    /// <summary>Decay of the squared gradient's running mean; default 0.98.</summary>
    public double Beta2 { get; init; } = 0.98;

    /// <summary>Added to the root of the second moment; default 1e-8.</summary>
    public double Epsilon { get; init; } = 1e-8;

    /// <summary>Decoupled weight decay of all matrices, none on norms; default 0.05.</summary>
    public double WeightDecay { get; init; } = 0.05;

    /// <summary>Gradients are scaled down to this global norm; default 1.</summary>
    public double ClipNorm { get; init; } = 1;

    /// <summary>Decides the order of the examples; default 0.</summary>
    public ulong Seed { get; init; }

    /// <summary>
    /// Threads, each with its own gradients; default one per processor. Part of the result's identity.
    /// </summary>
    public int Workers { get; init; } = Environment.ProcessorCount;

    /// <summary>Tokens that a worker pushes through the model at a time: bounds its memory; default 768.</summary>
    public int MicrobatchTokens { get; init; } = 768;

    /// <summary>Updates between two checkpoints; default 200.</summary>
    public int CheckpointEvery { get; init; } = 200;

    /// <summary>Updates between two validations; default 500. The last update is always validated.</summary>
    public int ValidateEvery { get; init; } = 500;

    /// <summary>The same options once they are known to make sense.</summary>
    /// <exception cref="ArgumentException">A number is out of its range.</exception>
    public TrainingOptions Checked()
    {
        Require(Steps > 0, nameof(Steps), Steps);
        Require(LearningRate > 0, nameof(LearningRate), LearningRate);
        Require(WarmupSteps >= 0, nameof(WarmupSteps), WarmupSteps);
        Require(FinalShare is >= 0 and <= 1, nameof(FinalShare), FinalShare);
        Require(BatchTokens > 0, nameof(BatchTokens), BatchTokens);
        Require(AccumulationSteps > 0, nameof(AccumulationSteps), AccumulationSteps);
        Require(Beta1 is >= 0 and < 1, nameof(Beta1), Beta1);
        Require(Beta2 is >= 0 and < 1, nameof(Beta2), Beta2);
        Require(Epsilon > 0, nameof(Epsilon), Epsilon);
        Require(WeightDecay >= 0, nameof(WeightDecay), WeightDecay);
        Require(ClipNorm > 0, nameof(ClipNorm), ClipNorm);
        Require(Workers > 0, nameof(Workers), Workers);
        Require(MicrobatchTokens > 0, nameof(MicrobatchTokens), MicrobatchTokens);
        Require(CheckpointEvery > 0, nameof(CheckpointEvery), CheckpointEvery);
        Require(ValidateEvery > 0, nameof(ValidateEvery), ValidateEvery);
        return this;
    }

    /// <summary>Learning rate of an update: linear rise, then cosine.</summary>
    /// <param name="step">0-based.</param>
    public double LearningRateAt(int step)
    {
        if (step < WarmupSteps) return LearningRate * (step + 1) / WarmupSteps;
        var progress = Math.Min(1.0, (double)(step - WarmupSteps) / Math.Max(1, Steps - WarmupSteps));
        return LearningRate * (FinalShare + ((1 - FinalShare) * 0.5 * (1 + Math.Cos(Math.PI * progress))));
    }

    /// <summary>The options that a resumed run must share with the one that wrote the checkpoint, as text.</summary>
    internal string Identity(int examples) => string.Create(
        CultureInfo.InvariantCulture,
        $"examples={examples} steps={Steps} lr={LearningRate:R} warmup={WarmupSteps} final={FinalShare:R} "
        + $"batch={BatchTokens} "
        + $"accumulation={AccumulationSteps} beta1={Beta1:R} beta2={Beta2:R} epsilon={Epsilon:R} decay={WeightDecay:R} "
        + $"clip={ClipNorm:R} seed={Seed} workers={Workers} microbatch={MicrobatchTokens}");

    private static void Require(bool holds, string name, double value)
    {
        if (!holds)
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"{name} is {value}, which is out of range."));
    }
}
