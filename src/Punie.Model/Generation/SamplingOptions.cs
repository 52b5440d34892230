using System.Globalization;

namespace Punie.Model.Generation;

/// <summary>How the next token is chosen from the model's logits.</summary>
public sealed record SamplingOptions
{
    /// <summary>Divides the logits; 0, the default, always takes the likeliest token.</summary>
    public double Temperature { get; init; }

    /// <summary>Keeps this many of the likeliest tokens; null keeps all.</summary>
    public int? TopK { get; init; }

    /// <summary>Keeps the likeliest tokens until their probability reaches this; null keeps all.</summary>
    public double? TopP { get; init; }

    /// <summary>Decides the draws; default 0.</summary>
    public ulong Seed { get; init; }

    /// <summary>Most tokens of one reply; default 512.</summary>
    public int MaxTokens { get; init; } = 512;

    /// <summary>The same options once they are known to make sense.</summary>
    /// <exception cref="ArgumentException">A number is out of its range.</exception>
    public SamplingOptions Checked()
    {
        if (!(Temperature >= 0 && double.IsFinite(Temperature)))
            throw OutOfRange(nameof(Temperature), Temperature, "0 or more");
        if (TopK < 1) throw OutOfRange(nameof(TopK), TopK, "at least 1");
        if (TopP is not (null or (> 0 and <= 1))) throw OutOfRange(nameof(TopP), TopP, "above 0 and at most 1");
        if (MaxTokens < 1) throw OutOfRange(nameof(MaxTokens), MaxTokens, "at least 1");
        return this;
    }

    private static ArgumentException OutOfRange(string name, IFormattable? value, string range) =>
        new($"{name} is {value?.ToString(null, CultureInfo.InvariantCulture)}; it must be {range}.");
}
