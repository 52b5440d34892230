namespace Punie.Chat.Tokenizing;

/// <summary>Words with one leading sign or space, short numbers, signs with their line ends: Qwen and Llama
/// 3.</summary>
/// <param name="maxDigits">Digits in one piece, 1 or more.</param>
/// <param name="marksJoinLetters">True when a combining mark counts as part of a word.</param>
internal sealed class WordScanner(int maxDigits, bool marksJoinLetters) : PreTokenizer
{
    private static readonly string[] Contractions = ["'s", "'t", "'re", "'ve", "'m", "'ll", "'d"];

    /// <inheritdoc/>
    public override string Pattern { get; } = MakePattern(maxDigits, marksJoinLetters);

    internal override int EndOfPiece(ReadOnlySpan<char> text, int start)
    {
        foreach (var contraction in Contractions)
        {
            if (text[start..].StartsWith(contraction, StringComparison.OrdinalIgnoreCase))
                return start + contraction.Length;
        }

        var kind = KindAt(text, start, out var length);
        if (kind == CharacterKind.Letter) return EndOfWord(text, start);
        if (kind == CharacterKind.Number) return CodePoints.EndOfRun(text, start, CharacterKind.Number, maxDigits);

        var next = start + length;
        var leadsWord = text[start] is not ('\r' or '\n') && EndOfWord(text, next) > next;
        if (leadsWord) return EndOfWord(text, next);

        var signs = text[start] == ' ' ? next : start;
        var end = EndOfSigns(text, signs);
        return end > signs ? EndOfLineEnds(text, end) : EndOfSpaces(text, start);
    }

    private static string MakePattern(int maxDigits, bool marksJoinLetters)
    {
        var word = marksJoinLetters ? @"[\p{L}\p{M}]+" : @"\p{L}+";
        var marks = marksJoinLetters ? @"\p{M}" : "";
        var digits = maxDigits == 1 ? @"\p{N}" : $@"\p{{N}}{{1,{maxDigits}}}";
        return $@"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{{L}}\p{{N}}]?{word}|{digits}| ?[^\s\p{{L}}{marks}\p{{N}}]+[\r\n]*|" +
            @"\s*[\r\n]+|\s+(?!\S)|\s+";
    }

    // A mark is a letter here or a sign, so that the caller has two cases less.
    private CharacterKind KindAt(ReadOnlySpan<char> text, int at, out int length)
    {
        var kind = CodePoints.KindAt(text, at, out length);
        if (kind != CharacterKind.Mark) return kind;
        return marksJoinLetters ? CharacterKind.Letter : CharacterKind.Other;
    }

    private int EndOfWord(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && KindAt(text, at, out var length) == CharacterKind.Letter) at += length;
        return at;
    }

    private int EndOfSigns(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && KindAt(text, at, out var length) == CharacterKind.Other) at += length;
        return at;
    }

    private static int EndOfLineEnds(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] is '\r' or '\n') at++;
        return at;
    }

    // The run up to its last line end, else as any white space.
    private static int EndOfSpaces(ReadOnlySpan<char> text, int start)
    {
        var end = CodePoints.EndOfRun(text, start, CharacterKind.Space);
        var lineEnd = text[start..end].LastIndexOfAny('\r', '\n');
        return lineEnd >= 0 ? start + lineEnd + 1 : CodePoints.EndOfSpaces(text, start);
    }
}
