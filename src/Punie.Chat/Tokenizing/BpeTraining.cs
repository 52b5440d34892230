namespace Punie.Chat.Tokenizing;

/// <summary>What <see cref="BpeTrainer"/> makes.</summary>
/// <param name="VocabularySize">Ids in all, added tokens and the 256 bytes included; at least their number.</param>
/// <param name="Added">Tokens for markers, in the order of their ids, which start at 0.</param>
public sealed record BpeTraining(int VocabularySize, IReadOnlyList<NewToken> Added)
{
    /// <summary>How often a pair must occur to become a token, 1 or more.</summary>
    public int MinimumCount { get; init; } = 2;

    /// <summary>Throws <see cref="ArgumentException"/> when the settings contradict each other.</summary>
    public BpeTraining Checked()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(VocabularySize, Added.Count + 256);
        ArgumentOutOfRangeException.ThrowIfLessThan(MinimumCount, 1);
        if (Added.Select(t => t.Content).Distinct(StringComparer.Ordinal).Count() != Added.Count)
        {
            throw new ArgumentException("Two added tokens have the same text.");
        }

        return this;
    }
}

/// <summary>An added token before it has an id.</summary>
/// <param name="Content">Its text, not empty.</param>
/// <param name="IsSpecial">See <see cref="AddedToken.IsSpecial"/>.</param>
public sealed record NewToken(string Content, bool IsSpecial);
