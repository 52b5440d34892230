using System.Globalization;
using Punie.Agent.Workspace;

namespace Punie.Agent.Tools.Domain.Projects;

/// <summary>The tools of a project: the built-in ones, and one for each file of rules in <c>.punie/rules</c>.</summary>
/// <param name="Tools">All of them; a file that cannot be used gives none.</param>
/// <param name="Problems">One line for each file that cannot be used.</param>
public sealed record ProjectRules(ToolCatalog Tools, IReadOnlyList<string> Problems)
{
    /// <summary>Where a project keeps its rules, relative to its root.</summary>
    public const string Folder = ".punie/rules";

    private const int MostFiles = 50;
    private const int MostChars = 200_000;

    private static readonly string[] Prefixes = ["check_", "validate_"];

    /// <summary>Reads a project's rules and adds their tools to others.</summary>
    /// <param name="others">The tools that are there already.</param>
    /// <param name="workspace">The project's files.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async ValueTask<ProjectRules> LoadAsync(
        ToolCatalog others, IWorkspace workspace, CancellationToken cancellationToken)
    {
        var (tools, problems) = (others.Tools.ToList(), new List<string>());
        foreach (var path in FilesOf(workspace))
        {
            try
            {
                var tool = await ReadAsync(path, workspace, cancellationToken).ConfigureAwait(false);
                var isTaken = tools.Exists(other => other.Name == tool.Name);
                if (isTaken) problems.Add($"{path}: there already is a tool {tool.Name}; rename the file.");
                else tools.Add(tool);
            }
            catch (RuleFileException e)
            {
                problems.Add($"{path} {e.Message.ReplaceLineEndings(" ")}");
            }
            catch (WorkspaceException e)
            {
                problems.Add(e.Message);
            }
        }

        return new ProjectRules(tools.Count == others.Tools.Count ? others : new ToolCatalog(tools), problems);
    }

    private static IEnumerable<string> FilesOf(IWorkspace workspace)
    {
        try
        {
            if (workspace.Resolve(Folder).Kind is not PathKind.Folder) return [];
            return workspace.Files(Folder, MostFiles).Where(path => Path.GetExtension(path) is ".yaml" or ".yml");
        }
        catch (WorkspaceException)
        {
            // The folder leads out of the workspace, where nobody's rules are.
            return [];
        }
    }

    private static async ValueTask<ValidatorTool> ReadAsync(string path, IWorkspace workspace,
        CancellationToken cancellationToken)
    {
        var name = Path.GetFileNameWithoutExtension(path).Replace('-', '_');
        if (!name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_')
            || !char.IsAsciiLetter(name.FirstOrDefault()))
            throw new RuleFileException(1,
                "the file's name becomes the tool's name; use small letters, digits and '_'.");

        var text = await workspace.ReadTextAsync(path, cancellationToken).ConfigureAwait(false);
        if (text.Length > MostChars)
            throw new RuleFileException(1,
                string.Create(CultureInfo.InvariantCulture, $"the file is longer than {MostChars} characters."));

        var (summary, rules) = RuleFileReader.Read(text);
        var tool = Array.Exists(Prefixes, prefix => name.StartsWith(prefix, StringComparison.Ordinal))
            ? name
            : Prefixes[0] + name;
        summary ??= $"This project's rules: {string.Join(", ", rules.Take(5).Select(rule => rule.Id))}.";
        return new ValidatorTool(tool, name, summary, rules);
    }
}
