using Punie.Agent.Configuration;
using Punie.Agent.Tools.Mcp.Settings;
using Punie.Agent.Workspace;
using Punie.Cli.Hosting;
using Punie.Cli.Rendering;

namespace Punie.Cli.Commands;

/// <summary>
/// Accepts what a project's files may start, after a person read them; a changed file has to be accepted again.
/// </summary>
internal sealed class TrustCommand(ITerminal terminal, TrustStore trust)
{
    // Each file, and which lines of it need to be accepted.
    private static readonly (string Name, Func<string, IReadOnlyList<string>> Entries)[] Files =
        [(ProjectConfigFile.Name, ProjectConfigFile.Entries), (McpFile.Name, McpFile.Entries)];

    /// <summary>Runs the command.</summary>
    public async Task<int> RunAsync(string folder, bool revoke, CancellationToken cancellationToken)
    {
        var workspace = new DiskWorkspace(UserFiles.Workspace(folder));
        try
        {
            var present = Files.Where(file => workspace.Resolve(file.Name).Kind is not PathKind.Missing).ToList();
            if (present.Count == 0 && !revoke)
                throw new UsageException(
                    $"there is nothing to accept: {folder} has no "
                    + $"{string.Join(" and no ", Files.Select(file => file.Name))}");

            if (revoke)
            {
                Revoke(workspace);
                return ExitCode.Ok;
            }

            foreach (var (name, entries) in present)
            {
                var text = await workspace.ReadTextAsync(name, cancellationToken).ConfigureAwait(false);
                Accept(name, workspace.Resolve(name).Full, text, entries);
            }

            return ExitCode.Ok;
        }
        catch (WorkspaceException e)
        {
            throw new UsageException(e.Message);
        }
        catch (IOException e)
        {
            throw new UsageException($"the answer cannot be kept: {e.Message}");
        }
    }

    private void Accept(string name, string path, string text, Func<string, IReadOnlyList<string>> entriesOf)
    {
        var entries = entriesOf(text);
        if (entries.Count == 0)
        {
            terminal.Tell($"{name} starts no program and lifts no restriction: it is used as it is");
            return;
        }

        trust.Trust(path, text);
        terminal.Tell($"{name} is accepted until it changes:");
        foreach (var entry in entries) terminal.Tell($"  {Cells.Harmless(entry)}");
    }

    // A file that is gone may come back with the same text, so that all are taken back.
    private void Revoke(DiskWorkspace workspace)
    {
        var revoked = Files.Select(file => file.Name).Where(name => trust.Revoke(workspace.Resolve(name).Full))
            .ToList();
        foreach (var name in revoked) terminal.Tell($"{name} is no longer accepted");
        if (revoked.Count == 0)
            terminal.Tell($"nothing was accepted: neither {string.Join(" nor ", Files.Select(file => file.Name))}");
    }
}
