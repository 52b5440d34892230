using Punie.Agent.Tools.Guides;
using Punie.Agent.Workspace;

namespace Punie.Agent.Tools.Git;

/// <summary>git_status: what differs from the last commit.</summary>
public sealed class GitStatusTool : Tool
{
    /// <inheritdoc/>
    public override string Name => "git_status";

    /// <inheritdoc/>
    public override string Summary => "Files that are changed, staged or untracked.";

    /// <inheritdoc/>
    public override ToolGuide Guide => GitGuides.Status;

    /// <inheritdoc/>
    public override IReadOnlyList<ToolParameter> Parameters { get; } =
    [
        new("path", Py.Str, "File or folder, relative to the workspace.", new ToolDefault(".")),
        new("ignored", Py.Bool, "True: ignored files and folders too.", new ToolDefault(false)),
    ];

    /// <inheritdoc/>
    public override ToolType Result { get; } = Py.Record(GitStatusResult.Schema);

    /// <inheritdoc/>
    public override async ValueTask<object> InvokeAsync(
        ToolArguments arguments, ToolContext context, CancellationToken cancellationToken)
    {
        try
        {
            var path = GitProgram.PathSpec(context, arguments.Str("path"));
            var prefix = await GitProgram.PrefixAsync(context, cancellationToken).ConfigureAwait(false);
            if (prefix is GitRun.Failed failed) return GitStatusResult.Failed(failed.Error);

            string[] command =
            [
                "status", "--porcelain=v2", "-z", "--untracked-files=all", "--find-renames", "--ignore-submodules=none",
                arguments.Bool("ignored") ? "--ignored=matching" : "--ignored=no", "--", path,
            ];
            var run = await GitProgram.CompareAsync(command, context, cancellationToken).ConfigureAwait(false);
            if (run is not GitRun.Done done) return GitStatusResult.Failed(((GitRun.Failed)run).Error);

            return GitPorcelain.Read(done.Output, ((GitRun.Done)prefix).Output) is { } files
                ? GitStatusResult.Of(files)
                : GitStatusResult.Failed("git status printed something that is not porcelain version 2.");
        }
        catch (WorkspaceException e)
        {
            return GitStatusResult.Failed(e.Message);
        }
    }
}
