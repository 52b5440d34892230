using Punie.Python.Rewriting;

namespace Punie.Python.Tests.Rewriting;

public sealed class CodeRewriteTests
{
    [Theory]
    [InlineData("$X == None", "$X is None", "if a.b == None: pass  # c\n", "if a.b is None: pass  # c\n")]
    [InlineData("print($X)", "log($X)", "print( a +  b )\nprint()\nprint(1, 2)\n",
        "log(a +  b)\nprint()\nprint(1, 2)\n")]
    [InlineData("print($$$A)", "log($$$A, level=1)", "print()\nprint(a, *b, c=1)\n",
        "log(level=1)\nlog(a, *b, c=1, level=1)\n")]
    [InlineData("print($$$A)", "log($$$A, 1)", "print(a, (b), )\nprint((a), ((b)))\nprint((a))\n",
        "log(a, (b), 1)\nlog((a), ((b)), 1)\nlog(a, 1)\n")]
    [InlineData("f($$$A, key=$K)", "g($K, $$$A)", "f(1, 2, key=3)\nf(key=3)\n", "g(3, 1, 2)\ng(3)\n")]
    [InlineData("isinstance($X, $A) or isinstance($X, $B)", "isinstance($X, ($A, $B))",
        "ok = isinstance(x, int) or isinstance(x, str)\n", "ok = isinstance(x, (int, str))\n")]
    [InlineData("$X = $X + $Y", "$X += $Y", "def f():\n    a.b = a.b + 1\n    a = b + 1\n",
        "def f():\n    a.b += 1\n    a = b + 1\n")]
    [InlineData("$D.has_key($K)", "$K in $D", "if not d.has_key('x'): pass\n", "if not 'x' in d: pass\n")]
    [InlineData("len($X) == 0", "not $X", "a = len(b) == 0\n", "a = not b\n")]
    [InlineData("'%s' % $X", "str($X)", "a = '%s' % (b, c)\n", "a = str((b, c))\n")]
    [InlineData("try: $$$\nexcept: $$$", "pass", "try:\n    a\nexcept:\n    b\nc\n", "pass\nc\n")]
    [InlineData("if $X: return True\nelse: return False", "return bool($X)",
        "def f():\n    if a:\n        return True\n    else:\n        return False\n",
        "def f():\n    return bool(a)\n")]
    [InlineData("assert $X", "if not $X:\n    raise E", "def f():\n    assert a\n",
        "def f():\n    if not a:\n        raise E\n")]
    [InlineData("import $M", "import $M as m", "import a\n", "import a as m\n")]
    [InlineData("$F(f())", "$F(g())", "a(f())\r\nb(f())\r\n", "a(g())\r\nb(g())\r\n")]
    public void A_match_becomes_the_template_and_the_rest_stays(string pattern, string template, string before,
        string after) =>
            Assert.Equal(after, Rewrite(pattern, template, before));

