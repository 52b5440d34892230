using System.Text.RegularExpressions;
using Punie.Chat.Tokenizing;

namespace Punie.Chat.Tests.Tokenizing;

/// <summary>Each scanner against .NET's regular expressions running the same pattern.</summary>
public sealed class PreTokenizerTests
{
    private const string Alphabet = "aZ's'tllREd 09  \t\n\r.,-_/\u0301\u00e9\u2028\u00a0\u5909\u0665";

    public static TheoryData<string> Names() => new(nameof(PreTokenizer.LetterRuns), nameof(PreTokenizer.Gpt2),
        nameof(PreTokenizer.Qwen2), nameof(PreTokenizer.Qwen35), nameof(PreTokenizer.Llama3));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_scanner_cuts_where_its_pattern_matches(string name)
    {
        var scanner = Scanner(name);
        var texts = Corpus.Awkward.Where(IsInBasicPlane).Concat(Corpus.Programs).Concat(RandomTexts(2_000));

        Assert.All(texts, text => Assert.Equal(Matches(scanner.Pattern, text), Pieces(scanner, text)));
    }

    [Fact]
    public void Letters_outside_the_basic_plane_join_a_run() =>
        Assert.Equal(["a𝒳𝒴", "👩"], Pieces(PreTokenizer.LetterRuns, "a𝒳𝒴👩"));

    private static PreTokenizer Scanner(string name) =>
        (PreTokenizer)typeof(PreTokenizer).GetProperty(name)!.GetValue(null)!;

    private static List<string> Matches(string pattern, string text) =>
        [.. Regex.Matches(text, pattern, RegexOptions.CultureInvariant).Select(m => m.Value)];

    private static List<string> Pieces(PreTokenizer scanner, string text)
    {
        var pieces = new List<string>();
        for (var start = 0; start < text.Length; start += pieces[^1].Length)
            pieces.Add(text[start..scanner.EndOfPiece(text, start)]);
        return pieces;
    }

    // .NET's patterns see UTF-16 units, so they cannot judge characters made of two.
    private static bool IsInBasicPlane(string text) =>
        !text.Any(char.IsSurrogate) && !text.Contains('ſ', StringComparison.Ordinal);

    private static IEnumerable<string> RandomTexts(int count)
    {
        var random = new Random(7);
        return Enumerable.Range(0, count).Select(_ => new string(random.GetItems<char>(Alphabet, random.Next(1, 24))));
    }
}
