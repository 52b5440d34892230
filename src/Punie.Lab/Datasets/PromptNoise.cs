using System.Text.RegularExpressions;

namespace Punie.Lab.Datasets;

/// <summary>How often a prompt is varied in each way, as shares from 0 to 1.</summary>
/// <param name="Openings">A word or two before the request.</param>
/// <param name="Closings">A word or two after it.</param>
/// <param name="Fillers">One to three words that change nothing, inside.</param>
/// <param name="Synonyms">Words replaced by others of their group, for each group that has one.</param>
/// <param name="Typos">One or two slips of the finger in plain words.</param>
/// <param name="Case">The first letter's case changed, or all in lower case.</param>
public sealed record NoiseShares(
    double Openings, double Closings, double Fillers, double Synonyms, double Typos, double Case)
{
    /// <summary>Prompts as they were written.</summary>
    public static NoiseShares None { get; } = new(0, 0, 0, 0, 0, 0);
}

/// <summary>Varies a prompt's plain words without touching its values.</summary>
/// <param name="fillers">Sections <c>before after inside</c>.</param>
/// <param name="synonyms">Groups of interchangeable words.</param>
/// <param name="words">Makes unknown words, which a model must learn to ignore.</param>
/// <param name="shares">How often.</param>
public sealed partial class PromptNoise(
    WordLists fillers, IReadOnlyList<string[]> synonyms, WordSource words, NoiseShares shares)
{
    internal string Apply(List<WordingPiece> pieces, Random random)
    {
        var varied = pieces.Select(p => p.IsValue ? p : p with { Text = Words(p.Text, random) }).ToList();
        var text = Wording.Join(FillIn(varied, random));
        if (Roll(shares.Case)) text = Recase(text, varied, random);
        if (Roll(0.3)) text = text.TrimEnd('?', '.', '!') is { Length: > 0 } bare ? bare : text;
        else if (Roll(0.1) && char.IsLetterOrDigit(text[^1])) text += Roll(0.5) ? "?" : ".";
        if (Roll(shares.Openings)) text = $"{Pick("before")} {text}";
        if (Roll(shares.Closings)) text = $"{text} {Pick("after")}".Replace(" , ", ", ", StringComparison.Ordinal);
        return text;

        bool Roll(double share) => random.NextDouble() < share;
        string Pick(string list) => fillers[list][random.Next(fillers[list].Count)];
    }

    private string Words(string text, Random random)
    {
        if (shares.Synonyms > 0) text = Replace(text, random);
        return random.NextDouble() < shares.Typos ? Typo(text, random) : text;
    }

    // One word or phrase of each group at most, so that groups which share words do not undo each other for ever.
    private string Replace(string text, Random random)
    {
        foreach (var group in synonyms)
        {
            if (FirstOf(group, text) is not { } word || random.NextDouble() >= shares.Synonyms) continue;
            var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            text = string.Concat(text.AsSpan(0, at), group[random.Next(group.Length)], text.AsSpan(at + word.Length));
        }

        return text;
    }

    private static string? FirstOf(string[] group, string text) =>
        group.OrderByDescending(w => w.Length).FirstOrDefault(w =>
            text.IndexOf(w, StringComparison.OrdinalIgnoreCase) is >= 0 and var at && IsWholeWord(text, at, w.Length));

    private static bool IsWholeWord(string text, int at, int length) =>
        (at == 0 || !char.IsLetter(text[at - 1])) && (at + length == text.Length || !char.IsLetter(text[at + length]));

    private static string Typo(string text, Random random)
    {
        var candidates = LongWord().Matches(text);
        if (candidates.Count == 0) return text;
        var word = candidates[random.Next(candidates.Count)];
        var i = word.Index + random.Next(1, word.Length - 1);
        return random.Next(3) switch
        {
            0 => text.Remove(i, 1),
            1 => text.Insert(i, text[i].ToString()),
            _ => string.Concat(text.AsSpan(0, i), $"{text[i + 1]}{text[i]}", text.AsSpan(i + 2)),
        };
    }

    private List<WordingPiece> FillIn(List<WordingPiece> pieces, Random random)
    {
        if (random.NextDouble() >= shares.Fillers) return pieces;
        for (var n = random.Next(1, 4); n > 0; n--)
        {
            var gaps = pieces.SelectMany((p, i) => p.IsValue ? [] : Gaps(p.Text).Select(g => (Piece: i, At: g)))
                .ToList();
            if (gaps.Count == 0) break;
            var (piece, at) = gaps[random.Next(gaps.Count)];
            var filler = random.Next(100) < 25
                ? words.Unknown(random)
                : fillers["inside"][random.Next(fillers["inside"].Count)];
            pieces[piece] = pieces[piece] with { Text = pieces[piece].Text.Insert(at, " " + filler) };
        }

        return pieces;
    }

    private static IEnumerable<int> Gaps(string text) =>
        Enumerable.Range(0, text.Length).Where(i => text[i] == ' ');

    private static string Recase(string text, List<WordingPiece> pieces, Random random)
    {
        if (pieces[0].IsValue || text.Length == 0) return text;
        if (random.Next(3) == 0) return char.ToUpperInvariant(text[0]) + text[1..];
        return pieces.Exists(p => p.IsValue) ? char.ToLowerInvariant(text[0]) + text[1..] : text.ToLowerInvariant();
    }

    [GeneratedRegex(@"[a-z]{4,}")]
    private static partial Regex LongWord();
}
