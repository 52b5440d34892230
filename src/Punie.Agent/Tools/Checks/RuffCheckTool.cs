using System.Diagnostics;
using Punie.Agent.Tools.Guides;
using Punie.Agent.Workspace;

namespace Punie.Agent.Tools.Checks;

/// <summary>ruff_check: the linter's findings.</summary>
public sealed class RuffCheckTool : Tool
{
    private static readonly string[] Command = ["check"];

    /// <inheritdoc/>
    public override string Name => "ruff_check";

    /// <inheritdoc/>
    public override string Summary => "Lint findings of a file or folder.";

    /// <inheritdoc/>
    public override ToolGuide Guide => CheckGuides.RuffCheck;

    /// <inheritdoc/>
    public override IReadOnlyList<ToolParameter> Parameters { get; } =
        [new("path", Py.Str, "File or folder to check, relative to the workspace.")];

    /// <inheritdoc/>
    public override ToolType Result { get; } = Py.Record(RuffResult.Schema);

    /// <inheritdoc/>
    public override async ValueTask<object> InvokeAsync(
        ToolArguments arguments, ToolContext context, CancellationToken cancellationToken)
    {
        try
        {
            var path = context.Workspace.ResolveExisting(arguments.Str("path"));
            var places = await ProgramPlaces.OfAsync(context, cancellationToken).ConfigureAwait(false);
            return CheckerLocator.Ruff(context, places) switch
            {
                Located.Found found =>
                    await CheckAsync(found.Program, path, context, cancellationToken).ConfigureAwait(false),
                Located.Missing missing => RuffResult.Failed(missing.Advice),
                _ => throw new UnreachableException(),
            };
        }
        catch (WorkspaceException e)
        {
            return RuffResult.Failed(e.Message);
        }
    }

    private static async Task<RuffResult> CheckAsync(
        CheckProgram ruff, WorkspacePath path, ToolContext context, CancellationToken cancellationToken)
    {
        string[] arguments = CheckerLocator.IsEngineUnderNode(ruff)
            ? [context.Workspace.Root, path.Full]
            : [.. ruff.Arguments.Contains("check")
                ? []
                : Command, "--output-format", "json", "--no-cache", "--no-fix", "--", path.Full];
        return await CheckRun.OfAsync(ruff, arguments, context, cancellationToken).ConfigureAwait(false) switch
        {
            CheckRun.Done done => Read(done, path, context),
            CheckRun.Failed failed => RuffResult.Failed(failed.Error),
            _ => throw new UnreachableException(),
        };
    }

    // Exit codes: 0 clean, 1 findings, 2 it could not run.
    private static RuffResult Read(CheckRun.Done done, WorkspacePath path, ToolContext context)
    {
        if (done.Code is not (0 or 1) || RuffJson.Read(done.Output.StandardOutput, context) is not { } violations)
        {
            return RuffResult.Failed(done.Complaint);
        }

        if (violations.Count == 0
            && done.Output.StandardError.Contains("No Python files found", StringComparison.Ordinal))
        {
            return RuffResult.Failed($"There are no Python files to check in '{path.Relative}'.");
        }

        var fixable = violations.Count(violation => violation.Fixable);
        return new RuffResult(violations.Count == 0, ParseError: null, violations.Count, fixable, violations);
    }
}
