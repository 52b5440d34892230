using Punie.Python.Syntax;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Tests.Syntax;

/// <summary>What Python 3.14 added; older versions of CPython cannot judge it.</summary>
public sealed class Python314Tests
{
    [Fact]
    public void Several_exception_types_need_no_parentheses()
    {
        var statement = (TryStatement)ParseOne("try:\n    a\nexcept A, B:\n    b\n");

        var types = Assert.IsType<TupleExpression>(statement.Handlers[0].Type);
        Assert.Equal(["A", "B"], types.Elements.Cast<NameExpression>().Select(n => n.Name));
    }

    [Fact]
    public void Except_star_takes_several_types_too()
    {
        var statement = (TryStatement)ParseOne("try:\n    a\nexcept* A, B:\n    b\n");

        Assert.True(statement.IsStar);
        Assert.IsType<TupleExpression>(statement.Handlers[0].Type);
    }

    [Fact]
    public void A_template_string_keeps_the_text_of_its_expressions()
    {
        var template = (TemplateStringExpression)Value("t'a{ x + 1 !r:>{w}}b'");

        Assert.Equal(["Constant", "Interpolation", "Constant"], template.Values.Select(v => v.Kind));
        var field = (InterpolationExpression)template.Values[1];
        Assert.Equal("x + 1", field.Text);
        Assert.Equal('r', field.Conversion);
        Assert.Equal(["Constant", "FormattedValue"], SpecKinds(field));
    }

    [Fact]
    public void Template_strings_side_by_side_are_one()
    {
        var template = (TemplateStringExpression)Value("t'a' rt'{x}' T\"b\"");

        Assert.Equal(["Constant", "Interpolation", "Constant"], template.Values.Select(v => v.Kind));
    }

    [Fact]
    public void A_debug_field_of_a_template_string_puts_its_text_before_it()
    {
        var template = (TemplateStringExpression)Value("t'{x = }'");

        Assert.Equal("x = ", ((Literal.Str)((ConstantExpression)template.Values[0]).Value).Value);
        Assert.Equal('r', ((InterpolationExpression)template.Values[1]).Conversion);
    }

    [Theory]
    [InlineData("t'a' 'b'", "cannot mix t-string literals with string or bytes literals")]
    [InlineData("t'a' f'b'", "cannot mix t-string literals with string or bytes literals")]
    [InlineData("t'{}'", "t-string: valid expression required before '}'")]
    [InlineData("t'{a'", "t-string: expecting '}'")]
    [InlineData("t'}'", "t-string: single '}' is not allowed")]
    [InlineData("t'abc", "unterminated t-string literal (detected at line 1)")]
    public void A_wrong_template_string_says_what_is_wrong(string source, string message) =>
        Assert.Equal(message, PythonParser.Parse(source).Errors[0].Message);

    [Fact]
    public void Await_is_allowed_at_the_top_level() =>
        Assert.Empty(PythonParser.Parse("x = await f()\nasync with a as b: pass\nasync for c in d: pass\n").Errors);

    // CPython's compiler takes this; the words of older versions differ.
    [Fact]
    public void A_type_parameter_without_a_default_may_not_follow_one_with_it() =>
        Assert.Equal(
            "non-default type parameter 'U' follows default type parameter",
            Assert.Single(PythonParser.Parse("class C[T = int, U]: pass\n").Errors).Message);

    private static IEnumerable<string> SpecKinds(InterpolationExpression field) =>
        field.FormatSpec!.Values.Select(v => v.Kind);

    private static Expression Value(string source) => ((ExpressionStatement)ParseOne(source)).Value;

    private static Statement ParseOne(string source)
    {
        var result = PythonParser.Parse(source);
        Assert.Empty(result.Errors);
        return Assert.Single(result.Module.Body);
    }
}
