namespace Punie.Agent.Configuration;

/// <summary>
/// Which settings count only after somebody accepted the file: those that start a program, lift a restriction or name
/// an address. A repository of a stranger brings its own file along.
/// </summary>
public static class ConfigTrust
{
    // Started with bare names only: they are looked up where the same checker would be looked up without a setting.
    private static readonly string[] TypeCheckers = ["ty", "basedpyright", "pyright", "mypy"];
    private static readonly string[] Linters = ["ruff"];
    private static readonly string[] Runners = ["pytest"];
    private static readonly string[] Servers =
        ["ty", "basedpyright", "basedpyright-langserver", "pyright", "pyright-langserver", "pylsp"];

    /// <summary>One line for each setting that needs to be accepted: its key and its value.</summary>
    public static IReadOnlyList<string> Entries(ProjectConfig config)
    {
        var entries = new List<string>();
        if (!IsSafeModel(config.Model)) entries.Add($"model: {config.Model}");
        Add("checks.typecheck", config.Checks.Typecheck, TypeCheckers);
        Add("checks.ruff_check", config.Checks.RuffCheck, Linters);
        Add("checks.pytest_run", config.Checks.PytestRun, Runners);
        foreach (var server in config.LanguageServers) Add("language_server", server, Servers);
        if (!IsSafeMode(config.Permissions.Mode)) entries.Add($"permissions.mode: {config.Permissions.Mode}");
        entries.AddRange(config.Permissions.Rules.Where(rule => !IsSafe(rule))
            .Select(rule => $"permissions.rules: {rule.Text}"));
        entries.AddRange(config.McpServers.Select(server => $"mcp_servers.{server.Name}: {Describe(server)}"));
        if (config.Python is { } python) entries.Add($"python: {python}");
        if (config.EnvFile is { } file) entries.Add($"env_file: {file}");
        return entries;

        void Add(string key, ConfiguredCommand? command, string[] known)
        {
            if (command is not null && !IsSafe(command, known)) entries.Add($"{key}: {command.Line}");
        }
    }

    /// <summary>The settings that anybody's file may make.</summary>
    public static ProjectConfig WithoutEntries(ProjectConfig config) => config with
    {
        Model = IsSafeModel(config.Model) ? config.Model : null,
        Checks = config.Checks with
        {
            Typecheck = Safe(config.Checks.Typecheck, TypeCheckers),
            RuffCheck = Safe(config.Checks.RuffCheck, Linters),
            PytestRun = Safe(config.Checks.PytestRun, Runners),
        },
        LanguageServers = [.. config.LanguageServers.Where(server => IsSafe(server, Servers))],
        Permissions = new PermissionSettings
        {
            Mode = IsSafeMode(config.Permissions.Mode) ? config.Permissions.Mode : null,
            Rules = [.. config.Permissions.Rules.Where(IsSafe)],
        },
        McpServers = [],
        Python = null,
        EnvFile = null,
    };

    /// <summary>How a person reads what a server of tools is.</summary>
    public static string Describe(McpServerConfig server) => server switch
    {
        McpServerConfig.Program program => Processes.CommandWords.Join([program.Command, .. program.Arguments]),
        McpServerConfig.Address address => address.Url.AbsoluteUri,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static ConfiguredCommand? Safe(ConfiguredCommand? command, string[] known) =>
        command is not null && IsSafe(command, known) ? command : null;

    // An argument with a path could name a program of the repository, as mypy's --python-executable does.
    private static bool IsSafe(ConfiguredCommand command, string[] known) =>
        known.Contains(command.Words[0], StringComparer.Ordinal)
        && !command.Words.Skip(1)
            .Any(word => word.Contains('/', StringComparison.Ordinal) || word.Contains('\\', StringComparison.Ordinal));

    // Any other model plays a script or sends the project's code to an address.
    private static bool IsSafeModel(string? model) => model is null or "router";

    private static bool IsSafeMode(string? mode) => mode is null or "plan" or "ask";

    private static bool IsSafe(ConfiguredRule rule) => rule.Text.StartsWith("deny ", StringComparison.Ordinal);
}
