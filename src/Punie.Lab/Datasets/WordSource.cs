namespace Punie.Lab.Datasets;

/// <summary>Makes the words of names: from a list, or out of random vocabulary pieces.</summary>
/// <remarks>
/// Random words teach a small model to copy instead of to remember: they close the gap between names that it
/// has seen and names that it has not.
/// </remarks>
/// <param name="words">Words to choose from; not empty.</param>
/// <param name="pieces">Lower-case letter pieces of the tokenizer; empty while the tokenizer is being trained.</param>
/// <param name="randomShare">Share of words made of pieces, 0 to 1.</param>
public sealed class WordSource(IReadOnlyList<string> words, IReadOnlyList<string> pieces, double randomShare)
{
    /// <summary>One lower-case word.</summary>
    public string Next(Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return pieces.Count > 0 && random.NextDouble() < randomShare
            ? RandomWord(random)
            : words[random.Next(words.Count)];
    }

    /// <summary>
    /// One word of pieces, also where the share says otherwise; a listed word while there are no pieces.
    /// </summary>
    public string Unknown(Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return pieces.Count == 0 ? words[random.Next(words.Count)] : RandomWord(random);
    }

    private string RandomWord(Random random)
    {
        var count = random.Next(1, 5);
        return string.Concat(Enumerable.Range(0, count).Select(_ => pieces[random.Next(pieces.Count)]));
    }
}
