using Punie.Agent.Configuration;
using Punie.Agent.Tools.Mcp;
using Punie.Agent.Tools.Mcp.Settings;

namespace Punie.Agent.Tests.Tools.Mcp;

public sealed class McpFileTests
{
    [Fact]
    public void Programs_and_addresses_are_read_in_the_files_order()
    {
        var (servers, problems) = McpFileReader.Read("""
            {
              // as other agents write it
              "mcpServers": {
                "files": {"command": "npx", "args": ["-y", "server", 3], "env": {"KEY": "${KEY}"}, "cwd": "tools"},
                "remote": {"type": "http", "url": "https://example.com/mcp", "headers": {"Authorization": "Bearer ${TOKEN:-none}"}},
                "off": {"command": "x", "disabled": true},
              }
            }
            """);

        Assert.Empty(problems);
        var files = Assert.IsType<McpServerConfig.Program>(servers[0]);
        Assert.Equal(("files", "npx", "-y server 3", "${KEY}", "tools"),
            (files.Name, files.Command, string.Join(' ', files.Arguments), files.Environment["KEY"], files.Folder));
        var remote = Assert.IsType<McpServerConfig.Address>(servers[1]);
        Assert.Equal(("remote", "https://example.com/mcp", "Bearer ${TOKEN:-none}"),
            (remote.Name, remote.Url.OriginalString, remote.Headers["Authorization"]));
        Assert.Equal(2, servers.Count);
    }

    [Theory]
    [InlineData("{", "it is not JSON: ")]
    [InlineData("[]", "it should be one object, such as ")]
    [InlineData("""{"servers": {}}""", "it should be one object, such as ")]
    [InlineData("""{"mcpServers": {"a": {}}}""",
        "a: it needs a 'command', or a 'url' for a server that talks over HTTP")]
    [InlineData("""{"mcpServers": {"a": 7}}""",
        "a: it needs a 'command', or a 'url' for a server that talks over HTTP")]
    [InlineData("""{"mcpServers": {"a": {"type": "sse", "url": "http://x"}}}""",
        "a: the transport 'sse' is not supported; use 'http' when the server has it")]
    [InlineData("""{"mcpServers": {"a": {"type": "pigeon"}}}""",
        "a: there is no transport 'pigeon'; use stdio or http")]
    [InlineData("""{"mcpServers": {"a": {"command": "x", "args": "y"}}}""", "a: 'args' should be a list of texts")]
    public void What_is_wrong_is_one_line(string text, string problem)
    {
        var (servers, problems) = McpFileReader.Read(text);

        Assert.Empty(servers);
        Assert.StartsWith(problem, Assert.Single(problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plain $HOME", "plain $HOME")]
    [InlineData("${A}-${A}", "one-one")]
    [InlineData("${B:-two}", "two")]
    [InlineData("${EMPTY:-two}", "two")]
    [InlineData("${EMPTY}", "")]
    [InlineData("${B:-}", "")]
    public void Variables_are_put_in(string text, string expanded) => Assert.Equal(expanded, Sample.Expand(text));

    [Fact]
    public void A_variable_that_is_not_set_is_named() =>
        Assert.Equal("the variable B is not set", Assert.Throws<McpException>(() => Sample.Expand("x ${B}")).Message);

    private static Variables Sample { get; } = new(name => name switch { "A" => "one", "EMPTY" => "", _ => null });
}
