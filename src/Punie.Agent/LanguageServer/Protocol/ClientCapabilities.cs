using System.Text.Json;

namespace Punie.Agent.LanguageServer.Protocol;

/// <summary>What this client understands.</summary>
internal static class ClientCapabilities
{
    /// <summary>The value of <c>capabilities</c> in <c>initialize</c>.</summary>
    public static JsonElement Json { get; } = JsonDocument.Parse(
        """
        {
          "general": { "positionEncodings": ["utf-16"] },
          "window": { "workDoneProgress": true },
          "workspace": {
            "configuration": true,
            "workspaceFolders": true,
            "didChangeConfiguration": { "dynamicRegistration": true },
            "didChangeWatchedFiles": { "dynamicRegistration": true, "relativePatternSupport": true },
            "symbol": { "dynamicRegistration": true }
          },
          "textDocument": {
            "synchronization": { "dynamicRegistration": true },
            "definition": { "dynamicRegistration": true, "linkSupport": true },
            "references": { "dynamicRegistration": true },
            "hover": { "dynamicRegistration": true, "contentFormat": ["plaintext", "markdown"] },
            "documentSymbol": { "dynamicRegistration": true, "hierarchicalDocumentSymbolSupport": true }
          }
        }
        """).RootElement.Clone();
}
