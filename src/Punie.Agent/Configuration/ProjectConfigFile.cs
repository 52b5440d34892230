using Punie.Agent.Workspace;

namespace Punie.Agent.Configuration;

/// <summary>What was read from a project's configuration.</summary>
/// <param name="Config">What may be used: without the settings that nobody accepted yet.</param>
/// <param name="Problems">One line for each thing that is wrong or left out.</param>
public sealed record LoadedConfig(ProjectConfig Config, IReadOnlyList<string> Problems)
{
    /// <summary>The names of all servers of tools in the file, accepted or not.</summary>
    public IReadOnlyList<string> ServerNames { get; init; } = [];
}

/// <summary>The file in which a project configures Punie.</summary>
public static class ProjectConfigFile
{
    /// <summary>Where it is, relative to the project's root.</summary>
    public const string Name = ".punie/config";

    private const int MostChars = 200_000;

    /// <summary>Reads a project's file; no file is no settings. Settings that start programs, lift restrictions or name
    /// addresses are left out until the file was accepted.</summary>
    /// <param name="workspace">The project.</param>
    /// <param name="trust">What was accepted.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async ValueTask<LoadedConfig> LoadAsync(
        IWorkspace workspace, TrustStore trust, CancellationToken cancellationToken)
    {
        try
        {
            if (await TextAsync(workspace, cancellationToken).ConfigureAwait(false) is not { } text)
                return new LoadedConfig(ProjectConfig.None, []);

            var (config, wrong) = ConfigReader.Read(text);
            List<string> problems = [.. wrong.Select(problem => $"{Name} {problem}")];
            List<string> servers = [.. config.McpServers.Select(server => server.Name)];
            var risks = ConfigTrust.Entries(config);
            if (risks.Count > 0 && !trust.IsTrusted(workspace.Resolve(Name).Full, text))
            {
                problems.Add(Ignored(risks));
                return new LoadedConfig(ConfigTrust.WithoutEntries(config), problems) { ServerNames = servers };
            }

            config = await WithVariablesAsync(config, workspace, problems, cancellationToken).ConfigureAwait(false);
            return new LoadedConfig(config, problems) { ServerNames = servers };
        }
        catch (WorkspaceException e)
        {
            return new LoadedConfig(ProjectConfig.None, [e.Message]);
        }
    }

    /// <summary>The file's text; null when there is none.</summary>
    /// <exception cref="WorkspaceException">It cannot be read.</exception>
    public static async ValueTask<string?> TextAsync(IWorkspace workspace, CancellationToken cancellationToken)
    {
        if (workspace.Resolve(Name).Kind is PathKind.Missing) return null;

        var text = await workspace.ReadTextAsync(Name, cancellationToken).ConfigureAwait(false);
        return text.Length <= MostChars
            ? text
            : throw new WorkspaceException(WorkspaceProblem.TooLarge,
                FormattableString.Invariant($"'{Name}' is longer than {MostChars} characters."));
    }

    /// <summary>The settings that need to be accepted in a file's text, one line each.</summary>
    public static IReadOnlyList<string> Entries(string text) => ConfigTrust.Entries(ConfigReader.Read(text).Config);

    private static string Ignored(IReadOnlyList<string> risks)
    {
        var keys = risks.Select(risk => risk[..risk.IndexOf(':', StringComparison.Ordinal)])
            .Distinct(StringComparer.Ordinal).ToList();
        var verb = keys.Count == 1 ? "is" : "are";
        return $"{Name}: {string.Join(", ", keys)} {verb} not used until you accept the file: read it, then run 'punie trust'";
    }

    private static async ValueTask<ProjectConfig> WithVariablesAsync(
        ProjectConfig config, IWorkspace workspace, List<string> problems, CancellationToken cancellationToken)
    {
        if (config.EnvFile is not { } file) return config;

        try
        {
            var text = await workspace.ReadTextAsync(file, cancellationToken).ConfigureAwait(false);
            var (variables, wrong) = EnvFileReader.Read(text);
            problems.AddRange(wrong.Select(problem => $"{file} {problem}"));
            return config with { Variables = variables };
        }
        catch (WorkspaceException e)
        {
            problems.Add($"{Name}: env_file: {e.Message}");
            return config;
        }
    }
}
