using System.Text.Json;
using Punie.Testing;

namespace Punie.Cli.Tests;

public sealed class ToolsTests
{
    [Fact]
    public async Task The_tools_are_listed()
    {
        using var bench = new CliBench();

        Assert.Equal(0, await bench.RunAsync(TestContext.Current.CancellationToken, "tools"));

        Snapshot.Match(bench.Output);
    }

    [Fact]
    public async Task The_schemas_are_json()
    {
        using var bench = new CliBench();

        Assert.Equal(0, await bench.RunAsync(TestContext.Current.CancellationToken, "tools", "--json"));

        using var json = JsonDocument.Parse(bench.Output);
        Assert.All(json.RootElement.EnumerateArray(), tool =>
        {
            Assert.Equal("object", tool.GetProperty("inputSchema").GetProperty("type").GetString());
            Assert.Equal("object", tool.GetProperty("outputSchema").GetProperty("type").GetString());
        });
    }

    [Theory]
    [InlineData("stubs")]
    [InlineData("stubs", "--full")]
    public async Task The_stubs_are_python(params string[] arguments)
    {
        using var bench = new CliBench();

        Assert.Equal(0, await bench.RunAsync(TestContext.Current.CancellationToken, ["tools", .. arguments]));

        Assert.Contains("def git_log(path: str = \".\", count: int = 10) -> GitLogResult", bench.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_doctor_names_every_program_and_what_is_missing()
    {
        using var bench = new CliBench();

        var code = await bench.RunAsync("doctor", "--json");

        using var json = JsonDocument.Parse(bench.Output);
        var programs = json.RootElement.EnumerateArray().ToList();
        Assert.Equal(
            ["dotnet", "git", "node", "python3", "pyright", "ruff", "pytest", "pyright language server", "router"],
            programs.Select(program => program.GetProperty("name").GetString()));
        Assert.Equal(programs.TrueForAll(program => program.GetProperty("works").GetBoolean()) ? 0 : 1, code);
        Assert.All(programs, program => Assert.NotEqual(
            program.GetProperty("works").GetBoolean(), program.GetProperty("advice")
                .ValueKind == JsonValueKind.String));
    }
}
