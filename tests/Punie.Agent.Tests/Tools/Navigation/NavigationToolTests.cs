using Punie.Agent.Tools.Navigation;

namespace Punie.Agent.Tests.Tools.Navigation;

public sealed class NavigationToolTests(NavigationShop shop) : IClassFixture<NavigationShop>
{
    private static readonly GotoDefinitionTool Definition = new();
    private static readonly FindReferencesTool References = new();
    private static readonly HoverTool Hover = new();
    private static readonly WorkspaceSymbolsTool Symbols = new();

    [Fact]
    public async Task A_name_alone_finds_its_definition()
    {
        var result = await shop.CallByNameAsync<GotoDefinitionResult>(Definition, "place_order");

        Assert.Equal((true, null, "place_order"), (result.Success, result.ParseError, result.Symbol));
        Assert.Equal(
            new DefinitionLocation(
                "src/shop/orders.py", 43, 5, 43, 16,
                "def place_order(cart: Cart, customer: Customer, inventory: Inventory, voucher: str = \"\") -> Order:"),
            Assert.Single(result.Locations));
    }

    [Theory]
    [InlineData("Cart.add")]
    [InlineData("shop.cart.Cart.add")]
    [InlineData("`Cart.add()`")]
    [InlineData("def Cart.add")]
    public async Task A_dotted_name_finds_a_method(string symbol)
    {
        var result = await shop.CallByNameAsync<GotoDefinitionResult>(Definition, symbol);

        Assert.Equal(("src/shop/cart.py", 28, 9), Place(Assert.Single(result.Locations)));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(43, 23)]
    [InlineData(43, 27)]
    [InlineData(999, 999)]
    public async Task A_wrong_position_in_the_right_file_still_works(long line, long column)
    {
        var result = await shop.CallAsync<GotoDefinitionResult>(Definition, "src/shop/orders.py", line, column, "Cart");

        Assert.Equal(("src/shop/cart.py", 23, 7), Place(Assert.Single(result.Locations)));
    }

    [Fact]
    public async Task A_name_that_the_given_file_lacks_is_looked_up_in_the_project()
    {
        var result = await shop.CallAsync<GotoDefinitionResult>(Definition, "src/shop/models.py", 5L, 1L, "to_cents");

        Assert.Equal("src/shop/pricing.py", Assert.Single(result.Locations).File);
    }

    [Fact]
    public async Task A_position_without_a_name_finds_what_stands_there()
    {
        var result = await shop.CallAsync<GotoDefinitionResult>(Definition, "src/shop/orders.py", 56L, 40L, "");

        Assert.Equal("has_voucher", result.Symbol);
        Assert.Equal(("src/shop/models.py", 35, 9), Place(Assert.Single(result.Locations)));
    }

    [Fact]
    public async Task A_name_with_several_meanings_gives_all_its_definitions()
    {
        var result = await shop.CallByNameAsync<GotoDefinitionResult>(Definition, "total");

        Assert.Contains(("src/shop/cart.py", 17, 9), result.Locations.Select(Place));
        Assert.Contains(("src/shop/orders.py", 31, 5), result.Locations.Select(Place));
    }

