using Punie.Python.Syntax;

namespace Punie.Python.Tests.Syntax;

public sealed class ParserTests
{
    [Fact]
    public void A_program_gives_one_node_for_each_statement()
    {
        var result = PythonParser.Parse("import os\n\ndef f(a, *, b=1):\n    return [a, b]\n\nprint(f(1))\n");

        Assert.Empty(result.Errors);
        Assert.Equal(["Import", "FunctionDef", "Expr"], result.Module.Body.Select(s => s.Kind));
    }

    [Fact]
    public void An_error_does_not_hide_the_statements_around_it()
    {
        var result = PythonParser.Parse("a = 1\nb = = 2\nc = 3\nd = )\ne = 5\n");

        Assert.Equal(["Assign", "Invalid", "Assign", "Invalid", "Assign"], result.Module.Body.Select(s => s.Kind));
        Assert.Equal(["2:5 invalid syntax", "4:5 unmatched ')'"],
            result.Errors.Select(e => $"{e.Line}:{e.Column} {e.Message}"));
    }
}
