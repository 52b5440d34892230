using System.Diagnostics;
using Punie.Agent.Tools.Guides;
using Punie.Agent.Workspace;

namespace Punie.Agent.Tools.Checks;

/// <summary>typecheck: pyright's findings.</summary>
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
            return CheckerLocator.Pyright(context) switch
            {
                Located.Found found =>
                    await CheckAsync(found.Program, path, context, cancellationToken).ConfigureAwait(false),
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
        CheckProgram pyright, WorkspacePath path, ToolContext context, CancellationToken cancellationToken)
    {
        var arguments = new List<string> { "--outputjson" };
        if (VirtualEnvironment.Find(context, "python") is { } python) arguments.AddRange(["--pythonpath", python]);

        // Without a path pyright checks what the project's configuration includes.
        if (path.Relative != ".") arguments.Add(path.Full);
        return await CheckRun.OfAsync(pyright, arguments, context, cancellationToken).ConfigureAwait(false) switch
        {
            CheckRun.Done done => Read(done, path, context),
            CheckRun.Failed failed => TypeCheckResult.Failed(failed.Error),
            _ => throw new UnreachableException(),
        };
    }

    // Exit codes: 0 clean, 1 errors, 2 fatal, 3 unreadable configuration, 4 wrong arguments.
    private static TypeCheckResult Read(CheckRun.Done done, WorkspacePath path, ToolContext context)
    {
        if (done.Code is not (0 or 1) || PyrightJson.Read(done.Output.StandardOutput, context) is not { } found)
        {
            return TypeCheckResult.Failed(done.Complaint);
        }

        if (found.Files == 0) return TypeCheckResult.Failed($"There are no Python files to check in '{path.Relative}'.");

        var errors = found.Errors.Count(error => error.Severity == "error");
        var warnings = found.Errors.Count(error => error.Severity == "warning");
        return new TypeCheckResult(errors == 0, ParseError: null, errors, warnings, found.Errors);
    }
}
