using System.Diagnostics;
using Punie.Agent.Tools.Checks;
using Punie.Agent.Workspace;

namespace Punie.Agent.Tools.Git;

/// <summary>What git printed, or why there is nothing.</summary>
internal abstract record GitRun
{
    private GitRun()
    {
    }

    public sealed record Done(string Output) : GitRun;

    /// <param name="Error">For parse_error.</param>
    public sealed record Failed(string Error) : GitRun;
}

/// <summary>
/// Runs git so that it only looks, prints for programs and starts nothing that a repository configures.
/// </summary>
internal static class GitProgram
{
    private const string Install = "git is not installed. Install it, for example with 'apt-get install git'.";

    private static readonly string[] Settings =
    [
        "--no-pager",
        "-c", "core.quotePath=false",
        "-c", "core.fsmonitor=false",   // would start a program that the repository names
        "-c", "log.showSignature=false",
        "-c", "diff.noprefix=false",
        "-c", "diff.mnemonicPrefix=false",
        "-c", "diff.suppressBlankEmpty=false",
        "-c", "diff.submodule=short",
        "-c", "diff.interHunkContext=0",
    ];

    private static readonly Dictionary<string, string?> Variables = new()
    {
        ["LC_ALL"] = "C",                 // messages are compared with
        ["GIT_OPTIONAL_LOCKS"] = "0",     // status must not rewrite the index
        ["GIT_TERMINAL_PROMPT"] = "0",
        ["GIT_EXTERNAL_DIFF"] = null,
        ["GIT_DIFF_OPTS"] = null,
        ["GIT_ALLOW_PROTOCOL"] = "none",  // a missing object must not be fetched with what the repository names
        ["GIT_NO_LAZY_FETCH"] = "1",
        ["GIT_DIR"] = null,               // set while a hook runs: would point at another repository
        ["GIT_WORK_TREE"] = null,
        ["GIT_COMMON_DIR"] = null,
        ["GIT_INDEX_FILE"] = null,
        ["GIT_OBJECT_DIRECTORY"] = null,
        ["GIT_ALTERNATE_OBJECT_DIRECTORIES"] = null,
        ["GIT_NAMESPACE"] = null,
        ["GIT_PREFIX"] = null,
        ["GIT_LITERAL_PATHSPECS"] = null, // would make the magic of a pathspec part of the name
        ["GIT_GLOB_PATHSPECS"] = null,
        ["GIT_NOGLOB_PATHSPECS"] = null,
        ["GIT_ICASE_PATHSPECS"] = null,
    };

    /// <summary>Runs one git command in the workspace's root.</summary>
    public static async Task<GitRun> RunAsync(
        IReadOnlyList<string> arguments, ToolContext context, CancellationToken cancellationToken)
    {
        if (context.Processes.Find("git", context.Workspace.Root) is not { } path) return new GitRun.Failed(Install);

        var git = new CheckProgram("git", path, Settings, "installed on this machine") { Environment = Variables };
        return await CheckRun.OfAsync(git, arguments, context, cancellationToken).ConfigureAwait(false) switch
        {
            CheckRun.Done { Code: 0 } done => new GitRun.Done(done.Output.StandardOutput),
            CheckRun.Done done => new GitRun.Failed(Explain(done.Complaint)),
            CheckRun.Failed failed => new GitRun.Failed(failed.Error),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>
    /// Runs a command that compares files: git would give them to the filters that the repository configures.
    /// </summary>
    public static async Task<GitRun> CompareAsync(
        IReadOnlyList<string> arguments, ToolContext context, CancellationToken cancellationToken)
    {
        string[] question = ["config", "--show-scope", "--null", "--get-regexp", GitFilters.Pattern];
        var run = await RunAsync(question, context, cancellationToken).ConfigureAwait(false);

        // It fails when there are none.
        return run is GitRun.Done done
            ? await RunAsync([.. GitFilters.Without(done.Output), .. arguments], context, cancellationToken)
                .ConfigureAwait(false)
            : await RunAsync(arguments, context, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// The pathspec for a path argument. A path that no longer exists is fine: it may have been deleted.
    /// </summary>
    /// <exception cref="WorkspaceException">Outside the workspace.</exception>
    public static string PathSpec(ToolContext context, string path) =>
        $":(literal){context.Workspace.Resolve(path).Relative}";

    /// <summary>The workspace's folder inside its repository, "" at the top, else ending in <c>/</c>.</summary>
    public static async Task<GitRun> PrefixAsync(ToolContext context, CancellationToken cancellationToken)
    {
        var run = await RunAsync(["rev-parse", "--show-prefix"], context, cancellationToken).ConfigureAwait(false);
        return run is GitRun.Done done ? new GitRun.Done(done.Output.TrimEnd('\n')) : run;
    }

    private static string Explain(string complaint) =>
        complaint.Contains("not a git repository", StringComparison.Ordinal)
            ? "The workspace is not a git repository. Run 'git init' there first."
            : complaint;
}
