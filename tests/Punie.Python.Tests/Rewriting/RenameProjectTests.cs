using Punie.Python.Rewriting;

namespace Punie.Python.Tests.Rewriting;

public sealed class RenameProjectTests
{
    private const string Definition = "def old(a=1): ...\n";

    [Theory]
    [InlineData("from pkg.m import old\nold()\n", "from pkg.m import new\nnew()\n")]
    [InlineData("from .m import old\nold()\n", "from .m import new\nnew()\n")]
    [InlineData("from pkg.m import old as o\no()\n", "from pkg.m import new as o\no()\n")]
    [InlineData("from pkg.m import old as old\nold()\n", "from pkg.m import new as new\nnew()\n")]
    [InlineData("from pkg.m import (\n    a,\n    old,  # why\n)\n",
        "from pkg.m import (\n    a,\n    new,  # why\n)\n")]
    [InlineData("import pkg.m\npkg.m.old()\n", "import pkg.m\npkg.m.new()\n")]
    [InlineData("import pkg.m as k\nk.old()\n", "import pkg.m as k\nk.new()\n")]
    [InlineData("from pkg import m\nm.old(m.other, x.old)\n", "from pkg import m\nm.new(m.other, x.old)\n")]
    [InlineData("from . import m as k\nk.old()\n", "from . import m as k\nk.new()\n")]
    [InlineData("from pkg.m import *\nold()\n", "from pkg.m import *\nnew()\n")]
    [InlineData("from .m import old\n__all__ = ['old']\n", "from .m import new\n__all__ = ['new']\n")]
    [InlineData("def f():\n    from pkg.m import old\n    return old\n",
        "def f():\n    from pkg.m import new\n    return new\n")]
    public void Other_modules_follow(string before, string after)
    {
        var files = Project(("pkg/m.py", Definition), ("pkg/user.py", before));

        var changed = Changed(Renamer.RenameAll(files, files[0], "old", "new"));

        Assert.Equal("def new(a=1): ...\n", changed["pkg/m.py"]);
        Assert.Equal(after, changed["pkg/user.py"]);
    }

    [Theory]
    [InlineData("from other import old\nold()\n")]
    [InlineData("old = 1\nobj.old\n'old'\n")]
    [InlineData("import other as m\nm.old()\n")]
    [InlineData("from ..m import old\n")]
    public void Modules_that_mean_something_else_stay(string source)
    {
        var files = Project(("pkg/m.py", Definition), ("pkg/user.py", source), ("pkg/__init__.py", ""));

        Assert.Equal(["pkg/m.py"], Changed(Renamer.RenameAll(files, files[0], "old", "new")).Keys);
    }

    [Fact]
    public void A_name_is_followed_through_the_package_that_exports_it()
    {
        var files = Project(
            ("src/pkg/__init__.py", "from .m import old\n__all__ = [\"old\"]\n"), ("src/pkg/m.py", Definition),
            ("tests/test_m.py", "from pkg import old\nimport pkg\nold(); pkg.old()\n"));

        var changed = Changed(Renamer.RenameAll(files, files[1], "old", "new"));

        Assert.Equal("from .m import new\n__all__ = [\"new\"]\n", changed["src/pkg/__init__.py"]);
        Assert.Equal("from pkg import new\nimport pkg\nnew(); pkg.new()\n", changed["tests/test_m.py"]);
    }

    [Fact]
    public void An_imported_name_is_renamed_where_it_is_defined()
    {
        var files = Project(("m.py", Definition), ("user.py", "from m import old\nold()\n"));

        var changed = Changed(Renamer.RenameAll(files, files[1], "old", "new"));

        Assert.Equal(["m.py", "user.py"], changed.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Keyword_arguments_follow_a_parameter_through_imports()
    {
        var files = Project(
            ("m.py", Definition), ("a.py", "from m import old as f\nf(a=2)\ng(a=3)\n"),
            ("b.py", "import m\nm.old(a=2)\n"));

        var changed = Changed(Renamer.RenameAll(files, files[0], "old.a", "b"));

        Assert.Equal("from m import old as f\nf(b=2)\ng(a=3)\n", changed["a.py"]);
        Assert.Equal("import m\nm.old(b=2)\n", changed["b.py"]);
    }

    [Fact]
    public void Members_follow_through_an_imported_class()
    {
        var files = Project(("m.py", "class C:\n    a = 1\n"), ("user.py", "from m import C\nC.a\nD.a\n"));

        Assert.Equal("from m import C\nC.b\nD.a\n", Changed(Renamer.RenameAll(files, files[0], "C.a", "b"))["user.py"]);
    }

    [Fact]
    public void A_capture_in_another_module_is_refused_with_its_line()
    {
        var files =
            Project(("m.py", Definition), ("user.py", "from m import old\n\ndef f(new):\n    return old(new)\n"));

        var refused = Assert.IsType<RenameOutcome.Refused>(Renamer.RenameAll(files, files[0], "old", "new"));

        Assert.StartsWith("user.py line 4: 'new' would mean another 'new' here (line 3)", refused.Reason,
            StringComparison.Ordinal);
    }

    private static PythonFile[] Project(params (string Path, string Text)[] files) =>
        [.. files.Select(f => PythonFile.From(f.Path, f.Text))];

    private static Dictionary<string, string> Changed(RenameOutcome outcome) =>
        Assert.IsType<RenameOutcome.Renamed>(outcome).Files.ToDictionary(f => f.File.Path, f => f.ToText());
}