    [Fact]
    public async Task A_definition_outside_the_project_shows_what_is_declared_there()
    {
        var result = await shop.CallByNameAsync<GotoDefinitionResult>(Definition, "Decimal");

        var first = result.Locations[0];
        Assert.Equal("stdlib/decimal.pyi", first.File);
        Assert.Contains("class", first.Preview, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_built_in_name_is_found_by_its_use()
    {
        var result = await shop.CallByNameAsync<GotoDefinitionResult>(Definition, "sorted");

        Assert.Equal("stdlib/builtins.pyi", result.Locations[0].File);
    }

    [Fact]
    public async Task An_unknown_name_is_no_success_and_names_the_closest()
    {
        var result = await shop.CallByNameAsync<GotoDefinitionResult>(Definition, "plase_order");

        Assert.Equal(
            (false, "Nothing in the project is called 'plase_order'; did you mean place_order?"),
            (result.Success, result.ParseError));
        Assert.Empty(result.Locations);
    }

    [Fact]
    public async Task Nothing_to_look_for_says_what_to_pass()
    {
        var result = await shop.CallByNameAsync<HoverResult>(Hover, "");

        Assert.Equal((false, "Pass symbol, or file_path with line and column."), (result.Success, result.ParseError));
    }

    [Theory]
    [InlineData("../outside.py", "'../outside.py' is outside the workspace; use a path relative to its root.")]
    [InlineData("src/shop/cat.py", "No file 'src/shop/cat.py'. Did you mean 'src/shop/cart.py'?")]
    [InlineData("README.md", "'README.md' is not a Python file.")]
    public async Task A_file_that_cannot_be_asked_about_is_refused(string file, string error)
    {
        var result = await shop.CallAsync<GotoDefinitionResult>(Definition, file, 1L, 1L, "Cart");

        Assert.Equal((false, error), (result.Success, result.ParseError));
    }

    [Fact]
    public async Task References_are_in_order_with_their_lines()
    {
        var result = await shop.CallByNameAsync<FindReferencesResult>(References, "has_voucher");

        Assert.True(result.Success, result.ParseError);
        Assert.Equal(result.References.Count, result.ReferenceCount);
        Assert.Equal(
            [
                new ReferenceLocation("src/shop/models.py", 35, 9, "def has_voucher(self, code: str) -> bool:"),
                new ReferenceLocation("src/shop/orders.py", 56, 34,
                    "usable = voucher if customer.has_voucher(voucher) else \"\""),
            ],
            result.References.Where(one => one.File.StartsWith("src/shop/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task References_of_an_ambiguous_name_are_not_guessed()
    {
        var result = await shop.CallByNameAsync<FindReferencesResult>(References, "total");

        Assert.False(result.Success);
        Assert.Matches(
            @"^'total' has \d+ meanings: CartLine\.total \(src/shop/cart\.py:17\), .*Order\.total \(src/shop/orders\.py:31\).*\. " +
            @"Pass a dotted symbol, or file_path and line\.$",
            result.ParseError);
    }

    [Fact]
    public async Task Hover_gives_type_and_documentation()
    {
        var result = await shop.CallByNameAsync<HoverResult>(Hover, "find_product");

        Assert.Equal(
            "(function) def find_product(sku: str) -> Product\n\nThe product with this number; "
            + "raises KeyError when there is none.",
            result.Content.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task A_files_symbols_form_a_tree()
    {
        var result = await shop.CallAsync<DocumentSymbolsResult>(new DocumentSymbolsTool(), "src/shop/inventory.py");

        Assert.True(result.Success, result.ParseError);
        Assert.Equal(["OutOfStockError", "Inventory"], result.Symbols.Select(symbol => symbol.Name));
        var inventory = result.Symbols[1];
        Assert.Equal((5, 18, 49), (inventory.Kind, inventory.Line, inventory.EndLine));
        Assert.Contains("reserve", inventory.Children.Select(symbol => symbol.Name));
        Assert.Equal(SymbolInfo.Count(result.Symbols), result.SymbolCount);
    }

    [Fact]
    public async Task The_best_match_of_a_search_comes_first()
    {
        var result = await shop.CallAsync<WorkspaceSymbolsResult>(Symbols, "Cart");

        Assert.Equal(new WorkspaceSymbol("Cart", 5, "src/shop/cart.py", 23, null), result.Symbols[0]);
        Assert.Equal(result.Symbols.Count, result.SymbolCount);
    }

    [Fact]
    public async Task A_search_without_a_match_ran_and_found_nothing()
    {
        var result = await shop.CallAsync<WorkspaceSymbolsResult>(Symbols, "zzzz");

        Assert.Equal((true, null, 0), (result.Success, result.ParseError, result.SymbolCount));
    }

    [Fact]
    public async Task An_empty_search_is_refused()
    {
        Assert.False((await shop.CallAsync<WorkspaceSymbolsResult>(Symbols, " ")).Success);
    }

    [Fact]
    public async Task Many_questions_at_once_get_their_own_answers()
    {
        string[] names =
            ["Cart", "Product", "Inventory", "Customer", "cart_total", "find_product", "OrderStatus", "CartLine"];

        var results =
            await Task.WhenAll(names.Select(name => shop.CallByNameAsync<GotoDefinitionResult>(Definition, name)));

        Assert.All(names.Zip(results), pair =>
            Assert.Contains(pair.First, pair.Second.Locations[0].Preview, StringComparison.Ordinal));
    }

    private static (string File, int Line, int Column) Place(DefinitionLocation location) =>
        (location.File, location.Line, location.Column);
}
