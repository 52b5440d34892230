using System.Security.Cryptography;
using System.Text;
using Punie.Agent.Processes;
using Punie.Agent.Workspace;

namespace Punie.Agent.Tools.Checks;

/// <summary>Finds the environment that poetry keeps for a project outside of it.</summary>
/// <remarks>
/// Poetry names the folder after the package, a hash of the project's path and the Python version. Source:
/// https://github.com/python-poetry/poetry/blob/main/src/poetry/utils/env/env_manager.py, <c>generate_env_name</c>.
/// </remarks>
internal static class PoetryEnvironment
{
    private const int HashChars = 8;

    private static readonly TimeSpan AskTime = TimeSpan.FromSeconds(30);

    /// <summary>Full path of the environment; null when the project is not poetry's or has none.</summary>
    public static async ValueTask<string?> FindAsync(ToolContext context, CancellationToken cancellationToken)
    {
        if (!await UsesPoetryAsync(context, cancellationToken).ConfigureAwait(false)) return null;

        // The newest Python wins: poetry takes the one it last used, which only poetry itself can say.
        return context.Programs.PoetryFolder is { } folder
            && Surroundings.FoldersLike(folder, $"*-{HashOf(context.Workspace.Root)}-py*") is [.., var kept]
                ? kept
                : await AskAsync(context, cancellationToken).ConfigureAwait(false);
    }

    internal static string HashOf(string root)
    {
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(root)));
        return hash[..HashChars].Replace('+', '-').Replace('/', '_');
    }

    private static async ValueTask<bool> UsesPoetryAsync(ToolContext context, CancellationToken cancellationToken) =>
        context.Workspace.Resolve("poetry.lock").Kind is PathKind.File
        || (await ProjectFiles.TextAsync(context.Workspace, "pyproject.toml", cancellationToken)
            .ConfigureAwait(false)) is { } text
            && ProjectFiles.HasSection(text, "tool.poetry");

    private static async ValueTask<string?> AskAsync(ToolContext context, CancellationToken cancellationToken)
    {
        // Poetry loads plug-ins that lie in the project, and looking for an environment must not run them.
        var hasPlugins = context.Workspace.Resolve(".poetry").Kind is not PathKind.Missing;
        if (hasPlugins || context.Processes.Find("poetry", context.Workspace.Root) is not { } poetry) return null;

        var request = new ProcessRequest
        {
            Program = poetry,
            Arguments = ["env", "info", "--path"],
            WorkingDirectory = context.Workspace.Root,
            TimeLimit = AskTime,
        };
        var outcome = await context.Processes.RunAsync(request, cancellationToken).ConfigureAwait(false);
        return outcome is ProcessOutcome.Exited { Code: 0 } done
            && done.Output.StandardOutput.Trim() is { Length: > 0 } path ? path : null;
    }
}
