using System.Globalization;
using Punie.Agent.Loop;
using Punie.Agent.Processes.Confining;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Punie.Agent.Configuration;

/// <summary>
/// Reads the text of <c>.punie/config</c>: YAML. What is wrong is noted and left out; the rest still counts.
/// </summary>
internal static class ConfigReader
{
    private const double MostSeconds = 24 * 60 * 60;

    // In the order of the values that they name.
    private static readonly string[] Styles = ["code", "native", "both"];
    private static readonly string[] Sandboxes = ["off", "auto", "on"];

    /// <summary>The settings, and one line for each problem: <c>line 3: there is no key …</c>.</summary>
    public static (ProjectConfig Config, IReadOnlyList<string> Problems) Read(string text)
    {
        var problems = new List<string>();
        if (Load(text, problems) is not { } root) return (ProjectConfig.None, problems);

        var file = new ConfigSection(root, "", problems);
        file.Expect(
            "model", "checks", "language_server", "permissions", "sandbox", "mcp_servers", "tools", "python",
            "env_file");
        var config = new ProjectConfig
        {
            Model = file.Text("model"),
            Checks = ReadChecks(file.Section("checks")),
            LanguageServers = file.Commands("language_server"),
            Permissions = ReadPermissions(file.Section("permissions")),
            McpServers = ReadServers(file.Section("mcp_servers")),
            Tools = file.Choice("tools", Styles) is { } style ? (ToolsMode)Array.IndexOf(Styles, style) : null,
            Sandbox = file.Choice("sandbox", Sandboxes) is { } choice
                ? (SandboxChoice)Array.IndexOf(Sandboxes, choice)
                : null,
            Python = file.Text("python"),
            EnvFile = file.Text("env_file"),
        };
        return (config, problems);
    }

    private static YamlMappingNode? Load(string text, List<string> problems)
    {
        try
        {
            switch (YamlText.Load(text))
            {
                case [] or [{ RootNode: YamlScalarNode { Value: null or "" } }]:
                    return null;
                case [{ RootNode: YamlMappingNode root }]:
                    return root;
                default:
                    problems.Add("line 1: the file should be one mapping, such as 'model: router'");
                    return null;
            }
        }
        catch (YamlException e)
        {
            problems.Add(
                string.Create(CultureInfo.InvariantCulture,
                $"line {e.Start.Line}: it is not YAML: {OneLine(e)}; nothing of the file is used"));
            return null;
        }
    }

    private static string OneLine(YamlException e) => e.Message.ReplaceLineEndings(" ").TrimEnd('.');

    private static CheckSettings ReadChecks(ConfigSection? checks)
    {
        if (checks is null) return new CheckSettings();

        checks.Expect("typecheck", "ruff_check", "pytest_run", "timeout");
        return new CheckSettings
        {
            Typecheck = checks.Command("typecheck"),
            RuffCheck = checks.Command("ruff_check"),
            PytestRun = checks.Command("pytest_run"),
            Timeout = checks.Seconds("timeout", MostSeconds),
        };
    }

    private static PermissionSettings ReadPermissions(ConfigSection? permissions)
    {
        if (permissions is null) return new PermissionSettings();

        permissions.Expect("mode", "rules");
        return new PermissionSettings
        {
            Mode = permissions.Choice("mode", PermissionSettings.Modes),
            Rules = [.. permissions.Texts("rules").Select(rule => new ConfiguredRule(rule.Text, rule.Line))],
        };
    }

    private static List<McpServerConfig> ReadServers(ConfigSection? servers)
    {
        var all = new List<McpServerConfig>();
        foreach (var name in servers?.Keys ?? [])
        {
            if (servers!.Section(name) is not { } one)
            {
                continue;
            }

            one.Expect("command", "args", "env", "url", "headers");
            if (ReadServer(name, one) is { } server) all.Add(server);
            else servers.Note(name, $"'{servers.KeyPath(name)}' needs a command or a url, and not both");
        }

        return all;
    }

    private static McpServerConfig? ReadServer(string name, ConfigSection section)
    {
        switch (section.Text("command"), section.Text("url"))
        {
            case ({ } command, null):
                return new McpServerConfig.Program(name, command, [.. section.Texts("args").Select(one => one.Text)])
                {
                    Environment = section.Map("env"),
                };
            case (null, { } url) when Uri.TryCreate(url, UriKind.Absolute, out var address)
                && address.Scheme is "http" or "https":
                return new McpServerConfig.Address(name, address) { Headers = section.Map("headers") };
            default:
                return null;
        }
    }
}
