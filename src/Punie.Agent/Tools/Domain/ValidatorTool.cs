using System.Globalization;
using Punie.Agent.Tools.Domain.Code;
using Punie.Agent.Tools.Syntax;
using Punie.Agent.Workspace;

namespace Punie.Agent.Tools.Domain;

/// <summary>Checks one Python file with a set of rules.</summary>
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

    /// <summary>What it looks for.</summary>
    public IReadOnlyList<Rule> Rules => _rules;

    /// <inheritdoc/>
    public override IReadOnlyList<ToolParameter> Parameters { get; } =
        [new("file_path", Py.Str, "Python file to check, relative to the workspace.")];

    /// <inheritdoc/>
    public override ToolType Result { get; } = Py.Record(DomainValidationResult.Schema);

    /// <inheritdoc/>
    public override async ValueTask<object> InvokeAsync(
        ToolArguments arguments, ToolContext context, CancellationToken cancellationToken)
    {
        try
        {
            var source = await PythonSource.ReadAsync(arguments.Str("file_path"), context.Workspace, cancellationToken)
                .ConfigureAwait(false);
            if (source is not PythonSource.Parsed parsed)
                return DomainValidationResult.Failed(_domain, ((PythonSource.Unusable)source).Reason);

            var module = new SourceModule(parsed.File);
            var project = _rules.Any(rule => rule.IsCrossFile)
                ? await Project.LoadAsync(module, context.Workspace, cancellationToken).ConfigureAwait(false)
                : Project.Of(module);
            var result = DomainValidationResult.Of(_domain, _rules.SelectMany(rule => rule.Check(module, project)));
            return project.IsCut ? result with { Success = false, ParseError = CutText(module) } : result;
        }
        catch (WorkspaceException e)
        {
            return DomainValidationResult.Failed(_domain, e.Message);
        }
    }

    private static string CutText(SourceModule module) => string.Create(
        CultureInfo.InvariantCulture,
        $"{module.File.Path} imports more than {Project.MostFiles} files; the issues are those of the first {Project.MostFiles}.");
}
