namespace Punie.Chat.Tokenizing;

/// <summary>Words, numbers and signs, each with at most one leading space, as GPT-2 splits them.</summary>
internal sealed class Gpt2Scanner : PreTokenizer
{
    private static readonly string[] Contractions = ["'s", "'t", "'re", "'ve", "'m", "'ll", "'d"];

    /// <inheritdoc/>
    public override string Pattern =>
        @"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+";

    internal override int EndOfPiece(ReadOnlySpan<char> text, int start)
    {
        foreach (var contraction in Contractions)
        {
            if (text[start..].StartsWith(contraction, StringComparison.Ordinal)) return start + contraction.Length;
        }

        var first = text[start] == ' ' && start + 1 < text.Length ? start + 1 : start;
        return CodePoints.KindAt(text, first, out _) switch
        {
            CharacterKind.Letter => CodePoints.EndOfRun(text, first, CharacterKind.Letter),
            CharacterKind.Number => CodePoints.EndOfRun(text, first, CharacterKind.Number),
            CharacterKind.Space => CodePoints.EndOfSpaces(text, start),
            _ => EndOfSigns(text, first),
        };
    }

    private static int EndOfSigns(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length
            && CodePoints.KindAt(text, at, out var length) is CharacterKind.Other or CharacterKind.Mark)
        {
            at += length;
        }

        return at;
    }
}
