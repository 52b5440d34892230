namespace Punie.Model.Generation;

/// <summary>A format's markers around a call, as token ids.</summary>
/// <param name="Open">Opens a call, as the reply's first token.</param>
/// <param name="Close">Closes it.</param>
/// <param name="Stops">End the reply.</param>
public sealed record CallTokens(int Open, int Close, IReadOnlyList<int> Stops)
{
    /// <summary>Added tokens that are text inside a call.</summary>
    public IReadOnlySet<int> Fragments { get; init; } = new HashSet<int>();
}
