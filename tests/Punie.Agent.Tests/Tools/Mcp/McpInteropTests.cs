using Punie.Agent.Configuration;

namespace Punie.Agent.Tests.Tools.Mcp;

/// <summary>
/// The reference server of the protocol, where it is installed: <c>npm i @modelcontextprotocol/server-everything</c>.
/// </summary>
public sealed class McpInteropTests
{
    private const string Variable = "PUNIE_MCP_EVERYTHING";

    [Fact]
    public async Task The_reference_server_is_understood()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } script)
        {
            Assert.Skip($"set {Variable} to the path of server-everything's dist/index.js");
            return;
        }

        await using var bench = new McpBench();

        Assert.Empty(await bench.StartThoseAsync(new McpServerConfig.Program("everything", "node", [script, "stdio"])));

        Assert.Equal("Echo: hi", await bench.RunAsync("print(everything_echo('hi'))"));
        Assert.Equal("The sum of 2 and 3 is 5.", await bench.RunAsync("print(everything_get_sum(2.0, 3.0))"));
        Assert.Contains("temperature=", await bench.RunAsync("print(everything_get_structured_content('Chicago'))"),
            StringComparison.Ordinal);
    }
}
