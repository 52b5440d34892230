using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Punie.Agent.Tools;
using Punie.Agent.Tools.Mcp;
using Punie.Cli.Hosting;
using Punie.Cli.Rendering;

namespace Punie.Cli.Commands;

/// <summary>Starts the project's servers of tools and shows what they offer; fails when one cannot be used.</summary>
internal sealed class McpCommand(ITerminal terminal, TimeProvider clock, Workbenches workbenches)
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = true,
    };

    /// <summary>Runs the command.</summary>
    public async Task<int> RunAsync(bool json, string workspace, CancellationToken cancellationToken)
    {
        var bench = await workbenches.OpenAsync(WorkOptions.ToLook(workspace), cancellationToken)
            .ConfigureAwait(false);
        await using var closing = bench.ConfigureAwait(false);
        await bench.StartServersAsync(terminal, clock, cancellationToken).ConfigureAwait(false);
        foreach (var problem in bench.Permissions.Check(bench.Mcp.Offered(bench.Own)))
            terminal.Complain(Cells.Harmless(problem));
        var servers = bench.Mcp.Statuses;
        var text = json ? Json(servers) : Text(servers);
        await terminal.Output.WriteAsync(text.AsMemory(), cancellationToken).ConfigureAwait(false);
        return servers.Any(server => server.Problem is not null) ? ExitCode.Failed : ExitCode.Ok;
    }

    private static string Text(IReadOnlyList<McpServerStatus> servers)
    {
        if (servers.Count == 0)
            return "There is no server. Name one in .mcp.json, or under mcp_servers in .punie/config.\n";
        var text = new StringBuilder();
        foreach (var server in servers)
        {
            text.Append(Cells.Harmless($"{server.Name}  {server.Transport}  {server.Target}")).Append('\n');
            if (server.Problem is { } problem)
                text.Append("  cannot be used: ").Append(Cells.Harmless(problem)).Append('\n');
            foreach (var tool in server.Tools)
            {
                var effect = tool.Effect is ToolEffect.Read ? "" : "  (asks)";
                text.Append(Cells.Harmless($"  {ToolStub.Signature(tool)}{effect}")).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Json(IReadOnlyList<McpServerStatus> servers)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartArray();
            foreach (var server in servers) Write(json, server);
            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter json, McpServerStatus server)
    {
        json.WriteStartObject();
        json.WriteString("name", server.Name);
        json.WriteString("transport", server.Transport);
        json.WriteString("target", server.Target);
        json.WriteString("title", server.Title);
        json.WriteString("protocol", server.Version);
        json.WriteString("problem", server.Problem);
        json.WriteStartArray("tools");
        foreach (var tool in server.Tools)
        {
            json.WriteStartObject();
            json.WriteString("name", tool.Name);
            json.WriteString("effect", tool.Effect.ToString().ToLowerInvariant());
            json.WriteString("signature", ToolStub.Signature(tool));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
