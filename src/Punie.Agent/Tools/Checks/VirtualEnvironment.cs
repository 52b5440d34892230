using Punie.Agent.Configuration;
using Punie.Agent.Workspace;

namespace Punie.Agent.Tools.Checks;

/// <summary>The Python environment that has the project's packages.</summary>
/// <param name="Python">Full path of its interpreter.</param>
/// <param name="Origin">Where it was found, in a few words.</param>
internal sealed record VirtualEnvironment(string Python, string Origin)
{
    private static readonly string[] Folders = [".venv", "venv", "env"];   // uv and poetry make the first one

    private static string Inner => OperatingSystem.IsWindows() ? "Scripts" : "bin";

    /// <summary>
    /// The configured interpreter, the environment that is active, one in the project's folder or at the top of its
    /// repository, or the one that poetry keeps for it; null when there is none.
    /// </summary>
    /// <exception cref="WorkspaceException">The configured interpreter is not there.</exception>
    public static async ValueTask<VirtualEnvironment?> FindAsync(ToolContext context,
        CancellationToken cancellationToken)
    {
        var root = context.Workspace.Root;
        if (context.Config.Python is { } configured)
        {
            return context.Processes.Find(configured, root) is { } python
                ? new VirtualEnvironment(python, $"python in {ProjectConfigFile.Name}")
                : throw new WorkspaceException(
                    WorkspaceProblem.Missing,
                    $"There is no interpreter '{configured}'; correct 'python' in {ProjectConfigFile.Name}.");
        }

        if (context.Programs.ActiveEnvironment is { } active
            && At(context, active, "the active environment") is { } found)
            return found;

        foreach (var folder in new[] { root, Surroundings.GitTop(root) }.OfType<string>().Distinct())
        {
            var own = Folders.Select(name => At(context, Path.Combine(folder, name), $"the project's {name}"))
                .FirstOrDefault(one => one is not null);
            if (own is not null) return own;
        }

        var poetry = await PoetryEnvironment.FindAsync(context, cancellationToken).ConfigureAwait(false);
        return poetry is null ? null : At(context, poetry, "poetry's environment");
    }

    /// <summary>Full path of one of its programs, or null.</summary>
    public string? Find(ToolContext context, string program) =>
        context.Processes.Find(Path.Combine(Path.GetDirectoryName(Python)!, program), context.Workspace.Root);

    private static VirtualEnvironment? At(ToolContext context, string folder, string origin) =>
        context.Processes.Find(Path.Combine(folder, Inner, "python"), context.Workspace.Root) is { } python
            ? new VirtualEnvironment(python, origin)
            : null;
}
