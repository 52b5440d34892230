using Punie.Agent.Tools;
using Punie.Agent.Tools.Git;

namespace Punie.Agent.Tests.Tools.Git;

/// <summary>A temporary repository, made with real git.</summary>
internal sealed class GitBench : IDisposable
{
    public ToolBench Tools { get; } = new();

    public Punie.Agent.Tests.Workspace.TemporaryFolder Folder => Tools.Folder;

    public string Root => Tools.Context.Workspace.Root;

    public Task GitAsync(params string[] arguments) =>
        Tools.RunAsync("git", ["-c", "init.defaultBranch=main", "-c", "protocol.file.allow=always", .. arguments]);

    /// <summary>Makes a repository and commits some files with two lines each.</summary>
    public async Task InitAsync(params string[] files)
    {
        await GitAsync("init", "--quiet");
        foreach (var file in files) Folder.Write(file, $"first\n{file}\n");
        await GitAsync("add", ".");
        await GitAsync("commit", "--quiet", "--allow-empty", "-m", "first");
    }

    /// <summary>The same repository seen from another folder.</summary>
    public void MoveTo(string folder) =>
        Tools.Context = Tools.Context with { Workspace = new Punie.Agent.Workspace.DiskWorkspace(Folder[folder]) };

    public Task<GitStatusResult> StatusAsync(params object?[] arguments) =>
        CallAsync<GitStatusResult>(new GitStatusTool(), arguments);

    public Task<GitDiffResult> DiffAsync(params object?[] arguments) =>
        CallAsync<GitDiffResult>(new GitDiffTool(), arguments);

    public Task<GitLogResult> LogAsync(params object?[] arguments) =>
        CallAsync<GitLogResult>(new GitLogTool(), arguments);

    public void Dispose() => Tools.Dispose();

    private Task<T> CallAsync<T>(Tool tool, object?[] arguments) => Tools.CallAsync<T>(tool, arguments);
}
