using System.Text;
using Punie.Python.Syntax;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Tests.Syntax;

/// <summary>
/// Sources as bytes: marks, comments that name an encoding (PEP 263), and bytes that are wrong in it.
/// </summary>
public sealed class EncodingTests
{
    [Theory]
    [InlineData("", "c3b6", "ö")]
    [InlineData("# coding: utf-8\n", "c3b6", "ö")]
    [InlineData("# -*- coding: latin-1 -*-\n", "f6", "ö")]
    [InlineData("#!/usr/bin/env python\n# vim: set fileencoding=iso8859_15 :\n", "a4", "€")]
    [InlineData("\n# coding: cp1252\n", "80", "€")]
    [InlineData("\f # coding=windows-1251\n", "c6", "Ж")]
    [InlineData("# coding: koi8-r\n", "f6", "Ж")]
    [InlineData("# coding: KOI8-U\n", "a4", "є")]
    [InlineData("# coding: shift_jis\n", "83 5c", "ソ")]
    [InlineData("# coding: euc-jp\n", "a5bd", "ソ")]
    [InlineData("# coding: cp949\n", "b0a1", "가")]
    [InlineData("# coding: gbk\n", "d6d0", "中")]
    [InlineData("# coding: gb18030\n", "d6d0", "中")]
    [InlineData("# coding: big5\n", "a4a4", "中")]
    [InlineData("# coding: cp437\n", "94", "ö")]
    [InlineData("# coding: mac-roman\n", "9a", "ö")]
    [InlineData("# coding: utf-8-unix\n", "c3b6", "ö")]
    [InlineData("# coding: latin-1-dos\n", "f6", "ö")]
    [InlineData("x = 1\n# coding: latin-1\n", "c3b6", "ö")]
    [InlineData("\"\"\"\n# coding: latin-1\n\"\"\"\n", "c3b6", "ö")]
    public void A_comment_in_the_first_two_lines_names_the_encoding(string head, string bytes, string expected)
    {
        var result = PythonParser.Parse([.. Encoding.ASCII.GetBytes(head), .. "v = '"u8, .. Bytes(bytes), .. "'\n"u8]);

        Assert.Empty(result.Errors);
        Assert.Equal(expected,
            Assert.IsType<Literal.Str>(((ConstantExpression)((AssignStatement)result.Module.Body[^1]).Value).Value)
            .Value);
    }

    [Theory]
    [InlineData("# coding: foo\nx = 1\n", "1:11 unknown encoding: foo")]
    [InlineData("\n# coding: foo\nx = 1\n", "2:11 unknown encoding: foo")]
    [InlineData("\uFEFF# coding: latin-1\nx = 1\n", "1:11 encoding problem: latin-1 with BOM")]
    [InlineData("\uFEFF# coding: utf8\nx = 1\n", "1:11 encoding problem: utf8 with BOM")]
    [InlineData("\uFEFF# coding: utf_8\nx = = 1\n", "2:5 invalid syntax")]
    [InlineData("\uFEFFx = = 1\n", "1:5 invalid syntax")]
    public void What_is_wrong_with_the_comment_is_said(string source, string expected) =>
        Assert.Equal(expected, First(PythonParser.Parse(Encoding.UTF8.GetBytes(source))));

    [Fact]
    public void A_byte_that_is_no_UTF_8_says_its_line_and_hides_nothing()
    {
        var result = PythonParser.Parse([.. "a = 1\nb = '"u8, 0xF6, .. "'\nc = = 2\n"u8]);

        Assert.Equal(
            [
                "2:6 Non-UTF-8 code starting with '\\xf6' on line 2, but no encoding declared; "
                + "see https://peps.python.org/pep-0263/ for details",
                "3:5 invalid syntax",
            ],
            result.Errors.Select(Show));
    }

    [Fact]
    public void A_byte_that_is_not_in_the_named_encoding_says_its_offset() =>
        Assert.Equal("2:4 (unicode error) 'ascii' codec can't decode byte 0xf6 in position 19",
            First(PythonParser.Parse([.. "# coding: ascii\nx='"u8, 0xF6, .. "'\n"u8])));

    [Theory]
    [InlineData("x = 1\n")]
    [InlineData("# coding: latin-1\nx = '\u00f6'\n")]
    [InlineData("# coding: koi8-r\r\nx = '\u0416'\r\n")]
    public void The_encoding_that_was_found_writes_the_same_bytes(string source)
    {
        var bytes = DecodedSource.From(Encoding.ASCII.GetBytes(source)).Encoding.GetBytes(source);

        var decoded = DecodedSource.From(bytes);

        Assert.Equal(source, decoded.Text);
        Assert.Equal(bytes, decoded.Encoding.GetBytes(decoded.Text));
    }

    [Fact]
    public void Form_feeds_are_blank_and_start_an_indentation_over() =>
        Assert.Empty(PythonParser.Parse("\f\nif a:\n  \f    b\n    c\n\f\nd\f = 1\n"u8).Errors);

    [Fact]
    public void A_null_byte_is_refused() =>
        Assert.Equal("source code cannot contain null bytes", PythonParser.Parse("x = 1\0\n"u8).FirstError!.Message);

    private static byte[] Bytes(string hexadecimal) =>
        Convert.FromHexString(hexadecimal.Replace(" ", "", StringComparison.Ordinal));

    private static string First(ParseResult result) => Show(result.FirstError!);

    private static string Show(SyntaxError error) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"{error.Line}:{error.Column} {error.Message}");
}
