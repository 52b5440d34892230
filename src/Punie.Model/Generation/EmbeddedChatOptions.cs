namespace Punie.Model.Generation;

/// <summary>What an embedded chat client does when a request does not say otherwise.</summary>
public sealed record EmbeddedChatOptions
{
    /// <summary>The name that answers carry.</summary>
    public required string ModelId { get; init; }

    /// <summary>How tokens are chosen; a request's own settings come first.</summary>
    public SamplingOptions Sampling { get; init; } = new();

    /// <summary>Makes the constraint of one reply from the request's text; null leaves replies free.</summary>
    public Func<string, ITokenConstraint>? Constraint { get; init; }
}
