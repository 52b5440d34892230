using Punie.Agent.Configuration;
using Punie.Agent.Workspace;

namespace Punie.Agent.Tools.Mcp.Settings;

/// <summary>The servers that a project names in <c>.mcp.json</c>, the file that many agents share.</summary>
/// <param name="Servers">Those that may be used: none until somebody accepted the file.</param>
/// <param name="Problems">One line for each thing that is wrong or left out.</param>
public sealed record McpFile(IReadOnlyList<McpServerConfig> Servers, IReadOnlyList<string> Problems)
{
    /// <summary>Where it is, relative to the project's root.</summary>
    public const string Name = ".mcp.json";

    private const int MostChars = 200_000;

    /// <summary>The names of all servers in the file, also of those that may not be used.</summary>
    public IReadOnlyList<string> ServerNames { get; init; } = [];

    /// <summary>Reads a project's file; no file is no servers.</summary>
    /// <param name="workspace">The project.</param>
    /// <param name="trust">What was accepted.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async ValueTask<McpFile> LoadAsync(IWorkspace workspace, TrustStore trust,
        CancellationToken cancellationToken)
    {
        try
        {
            if (workspace.Resolve(Name).Kind is PathKind.Missing) return new McpFile([], []);
            var text = await workspace.ReadTextAsync(Name, cancellationToken).ConfigureAwait(false);
            if (text.Length > MostChars)
                return new McpFile([], [FormattableString.Invariant($"{Name} is longer than {MostChars} characters")]);

            var (servers, wrong) = McpFileReader.Read(text);
            List<string> problems = [.. wrong.Select(problem => $"{Name}: {problem}")];
            var all = McpFileReader.Names(text);
            if (servers.Count == 0 || trust.IsTrusted(workspace.Resolve(Name).Full, text))
                return new McpFile(servers, problems) { ServerNames = all };

            var names = string.Join(", ", servers.Select(server => server.Name));
            problems.Add(
                $"{Name}: {names} {(servers.Count == 1 ? "is" : "are")} not used until you accept the file: "
                + "read it, then run 'punie trust'");
            return new McpFile([], problems) { ServerNames = all };
        }
        catch (WorkspaceException e)
        {
            return new McpFile([], [e.Message]);
        }
    }

    /// <summary>What needs to be accepted in a file's text, one line for each server.</summary>
    public static IReadOnlyList<string> Entries(string text) =>
        [.. McpFileReader.Read(text).Servers.Select(server => $"{server.Name}: {ConfigTrust.Describe(server)}")];
}
