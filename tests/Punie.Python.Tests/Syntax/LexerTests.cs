using Punie.Python.Syntax;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Tests.Syntax;

public sealed class LexerTests
{
    [Fact]
    public void Indentation_becomes_tokens() =>
        Assert.Equal(
            "If Name Colon Newline Indent Name Newline Dedent Name Newline EndOfFile",
            Kinds("if a:\n    b\nc\n"));

    [Fact]
    public void Lines_in_brackets_are_joined() =>
        Assert.Equal("Name Equal LeftParen Number Comma Number RightParen Newline EndOfFile",
            Kinds("x = (1, # a\n\n  2)\n"));

    [Fact]
    public void A_backslash_joins_lines() =>
        Assert.Equal("Name Equal Number Newline EndOfFile", Kinds("x = \\\r\n  1\r\n"));

    [Fact]
    public void Comments_and_blank_lines_are_kept_beside_the_tokens()
    {
        var result = PythonParser.Parse("# a\n\nx = 1  # b\n   \n");

        Assert.Equal(
            ["Comment:# a", "BlankLine:", "Comment:# b", "BlankLine:   "],
            result.Trivia.Select(t => $"{t.Kind}:{result.Source.TextOf(t.Span)}"));
    }

    [Fact]
    public void An_f_string_is_its_texts_and_the_tokens_of_its_fields() =>
        Assert.Equal(
            "FStringStart FStringMiddle LeftBrace Name Exclamation Name Colon LeftBrace Name RightBrace FStringMiddle "
            + "RightBrace FStringMiddle FStringEnd Newline EndOfFile",
            Kinds("f'a{x!r:{w}d}{{b'"));

    [Fact]
    public void Quotes_of_the_same_kind_may_stand_in_a_field() =>
        Assert.Equal(
            "FStringStart LeftBrace Name LeftBracket String RightBracket RightBrace FStringEnd Newline EndOfFile",
            Kinds("f'{a['b']}'"));

    [Theory]
    [InlineData("if a:\n\tb\n        c\n", "TabError: inconsistent use of tabs and spaces in indentation")]
    [InlineData("if a:\n        b\n\tc\n", "TabError: inconsistent use of tabs and spaces in indentation")]
    [InlineData("if a:\n    b\n  c\n", "IndentationError: unindent does not match any outer indentation level")]
    [InlineData("  a\n", "IndentationError: unexpected indent")]
    public void Indentation_that_depends_on_the_width_of_a_tab_is_refused(string source, string expected)
    {
        var error = PythonParser.Parse(source).Errors[0];

        Assert.Equal(expected, $"{error.Type}: {error.Message}");
    }

    [Fact]
    public void A_tab_may_follow_spaces_in_the_same_way_on_each_line() =>
        Assert.Empty(PythonParser.Parse("if a:\n  \tb\n  \tc\n").Errors);

    [Fact]
    public void A_form_feed_starts_the_indentation_again() =>
        Assert.Empty(PythonParser.Parse("if a:\n    b\n  \f    c\n").Errors);

    [Theory]
    [InlineData("ﬁ", "fi")]
    [InlineData("ｘ", "x")]
    [InlineData("𝐱𝟏", "x1")]
    [InlineData("nai\u0308ve", "na\u00efve")]
    public void Names_are_normalised(string written, string name) =>
        Assert.Equal(name, ((NameExpression)Value(written)).Name);

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_first_line()
    {
        var result = PythonParser.Parse("\ufeffx = 1\n");

        Assert.Empty(result.Errors);
        Assert.Contains("\"at\":[1,0,1,5]", AstDump.ToJson(result), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\rb\rc", 3)]
    [InlineData("a\r\nb\nc\r", 3)]
    public void Every_kind_of_line_end_ends_a_line(string source, int statements) =>
        Assert.Equal(statements, PythonParser.Parse(source).Module.Body.Count);

    [Fact]
    public void Line_ends_inside_a_string_are_line_feeds() =>
        Assert.Equal("a\nb\nc", ((Literal.Str)((ConstantExpression)Value("'''a\r\nb\rc'''")).Value).Value);

    [Fact]
    public void Positions_and_offsets_are_each_others_inverse()
    {
        var source = new SourceText("ab\r\ncd\re\n\nf");

        for (var offset = 0; offset < source.Text.Length; offset++)
        {
            if (source.Text[offset] is '\r' or '\n') continue;
            Assert.Equal(offset, source.OffsetOf(source.PositionOf(offset)));
        }

        Assert.Equal(["ab", "cd", "e", "", "f"], Enumerable.Range(1, source.LineCount).Select(source.LineText));
    }

    private static string Kinds(string source) =>
        string.Join(' ', PythonParser.Parse(source).Tokens.Select(t => t.Kind));

    private static Expression Value(string source) =>
        ((ExpressionStatement)Assert.Single(PythonParser.Parse(source).Module.Body)).Value;
}
