using Punie.Agent.Tools.Syntax;

namespace Punie.Agent.Tests.Tools.Syntax;

public sealed class CstToolTests : IDisposable
{
    private const string Orders = """"
        import os
        from shop.cart import Cart

        # Totals of the day.
        @cache
        def total(cart, rate=1):
            """A sum; cart is not a word here."""
            if cart:
                print(cart.total)
            return [cart.total for cart in cart.parts], os.getenv("RATE", rate)


        print(total(Cart(), rate=2))
        """";

    private readonly ToolBench _bench = new();

    public CstToolTests() => _bench.Folder.Write("src/orders.py", Orders);

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("FunctionDef", "6:0 FunctionDef def total(cart, rate=1):")]
    [InlineData("Decorator", "5:1 Decorator @cache")]
    [InlineData("call:os.getenv", "10:48 Call return [cart.total for cart in cart.parts], os.getenv(\"RATE\", rate)")]
    [InlineData("decorator:cache", "5:1 Decorator @cache")]
    [InlineData("import:shop", "2:0 ImportFrom from shop.cart import Cart")]
    [InlineData("print($X)", "9:8 Call print(cart.total)", "13:0 Call print(total(Cart(), rate=2))")]
    [InlineData("ClassDef")]
    public async Task A_match_has_its_place_its_line_and_its_kind(string pattern, params string[] expected)
    {
        var result = await _bench.CallAsync<CstFindResult>(new CstFindPatternTool(), "src/orders.py", pattern);

        Assert.True(result.Success, result.ParseError);
        Assert.Equal(expected.Length, result.MatchCount);
        Assert.Equal(expected, result.Matches.Select(m => $"{m.Line}:{m.Column} {m.NodeType} {m.CodeSnippet}"));
    }

    [Fact]
    public async Task The_end_of_a_match_is_its_last_character()
    {
        var result = await _bench.CallAsync<CstFindResult>(new CstFindPatternTool(), "src/orders.py", "FunctionDef");

        var match = Assert.Single(result.Matches);
        Assert.Equal((10, Orders.Split('\n')[9].Length), (match.EndLine, match.EndColumn));
    }

    [Theory]
    [InlineData("FunctionDeff", "'FunctionDeff' is no kind of node. Did you mean 'FunctionDef'?")]
    [InlineData("", "The pattern is empty.")]
    [InlineData("print(", "The pattern is not Python:")]
    public async Task A_pattern_that_is_none_is_never_an_empty_success(string pattern, string error)
    {
        var result = await _bench.CallAsync<CstFindResult>(new CstFindPatternTool(), "src/orders.py", pattern);

        Assert.False(result.Success);
        Assert.StartsWith(error, result.ParseError, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("src/broken.py", "src/broken.py has a syntax error in line 2: ")]
    [InlineData("src/order.py", "No file 'src/order.py'. Did you mean 'src/orders.py'?")]
    [InlineData("../orders.py", "'../orders.py' is outside the workspace")]
    public async Task A_file_that_cannot_be_used_is_said_by_all_three(string path, string error)
    {
        _bench.Folder.Write("src/broken.py", "import os\ndef f(:\n    pass\n");

        var found = await _bench.CallAsync<CstFindResult>(new CstFindPatternTool(), path, "Call");
        var renamed = await _bench.CallAsync<CstRenameResult>(new CstRenameTool(), path, "os", "system");
        var added = await _bench.CallAsync<CstAddImportResult>(new CstAddImportTool(), path, "import json");

        Assert.All(
            [(found.Success, found.ParseError), (renamed.Success, renamed.ParseError),
                (added.Success, added.ParseError)],
            result =>
            {
                Assert.False(result.Success);
                Assert.StartsWith(error, result.ParseError, StringComparison.Ordinal);
            });
    }

    [Fact]
    public async Task A_rename_follows_the_scope_and_writes_nothing()
    {
        var result =
            await _bench.CallAsync<CstRenameResult>(new CstRenameTool(), "src/orders.py", "total.cart", "basket");

        Assert.True(result.Success, result.ParseError);
        Assert.Equal(4, result.RenameCount);
        Assert.Contains("def total(basket, rate=1):", result.ModifiedSource, StringComparison.Ordinal);
        Assert.Contains("cart is not a word", result.ModifiedSource, StringComparison.Ordinal);
        Assert.Contains("[cart.total for cart in basket.parts]", result.ModifiedSource, StringComparison.Ordinal);
        Assert.Equal(Orders,
            await File.ReadAllTextAsync(_bench.Folder["src/orders.py"], TestContext.Current.CancellationToken));
        Assert.Empty(_bench.Asked);
    }

    [Theory]
    [InlineData("totl", "sum", "src/orders.py does not define the name 'totl'. Did you mean 'total'?")]
    [InlineData("total", "class", "'class' cannot be a name.")]
    [InlineData("total.cart", "rate", "src/orders.py line ")]
    [InlineData("cart", "basket", "'cart' is a name of several scopes: total.cart (line 6), total.cart (line 10).")]
    public async Task A_rename_that_is_not_safe_gives_the_reason_and_the_unchanged_text(string oldName, string newName,
        string error)
    {
        var result = await _bench.CallAsync<CstRenameResult>(new CstRenameTool(), "src/orders.py", oldName, newName);

        Assert.False(result.Success);
        Assert.StartsWith(error, result.ParseError, StringComparison.Ordinal);
        Assert.Equal((0, Orders), (result.RenameCount, result.ModifiedSource));
    }

    [Fact]
    public async Task An_import_is_added_where_it_sorts()
    {
        var result = await _bench.CallAsync<CstAddImportResult>(
            new CstAddImportTool(), "src/orders.py", "from pathlib import Path");

        Assert.True(result is { Success: true, ImportAdded: true });
        Assert.StartsWith("import os\nfrom pathlib import Path\n", result.ModifiedSource, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_that_is_there_is_not_added_again()
    {
        var result = await _bench.CallAsync<CstAddImportResult>(new CstAddImportTool(), "src/orders.py", "import os");

        Assert.True(result is { Success: true, ImportAdded: false, ParseError: null });
        Assert.Equal(Orders, result.ModifiedSource);
    }

    [Fact]
    public async Task What_is_no_import_is_refused()
    {
        var result = await _bench.CallAsync<CstAddImportResult>(new CstAddImportTool(), "src/orders.py", "x = 1");

        Assert.False(result.Success);
        Assert.StartsWith("'x = 1' is not an import.", result.ParseError, StringComparison.Ordinal);
    }
}
