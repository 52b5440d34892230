using Punie.Agent.Tools.Guides;
using Punie.Agent.Workspace;

namespace Punie.Agent.Tools.Checks;

/// <summary>pytest_run: runs tests and says how each one ended.</summary>
public sealed class PytestRunTool : Tool
{
    /// <inheritdoc/>
    public override string Name => "pytest_run";

    /// <inheritdoc/>
    public override string Summary => "Run the tests of a file or folder.";

    /// <inheritdoc/>
    public override ToolGuide Guide => CheckGuides.PytestRun;

    /// <inheritdoc/>
    public override IReadOnlyList<ToolParameter> Parameters { get; } =
        [new("path", Py.Str, "Test file or folder, relative to the workspace; may end in ::test_name.")];

    /// <inheritdoc/>
    public override ToolType Result { get; } = Py.Record(PytestResult.Schema);

    /// <inheritdoc/>
    public override async ValueTask<object> InvokeAsync(
        ToolArguments arguments, ToolContext context, CancellationToken cancellationToken)
    {
        try
        {
            var (path, test) = SplitNodeId(arguments.Str("path"));
            var found = context.Workspace.ResolveExisting(path);
            return await RunAsync(found.Relative + test, context, cancellationToken).ConfigureAwait(false);
        }
        catch (WorkspaceException e)
        {
            return PytestResult.Failed(e.Message);
        }
    }

    private static (string Path, string Test) SplitNodeId(string path)
    {
        var end = path.IndexOf("::", StringComparison.Ordinal);
        return end < 0 ? (path, "") : (path[..end], path[end..]);
    }

    private static async Task<PytestResult> RunAsync(string target, ToolContext context,
        CancellationToken cancellationToken)
    {
        var places = await ProgramPlaces.OfAsync(context, cancellationToken).ConfigureAwait(false);
        var (programs, missing) = PythonLocator.Pytest(context, places);
        if (programs.Count == 0) return PytestResult.Failed(missing);

        foreach (var program in programs)
        {
            using var run = new PytestRun(program, target, context);
            if (await run.ResultAsync(cancellationToken).ConfigureAwait(false) is { } result) return result;
        }

        return PytestResult.Failed(
            $"pytest is not installed for {string.Join(" or ", programs.Select(program => program.Program))}. " +
            PythonLocator.InstallPytest);
    }
}
