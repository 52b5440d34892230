using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Punie.Agent.Tools;
using Punie.Cli.Hosting;
using Punie.Cli.Rendering;

namespace Punie.Cli.Commands;

/// <summary>Lists the tools: for people, as JSON schemas, as Python declarations.</summary>
internal sealed class ToolsCommand(ITerminal terminal, ToolCatalog tools)
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = true,
    };

    /// <summary>One line a tool.</summary>
    public int List()
    {
        var width = tools.Tools.Max(tool => tool.Name.Length);
        foreach (var tool in tools.Tools)
        {
            var line = $"{tool.Name.PadRight(width)}  {tool.Summary}";
            terminal.Output.WriteLine(terminal.IsOutputScreen ? Page.Clip(line, terminal.Width) : line);
        }

        terminal.Output.Flush();
        return ExitCode.Ok;
    }

    /// <summary>An array of objects with names, descriptions, effects and schemas.</summary>
    public int Json()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartArray();
            foreach (var tool in tools.Tools) Write(json, tool);
            json.WriteEndArray();
        }

        terminal.Output.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
        terminal.Output.Flush();
        return ExitCode.Ok;
    }

    /// <summary>Python declarations.</summary>
    public int Stubs(bool full)
    {
        terminal.Output.Write(full ? ToolStub.Full(tools) : ToolStub.Terse(tools));
        terminal.Output.Flush();
        return ExitCode.Ok;
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
