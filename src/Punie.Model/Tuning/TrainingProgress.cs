namespace Punie.Model.Tuning;

/// <summary>State of a run after one update.</summary>
public sealed record TrainingProgress
{
    /// <summary>Updates done, 1-based.</summary>
    public required int Step { get; init; }

    /// <summary>Updates in the whole run.</summary>
    public required int Steps { get; init; }

    /// <summary>Mean cross-entropy per trained token of this update, in nats.</summary>
    public required double Loss { get; init; }

    /// <summary>Learning rate of this update.</summary>
    public required double LearningRate { get; init; }

    /// <summary>Global gradient norm before clipping.</summary>
    public required double GradientNorm { get; init; }

    /// <summary>Tokens pushed through the model since the run's first step.</summary>
    public required long Tokens { get; init; }

    /// <summary>Tokens per second since this process started or resumed the run.</summary>
    public required double TokensPerSecond { get; init; }

    /// <summary>Estimated time to the last step, at the speed so far.</summary>
    public required TimeSpan Remaining { get; init; }

    /// <summary>The validation's score when this update was validated, higher is better; null otherwise.</summary>
    public double? Score { get; init; }
}

/// <summary>How a run ended.</summary>
/// <param name="Last">The last update's progress.</param>
/// <param name="BestStep">Step of the best validation, or null when none was made.</param>
/// <param name="BestScore">Its score, higher is better.</param>
public sealed record TrainingResult(TrainingProgress Last, int? BestStep, double? BestScore);
