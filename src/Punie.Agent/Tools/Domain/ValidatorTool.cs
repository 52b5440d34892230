using System.Globalization;
using Punie.Agent.Tools.Domain.Code;
using Punie.Agent.Tools.Syntax;
using Punie.Agent.Workspace;

namespace Punie.Agent.Tools.Domain;

/// <summary>Checks a Python file, or each one under a folder, with a set of rules.</summary>
internal sealed class ValidatorTool : Tool
{
    private readonly string _domain;
    private readonly IReadOnlyList<Rule> _rules;

    /// <summary>Makes the tool.</summary>
    /// <param name="name">As programs call it.</param>
    /// <param name="domain">What the rules are about.</param>
    /// <param name="summary">One sentence that a model reads to choose the tool.</param>
    /// <param name="rules">What it looks for.</param>
    public ValidatorTool(string name, string domain, string summary, IReadOnlyList<Rule> rules)
    {
        (Name, Summary, _domain, _rules) = (name, summary, domain, rules);
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override string Summary { get; }

    /// <inheritdoc/>
    public override ToolGuide Guide => new(
        $$"""
        checked = {{Name}}("{{ExampleFile}}")
        print("valid" if checked.valid else "not valid", len(checked.issues), "issues")
        for i in checked.issues:
            print(f"{i.file}:{i.line}: {i.rule}: {i.message}")
        """,
        [
            $"Its rules: {string.Join(", ", _rules.Select(rule => $"{rule.Id} ({rule.Severity.ToText()})"))}.",
            "A folder is checked file by file; valid is still true when all issues are warnings.",
        ]);

    /// <summary>The file that the example checks.</summary>
    public string ExampleFile { get; init; } = "src/main.py";

    /// <summary>What it looks for.</summary>
    public IReadOnlyList<Rule> Rules => _rules;

    /// <inheritdoc/>
    public override IReadOnlyList<ToolParameter> Parameters { get; } =
        [new("file_path", Py.Str, "Python file or folder to check, relative to the workspace.")];

    /// <inheritdoc/>
    public override ToolType Result { get; } = Py.Record(DomainValidationResult.Schema);

    /// <inheritdoc/>
    public override async ValueTask<object> InvokeAsync(
        ToolArguments arguments, ToolContext context, CancellationToken cancellationToken)
    {
        try
        {
            var path = arguments.Str("file_path");
            return context.Workspace.ResolveExisting(path).Kind is PathKind.Folder
                ? await CheckFolderAsync(path, context.Workspace, cancellationToken).ConfigureAwait(false)
                : await CheckFileAsync(path, context.Workspace, cancellationToken).ConfigureAwait(false);
        }
        catch (WorkspaceException e)
        {
            return DomainValidationResult.Failed(_domain, e.Message);
        }
    }

    private async ValueTask<DomainValidationResult> CheckFileAsync(string path, IWorkspace workspace,
        CancellationToken cancellationToken)
    {
        var source = await PythonSource.ReadAsync(path, workspace, cancellationToken).ConfigureAwait(false);
        return source is PythonSource.Parsed parsed
            ? await CheckAsync([new SourceModule(parsed.File)], path, workspace, cancellationToken)
                .ConfigureAwait(false)
            : DomainValidationResult.Failed(_domain, ((PythonSource.Unusable)source).Reason);
    }

    // A file that cannot be read hides nothing about the others: their issues are there, and the error names it.
    private async ValueTask<DomainValidationResult> CheckFolderAsync(string path, IWorkspace workspace,
        CancellationToken cancellationToken)
    {
        var folder = await PythonFolder.ReadAsync(path, workspace, isWanted: _ => true, cancellationToken)
            .ConfigureAwait(false);
        if (folder.Files.Count == 0) return DomainValidationResult.Failed(_domain, folder.Problem!);
        var modules = folder.Files.Select(file => new SourceModule(file)).ToList();
        var result = await CheckAsync(modules, path, workspace, cancellationToken).ConfigureAwait(false);
        return folder.Problem is null ? result : result with { Success = false, ParseError = folder.Problem };
    }

    private async ValueTask<DomainValidationResult> CheckAsync(
        IReadOnlyList<SourceModule> modules, string path, IWorkspace workspace, CancellationToken cancellationToken)
    {
        var project = _rules.Any(rule => rule.IsCrossFile)
            ? await Project.LoadAsync(modules, workspace, cancellationToken).ConfigureAwait(false)
            : Project.Of(modules);
        var issues = modules.SelectMany(module => _rules.SelectMany(rule => rule.Check(module, project))
            .Select(issue => issue with { File = module.File.Path }));
        var result = DomainValidationResult.Of(_domain, issues);
        return project.IsCut ? result with { Success = false, ParseError = CutText(path) } : result;
    }

    private static string CutText(string path) => string.Create(
        CultureInfo.InvariantCulture,
        $"'{path}' and what it imports are more than {Project.MostFiles} files; "
        + $"the issues are those of the first {Project.MostFiles}.");
}
