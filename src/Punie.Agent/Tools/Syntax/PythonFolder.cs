using System.Globalization;
using Punie.Agent.Workspace;
using Punie.Python.Rewriting;

namespace Punie.Agent.Tools.Syntax;

/// <summary>The Python files under a folder of the workspace.</summary>
/// <param name="Files">Those that could be read and parse, by path.</param>
/// <param name="Problem">What is wrong with the others: the first that cannot be used, too many, or none at all; null
/// when nothing is.</param>
internal sealed record PythonFolder(IReadOnlyList<PythonFile> Files, string? Problem)
{
    /// <summary>Most Python files that are read.</summary>
    public const int MostFiles = 2_000;

    private const int MostListed = 20_000;

    /// <summary>Reads them.</summary>
    /// <param name="folder">Relative to the workspace; "." for all of it.</param>
    /// <param name="workspace">The project's files.</param>
    /// <param name="isWanted">Tells by its text whether a file matters; what does not is not parsed and has no
    /// problem.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="WorkspaceException">The folder is missing or outside.</exception>
    public static async ValueTask<PythonFolder> ReadAsync(
        string folder, IWorkspace workspace, Func<string, bool> isWanted, CancellationToken cancellationToken)
    {
        var paths = workspace.Files(folder, MostListed).Where(path => path.EndsWith(".py", StringComparison.Ordinal))
            .ToList();
        if (paths.Count == 0) return new PythonFolder([], $"There is no Python file in '{folder}'.");

        var files = new List<PythonFile>();
        var problem = paths.Count > MostFiles ? TooMany(folder) : null;
        foreach (var path in paths.Take(MostFiles))
        {
            var source = await PythonSource.ReadAsync(path, workspace, isWanted, cancellationToken)
                .ConfigureAwait(false);
            if (source is PythonSource.Parsed parsed) files.Add(parsed.File);
            else if (source is PythonSource.Unusable unusable) problem ??= unusable.Reason;
        }

        return new PythonFolder(files, problem);
    }

    private static string TooMany(string folder) => string.Create(
        CultureInfo.InvariantCulture,
        $"'{folder}' has more than {MostFiles} Python files; only the first {MostFiles} were looked at. "
        + $"Name a folder inside it.");
}
