using Punie.Agent.Permissions;
using Punie.Agent.Tools;
using Punie.Agent.Tools.Syntax;

namespace Punie.Agent.Tests.Tools.Syntax;

/// <summary>The Cst tools over several files, and when they write.</summary>
public sealed class CstProjectTests : IDisposable
{
    private const string Cart =
        "class Cart:\n    def add(self, sku):\n        return sku\n\n\ndef total(cart):\n    return cart\n";
    private const string Shop =
        "from pkg.cart import Cart, total as sum_of\n\ncart = Cart()\ncart.add(\"a\")\nprint(sum_of(cart))\n";
    private const string Other = "def total(x):\n    return x\n\n\nprint(total(1))\n";

    private readonly ToolBench _bench = new();

    public CstProjectTests()
    {
        _bench.Folder.Write("pkg/__init__.py", "");
        _bench.Folder.Write("pkg/cart.py", Cart);
        _bench.Folder.Write("shop.py", Shop);
        _bench.Folder.Write("other.py", Other);
    }

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task A_folder_is_searched_file_by_file()
    {
        var result = await FindAsync(".", "FunctionDef");

        Assert.True(result.Success, result.ParseError);
        Assert.Equal(["other.py:1", "pkg/cart.py:2", "pkg/cart.py:6"],
            result.Matches.Select(m => $"{m.File}:{m.Line}"));
        Assert.Equal(3, result.MatchCount);
    }

    [Fact]
    public async Task A_file_that_cannot_be_searched_is_named_and_hides_no_match()
    {
        _bench.Folder.Write("broken.py", "print(1\n");

        var result = await FindAsync(".", "call:print");

        Assert.False(result.Success);
        Assert.StartsWith("broken.py has a syntax error in line ", result.ParseError, StringComparison.Ordinal);
        Assert.Equal(["other.py", "shop.py"], result.Matches.Select(m => m.File));
    }

    [Fact]
    public async Task A_file_without_the_patterns_words_is_not_in_the_way()
    {
        _bench.Folder.Write("broken.py", "print(1\n");

        Assert.True((await FindAsync(".", "call:sum_of")).Success);
    }

    [Fact]
    public async Task A_folder_without_python_is_no_empty_success()
    {
        _bench.Folder.Write("docs/a.md", "x");

        Assert.Equal("There is no Python file in 'docs'.", (await FindAsync("docs", "Call")).ParseError);
    }

    [Fact]
    public async Task A_project_rename_shows_every_file_and_writes_nothing()
    {
        var result = await RenameAsync("pkg/cart.py", "Cart.add", "put", project: true);

        Assert.True(result.Success, result.ParseError);
        Assert.Equal(["pkg/cart.py", "shop.py"], result.Files);
        Assert.Equal((2, false), (result.RenameCount, result.Written));
        Assert.Contains("-cart.add(\"a\")\n+cart.put(\"a\")\n", result.Diff, StringComparison.Ordinal);
        Assert.Contains("def put(self, sku):", result.ModifiedSource, StringComparison.Ordinal);
        Assert.Equal(Shop, await ReadAsync("shop.py"));
        Assert.Empty(_bench.Asked);
    }

    [Fact]
    public async Task A_project_rename_that_writes_asks_and_changes_every_file_and_no_namesake()
    {
        var result = await RenameAsync("pkg/cart.py", "total", "price", project: true, write: true);

        Assert.True(result.Written, result.ParseError);
        Assert.Equal(["pkg/cart.py", "shop.py"], Paths(_bench.Asked));
        Assert.Equal(
            ("cst_rename", ToolEffect.Write, "Write 2 files (+2 -2)"),
            (_bench.Asked[0].Tool, _bench.Asked[0].Effect, _bench.Asked[0].Summary));
        Assert.Contains("def price(cart):", await ReadAsync("pkg/cart.py"), StringComparison.Ordinal);
        Assert.Contains("import Cart, price as sum_of", await ReadAsync("shop.py"), StringComparison.Ordinal);
        Assert.Equal(Other, await ReadAsync("other.py"));
    }

    [Fact]
    public async Task Places_that_may_mean_the_renamed_member_are_listed()
    {
        _bench.Folder.Write("user.py",
            "import os\n\n\ndef f(carts, box: dict):\n    os.add\n    for one in carts:\n        one.add(1)\n");

        var result = await RenameAsync("pkg/cart.py", "Cart.add", "put", project: true);

        Assert.True(result.Success, result.ParseError);
        Assert.Equal(["user.py:7"], result.Unclear);
    }

    [Fact]
    public async Task A_refusal_raises_and_writes_nothing()
    {
        _bench.Denial = "not today";

        var raised = await _bench.RaisedAsync(new CstRenameTool(), "pkg/cart.py", "Cart.add", "put", true, true);

        Assert.Equal("PermissionError: pkg/cart.py, shop.py: nothing was written: not today", raised);
        Assert.Equal((Cart, Shop), (await ReadAsync("pkg/cart.py"), await ReadAsync("shop.py")));
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_stops_a_project_rename()
    {
        _bench.Folder.Write("broken.py", "from pkg.cart import total\ntotal(\n");

        var result = await RenameAsync("pkg/cart.py", "total", "price", project: true, write: true);

        Assert.False(result.Success);
        Assert.StartsWith("A rename in all files needs to read all of them. broken.py has a syntax error",
            result.ParseError, StringComparison.Ordinal);
        Assert.Empty(_bench.Asked);
    }

    [Fact]
    public async Task A_capture_in_another_file_is_refused()
    {
        _bench.Folder.Write("user.py", "from pkg.cart import total\n\n\ndef f(price):\n    return total(price)\n");

        var result = await RenameAsync("pkg/cart.py", "total", "price", project: true, write: true);

        Assert.False(result.Success);
        Assert.Contains("user.py", result.ParseError, StringComparison.Ordinal);
        Assert.Equal(Cart, await ReadAsync("pkg/cart.py"));
    }

    [Fact]
    public async Task An_import_is_written_when_asked_for()
    {
        var result = await _bench.CallAsync<CstAddImportResult>(new CstAddImportTool(), "shop.py", "import json", true);

        Assert.True(result is { Written: true, ImportAdded: true }, result.ParseError);
        Assert.Contains("+import json\n", result.Diff, StringComparison.Ordinal);
        Assert.Equal(result.ModifiedSource, await ReadAsync("shop.py"));
        Assert.Equal(["shop.py"], Paths(_bench.Asked));
    }

    [Fact]
    public async Task An_import_that_is_there_asks_nothing()
    {
        var result =
            await _bench.CallAsync<CstAddImportResult>(new CstAddImportTool(), "shop.py", "from pkg.cart import Cart",
            true);

        Assert.True(result is { Success: true, ImportAdded: false, Written: false, Diff: "" });
        Assert.Empty(_bench.Asked);
    }

    private static IEnumerable<string> Paths(IEnumerable<PermissionRequest> requests) =>
        Assert.Single(requests).Change.Parts.Select(part => Assert.IsType<RequestedChange.FileChange>(part).Path);

    private Task<CstFindResult> FindAsync(string path, string pattern) =>
        _bench.CallAsync<CstFindResult>(new CstFindPatternTool(), path, pattern);

    private Task<CstRenameResult> RenameAsync(string path, string oldName, string newName, bool project = false,
        bool write = false) =>
            _bench.CallAsync<CstRenameResult>(new CstRenameTool(), path, oldName, newName, project, write);

    private Task<string> ReadAsync(string path) =>
        File.ReadAllTextAsync(_bench.Folder[path], TestContext.Current.CancellationToken);
}
