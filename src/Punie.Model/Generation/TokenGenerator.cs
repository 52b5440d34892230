using Punie.Model.Families;

namespace Punie.Model.Generation;

/// <summary>Writes replies token by token. Thread-safe: each reply has its own session.</summary>
/// <param name="decoder">The model.</param>
/// <param name="stopTokens">Tokens that end a reply; they are not part of it.</param>
public sealed class TokenGenerator(Decoder decoder, IReadOnlyList<int> stopTokens)
{
    /// <summary>
    /// Tokens that the tokenizer knows; the rest, padding, is never chosen. Default: all of the model's.
    /// </summary>
    public int VocabularySize { get; init; } = decoder.Config.VocabularySize;

    /// <summary>
    /// The reply to a prompt, as it is written; it ends before a stop token, or at the longest length.
    /// </summary>
    /// <param name="prompt">At least one token.</param>
    /// <param name="options">How to choose.</param>
    /// <param name="constraint">What may be chosen; null for anything.</param>
    /// <param name="cancellationToken">Checked before each token.</param>
    /// <exception cref="ArgumentException">The prompt is empty, or too long for the model.</exception>
    public IEnumerable<int> Generate(
        ReadOnlyMemory<int> prompt,
        SamplingOptions options,
        ITokenConstraint? constraint = null,
        CancellationToken cancellationToken = default)
    {
        var sampler = new Sampler(options.Checked());
        var session = new DecodingSession(decoder);
        constraint ??= new Unconstrained(VocabularySize);
        var next = Next(session, prompt.Span, sampler, constraint);
        for (var count = 0; !stopTokens.Contains(next); count++)
        {
            yield return next;
            if (count + 1 == Math.Min(options.MaxTokens, decoder.Config.MaxPositions - prompt.Length)) yield break;
            cancellationToken.ThrowIfCancellationRequested();
            next = Next(session, [next], sampler, constraint);
        }
    }

    private static int Next(DecodingSession session, ReadOnlySpan<int> tokens, Sampler sampler,
        ITokenConstraint constraint)
    {
        var chosen = sampler.Choose(session.Feed(tokens), constraint.Allowed());
        constraint.Accept(chosen);
        return chosen;
    }

    private sealed class Unconstrained(int vocabulary) : ITokenConstraint
    {
        private readonly bool[] _everything = [.. Enumerable.Repeat(true, vocabulary)];

        public ReadOnlySpan<bool> Allowed() => _everything;

        public void Accept(int token)
        {
        }
    }
}
