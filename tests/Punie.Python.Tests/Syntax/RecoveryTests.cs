using Punie.Python.Syntax;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Tests.Syntax;

/// <summary>One error does not hide the rest, and does not make others up.</summary>
public sealed class RecoveryTests
{
    [Fact]
    public void The_block_of_a_header_that_cannot_be_read_is_read() =>
        AssertErrors("def f(a b):\n    return 1\n    x = = 2\ny = 3\n", "1:9 invalid syntax", "3:9 invalid syntax");

    [Fact]
    public void The_clauses_of_a_header_that_cannot_be_read_are_no_errors() =>
        AssertErrors("if a b:\n    c\nelif d:\n    e\nelse:\n    f\ng\n", "1:6 invalid syntax");

    [Fact]
    public void A_forgotten_bracket_ends_at_the_next_statement() =>
        AssertErrors("x = foo(1, 2\ndef g():\n    return 1\ny = = 2\n", "1:8 '(' was never closed",
            "4:5 invalid syntax");

    [Fact]
    public void A_bracket_that_nothing_closes_ends_where_the_indentation_does()
    {
        var result = AssertErrors(
            "a = f(1,\n      2\nb = 2\nc = = 3\nif d:\n    e = [1,\n        # note\n\n    g = 4\nh = {1: "
            + "(2,\n)\ni = 5\n",
            "1:6 '(' was never closed", "4:5 invalid syntax", "6:9 '[' was never closed", "10:5 '{' was never closed");

        Assert.Equal(["Invalid", "Assign", "Invalid", "If", "Invalid", "Assign"],
            result.Module.Body.Select(s => s.Kind));
    }

    [Fact]
    public void An_unterminated_string_ends_at_its_line() =>
        AssertErrors(
            "x = 'abc\ny = 2\nz = )\n",
            "1:5 unterminated string literal (detected at line 1)", "3:5 unmatched ')'");

    [Fact]
    public void A_bad_case_does_not_hide_the_other_cases()
    {
        var result =
            AssertErrors("match x:\n    case 1 +:\n        a\n    case 2:\n        b = = 1\n", "2:13 invalid syntax",
            "5:13 invalid syntax");

        Assert.Equal(2, ((MatchStatement)Assert.Single(result.Module.Body)).Cases.Count);
    }

    [Fact]
    public void A_line_that_is_indented_too_far_is_read_with_its_neighbours()
    {
        var result = AssertErrors("a = 1\n  b = 2\nc = 3\n", "2:2 unexpected indent");

        Assert.Equal(["Assign", "Assign", "Assign"], result.Module.Body.Select(s => s.Kind));
    }

    [Fact]
    public void A_line_between_two_levels_belongs_to_the_outer_one()
    {
        var result = AssertErrors(
            "if a:\n    b\n  c\nd\n", "3:4 unindent does not match any outer indentation level");

        Assert.Equal(["If", "Expr", "Expr"], result.Module.Body.Select(s => s.Kind));
    }

    [Fact]
    public void A_missing_block_does_not_swallow_the_next_statement()
    {
        var result =
            AssertErrors("def f():\nx = 1\n", "2:1 expected an indented block after function definition on line 1");

        Assert.Equal(["Invalid", "Assign"], result.Module.Body.Select(s => s.Kind));
    }

    [Fact]
    public void Statements_before_the_error_on_the_same_line_are_kept()
    {
        var result = AssertErrors("a = 1; b = = 2; c = 3\nd = 4\n", "1:12 invalid syntax");

        Assert.Equal(["Assign", "Invalid", "Assign"], result.Module.Body.Select(s => s.Kind));
    }

    [Fact]
    public void Misplaced_return_yield_and_break_leave_their_statements_in_the_tree()
    {
        var result = AssertErrors(
            "return 1\nyield 2\nbreak\n", "1:1 'return' outside function", "2:1 'yield' outside function",
            "3:1 'break' outside loop");

        Assert.Equal(["Return", "Expr", "Break"], result.Module.Body.Select(s => s.Kind));
    }

    [Fact]
    public void An_invalid_statement_spans_its_header_and_block()
    {
        var source = "a\nwhile x y:\n    b\n    c\nd\n";
        var result = PythonParser.Parse(source);

        Assert.Equal("while x y:\n    b\n    c", result.Source.TextOf(result.Module.Body[1].Span));
        Assert.Equal(2, ((InvalidStatement)result.Module.Body[1]).Body.Count);
    }

    private static ParseResult AssertErrors(string source, params string[] expected)
    {
        var result = PythonParser.Parse(source);
        Assert.Equal(expected, result.Errors.Select(e => $"{e.Line}:{e.Column} {e.Message}"));
        return result;
    }
}
