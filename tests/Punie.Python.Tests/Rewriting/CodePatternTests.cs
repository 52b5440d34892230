using Punie.Python.Rewriting;

namespace Punie.Python.Tests.Rewriting;

public sealed class CodePatternTests
{
    [Theory]
    [InlineData("FunctionDef", "def f(): ...\nasync def g(): ...\n", "FunctionDef 1, AsyncFunctionDef 2")]
    [InlineData("AsyncFunctionDef", "def f(): ...\nasync def g(): ...\n", "AsyncFunctionDef 2")]
    [InlineData("Call", "f(g())\n", "Call 1, Call 1")]
    [InlineData("If", "if a: b\nelif c: d\nelse: e\n", "If 1, If 2")]
    [InlineData("Decorator", "@a\n@b.c(1)\ndef f(): ...\n", "Decorator 1, Decorator 2")]
    [InlineData("Import", "import a\nfrom b import c\n", "Import 1")]
    public void A_kind_finds_its_nodes(string pattern, string source, string expected) =>
        Assert.Equal(expected, Find(pattern, source));

    [Theory]
    [InlineData("call:print", "print(1)\nx.print(1)\nprint\n", "Call 1")]
    [InlineData("call:a.b", "a.b()\na.b.c()\nx.a.b()\n", "Call 1")]
    [InlineData("call:subprocess.run",
        "import subprocess as sp\nfrom subprocess import run\nsp.run()\nrun()\nother.run()\n", "Call 3, Call 4")]
    [InlineData("decorator:dataclass",
        "@dataclass\nclass A: ...\n@dataclass(frozen=True)\nclass B: ...\n@dataclasses.dataclass\nclass C: ...\n@x\nclass D: ...\n", "Decorator 1, Decorator 3, Decorator 5")]
    [InlineData("decorator:dataclasses.dataclass", "from dataclasses import dataclass as d\n@d\nclass A: ...\n",
        "Decorator 2")]
    [InlineData("import:os",
        "import os\nimport os.path as p\nfrom os import path\nfrom os.path import join\nimport ossaudiodev\n",
        "Import 1, Import 2, ImportFrom 3, ImportFrom 4")]
    [InlineData("import:a.b", "from a import b\nfrom a import c\nfrom .a import b\n", "ImportFrom 1")]
    [InlineData("import:Decimal",
        "from decimal import Context, Decimal as D\nfrom decimal import Context\nimport Decimal\nimport n.Decimal\n",
        "ImportFrom 1, Import 3")]
    [InlineData("import:.a", "from .a import b\nfrom . import a\nfrom a import b\n", "ImportFrom 1, ImportFrom 2")]
    public void A_name_finds_what_it_names(string pattern, string source, string expected) =>
        Assert.Equal(expected, Find(pattern, source));

    [Theory]
    [InlineData("print($X)", "print(1)\nprint()\nprint(1, 2)\nprint(*a)\nprint(f(2))\n", "Call 1, Call 5")]
    [InlineData("print($$$)", "print(1)\nprint()\nprint(1, sep=2)\n", "Call 1, Call 2, Call 3")]
    [InlineData("f($$$A, $$$A)", "f()\nf(1)\nf(x, 1, x, 1)\n", "Call 1, Call 3")]
    [InlineData("f($$$, x=1)", "f(x=1)\nf(2, x=1)\nf(x=2)\nf(x=1, y=2)\n", "Call 1, Call 2")]
    [InlineData("$X == None", "a == None\na.b == None\nNone == a\na == None == b\na is None\n", "Compare 1, Compare 2")]
    [InlineData("$X == $X", "a.b == a . b\na == b\n", "Compare 1")]
    [InlineData("$_ + $_", "a + b\na - b\n", "BinOp 1")]
    [InlineData("$X.items()", "a.items()\nb.c.items()\nitems()\n", "Call 1, Call 2")]
    [InlineData("a.$F()", "a.x()\na.y(1)\nb.z()\n", "Call 1")]
    [InlineData("x[$A:]", "x[1:]\nx[:1]\nx[1:2]\n", "Subscript 1")]
    [InlineData("'$X'", "'$X'\n'y'\n", "Constant 1")]
    [InlineData("def $F($$$): $$$", "@d\ndef f(a, *, b=1) -> int:\n    x\n    y\nasync def g(): ...\n",
        "FunctionDef 2")]
    [InlineData("def $F(self, $$$): $$$", "def f(self): ...\ndef g(self, a, **k): ...\ndef h(a): ...\n",
        "FunctionDef 1, FunctionDef 2")]
    [InlineData("class $C: $$$", "class A(B): x\n", "ClassDef 1")]
    [InlineData("class $C(Base): $$$", "class A(Base): x\nclass B: x\n", "ClassDef 1")]
    [InlineData("try: $$$\nexcept: $$$", "try:\n    a\nexcept:\n    b\ntry:\n    a\nexcept E:\n    b\n", "Try 1")]
    [InlineData("if $X: return True\nelse: return False",
        "def f():\n    if a:\n        return True\n    else:\n        return False\n", "If 2")]
    [InlineData("return $X", "def f():\n    return 1\n    return\n", "Return 2")]
    [InlineData("import $M", "import a\nimport b as c\n", "Import 1")]
    [InlineData("$X = $X + $Y", "a = a + 1\na = b + 1\n", "Assign 1")]
    [InlineData("[$X for $X in $Y]", "[a for a in b]\n[a for c in b]\n", "ListComp 1")]
    public void Code_with_holes_finds_its_shape(string pattern, string source, string expected) =>
        Assert.Equal(expected, Find(pattern, source));

