using Punie.Python.Sandbox;
using Punie.Python.Tests.Sandbox;

namespace Punie.Python.Tests.Builtins;

/// <summary>
/// Programs that call the built-ins and modules many times; beside each is what CPython 3.11 printed.
/// </summary>
public sealed class OracleTests
{
    private static readonly string Root = Programs.Folder("Builtins/Programs");

    public static TheoryData<string> Names() =>
        new(Directory.GetFiles(Root, "*.py").Select(f => Path.GetFileNameWithoutExtension(f)!)
        .Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Built_ins_print_what_CPython_prints(string name)
    {
        var token = TestContext.Current.CancellationToken;
        var source = await File.ReadAllTextAsync(Path.Combine(Root, name + ".py"), token);
        var expected = await File.ReadAllTextAsync(Path.Combine(Root, name + ".expected"), token);

        var outcome = await SandboxProgram.Compile(source, [], Programs.Generous).RunAsync(new RunOptions(), token);

        Assert.Equal(expected.Split('\n'), Programs.Show(outcome).Split('\n'));
    }
}
