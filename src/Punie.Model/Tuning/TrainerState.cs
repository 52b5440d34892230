namespace Punie.Model.Tuning;

/// <summary>What a checkpoint stores besides numbers: enough to go on as if nothing had happened.</summary>
/// <remarks>
/// Fresh weights come from the seed and each epoch's order from seed and epoch: no generator state is left.
/// </remarks>
internal sealed record TrainerState
{
    /// <summary>Updates done.</summary>
    public int Step { get; init; }

    /// <summary>Next example's place in the endless order.</summary>
    public long Position { get; init; }

    /// <summary>Tokens pushed through the model.</summary>
    public long Tokens { get; init; }

    public int? BestStep { get; init; }

    public double? BestScore { get; init; }
}
