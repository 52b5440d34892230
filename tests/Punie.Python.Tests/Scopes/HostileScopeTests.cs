using Punie.Python.Scopes;
using Punie.Python.Syntax;

namespace Punie.Python.Tests.Scopes;

/// <summary>Sources made to exhaust the stack or the time of a walk over scopes.</summary>
public sealed class HostileScopeTests
{
    [Theory]
    [InlineData("x", "", ".a", 900)]
    [InlineData("x", "lambda a: ", "", 190)]
    [InlineData("x", "[", " for a in b]", 190)]
    [InlineData("x", "not ", "", 900)]
    [InlineData("x", "", "(b)", 900)]
    public void A_deep_expression_is_bound(string middle, string before, string after, int depth)
    {
        var source = string.Concat(Enumerable.Repeat(before, depth)) + middle
            + string.Concat(Enumerable.Repeat(after, depth));

        var scopes = ScopeTree.Build(PythonParser.Parse(source));

        Assert.Contains(scopes.Uses, u => u.Text == "x");
    }

    [Fact]
    public void Many_uses_of_an_unbound_name_in_a_class_are_bound()
    {
        var source = "class C:\n" + string.Concat(Enumerable.Repeat("    x\n", 100_000)) + "    x = 1\n";

        Assert.Equal(100_002, ScopeTree.Build(PythonParser.Parse(source)).Uses.Count);
    }

    [Fact]
    public void Nested_functions_hand_a_variable_through_all_of_them()
    {
        var lines = Enumerable.Range(0, 90)
            .Select(i =>
                new string(' ', i)
                + $"def f{i.ToString(System.Globalization.CultureInfo.InvariantCulture)}(a{i.ToString(System.Globalization.CultureInfo.InvariantCulture)}):\n");

        var scopes = ScopeTree.Build(PythonParser.Parse(string.Concat(lines) + new string(' ', 90) + "a0\n"));

        Assert.Equal(89, scopes.All.Count(s => s.Find("a0") is { Binding: Binding.Free }));
    }
}
