using System.Diagnostics;
using Punie.Agent.Tools.Guides;
using Punie.Agent.Workspace;

namespace Punie.Agent.Tools.Checks;

/// <summary>typecheck: the findings of the project's type checker.</summary>
public sealed class TypecheckTool : Tool
{
    /// <inheritdoc/>
    public override string Name => "typecheck";

    /// <inheritdoc/>
    public override string Summary => "Type errors of a file or folder.";

    /// <inheritdoc/>
    public override ToolGuide Guide => CheckGuides.Typecheck;

    /// <inheritdoc/>
    public override IReadOnlyList<ToolParameter> Parameters { get; } =
        [new("path", Py.Str, "File or folder to check, relative to the workspace.")];

    /// <inheritdoc/>
    public override ToolType Result { get; } = Py.Record(TypeCheckResult.Schema);

    /// <inheritdoc/>
    public override async ValueTask<object> InvokeAsync(
        ToolArguments arguments, ToolContext context, CancellationToken cancellationToken)
    {
        try
        {
            var path = context.Workspace.ResolveExisting(arguments.Str("path"));
            var places = await ProgramPlaces.OfAsync(context, cancellationToken).ConfigureAwait(false);
            var target = new CheckTarget(path, places.Environment, context);
            return await CheckerLocator.TypeCheckerAsync(context, places, cancellationToken)
                .ConfigureAwait(false) switch
            {
                Located.Found found => await CheckAsync(found.Program, target, cancellationToken).ConfigureAwait(false),
                Located.Missing missing => TypeCheckResult.Failed(missing.Advice),
                _ => throw new UnreachableException(),
            };
        }
        catch (WorkspaceException e)
        {
            return TypeCheckResult.Failed(e.Message);
        }
    }

    private static async Task<TypeCheckResult> CheckAsync(
        CheckProgram program, CheckTarget target, CancellationToken cancellationToken)
    {
        var checker = TypeChecker.All.Single(one => one.Name == program.Name);
        var arguments = await checker.ArgumentsAsync(program, target, cancellationToken).ConfigureAwait(false);
        return await CheckRun.OfAsync(program, arguments, target.Context, cancellationToken)
            .ConfigureAwait(false) switch
        {
            CheckRun.Done done => Judge(checker, done, target),
            CheckRun.Failed failed => TypeCheckResult.Failed(failed.Error),
            _ => throw new UnreachableException(),
        };
    }

    private static TypeCheckResult Judge(TypeChecker checker, CheckRun.Done done, CheckTarget target)
    {
        if (checker.Read(done, target.Context) is not { } found) return TypeCheckResult.Failed(done.Complaint);
        if (!found.FoundFiles)
            return TypeCheckResult.Failed($"There are no Python files to check in '{target.Path.Relative}'.");

        var errors = found.Errors.Count(error => error.Severity == "error");
        var warnings = found.Errors.Count(error => error.Severity == "warning");
        return new TypeCheckResult(errors == 0, ParseError: null, errors, warnings, found.Errors);
    }
}
