using Punie.Agent.Tools.Syntax;

namespace Punie.Agent.Tests.Tools.Syntax;

/// <summary>cst_rename with a folder in the place of a file.</summary>
public sealed class FolderRenameTests : IDisposable
{
    private readonly ToolBench _bench = new();

    public FolderRenameTests()
    {
        _bench.Folder.Write("src/pkg/__init__.py", "from .cart import Cart\n");
        _bench.Folder.Write("src/pkg/cart.py",
            "class Cart:\n    def add(self, sku):\n        return sku\n\n\n"
            + "class Gift(Cart):\n    def add(self, sku):\n        return 1\n");
        _bench.Folder.Write("src/pkg/order.py", "class Order:\n    total = 1\n\n\nclass Line:\n    total = 2\n");
        _bench.Folder.Write("tests/test_cart.py",
            "from pkg import Cart\n\n\ndef test_add():\n    Cart().add(1)\n\n\ndef helper(Order):\n    return Order\n");
    }

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData(".")]
    [InlineData("src")]
    public async Task A_name_that_is_defined_once_is_renamed_in_the_whole_project(string folder)
    {
        var result = await RenameAsync(folder, "Cart", "Basket");

        Assert.True(result.Success, result.ParseError);
        Assert.Equal(["src/pkg/__init__.py", "src/pkg/cart.py", "tests/test_cart.py"], result.Files);
        Assert.Equal(5, result.RenameCount);
        Assert.StartsWith("class Basket:\n", result.ModifiedSource, StringComparison.Ordinal);
        Assert.Contains("-from pkg import Cart\n+from pkg import Basket\n", result.Diff, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_that_classes_inherit_is_one_definition()
    {
        var result = await RenameAsync(".", "add", "put");

        Assert.True(result.Success, result.ParseError);
        Assert.Equal(3, result.RenameCount);
    }

    [Fact]
    public async Task A_module_s_name_goes_before_a_parameter_of_the_same_name()
    {
        var result = await RenameAsync(".", "Order", "Purchase");

        Assert.Equal(["src/pkg/order.py"], result.Files);
    }

    [Fact]
    public async Task A_member_goes_before_local_names()
    {
        _bench.Folder.Write("src/pkg/price.py", "class Price:\n    net = 1\n\n\ndef show(net):\n    return net\n");

        var result = await RenameAsync(".", "net", "net_amount");

        Assert.True(result.Success, result.ParseError);
        Assert.StartsWith("class Price:\n    net_amount = 1\n\n\ndef show(net)", result.ModifiedSource,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_definitions_are_listed_and_nothing_is_renamed()
    {
        var result = await RenameAsync("src", "total", "amount");

        Assert.Equal((false, 0, ""), (result.Success, result.RenameCount, result.ModifiedSource));
        Assert.Equal(
            "'total' is defined in several places: src/pkg/order.py:2 (Order.total), src/pkg/order.py:6 (Line.total). "
            + "Name the file, as in cst_rename(\"src/pkg/order.py\", \"Order.total\", …, project=True).",
            result.ParseError);
    }

    [Fact]
    public async Task A_dotted_name_says_which_definition_is_meant()
    {
        var result = await RenameAsync(".", "Line.total", "amount");

        Assert.True(result.Success, result.ParseError);
        Assert.EndsWith("    amount = 2\n", result.ModifiedSource, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("src", "Cartt", "No Python file in 'src' defines the name 'Cartt'. Did you mean 'Cart'?")]
    [InlineData("tests", "Cart",
        "No Python file in 'tests' defines the name 'Cart'. Give a name that is defined there.")]
    public async Task A_name_that_is_not_defined_there_is_refused(string folder, string name, string why)
    {
        Assert.Equal(why, (await RenameAsync(folder, name, "Basket")).ParseError);
    }

    [Fact]
    public async Task It_writes_every_file_when_asked_to()
    {
        var result =
            await _bench.CallAsync<CstRenameResult>(new CstRenameTool(), ".", "Cart", "Basket", false, true);

        Assert.True(result.Written, result.ParseError);
        Assert.Equal(3, Assert.Single(_bench.Asked).Change.Parts.Count);
        Assert.Equal("from .cart import Basket\n",
            await File.ReadAllTextAsync(_bench.Folder["src/pkg/__init__.py"], TestContext.Current.CancellationToken));
    }

    private Task<CstRenameResult> RenameAsync(string folder, string oldName, string newName) =>
        _bench.CallAsync<CstRenameResult>(new CstRenameTool(), folder, oldName, newName);
}
