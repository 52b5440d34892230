using System.Globalization;
using Punie.Python.Tests.Syntax;

namespace Punie.Python.Tests.Scopes;

public sealed class ScopeErrorTests
{
    public static TheoryData<string, string> Cases => new()
    {
        { "def f():\n    print(x)\n    global x", "3:5 name 'x' is used prior to global declaration" },
        { "def f():\n    x = 1\n    global x", "3:5 name 'x' is assigned to before global declaration" },
        { "def f(x):\n    global x", "2:5 name 'x' is parameter and global" },
        { "def f():\n    x: int\n    global x", "3:5 annotated name 'x' can't be global" },
        { "def f():\n    global x\n    x: int = 1", "3:5 annotated name 'x' can't be global" },
        { "x = 1\nglobal x", "2:1 name 'x' is assigned to before global declaration" },
        { "def f():\n    nonlocal x", "2:5 no binding for nonlocal 'x' found" },
        { "x = 1\ndef f():\n    nonlocal x", "3:5 no binding for nonlocal 'x' found" },
        { "class C:\n    x = 1\n    def f(self):\n        nonlocal x", "4:9 no binding for nonlocal 'x' found" },
        { "def f(x):\n    nonlocal x", "2:5 name 'x' is parameter and nonlocal" },
        { "def f():\n    x = 1\n    def g():\n        print(x)\n        nonlocal x",
            "5:9 name 'x' is used prior to nonlocal declaration" },
        { "def f():\n    x = 1\n    def g():\n        x = 2\n        nonlocal x",
            "5:9 name 'x' is assigned to before nonlocal declaration" },
        { "def f():\n    x = 1\n    def g():\n        nonlocal x\n        x: int = 1",
            "5:9 annotated name 'x' can't be nonlocal" },
        { "def f():\n    x = 1\n    def g():\n        global x\n        nonlocal x",
            "4:9 name 'x' is nonlocal and global" },
        { "[x := 1 for x in y]", "1:2 assignment expression cannot rebind comprehension iteration variable 'x'" },
        { "[[x := 1 for i in a] for x in y]",
            "1:3 assignment expression cannot rebind comprehension iteration variable 'x'" },
        { "[i for i in a if (j := i) for j in b]",
            "1:31 comprehension inner loop cannot rebind assignment expression target 'j'" },
        { "[i for i in (j := a)]", "1:14 assignment expression cannot be used in a comprehension iterable expression" },
        { "[i for i in a for j in (lambda: (k := b))()]",
            "1:34 assignment expression cannot be used in a comprehension iterable expression" },
        { "class C:\n    x = [y := i for i in a]",
            "2:10 assignment expression within a comprehension cannot be used in a class body" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_first_error_says_what_is_wrong_and_where(string source, string expected)
    {
        var error = ScopeTests.Scopes(source).Errors[0];

        Assert.Equal(expected,
            string.Create(CultureInfo.InvariantCulture, $"{error.Line}:{error.Column} {error.Message}"));
    }

    [Fact]
    public void CPython_says_the_same()
    {
        var oracle = CPythonOracle.Require();
        var cases = Cases.Select(row => row.Data).ToList();

        var said =
            oracle.Run("report_errors.py", cases.Select(c => c.Item1.Replace("\n", "\\n", StringComparison.Ordinal)));

        Assert.Equal(cases.Select(c => c.Item2),
            said.Select(s => s.Replace("SyntaxError: ", "", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("type X = (yield)", "yield expression cannot be used within a type alias")]
    [InlineData("class C[T](x := int): pass", "named expression cannot be used within the definition of a generic")]
    [InlineData("def f[T: (x := int)](): pass", "named expression cannot be used within a TypeVar bound")]
    [InlineData("def f(a: (x := int)): pass", "named expression cannot be used within an annotation")]
    [InlineData("def f[T]():\n    def g():\n        nonlocal T", "nonlocal binding not allowed for type parameter 'T'")]
    public void Type_scopes_refuse_what_Python_314_refuses(string source, string expected) =>
        Assert.Contains(ScopeTests.Scopes(source).Errors, e => e.Message == expected);

    [Fact]
    public void All_errors_of_a_file_are_reported() =>
        Assert.Equal(2, ScopeTests.Scopes("def f(x):\n    global x\ndef g(y):\n    global y\n").Errors.Count);

    [Theory]
    [InlineData("def f():\n    global x\n    x = 1\n    del x\n")]
    [InlineData("def f():\n    x = 0\n    def g():\n        nonlocal x\n        x += 1\n")]
    [InlineData("[y := x for x in a]\n[y for x in a]\n")]
    [InlineData("def f():\n    [y := x for x in a]\n    return y\n")]
    [InlineData("x: int\ndef f():\n    global x\n")]
    public void A_correct_program_has_no_errors(string source) => Assert.Empty(ScopeTests.Scopes(source).Errors);
}
