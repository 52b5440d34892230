using System.Globalization;
using Punie.Agent.Tools.Guides;
using Punie.Agent.Workspace;
using Punie.Python.Sandbox;

namespace Punie.Agent.Tools.Git;

/// <summary>git_log: the latest commits.</summary>
public sealed class GitLogTool : Tool
{
    private const long DefaultCount = 10;
    private const long MaxCount = 1_000;

    /// <inheritdoc/>
    public override string Name => "git_log";

    /// <inheritdoc/>
    public override string Summary => "The latest commits.";

    /// <inheritdoc/>
    public override ToolGuide Guide => GitGuides.Log;

    /// <inheritdoc/>
    public override IReadOnlyList<ToolParameter> Parameters { get; } =
    [
        new("path", Py.Str, "File or folder, relative to the workspace.", new ToolDefault(".")),
        new("count", Py.Int, "Most commits to give, 1 to 1000.", new ToolDefault(DefaultCount)),
    ];

    /// <inheritdoc/>
    public override ToolType Result { get; } = Py.Record(GitLogResult.Schema);

    /// <inheritdoc/>
    public override async ValueTask<object> InvokeAsync(
        ToolArguments arguments, ToolContext context, CancellationToken cancellationToken)
    {
        var count = arguments.Int("count");
        if (count is < 1 or > MaxCount)
        {
            throw new HostException(
                "ValueError",
                string.Create(CultureInfo.InvariantCulture, $"count must be 1 to {MaxCount}, not {count}"));
        }

        try
        {
            var path = await PathAsync(arguments.Str("path"), context, cancellationToken).ConfigureAwait(false);
            string[] command =
            [
                "log", GitLogFormat.Argument, "--encoding=UTF-8", "--no-color", "--no-show-signature",
                string.Create(CultureInfo.InvariantCulture, $"--max-count={count}"), "--", .. path,
            ];
            return await GitProgram.RunAsync(command, context, cancellationToken).ConfigureAwait(false) switch
            {
                GitRun.Done done when GitLogFormat.Read(done.Output) is { } commits => GitLogResult.Of(commits),
                GitRun.Failed failed when IsEmptyRepository(failed) => GitLogResult.Of([]),
                GitRun.Failed failed => GitLogResult.Failed(failed.Error),
                _ => GitLogResult.Failed("git log printed something that is not in the format that was asked for."),
            };
        }
        catch (WorkspaceException e)
        {
            return GitLogResult.Failed(e.Message);
        }
    }

    // With a path git leaves merges and empty commits out, so the whole repository is asked for without one.
    private static async Task<string[]> PathAsync(string path, ToolContext context, CancellationToken cancellationToken)
    {
        var spec = GitProgram.PathSpec(context, path);
        if (context.Workspace.Resolve(path).Relative != ".") return [spec];

        var prefix = await GitProgram.PrefixAsync(context, cancellationToken).ConfigureAwait(false);
        return prefix is GitRun.Done { Output: "" } ? [] : [spec];
    }

    private static bool IsEmptyRepository(GitRun.Failed failed) =>
        failed.Error.Contains("does not have any commits yet", StringComparison.Ordinal);
}
