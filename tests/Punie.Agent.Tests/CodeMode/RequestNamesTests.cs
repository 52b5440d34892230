using Punie.Agent.CodeMode.Router;
using Punie.Agent.Tools;

namespace Punie.Agent.Tests.CodeMode;

public sealed class RequestNamesTests
{
    private static readonly ToolCatalog Tools = BuiltInTools.Create();

    [Theory]
    [InlineData("where is Cart.total defined?", "Cart.total")]
    [InlineData("where is parse_order() defined", "parse_order")]
    [InlineData("OrderStore's definition please", "OrderStore")]
    [InlineData("Where does `__init__` live.", "__init__")]
    [InlineData("show me the decorator (@retry)", "retry")]
    [InlineData("the type of größe, please", "größe")]
    public void A_symbol_is_a_name_of_the_request(string request, string symbol) =>
        Assert.True(Accepts(request, Hover(symbol)));

    [Theory]
    [InlineData("where is Cart.total defined?", "total")]
    [InlineData("where is Cart.total defined?", "Cart")]
    [InlineData("where is OrderStore defined?", "OrderStor")]
    [InlineData("where is OrderStore defined?", "Order Store")]
    [InlineData("what is add in src/shop/cart.py", "shop")]
    [InlineData("what is add in src/shop/cart.py", "cart.py")]
    public void A_part_of_a_name_or_path_and_an_invented_name_are_refused(string request, string symbol) =>
        Assert.False(Accepts(request, Hover(symbol)));

    [Theory]
    [InlineData("calls to os.getenv in a.py", "call:os.getenv")]
    [InlineData("@property in a.py", "decorator:property")]
    [InlineData("what does a.py import from `collections.abc`", "import:collections.abc")]
    [InlineData("lambdas in a.py", "Lambda")]
    [InlineData("code like `print($X)` in a.py", "print($X)")]
    public void A_pattern_is_a_kind_or_is_built_from_the_request(string request, string pattern) =>
        Assert.True(Accepts(request, $"found = cst_find_pattern(\"a.py\", \"{pattern}\")\nprint(found.match_count)"));

    [Theory]
    [InlineData("calls to os.getenv in a.py", "call:os.environ")]
    [InlineData("lambdas in a.py", "Lamda")]
    [InlineData("code like `print($X)` in a.py", "print($Y)")]
    public void A_pattern_that_the_request_does_not_name_is_refused(string request, string pattern) =>
        Assert.False(Accepts(request, $"found = cst_find_pattern(\"a.py\", \"{pattern}\")\nprint(found.match_count)"));

    [Theory]
    [InlineData("add an import of json to a.py", "import json")]
    [InlineData("a.py needs Path from pathlib", "from pathlib import Path")]
    [InlineData("import numpy as np in a.py", "import numpy as np")]
    [InlineData("a.py: add from .models import Order, Item", "from .models import Order, Item")]
    public void An_import_is_built_from_the_request(string request, string statement) =>
        Assert.True(
            Accepts(request, $"imported = cst_add_import(\"a.py\", \"{statement}\")\nprint(imported.import_added)"));

    [Fact]
    public void A_request_without_names_leaves_an_empty_symbol() => Assert.True(Accepts("42 + 1?", Hover("")));

    [Fact]
    public void The_children_of_an_outline_have_a_name_of_their_own()
    {
        const string Methods =
            "outline = document_symbols(\"a.py\")\nfor s in outline.symbols:\n    for inner in s.children:\n        "
            + "print(s.name, inner.name)";

        Assert.True(Accepts("methods in a.py", Methods));
        Assert.False(Accepts("methods in a.py", Methods.Replace("inner", "s", StringComparison.Ordinal)));
    }

    private static string Hover(string symbol) => $"about = hover(symbol=\"{symbol}\")\nprint(about.content)";

    private static bool Accepts(string request, string program)
    {
        var matcher = ProgramGrammar.Create(Tools, request).StartMatching();
        return matcher.Advance(program) && matcher.CanEnd;
    }
}