    [Fact]
    public void Holes_hold_the_text_under_them()
    {
        var match =
            Assert.Single(CodePattern.Parse("open($PATH, $MODE)")
            .FindAll(PythonFile.From("m.py", "open(p / 'x', 'r')\n")));

        Assert.Equal("p / 'x'", match.Holes["PATH"]);
        Assert.Equal("'r'", match.Holes["MODE"]);
    }

    [Fact]
    public void A_hole_for_several_holds_their_text()
    {
        var match =
            Assert.Single(CodePattern.Parse("f($A, $$$REST, $$$)").FindAll(PythonFile.From("m.py", "f(1, *b, c=2)\n")));

        Assert.Equal(("1", ""), (match.Holes["A"], match.Holes["REST"]));
        Assert.Equal("*b, c=2",
            Assert.Single(CodePattern.Parse("f($A, $$$REST)").FindAll(PythonFile.From("m.py", "f(1, *b, c=2)\n")))
            .Holes["REST"]);
    }

    [Theory]
    [InlineData("call:a.run", "import a as b\nb.run()\n", true)]
    [InlineData("call:a.run", "a.walk()\n", false)]
    [InlineData("import:os.path", "from os import path\n", true)]
    [InlineData("import:os.path", "import sys\n", false)]
    [InlineData("decorator:cache", "x = 1\n", false)]
    [InlineData("print($X, end=$Y)", "print(1)\n", false)]
    [InlineData("$X == None", "x = 1\n", true)]
    [InlineData("Call", "", true)]
    public void A_source_without_the_patterns_names_need_not_be_parsed(string pattern, string source, bool expected) =>
        Assert.Equal(expected, CodePattern.Parse(pattern).MayMatch(source));

    [Fact]
    public void Positions_count_from_one()
    {
        var match = Assert.Single(CodePattern.Parse("Call").FindAll(PythonFile.From("m.py", "# about f\nx = f(\n)\n")));

        Assert.Equal((2, 5, 3, 2), (match.Start.Line, match.Start.Column, match.End.Line, match.End.Column));
    }

    [Theory]
    [InlineData("", "The pattern is empty")]
    [InlineData("FunctionDf", "Did you mean 'FunctionDef'?")]
    [InlineData("call:", "is not a dotted name")]
    [InlineData("print($X", "The pattern is not Python: '(' was never closed")]
    [InlineData("a\nb", "must be one expression or one statement")]
    public void What_is_no_pattern_says_why(string pattern, string reason) =>
        Assert.Contains(reason, Assert.Throws<FormatException>(() => CodePattern.Parse(pattern)).Message,
            StringComparison.Ordinal);

    private static string Find(string pattern, string source) => string.Join(
        ", ", CodePattern.Parse(pattern).FindAll(PythonFile.From("m.py", source)).Select(m =>
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{m.Kind} {m.Start.Line}")));
}
