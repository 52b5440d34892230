using Punie.Python.Rewriting;

namespace Punie.Python.Tests.Rewriting;

/// <summary>Members of classes: what shares them, and through which values they are reached.</summary>
public sealed class RenameMemberTests
{
    private const string Shop = "class Shop:\n    def total(self): return 1\n";

    [Theory]
    [InlineData("class D(Shop):\n    def f(self): return self.total()\n",
        "class D(Shop):\n    def f(self): return self.sum_up()\n")]
    [InlineData("class D(Shop):\n    def total(self): return super().total() + 1\n",
        "class D(Shop):\n    def sum_up(self): return super().sum_up() + 1\n")]
    [InlineData("class D(Shop): pass\nclass E(D):\n    def total(self): return Shop.total(self)\n",
        "class D(Shop): pass\nclass E(D):\n    def sum_up(self): return Shop.sum_up(self)\n")]
    [InlineData("class Other:\n    def total(self): return self.total()\n",
        "class Other:\n    def total(self): return self.total()\n")]
    [InlineData("class D(Shop[int]):\n    @classmethod\n    def f(cls): cls.total\n",
        "class D(Shop[int]):\n    @classmethod\n    def f(cls): cls.sum_up\n")]
    [InlineData("s = Shop()\ns.total()\nt.total()\n", "s = Shop()\ns.sum_up()\nt.total()\n")]
    [InlineData("Shop().total()\nother().total()\n", "Shop().sum_up()\nother().total()\n")]
    [InlineData("def f(s: Shop, t: Shop | None, u: int): return s.total(), t.total(), u.total()\n",
        "def f(s: Shop, t: Shop | None, u: int): return s.sum_up(), t.sum_up(), u.total()\n")]
    [InlineData("s: Shop = make()\ns.total()\n", "s: Shop = make()\ns.sum_up()\n")]
    [InlineData("s = Shop()\ns = other\ns.total()\n", "s = Shop()\ns = other\ns.total()\n")]
    public void A_member_changes_in_its_family_and_in_values_of_known_class(string before, string after) =>
        Assert.Equal(
            "class Shop:\n    def sum_up(self): return 1\n" + after,
            RenameTests.Rename(Shop + before, "Shop.total", "sum_up"));

    [Fact]
    public void An_override_takes_the_member_above_along()
    {
        var source =
            "class A:\n    def m(self): ...\nclass B(A): ...\nclass C(B):\n    def m(self): "
            + "self.m()\nclass D(A):\n    def m(self): ...\n";

        Assert.Equal(source.Replace("m(", "n(", StringComparison.Ordinal), RenameTests.Rename(source, "C.m", "n"));
    }

    [Fact]
    public void A_family_reaches_over_files_and_through_packages()
    {
        PythonFile[] files =
        [
            PythonFile.From("shop/__init__.py", "from .base import Base\n"),
            PythonFile.From("shop/base.py", "class Base:\n    def total(self): ...\n"),
            PythonFile.From("app.py",
                "from shop import Base\nimport shop\n\nclass Mine(Base):\n    def total(self): "
                + "return super().total()\n\nclass Yours(shop.Base): pass\n\nm = Mine()\nm.total()\nYours().total()\n"),
        ];

        var renamed = Assert.IsType<RenameOutcome.Renamed>(Renamer.RenameAll(files, files[1], "Base.total", "sum_up"));

        Assert.Equal(["app.py", "shop/base.py"], renamed.Files.Select(f => f.File.Path).Order(StringComparer.Ordinal));
        Assert.Equal(
            files[2].Parse.Source.Text.Replace("total", "sum_up", StringComparison.Ordinal),
            renamed.Files.Single(f => f.File.Path == "app.py").ToText());
    }

    [Theory]
    [InlineData("class D(Shop):\n    sum_up = 1\n",
        "m.py line 4: D already has a 'sum_up', and Shop shares its members. Choose another name.")]
    [InlineData("class D(Shop):\n    def f(self): self.sum_up = 1\n",
        "m.py line 4: Shop already has an attribute 'sum_up' here. Choose another name.")]
    public void A_name_that_the_family_has_already_is_refused(string rest, string reason) => Assert.Equal(
        "refused: " + reason, RenameTests.Rename(Shop + rest, "Shop.total", "sum_up"));

    [Fact]
    public void Classes_that_are_bases_of_each_other_in_the_text_end_the_search() =>
        Assert.Equal("class A(A):\n    def n(self): ...\n",
            RenameTests.Rename("class A(A):\n    def m(self): ...\n", "A.m", "n"));
}
