using Punie.Python.Tests.Sandbox;

namespace Punie.Python.Tests.Builtins;

/// <summary>What is not available says what to use instead.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData("open('a.txt')", "read_file(path)")]
    [InlineData("eval('1')", "json.loads(text)")]
    [InlineData("input()", "put the value into the program")]
    [InlineData("__import__('os')", "import statement")]
    [InlineData("import json\njson.load(None)", "json.loads(read_file(path))")]
    public void A_refused_function_names_its_replacement(string program, string replacement)
    {
        var shown = Programs.Output(program);

        Assert.StartsWith("!! NotImplementedError: ", shown, StringComparison.Ordinal);
        Assert.Contains(replacement, shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_module_is_refused_with_a_hint() =>
        Assert.Contains("file tools", Programs.Output("import shutil"), StringComparison.Ordinal);
}
