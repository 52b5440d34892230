using Punie.Model.Families;

namespace Punie.Model.Tuning;

/// <summary>Mean loss of a decoder over a set of examples.</summary>
public static class LossEvaluator
{
    private const int BatchExamples = 256;
    private const int MicrobatchTokens = 768;

    /// <summary>Mean cross-entropy per trained token, in nats.</summary>
    /// <param name="decoder">The model; only read.</param>
    /// <param name="examples">At least one trained token in all.</param>
    /// <param name="workers">Threads.</param>
    /// <param name="cancellationToken">Stops between micro-batches.</param>
    /// <exception cref="ArgumentException">Nothing in the examples is trained.</exception>
    public static double MeanLoss(
        Decoder decoder, IReadOnlyList<TrainingExample> examples, int workers,
        CancellationToken cancellationToken = default)
    {
        var team = new TrainingWorkers(decoder, workers, MicrobatchTokens);
        var sum = default(LossSum);
        for (var start = 0; start < examples.Count; start += BatchExamples)
        {
            var count = Math.Min(BatchExamples, examples.Count - start);
            TrainingExample[] batch = [.. Enumerable.Range(start, count).Select(i => examples[i].Checked(i))];
            sum += team.Loss(batch, cancellationToken);
        }

        return sum.Trained > 0
            ? sum.Loss / sum.Trained
            : throw new ArgumentException("No token of these examples is trained: there is no loss to average.");
    }
}
