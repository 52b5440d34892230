using System.Text.Json.Nodes;

namespace Punie.Agent.LanguageServer;

/// <summary>
/// The settings that servers ask for: look only at what is asked about, and use the project's own interpreter.
/// </summary>
internal static class ServerConfiguration
{
    /// <summary>The settings by their dotted names, as nested objects.</summary>
    /// <param name="python">Full path of the project's interpreter; null when it has none.</param>
    public static JsonObject Create(string? python)
    {
        var all = JsonNode.Parse(
            """
            {
              "python": { "analysis": {
                "autoSearchPaths": true, "diagnosticMode": "openFilesOnly", "useLibraryCodeForTypes": true, "logLevel": "Error" } },
              "pyright": {},
              "basedpyright": { "analysis": { "autoSearchPaths": true, "diagnosticMode": "openFilesOnly", "logLevel": "Error" } },
              "ty": {},
              "pylsp": { "plugins": {
                "autopep8": { "enabled": false }, "flake8": { "enabled": false }, "jedi": {}, "mccabe": { "enabled": false },
                "pycodestyle": { "enabled": false }, "pydocstyle": { "enabled": false }, "pyflakes": { "enabled": false },
                "pylint": { "enabled": false }, "yapf": { "enabled": false } } }
            }
            """)!.AsObject();
        if (python is null) return all;

        all["python"]!["pythonPath"] = python;
        all["pylsp"]!["plugins"]!["jedi"]!["environment"] = python;
        return all;
    }

    /// <summary>True for a server that never asks for settings and waits to be told.</summary>
    public static bool IsPushed(string server) => server == "pylsp";
}
