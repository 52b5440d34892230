namespace Punie.Agent.Sessions;

/// <summary>
/// How much history a session keeps in front of the model. All sizes in UTF-16 units, about four a token.
/// </summary>
public sealed record SessionLimits
{
    /// <summary>
    /// Size of the conversation at which older turns are replaced by a summary before the next turn. Default 96,000:
    /// three quarters of a window of 32,000 tokens.
    /// </summary>
    public int CompactAtChars { get; init; } = 96_000;

    /// <summary>Most that the newest turns may take to be kept word for word. Default 24,000.</summary>
    public int KeptChars { get; init; } = 24_000;

    /// <summary>Most of a summary. Default 8,000.</summary>
    public int SummaryChars { get; init; } = 8_000;

    /// <summary>Most of an answer in the file, beside its message. Default 32,000.</summary>
    public int AnswerChars { get; init; } = 32_000;

    /// <summary>Size at which no further step fits. Default 400,000.</summary>
    public int MostChars { get; init; } = 400_000;

    /// <summary>Throws when the limits do not fit together.</summary>
    public SessionLimits Checked()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(SummaryChars, 200);
        ArgumentOutOfRangeException.ThrowIfLessThan(AnswerChars, 200);
        ArgumentOutOfRangeException.ThrowIfNegative(KeptChars);
        // What a compaction leaves must be under the limit, or each turn would compact again.
        ArgumentOutOfRangeException.ThrowIfLessThan(CompactAtChars, KeptChars + SummaryChars);
        ArgumentOutOfRangeException.ThrowIfLessThan(MostChars, CompactAtChars);
        return this;
    }
}
