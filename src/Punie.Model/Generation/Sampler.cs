using Punie.Model.Tensors;

namespace Punie.Model.Generation;

/// <summary>Chooses tokens from logits. Same seed and logits, same tokens.</summary>
internal sealed class Sampler(SamplingOptions options)
{
    private readonly SeededRandom _random = new(options.Seed);

    /// <param name="logits">[vocabulary].</param>
    /// <param name="allowed">At most [vocabulary], at least one true; tokens beyond it are not chosen.</param>
    public int Choose(ReadOnlySpan<float> logits, ReadOnlySpan<bool> allowed) =>
        options.Temperature == 0 ? Likeliest(logits, allowed) : Draw(logits, allowed);

    private static int Likeliest(ReadOnlySpan<float> logits, ReadOnlySpan<bool> allowed)
    {
        int? best = null;
        for (var i = 0; i < allowed.Length; i++)
        {
            if (allowed[i] && (best is not { } other || logits[i] > logits[other])) best = i;
        }

        return best ?? throw NothingAllowed();
    }

    private int Draw(ReadOnlySpan<float> logits, ReadOnlySpan<bool> allowed)
    {
        var candidates = new List<(float Logit, int Token)>();
        for (var i = 0; i < allowed.Length; i++)
        {
            if (allowed[i]) candidates.Add((logits[i], i));
        }

        if (candidates.Count == 0) throw NothingAllowed();
        candidates.Sort((left, right) => right.Logit != left.Logit
            ? right.Logit.CompareTo(left.Logit)
            : left.Token.CompareTo(right.Token));
        if (options.TopK < candidates.Count)
            candidates.RemoveRange(options.TopK.Value, candidates.Count - options.TopK.Value);
        var weights = candidates.ConvertAll(c => Math.Exp((c.Logit - candidates[0].Logit) / options.Temperature));
        var kept = weights.Sum();
        if (options.TopP is { } share) kept = Cut(weights, share * kept);
        var point = _random.NextDouble() * kept;
        for (var i = 0; i < weights.Count - 1; i++)
        {
            point -= weights[i];
            if (point < 0) return candidates[i].Token;
        }

        return candidates[weights.Count - 1].Token;
    }

    /// <summary>Drops what comes after the weights have reached a mass; returns the mass that is left.</summary>
    private static double Cut(List<double> weights, double mass)
    {
        var sum = 0.0;
        for (var i = 0; i < weights.Count; i++)
        {
            sum += weights[i];
            if (sum < mass) continue;
            weights.RemoveRange(i + 1, weights.Count - i - 1);
            return sum;
        }

        return sum;
    }

    private static InvalidOperationException NothingAllowed() =>
        new("The constraint allows no token here; the grammar and the vocabulary do not fit together.");
}
