using Punie.Python.Rewriting;

namespace Punie.Python.Tests.Rewriting;

public sealed class RenameTests
{
    [Theory]
    [InlineData("x = 1\nprint(x)\n", "y = 1\nprint(y)\n")]
    [InlineData("x = 1\ndef f():\n    return x\n", "y = 1\ndef f():\n    return y\n")]
    [InlineData("x = 1\ndef f(x):\n    return x\n", "y = 1\ndef f(x):\n    return x\n")]
    [InlineData("x = 1\ndef f():\n    global x\n    x += 1\n", "y = 1\ndef f():\n    global y\n    y += 1\n")]
    [InlineData("x = 1\na.x = 'x'\nf(x=x)  # x\n", "y = 1\na.x = 'x'\nf(x=y)  # x\n")]
    [InlineData("x = 1\nclass C:\n    x = x\n    def m(self): return x\n",
        "y = 1\nclass C:\n    x = y\n    def m(self): return y\n")]
    [InlineData("def x(): pass\n@x\ndef g(): x()\n", "def y(): pass\n@y\ndef g(): y()\n")]
    [InlineData("class x: pass\ndef f(a: x) -> x: ...\n", "class y: pass\ndef f(a: y) -> y: ...\n")]
    [InlineData("x = 1\nprint(f'{x!r:>{x}} x {{x}}')\n", "y = 1\nprint(f'{y!r:>{y}} x {{x}}')\n")]
    [InlineData("__all__ = ['x', \"xx\"]\nx = 1\n", "__all__ = ['y', \"xx\"]\ny = 1\n")]
    [InlineData("__all__ = []\n__all__ += ['x']\n__all__.append('x')\nx = 1\n",
        "__all__ = []\n__all__ += ['y']\n__all__.append('y')\ny = 1\n")]
    [InlineData("x = [x for x in x]\n", "y = [x for x in y]\n")]
    [InlineData("(x := 1)\n[x := i for i in a]\n", "(y := 1)\n[y := i for i in a]\n")]
    [InlineData("match a:\n    case {'x': x, **z}: x\n", "match a:\n    case {'x': y, **z}: y\n")]
    [InlineData("try: pass\nexcept E as x: print(x)\n", "try: pass\nexcept E as y: print(y)\n")]
    [InlineData("import x\nx.x()\n", "import x as y\ny.x()\n")]
    [InlineData("import a.b as x\nx\n", "import a.b as y\ny\n")]
    [InlineData("from a import x\nx\n", "from a import x as y\ny\n")]
    [InlineData("from a import y as x\nx\n", "from a import y\ny\n")]
    [InlineData("def f():\n    global x\n    x = 1\ndef g(): return x\n",
        "def f():\n    global y\n    y = 1\ndef g(): return y\n")]
    [InlineData("[x := i for i in a]\nprint(x)\n", "[y := i for i in a]\nprint(y)\n")]
    [InlineData("def x(): pass\ndef f():\n    try:\n        from a import x\n    finally:\n        x\nx\n",
        "def y(): pass\ndef f():\n    try:\n        from a import x\n    finally:\n        x\ny\n")]
    [InlineData("x = 1\r\nx\r\n", "y = 1\r\ny\r\n")]
    public void A_module_name_changes_where_it_means_the_same(string before, string after) =>
        Assert.Equal(after, Rename(before, "x", "y"));

    [Theory]
    [InlineData("def f(a):\n    return a\nf(a=1)\ng(a=2)\n", "f.a", "def f(b):\n    return b\nf(b=1)\ng(a=2)\n")]
    [InlineData("def f(a): return lambda: a\n", "a", "def f(b): return lambda: b\n")]
    [InlineData("class C:\n    def __init__(self, a): self.a = a\nC(a=1)\n", "C.__init__.a",
        "class C:\n    def __init__(self, b): self.a = b\nC(b=1)\n")]
    [InlineData("class C:\n    def m(self, a): self.m(a=1)\n", "C.m.a", "class C:\n    def m(self, b): self.m(b=1)\n")]
    [InlineData("class C:\n    a = 1\n    def m(self): return self.a, other.a\nC.a\n", "C.a",
        "class C:\n    b = 1\n    def m(self): return self.b, other.a\nC.b\n")]
    [InlineData("class C:\n    @classmethod\n    def a(cls): cls.a()\n    @staticmethod\n    def s(x): x.a\n", "C.a",
        "class C:\n    @classmethod\n    def b(cls): cls.b()\n    @staticmethod\n    def s(x): x.a\n")]
    [InlineData("def f[a](x: a) -> a: ...\n", "a", "def f[b](x: b) -> b: ...\n")]
    [InlineData("def f():\n    a = 1\n    def g():\n        nonlocal a\n        a = 2\n", "f.a",
        "def f():\n    b = 1\n    def g():\n        nonlocal b\n        b = 2\n")]
    public void A_dotted_name_says_the_scope(string before, string name, string after) =>
        Assert.Equal(after, Rename(before, name, "b"));

