using System.Globalization;
using Punie.Python.Syntax.Parsing;

namespace Punie.Python.Tests.Syntax;

public sealed class UnicodeNameTests
{
    [Theory]
    [InlineData("SNOWMAN", 0x2603)]
    [InlineData("snowman", 0x2603)]
    [InlineData("LATIN SMALL LETTER DOTLESS I", 0x131)]
    [InlineData("LINE FEED", 0xA)]
    [InlineData("BELL", 0x1F514)]
    [InlineData("ALERT", 0x7)]
    [InlineData("CJK UNIFIED IDEOGRAPH-4E2D", 0x4E2D)]
    [InlineData("CJK UNIFIED IDEOGRAPH-20000", 0x20000)]
    [InlineData("HANGUL SYLLABLE GA", 0xAC00)]
    [InlineData("HANGUL SYLLABLE HIH", 0xD7A3)]
    [InlineData("HANGUL SYLLABLE GGWEOLB", 0xAFDF)]
    [InlineData("NO SUCH NAME", -1)]
    [InlineData("CJK UNIFIED IDEOGRAPH-0041", -1)]
    [InlineData("HANGUL SYLLABLE", -1)]
    [InlineData("HANGUL SYLLABLE X", -1)]
    public void A_name_stands_for_its_character(string name, int expected) =>
        Assert.Equal(expected < 0 ? null : char.ConvertFromUtf32(expected), UnicodeNames.Find(name));

    [Fact]
    public void Every_name_that_CPython_knows_is_known()
    {
        var oracle = CPythonOracle.Require();

        var wrong = oracle.Run("list_names.py", []).Select(line => line.Split(';'))
            .Where(p =>
                UnicodeNames.Find(p[1]) != char.ConvertFromUtf32(
                    int.Parse(p[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture)));

        // Names that a newer CPython knows are of characters that Unicode 15.1 does not have.
        Assert.True(oracle.Minor > 13 || !wrong.Any(), string.Join('\n', wrong.Take(20).Select(p => p[1])));
    }
}
