namespace Punie.Chat.Tokenizing;

/// <summary>Letters in runs, every other code point alone.</summary>
internal sealed class LetterRunScanner : PreTokenizer
{
    /// <inheritdoc/>
    public override string Pattern => @"\p{L}+|[^\p{L}]";

    internal override int EndOfPiece(ReadOnlySpan<char> text, int start)
    {
        var kind = CodePoints.KindAt(text, start, out var length);
        return kind == CharacterKind.Letter
            ? CodePoints.EndOfRun(text, start + length, CharacterKind.Letter)
            : start + length;
    }
}