    [Theory]
    [InlineData("double($X)", "$X * 2", "double(a + b)\n", "(a + b) * 2\n")]
    [InlineData("double($X)", "$X * 2", "double(a * b)\n", "a * b * 2\n")]
    [InlineData("sub($A, $B)", "$A - $B", "sub(a - b, c - d)\n", "a - b - (c - d)\n")]
    [InlineData("sub($A, $B)", "$A - $B", "2 * sub(a, b)\n", "2 * (a - b)\n")]
    [InlineData("sub($A, $B)", "$A - $B", "f(sub(a, b), x[sub(c, d)])\n", "f(a - b, x[c - d])\n")]
    [InlineData("same($X)", "$X", "-same(a + b)\n", "-(a + b)\n")]
    [InlineData("same($X)", "$X", "x = same(a if b else c)\n", "x = a if b else c\n")]
    [InlineData("real($X)", "$X.real", "real(1) + real(a + b) + real(f(x))\n", "(1).real + (a + b).real + f(x).real\n")]
    [InlineData("call($X)", "$X()", "call(lambda: 1)\n", "(lambda: 1)()\n")]
    [InlineData("neg($X)", "-$X", "neg(a) ** 2\n", "(-a) ** 2\n")]
    [InlineData("power($X)", "$X ** 2", "power(-a)\n", "(-a) ** 2\n")]
    [InlineData("f($X)", "$X + 1", "f(\n    a +\n    b\n)\n", "(a +\n    b) + 1\n")]
    [InlineData("f($X)", "$X + 1", "f([\n    a,\n])\n", "[\n    a,\n] + 1\n")]
    [InlineData("both($A, $B)", "$A and $B", "x = not both(a, b)\n", "x = not (a and b)\n")]
    [InlineData("f($X)", "g[$X]", "f(a := 1)\n", "g[(a := 1)]\n")]
    [InlineData("either($A, $B)", "$A or $B", "either(a, b).c\n", "(a or b).c\n")]
    [InlineData("f($X)", "$X, 1", "y = f(a)\ng(f(a))\n", "y = a, 1\ng((a, 1))\n")]
    public void Parentheses_come_where_the_meaning_needs_them(string pattern, string template, string before,
        string after) =>
            Assert.Equal(after, Rewrite(pattern, template, before));

    [Fact]
    public void A_place_whose_comment_would_be_lost_is_left_alone()
    {
        var source = "f(\n    1,  # one\n    2,\n)\nf(3, 4)\n";

        var outcome =
            Assert.IsType<RewriteOutcome.Rewritten>(CodeRewrite.Parse("f($A, $B)", "g($B, $A)")
            .Apply(PythonFile.From("m.py", source)));

        Assert.Equal("f(\n    1,  # one\n    2,\n)\ng(4, 3)\n", outcome.Text);
        Assert.Equal(1, Assert.Single(outcome.Skipped).Start.Line);
    }

    [Fact]
    public void A_comment_under_a_hole_is_kept() =>
        Assert.Equal("g(x, [\n    1,  # one\n])\n", Rewrite("f($X)", "g(x, $X)", "f([\n    1,  # one\n])\n"));

    [Fact]
    public void Of_matches_inside_each_other_the_outermost_is_replaced() =>
        Assert.Equal("g(f(1))\n", Rewrite("f($X)", "g($X)", "f(f(1))\n"));

    [Fact]
    public void A_source_with_an_error_is_refused() => Assert.Equal(
        new RewriteOutcome.Refused("m.py has a syntax error in line 1: '(' was never closed. Correct it first."),
        CodeRewrite.Parse("f($X)", "g($X)").Apply(PythonFile.From("m.py", "f(1\n")));

    [Fact]
    public void A_template_that_does_not_fit_the_place_is_refused() => Assert.Equal(
        new RewriteOutcome.Refused(
            "With this template m.py would have a syntax error in line 1: invalid syntax. Change the template."),
        CodeRewrite.Parse("assert $X", "if not $X: raise E").Apply(PythonFile.From("m.py", "a; assert b\n")));

    [Theory]
    [InlineData("FunctionDef", "f()", "is no code")]
    [InlineData("f($X)", "g($Y)", "The pattern has no hole '$Y'")]
    [InlineData("f($$$X)", "g($X)", "The pattern has no hole '$X'")]
    [InlineData("f($X)", "return $X", "An expression can only be replaced by an expression")]
    [InlineData("f($X)", "g($X", "The pattern is not Python")]
    [InlineData("while True: $$$BODY", "for _ in x:\n    $$$BODY",
        "stands for arguments or elements here, not for statements")]
    public void What_cannot_be_a_rewrite_says_why(string pattern, string template, string reason) => Assert.Contains(
        reason, Assert.Throws<FormatException>(() => CodeRewrite.Parse(pattern, template)).Message,
        StringComparison.Ordinal);

    private static string Rewrite(string pattern, string template, string source)
    {
        var outcome = CodeRewrite.Parse(pattern, template).Apply(PythonFile.From("m.py", source));
        return outcome is RewriteOutcome.Rewritten rewritten ? rewritten.Text : outcome.ToString();
    }
}
