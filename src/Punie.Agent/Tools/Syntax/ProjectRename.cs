using Punie.Agent.Workspace;
using Punie.Python.Rewriting;

namespace Punie.Agent.Tools.Syntax;

/// <summary>A rename in all Python files of the workspace.</summary>
/// <param name="File">The file that <c>modified_source</c> is about; null when none could be told.</param>
/// <param name="Outcome">What it came to.</param>
internal sealed record ProjectRename(PythonFile? File, RenameOutcome Outcome)
{
    private const int MostPlaces = 10;

    /// <summary>Renames what a name means in a file, everywhere.</summary>
    public static async ValueTask<ProjectRename> OfFileAsync(
        PythonFile file, ToolArguments arguments, IWorkspace workspace, CancellationToken cancellationToken)
    {
        var folder = await AllAsync(workspace, cancellationToken).ConfigureAwait(false);
        if (folder.Problem is { } problem) return new ProjectRename(file, Unreadable(problem));
        var files = folder.Files.Where(other => other.Path != file.Path).Append(file).ToList();
        return new ProjectRename(
            file, Renamer.RenameAll(files, file, arguments.Str("old_name"), arguments.Str("new_name")));
    }

    /// <summary>The other files that a rename in all files would change; none where it cannot be told.</summary>
    public static async ValueTask<IReadOnlyList<string>> OtherFilesAsync(
        PythonFile file, ToolArguments arguments, IWorkspace workspace, CancellationToken cancellationToken)
    {
        var everywhere = await OfFileAsync(file, arguments, workspace, cancellationToken).ConfigureAwait(false);
        return everywhere.Outcome is not RenameOutcome.Renamed renamed
            ? []
            :
            [
                .. renamed.Files.Select(edits => edits.File.Path).Where(path => path != file.Path)
                    .Order(StringComparer.Ordinal),
            ];
    }

    /// <summary>Renames the one thing that files below a folder define under a name, everywhere.</summary>
    public static async ValueTask<ProjectRename> OfFolderAsync(
        WorkspacePath folder, ToolArguments arguments, IWorkspace workspace, CancellationToken cancellationToken)
    {
        var all = await AllAsync(workspace, cancellationToken).ConfigureAwait(false);
        if (all.Problem is { } problem) return new ProjectRename(null, Unreadable(problem));
        var oldName = arguments.Str("old_name");
        bool IsBelow(PythonFile file) => folder.Relative == "."
            || file.Path.StartsWith($"{folder.Relative}/", StringComparison.Ordinal);
        return NameDefinitions.Find(all.Files, IsBelow, oldName) switch
        {
            [] => new ProjectRename(null, new RenameOutcome.Refused(
                Unknown(oldName, folder.Relative, all.Files.Where(IsBelow)))),
            [var one] => new ProjectRename(
                one.File, Renamer.RenameAt(all.Files, one.File, one.Offset, arguments.Str("new_name"))),
            var several => new ProjectRename(null, new RenameOutcome.Refused(Unclear(oldName, several))),
        };
    }

    // The whole project, wherever the rename starts: a test that imports the name lies in another folder.
    private static ValueTask<PythonFolder> AllAsync(IWorkspace workspace, CancellationToken cancellationToken) =>
        PythonFolder.ReadAsync(".", workspace, _ => true, cancellationToken);

    // A file that cannot be read may use the name; renaming around it would break it.
    private static RenameOutcome.Refused Unreadable(string problem) =>
        new($"A rename in all files needs to read all of them. {problem}");

    private static string Unknown(string name, string folder, IEnumerable<PythonFile> files)
    {
        var nearest = NameDefinitions.Nearest(files, name[(name.LastIndexOf('.') + 1)..]);
        var hint = nearest is null ? "Give a name that is defined there." : $"Did you mean '{nearest}'?";
        return $"No Python file in '{folder}' defines the name '{name}'. {hint}";
    }

    private static string Unclear(string name, IReadOnlyList<NameDefinition> places)
    {
        var shown = string.Join(", ", places.Take(MostPlaces));
        var more = places.Count > MostPlaces ? $" and {places.Count - MostPlaces} more" : "";
        var (file, dotted) = (places[0].File.Path, places[0].Name);
        return $"'{name}' is defined in several places: {shown}{more}. "
            + $"Name the file, as in cst_rename(\"{file}\", \"{dotted}\", …, project=True).";
    }
}
