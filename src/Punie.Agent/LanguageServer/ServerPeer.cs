using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Punie.Agent.LanguageServer.Protocol;
using Punie.Agent.Rpc;

namespace Punie.Agent.LanguageServer;

/// <summary>Answers what a language server asks and remembers what it tells.</summary>
/// <param name="root">Full path of the workspace.</param>
/// <param name="configuration">The settings by their dotted names, as nested objects.</param>
internal sealed class ServerPeer(string root, JsonObject configuration) : IRpcPeer
{
    private const string Null = "null";

    /// <summary>What the server registered after its start.</summary>
    public Registrations Registrations { get; } = new(root);

    /// <summary>What the server is busy with.</summary>
    public WorkInProgress Work { get; } = new();

    /// <inheritdoc/>
    public void Told(string method, JsonElement parameters)
    {
        if (method == "$/progress") Work.Report(parameters);
    }

    /// <inheritdoc/>
    public string Asked(string method, JsonElement parameters)
    {
        switch (method)
        {
            case "client/registerCapability":
                Registrations.Add(parameters);
                return Null;
            case "client/unregisterCapability":
                Registrations.Remove(parameters);
                return Null;
            case "workspace/configuration":
                return Configuration(parameters);
            case "workspace/workspaceFolders":
                return Folders();
            case "workspace/applyEdit":
                return """{"applied":false,"failureReason":"Files change only through tools that ask for permission."}""";
            case "window/showDocument":
                return """{"success":false}""";
            case "window/workDoneProgress/create" or "window/showMessageRequest":
                return Null;
            case "workspace/diagnostic/refresh" or "workspace/semanticTokens/refresh" or "workspace/inlayHint/refresh"
                or "workspace/codeLens/refresh" or "workspace/foldingRange/refresh" or "workspace/inlineValue/refresh":
                return Null;
            default:
                throw new RpcErrorException(RpcErrorException.MethodNotFound, $"This client does not answer {method}.");
        }
    }

    private string Configuration(JsonElement parameters)
    {
        var values = parameters.GetProperty("items").EnumerateArray()
            .Select(item => item.TryGetProperty("section", out var section) ? section.GetString() : null)
            .Select(section => Section(section)?.ToJsonString() ?? Null);
        return $"[{string.Join(',', values)}]";
    }

    private JsonNode? Section(string? name)
    {
        JsonNode? node = configuration;
        foreach (var part in (name ?? "").Split('.', StringSplitOptions.RemoveEmptyEntries))
            node = (node as JsonObject)?[part];
        return node;
    }

    private string Folders()
    {
        var (uri, name) = (JavaScriptEncoder.Default.Encode(DocumentUri.From(root)),
            JavaScriptEncoder.Default.Encode(Path.GetFileName(root)));
        return $$"""[{"uri":"{{uri}}","name":"{{name}}"}]""";
    }
}
