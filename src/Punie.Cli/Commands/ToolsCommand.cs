using System.Diagnostics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Punie.Agent.Tools;
using Punie.Cli.Hosting;
using Punie.Cli.Rendering;

namespace Punie.Cli.Commands;

/// <summary>
/// Lists the tools of a project, its own rules too: for people, as JSON schemas, as Python declarations.
/// </summary>
internal sealed class ToolsCommand(ITerminal terminal, TimeProvider clock, Workbenches workbenches)
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = true,
    };

    /// <summary>Runs the command.</summary>
    public async Task<int> RunAsync(ToolsView view, string workspace, CancellationToken cancellationToken)
    {
        var bench = await workbenches.OpenAsync(WorkOptions.ToLook(workspace), cancellationToken)
            .ConfigureAwait(false);
        await using var closing = bench.ConfigureAwait(false);
        var tools = (await bench.WithServersAsync(terminal, clock, cancellationToken).ConfigureAwait(false))
            .Runner.Tools;
        var text = view switch
        {
            ToolsView.Lines => Lines(terminal, tools),
            ToolsView.Json => Json(tools),
            ToolsView.Stubs { Full: true } => ToolStub.Full(tools),
            ToolsView.Stubs => ToolStub.Terse(tools),
            ToolsView.Described { Name: var name } when tools.Find(name) is { } tool => ToolStub.Described(tool),
            ToolsView.Described { Name: var name } => throw new UsageException(tools.WhyMissing(name)),
            _ => throw new UnreachableException(),
        };
        await terminal.Output.WriteAsync(text.AsMemory(), cancellationToken).ConfigureAwait(false);
        await terminal.Output.FlushAsync(cancellationToken).ConfigureAwait(false);
        return ExitCode.Ok;
    }

    /// <summary>One line a tool; on a screen cut to its width.</summary>
    public static string Lines(ITerminal terminal, ToolCatalog tools)
    {
        var text = new StringBuilder();
        var width = tools.Tools.Max(tool => tool.Name.Length);
        foreach (var tool in tools.Tools)
        {
            var line = $"{tool.Name.PadRight(width)}  {tool.Summary}";
            text.Append(terminal.IsOutputScreen ? Page.Clip(line, terminal.Width) : line).Append('\n');
        }

        return text.ToString();
    }

    private static string Json(ToolCatalog tools)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartArray();
            foreach (var tool in tools.Tools) Write(json, tool);
            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter json, Tool tool)
    {
        json.WriteStartObject();
        json.WriteString("name", tool.Name);
        json.WriteString("description", tool.Summary);
        json.WriteString("effect", tool.Effect.ToString().ToLowerInvariant());
        json.WriteString("signature", ToolStub.Signature(tool));
        json.WritePropertyName("inputSchema");
        ToolJsonSchema.Input(tool).WriteTo(json);
        json.WritePropertyName("outputSchema");
        ToolJsonSchema.Output(tool).WriteTo(json);
        json.WriteEndObject();
    }
}
