using System.Text.Json;
using System.Text.Json.Nodes;
using Punie.Agent.CodeMode;
using Punie.Agent.Permissions;
using Punie.Agent.Tools.Mcp.Protocol;
using Punie.Agent.Tools.Mcp.Schemas;
using Punie.Agent.Workspace;
using Punie.Python.Sandbox;

namespace Punie.Agent.Tools.Mcp;

/// <summary>One tool of a server, typed by the server's own schemas.</summary>
internal sealed class McpTool : Tool
{
    private const int SummaryChars = 200;

    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    private readonly McpServer _server;
    private readonly McpToolInfo _info;
    private readonly IReadOnlyList<(ToolParameter Parameter, string Original)> _parameters;

    /// <summary>Declares it.</summary>
    /// <param name="server">Runs the calls.</param>
    /// <param name="info">As the server declares it.</param>
    /// <param name="name">As programs call it.</param>
    public McpTool(McpServer server, McpToolInfo info, string name)
    {
        (_server, _info, Name) = (server, info, name);
        var record = PythonIdentifier.Class(name);
        _parameters = new SchemaReader(info.Input).Parameters(record);
        Parameters = [.. _parameters.Select(one => one.Parameter)];
        Result = info.Output is { } output ? new SchemaReader(output).Type(record + "Result") : Py.Str;
        var summary = BoundedText.OneLine(info.Description, SummaryChars);
        Summary = summary.Length > 0 ? summary : $"{info.Name} of the server {server.Name}.";
        Guide = info.Description.Length > SummaryChars ? new ToolGuide("", Lines(info.Description)) : null;
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override string Summary { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<ToolParameter> Parameters { get; }

    /// <inheritdoc/>
    public override ToolType Result { get; }

    /// <summary>A server that does not say that its tool only looks may do anything.</summary>
    public override ToolEffect Effect => _info.IsReadOnly ? ToolEffect.Read : ToolEffect.Command;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Facts => McpFacts.Names(Parameters);

    /// <summary>The whole description, when the summary is only its beginning.</summary>
    public override ToolGuide? Guide { get; }

    /// <summary>As the server calls it.</summary>
    public string Original => _info.Name;

    /// <inheritdoc/>
    public override RequestedChange? Foresee(KnownArguments arguments, IWorkspace workspace)
    {
        try
        {
            return arguments.Bound() is { } bound ? Change(bound, ToJson(bound)) : null;
        }
        catch (McpException)
        {
            // The call itself will say so.
            return null;
        }
    }

    /// <inheritdoc/>
    public override async ValueTask<object> InvokeAsync(
        ToolArguments arguments, ToolContext context, CancellationToken cancellationToken)
    {
        try
        {
            var json = ToJson(arguments);
            await AskAsync(Change(arguments, json), context, cancellationToken).ConfigureAwait(false);
            var result = await _server.CallAsync(_info, json, context.Progress, cancellationToken)
                .ConfigureAwait(false);
            if (result.IsError)
                throw new HostException("RuntimeError", result.Text.Length > 0
                ? result.Text
                : $"{_info.Name} failed and did not say why");
            return Value(result);
        }
        catch (McpException e)
        {
            throw new HostException("RuntimeError", $"the server {_server.Name}: {e.Message}");
        }
    }

    private JsonObject ToJson(ToolArguments arguments)
    {
        var json = new JsonObject();
        foreach (var ((parameter, original), value) in _parameters.Zip(arguments.Values))
        {
            if (value is not null || parameter.Default is null) json[original] = McpValues.Write(value, parameter.Type);
        }

        return json;
    }

    private RequestedChange.ServerCall Change(ToolArguments arguments, JsonObject json) =>
        new(_server.Name, McpFacts.Of(Parameters, arguments), $"{_info.Name} {json.ToJsonString(Readable)}");

    // A server that says that its tool only looks is believed, unless a rule forbids the call.
    private async Task AskAsync(
        RequestedChange change, ToolContext context, CancellationToken cancellationToken)
    {
        var request = new PermissionRequest(Name, Effect, $"Call {_info.Name} of the server {_server.Name}", change);
        var decision = _info.IsReadOnly
            ? await context.Permissions.ForbidsAsync(request, cancellationToken).ConfigureAwait(false)
            : await context.Permissions.AskAsync(request, cancellationToken).ConfigureAwait(false);
        if (decision is PermissionDecision.Denied denied)
        {
            throw new HostException("PermissionError", $"{Name} was not called: {denied.Reason}");
        }
    }

    private object Value(McpCallResult result)
    {
        if (_info.Output is null)
        {
            return result.Text.Length == 0 && result.Structured is { } only ? only.GetRawText() : result.Text;
        }

        if ((result.Structured ?? Parsed(result.Text)) is not { } structured)
        {
            throw new McpException(
                $"{_info.Name} gave no structured result, which its schema promises: "
                + $"{BoundedText.OneLine(result.Text, 200)}");
        }

        return McpValues.Read(structured, Result, "result")!;
    }

    // Older servers put the structured result into the text only.
    private static JsonElement? Parsed(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string[] Lines(string text) =>
        BoundedText.HeadAndTail(text, 4_000)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
