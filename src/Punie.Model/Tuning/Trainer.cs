using Punie.Model.Families;
using Punie.Model.Tensors;
using Punie.Model.Weights;

namespace Punie.Model.Tuning;

/// <summary>Trains a decoder on examples; can be killed at any moment and resumed bit-exactly.</summary>
/// <remarks>The examples are read by index, from the thread that runs the trainer, in a seeded order; a generator may
/// make them when asked as long as an index always gives the same example.</remarks>
public sealed class Trainer
{
    private readonly Decoder _decoder;
    private readonly IReadOnlyList<TrainingExample> _examples;
    private readonly TrainingOptions _options;
    private readonly AdamW _optimizer;
    private readonly DataOrder _order;
    private readonly string _identity;
    private TrainerState _state = new();

    /// <summary>Prepares a run; nothing is read or written yet.</summary>
    /// <exception cref="ArgumentException">There are no examples, or an option is out of range.</exception>
    public Trainer(Decoder decoder, IReadOnlyList<TrainingExample> examples, TrainingOptions options)
    {
        if (examples.Count == 0) throw new ArgumentException("There are no examples to train on.");
        _decoder = decoder;
        _examples = examples;
        _options = options.Checked();
        _optimizer = new AdamW(decoder, options);
        _order = new DataOrder(examples.Count, options.Seed);
        _identity = options.Identity(examples.Count);
    }

    /// <summary>Folder of checkpoint.safetensors, best.safetensors and metrics.jsonl; null keeps nothing.
    /// A checkpoint found there is continued.</summary>
    public string? Folder { get; init; }

    /// <summary>Called after each update.</summary>
    public Action<TrainingProgress>? Progressed { get; init; }

    /// <summary>
    /// Scores the model at a step, higher is better; the best weights are kept in <see cref="Folder"/>.
    /// </summary>
    public Func<int, double>? Validate { get; init; }

    /// <summary>Source of the speed and the remaining time.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Trains to the last step.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; the last whole update is in the checkpoint.</exception>
    /// <exception cref="InvalidDataException">The checkpoint is damaged or belongs to other options.</exception>
    /// <exception cref="InvalidOperationException">The gradient became infinite or not a number.</exception>
    public TrainingResult Run(CancellationToken cancellationToken = default)
    {
        Resume();
        using var metrics = Folder is null ? null : new MetricsFile(Path.Combine(Folder, "metrics.jsonl"), _state.Step);
        var workers = new TrainingWorkers(_decoder, _options.Workers, _options.MicrobatchTokens);
        FloatBuffer[] gradients =
            [.. Enumerable.Range(0, _options.Workers).Select(_ => new FloatBuffer(_decoder.ParameterCount))];
        var (started, first) = (Clock.GetTimestamp(), _state);
        TrainingProgress? last = null;
        try
        {
            while (_state.Step < _options.Steps)
            {
                last = Measured(Step(workers, gradients, cancellationToken), first, Clock.GetElapsedTime(started));
                last = Validated(last);
                metrics?.Append(last);
                Progressed?.Invoke(last);
                if (_state.Step % _options.CheckpointEvery == 0 || _state.Step == _options.Steps) Save();
            }
        }
        catch (OperationCanceledException)
        {
            Save();
            throw;
        }

        return new TrainingResult(last ?? Finished(), _state.BestStep, _state.BestScore);
    }

    /// <summary>Puts the best validated weights back into the decoder, after a run.</summary>
    /// <returns>False when none were kept: no <see cref="Folder"/>, or no validation.</returns>
    public bool RestoreBest()
    {
        if (Folder is null || !CheckpointFile.Exists(BestPath)) return false;
        ModelFolder.ReadWeights(_decoder, BestPath);
        return true;
    }

    private TrainingProgress Step(TrainingWorkers workers, FloatBuffer[] gradients, CancellationToken cancellationToken)
    {
        var position = _state.Position;
        var sum = default(LossSum);
        for (var i = 0; i < _options.AccumulationSteps; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            sum += workers.LossAndGradients(NextBatch(ref position), gradients, cancellationToken);
        }

        var scale = 1.0 / Math.Max(1, sum.Trained);
        var norm = _optimizer.Update(gradients, scale, _state.Step);
        var progress = Finished() with
        {
            Step = _state.Step + 1,
            Loss = sum.Loss * scale,
            LearningRate = _options.LearningRateAt(_state.Step),
            GradientNorm = norm,
            Tokens = _state.Tokens + sum.Rows,
        };
        _state = _state with { Step = progress.Step, Position = position, Tokens = progress.Tokens };
        return progress;
    }

    private List<TrainingExample> NextBatch(ref long position)
    {
        var batch = new List<TrainingExample>();
        var rows = 0L;
        while (true)
        {
            var index = _order[position];
            var example = _examples[index].Checked(index);
            if (batch.Count > 0 && rows + example.Rows > _options.BatchTokens) return batch;
            batch.Add(example);
            rows += example.Rows;
            position++;
        }
    }

    private static TrainingProgress Measured(TrainingProgress progress, TrainerState first, TimeSpan elapsed)
    {
        var seconds = Math.Max(elapsed.TotalSeconds, 1e-9);
        return progress with
        {
            TokensPerSecond = (progress.Tokens - first.Tokens) / seconds,
            Remaining = TimeSpan.FromSeconds(
                seconds / (progress.Step - first.Step) * (progress.Steps - progress.Step)),
        };
    }

    private TrainingProgress Validated(TrainingProgress progress)
    {
        if (Validate is null || (progress.Step % _options.ValidateEvery != 0 && progress.Step != _options.Steps))
            return progress;
        var score = Validate(progress.Step);
        if (_state.BestScore is not { } best || score > best)
        {
            if (Folder is not null)
                CheckpointFile.WriteWeights(BestPath, _decoder, progress.Step);
            _state = _state with { BestStep = progress.Step, BestScore = score };
        }

        return progress with { Score = score };
    }

    private void Resume()
    {
        if (Folder is null || !CheckpointFile.Exists(CheckpointPath)) return;
        _state = CheckpointFile.Read(CheckpointPath, _decoder, _optimizer, _identity);
    }

    private void Save()
    {
        if (Folder is not null) CheckpointFile.Write(CheckpointPath, _decoder, _optimizer, (_state, _identity));
    }

    private string BestPath => Path.Combine(Folder!, "best.safetensors");

    private string CheckpointPath => Path.Combine(Folder!, "checkpoint.safetensors");

    private TrainingProgress Finished() => new()
    {
        Step = _state.Step,
        Steps = _options.Steps,
        Loss = 0,
        LearningRate = 0,
        GradientNorm = 0,
        Tokens = _state.Tokens,
        TokensPerSecond = 0,
        Remaining = TimeSpan.Zero,
    };
}
