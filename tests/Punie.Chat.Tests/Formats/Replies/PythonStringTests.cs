using Punie.Chat.Formats.Replies;

namespace Punie.Chat.Tests.Formats.Replies;

public sealed class PythonStringTests
{
    [Theory]
    [InlineData("'a\"b'", "a\"b")]
    [InlineData("\"a'b\"", "a'b")]
    [InlineData("\"\"\"a\n\"b\" \"\"c\"\"\"", "a\n\"b\" \"\"c")]
    [InlineData("''", "")]
    [InlineData("'\\n\\t\\\\\\'\\x41\\u00e9\\U0001F44D'", "\n\t\\'Aé👍")]
    [InlineData("\"\\ud83d\\udc4d\"", "👍")]
    [InlineData("'a\\\nb'", "ab")]
    [InlineData("'\\d\\xZZ'", "\\d\\xZZ")]
    [InlineData("r'\\n\\''", "\\n\\'")]
    [InlineData("'line\nend'", "line\nend")]
    public void A_literal_gives_its_value(string literal, string expected)
    {
        Assert.Equal(expected, PythonString.Read(literal + ")", 0, out var end));
        Assert.Equal(literal.Length, end);
    }

    [Theory]
    [InlineData("'open")]
    [InlineData("\"\"\"open\"\"")]
    [InlineData("name")]
    [InlineData("")]
    public void What_is_no_whole_literal_gives_nothing(string text) => Assert.Null(PythonString.Read(text, 0, out _));
}
