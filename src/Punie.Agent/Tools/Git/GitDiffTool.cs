using Punie.Agent.Tools.Guides;
using Punie.Agent.Workspace;

namespace Punie.Agent.Tools.Git;

/// <summary>git_diff: what changed in the text of files.</summary>
public sealed class GitDiffTool : Tool
{
    private static readonly string[] Cached = ["--cached"];

    private static readonly string[] Form =
    [
        "--find-renames", "--relative", "--no-ext-diff", "--no-textconv", "--no-color", "--src-prefix=a/",
        "--dst-prefix=b/",
        "--ignore-submodules=none",
    ];

    /// <inheritdoc/>
    public override string Name => "git_diff";

    /// <inheritdoc/>
    public override string Summary => "Changed lines, unstaged or staged.";

    /// <inheritdoc/>
    public override ToolGuide Guide => GitGuides.Diff;

    /// <inheritdoc/>
    public override IReadOnlyList<ToolParameter> Parameters { get; } =
    [
        new("path", Py.Str, "File or folder, relative to the workspace.", new ToolDefault(".")),
        new(
            "staged",
            Py.Bool,
            "True: what the next commit would hold. False: what is not staged yet.",
            new ToolDefault(false)),
        new("since", Py.Str, "A commit: \"HEAD\" shows staged and unstaged changes together.", new ToolDefault("")),
    ];

    /// <inheritdoc/>
    public override ToolType Result { get; } = Py.Record(GitDiffResult.Schema);

    /// <inheritdoc/>
    public override async ValueTask<object> InvokeAsync(
        ToolArguments arguments, ToolContext context, CancellationToken cancellationToken)
    {
        try
        {
            var path = GitProgram.PathSpec(context, arguments.Str("path"));
            // Outside a repository "git diff" compares files instead of failing.
            var prefix = await GitProgram.PrefixAsync(context, cancellationToken).ConfigureAwait(false);
            if (prefix is GitRun.Failed failed) return GitDiffResult.Failed(failed.Error);

            if (Unusable(arguments.Str("since")) is { } wrong) return GitDiffResult.Failed(wrong);

            var since = await SinceAsync(arguments.Str("since"), context, cancellationToken).ConfigureAwait(false);
            string[] scope =
                [.. arguments.Bool("staged") ? Cached : [], .. since.Length > 0 ? new[] { since } : [], "--", path];
            var numstat = await RunAsync(["--numstat", "-z"]).ConfigureAwait(false);
            if (numstat is not GitRun.Done numbers) return GitDiffResult.Failed(((GitRun.Failed)numstat).Error);

            var patch = await RunAsync(["--patch", "--unified=3"]).ConfigureAwait(false);
            return patch is GitRun.Done text
                ? Join(numbers.Output, text.Output, context.Limits.PatchChars)
                : GitDiffResult.Failed(((GitRun.Failed)patch).Error);

            Task<GitRun> RunAsync(string[] form) =>
                GitProgram.CompareAsync(["diff", .. form, .. Form, .. scope], context, cancellationToken);
        }
        catch (WorkspaceException e)
        {
            return GitDiffResult.Failed(e.Message);
        }
    }

    // Two commits are another question than what changed since one, and an option is no commit.
    private static string? Unusable(string since) =>
        since.StartsWith('-') || since.Contains("..", StringComparison.Ordinal)
            ? $"'{since}' is not one commit; pass \"HEAD\", a branch, a tag or a hash."
            : null;

    // Before the first commit everything is new since nothing.
    private static async Task<string> SinceAsync(string since, ToolContext context, CancellationToken cancellationToken)
    {
        if (since is not "HEAD") return since;

        var head = await GitProgram.RunAsync(["rev-parse", "--verify", "--quiet", "HEAD"], context, cancellationToken)
            .ConfigureAwait(false);
        if (head is GitRun.Done) return since;

        var empty = await GitProgram.RunAsync(["hash-object", "-t", "tree", "--stdin"], context, cancellationToken)
            .ConfigureAwait(false);
        return empty is GitRun.Done done ? done.Output.Trim() : since;
    }

    // Both runs list the files in one order.
    private static GitDiffResult Join(string numstat, string patch, int maxChars)
    {
        if (GitNumstat.Read(numstat) is not { } lines)
        {
            return GitDiffResult.Failed("git diff printed something that is not its numstat format.");
        }

        var hunks = GitPatch.Read(patch, maxChars);
        if (hunks.Count != lines.Count)
        {
            return GitDiffResult.Failed("The files changed while git diff was reading them; ask again.");
        }

        return GitDiffResult.Of(
            lines.Select((line, i) => new DiffFile(line.File, line.Additions, line.Deletions, hunks[i])).ToList());
    }
}