    [Theory]
    [InlineData("x = 1\ny = 2\n",
        "m.py line 2: 'y' already has a meaning here (line 2), and the renamed one would take its place. "
        + "Choose another name.")]
    [InlineData("x = 1\ndef f(y):\n    return x\n",
        "m.py line 3: 'y' would mean another 'y' here (line 2). Choose another name.")]
    [InlineData("def f():\n    return y\nx = 1\ny()\n",
        "m.py line 2: 'y' already has a meaning here, and the renamed one would take its place. Choose another name.")]
    [InlineData("def f(x):\n    y = 1\n    return x\n",
        "m.py line 2: 'y' already has a meaning here (line 2), and the renamed one would take its place. "
        + "Choose another name.")]
    [InlineData("y = 1\ndef f(x):\n    return y\n",
        "m.py line 3: 'y' already has a meaning here (line 1), and the renamed one would take its place. "
        + "Choose another name.")]
    [InlineData("import x.z\n",
        "m.py line 1: 'import x.z' binds a package by its own name. "
        + "Rename the package's folder instead, or import with 'as'.")]
    [InlineData("from a import x as x\n",
        "m.py line 1: 'x as x' exports this name on purpose. Rename it where it is defined.")]
    [InlineData("def f():\n    x = 1\ndef g():\n    x = 2\n",
        "'x' is a name of several scopes: f.x (line 2), g.x (line 4). Say which one, as in 'f.x'.")]
    [InlineData("total = 1\n", "m.py does not define the name 'x'. Give a name that the file defines or imports.")]
    [InlineData("x = (\n", "m.py has a syntax error in line 1: '(' was never closed. Correct it first.")]
    public void A_rename_that_would_change_the_program_is_refused(string source, string reason) =>
        Assert.Equal(reason, Refusal(source, "x", "y"));

    [Theory]
    [InlineData("class")]
    [InlineData("1x")]
    [InlineData("a.b")]
    [InlineData("")]
    public void The_new_name_must_be_a_name(string newName) =>
        Assert.Contains("cannot be a name", Refusal("x = 1\n", "x", newName), StringComparison.Ordinal);

    [Fact]
    public void An_unknown_name_gets_the_nearest_one() =>
        Assert.Contains("Did you mean 'total'?", Refusal("total = 1\n", "totl", "y"), StringComparison.Ordinal);

    [Fact]
    public void A_built_in_name_is_not_hidden() =>
        Assert.Contains("line 2", Refusal("def f(a):\n    return len(a)\nn = 1\n", "n", "len"),
            StringComparison.Ordinal);

    [Fact]
    public void A_member_does_not_take_the_name_of_another_attribute() =>
        Assert.Contains(
            "C already has an attribute 'b' here",
            Refusal("class C:\n    a = 1\n    def m(self):\n        self.b = 2\n", "C.a", "b"),
            StringComparison.Ordinal);

    [Fact]
    public void Private_names_of_classes_are_left_alone() =>
        Assert.Contains("belong to their class", Refusal("class C:\n    __a = 1\n", "C.__a", "b"),
            StringComparison.Ordinal);

    [Fact]
    public void A_module_name_may_get_two_underscores_where_no_class_uses_it()
    {
        Assert.Equal("__b = 1\ndef f(): return __b\n", Rename("a = 1\ndef f(): return a\n", "a", "__b"));
        Assert.Equal("b = 1\ndef f(): return b\n", Rename("__a = 1\ndef f(): return __a\n", "__a", "b"));
        Assert.Contains("belong to their class", Refusal("a = 1\nclass C:\n    def m(self): return a\n", "a", "__b"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_can_be_pointed_at()
    {
        var file = PythonFile.From("m.py", "def f(a):\n    return a\n");

        var outcome = Renamer.RenameAt([file], file, file.Parse.Source.Text.LastIndexOf('a'), "b");

        Assert.Equal("def f(b):\n    return b\n", Assert.Single(Assert.IsType<RenameOutcome.Renamed>(outcome).Files)
            .ToText());
    }

    [Fact]
    public void The_same_name_changes_nothing() =>
        Assert.Equal(new RenameOutcome.Renamed([], 0).Count,
            Assert.IsType<RenameOutcome.Renamed>(Renamer.Rename(PythonFile.From("m.py", "x = 1\n"), "x", "x")).Count);

    internal static string Rename(string source, string oldName, string newName)
    {
        var outcome = Renamer.Rename(PythonFile.From("m.py", source), oldName, newName);
        return outcome is RenameOutcome.Refused refused
            ? $"refused: {refused.Reason}" : Assert.Single(((RenameOutcome.Renamed)outcome).Files).ToText();
    }

    private static string Refusal(string source, string oldName, string newName) =>
        Assert.IsType<RenameOutcome.Refused>(Renamer.Rename(PythonFile.From("m.py", source), oldName, newName)).Reason;
}
