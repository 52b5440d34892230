using System.Runtime.ExceptionServices;
using Punie.Model.Families;
using Punie.Model.Tensors;

namespace Punie.Model.Tuning;

/// <summary>The summed loss, trained tokens and rows of some examples.</summary>
internal readonly record struct LossSum(double Loss, long Trained, long Rows)
{
    public static LossSum operator +(LossSum left, LossSum right) =>
        new(left.Loss + right.Loss, left.Trained + right.Trained, left.Rows + right.Rows);
}

/// <summary>Splits batches over workers; each has its own buffers, so nothing is shared while they run.</summary>
internal sealed class TrainingWorkers
{
    private readonly Worker[] _workers;
    private readonly int _microbatchTokens;

    public TrainingWorkers(Decoder decoder, int workers, int microbatchTokens)
    {
        _microbatchTokens = microbatchTokens;
        _workers = [.. Enumerable.Range(0, workers).Select(_ => new Worker(new DecoderPass(decoder)))];
    }

    /// <summary>Adds the batch's gradients to the workers' buffers, one buffer each.</summary>
    public LossSum LossAndGradients(
        IReadOnlyList<TrainingExample> batch, IReadOnlyList<FloatBuffer> gradients,
        CancellationToken cancellationToken) =>
            Run(batch, (worker, index) =>
                worker.Pass.LossAndGradients(worker.Batch, gradients[index].Span), cancellationToken);

    /// <summary>The batch's loss alone.</summary>
    public LossSum Loss(IReadOnlyList<TrainingExample> batch, CancellationToken cancellationToken) =>
        Run(batch, (worker, _) => worker.Pass.Loss(worker.Batch), cancellationToken);

    private LossSum Run(
        IReadOnlyList<TrainingExample> batch, Func<Worker, int, double> pass, CancellationToken cancellationToken)
    {
        var shares = Share(batch, _workers.Length);
        var sums = new LossSum[_workers.Length];
        var limits =
            new ParallelOptions { MaxDegreeOfParallelism = _workers.Length, CancellationToken = cancellationToken };
        try
        {
            Parallel.For(0, _workers.Length, limits, i =>
            {
                foreach (var microbatch in Cut(shares[i], _microbatchTokens))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    sums[i] += _workers[i].Run(microbatch, worker => pass(worker, i));
                }
            });
        }
        catch (AggregateException e) when (e.InnerException is { } first)
        {
            ExceptionDispatchInfo.Throw(first);
        }

        return sums.Aggregate((left, right) => left + right);
    }

    /// <summary>Gives each example to the worker that has the fewest tokens so far.</summary>
    private static List<TrainingExample>[] Share(IReadOnlyList<TrainingExample> batch, int workers)
    {
        var shares = Enumerable.Range(0, workers).Select(_ => new List<TrainingExample>()).ToArray();
        var rows = new long[workers];
        foreach (var example in batch.OrderByDescending(e => e.Rows))
        {
            var least = Array.IndexOf(rows, rows.Min());
            shares[least].Add(example);
            rows[least] += example.Rows;
        }

        return shares;
    }

    private static IEnumerable<List<TrainingExample>> Cut(List<TrainingExample> examples, int tokens)
    {
        var current = new List<TrainingExample>();
        var size = 0L;
        foreach (var example in examples)
        {
            if (current.Count > 0 && size + example.Rows > tokens)
            {
                yield return current;
                current = [];
                size = 0;
            }

            current.Add(example);
            size += example.Rows;
        }

        if (current.Count > 0) yield return current;
    }

    private sealed record Worker(DecoderPass Pass)
    {
        public PackedBatch Batch { get; } = new();

        public LossSum Run(List<TrainingExample> examples, Func<Worker, double> pass)
        {
            Batch.Clear();
            foreach (var example in examples) Batch.Add(example.Tokens.Span, example.Trained.Span);
            return new LossSum(pass(this), Batch.Targets.Count, Batch.Rows);
        }
    }
}
