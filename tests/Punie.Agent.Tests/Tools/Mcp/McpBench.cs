using System.Collections.Concurrent;
using Punie.Agent.CodeMode;
using Punie.Agent.Configuration;
using Punie.Agent.Processes;
using Punie.Agent.Tests.CodeMode;
using Punie.Agent.Tests.Processes;
using Punie.Agent.Tools;
using Punie.Agent.Tools.Mcp;
using Punie.Agent.Tools.Mcp.Settings;
using Punie.Python.Sandbox;

namespace Punie.Agent.Tests.Tools.Mcp;

/// <summary>A real server of tools, <c>Peers/mcp_server.py</c>, in a temporary workspace.</summary>
internal sealed class McpBench : IAsyncDisposable
{
    private static readonly string Peer =
        Path.Combine(ToolBench.RepositoryRoot, "tests/Punie.Agent.Tests/Peers/mcp_server.py");

    private RunningProgram? _http;

    public ToolBench Tools { get; } = new();

    public McpServers Servers { get; private set; } = null!;

    public McpSettings Settings { get; init; } = new();

    public List<string> Notices { get; } = [];

    /// <summary>Which servers were waited for, again and again.</summary>
    public List<IReadOnlyList<string>> Waited { get; } = [];

    /// <summary>What the tools said about their progress.</summary>
    public ConcurrentQueue<string> Progress { get; } = new();

    public ToolCatalog Catalog { get; private set; } = null!;

    /// <summary>What the server wrote down.</summary>
    public string Log => File.Exists(Tools.Folder["log"]) ? File.ReadAllText(Tools.Folder["log"]) : "";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Starts a server over its streams, called <c>peer</c>.</summary>
    public Task<IReadOnlyList<string>> StartAsync(params string[] options) => StartThoseAsync(
        new McpServerConfig.Program("peer", "python3", [Peer, "--log", Tools.Folder["log"], .. options])
        {
            Environment = new Dictionary<string, string> { ["GIVEN"] = "${PUNIE_TEST_VALUE:-default}" },
        });

    /// <summary>Starts a server over HTTP, called <c>peer</c>.</summary>
    public async Task<IReadOnlyList<string>> StartHttpAsync(IReadOnlyDictionary<string, string> headers,
        params string[] options) =>
            await StartThoseAsync(
                new McpServerConfig.Address("peer",
                new Uri($"http://127.0.0.1:{await ServeAsync(options)}/mcp"))
                { Headers = headers });

    public async Task<IReadOnlyList<string>> StartThoseAsync(params McpServerConfig[] configs)
    {
        var starter = new ProcessRunner(Environment.GetEnvironmentVariable("PATH")!, PatientTime.Clock);
        Servers = new McpServers(configs,
            new McpSurroundings(Tools.Context.Workspace.Root, starter, Environment.GetEnvironmentVariable,
            PatientTime.Clock)
            {
                Settings = Settings,
                Noticed = Notices.Add,
            });
        var problems = await Servers.StartAsync(Waited.Add, Token);
        Catalog = Servers.Catalog(BuiltInTools.Create());
        return problems;
    }

    /// <summary>Runs a program and gives what it printed, or its error's last line.</summary>
    public async Task<string> RunAsync(string program, CancellationToken? cancellationToken = null)
    {
        var problems = ProgramAnalysis.Analyze(program, Catalog).Problems;
        Assert.Empty(problems);
        var runner = new CodeRunner(Catalog, Tools.Context, CodeLimits.Default, PatientTime.Clock);
        var run = await runner.RunAsync(program, new SilentObserver { Progress = Progress }, cancellationToken ?? Token);
        return run.Outcome is RunOutcome.Raised raised ? raised.Error.LastLine : run.Outcome.Output.TrimEnd('\n');
    }

    public async ValueTask DisposeAsync()
    {
        if (Servers is not null) await Servers.DisposeAsync();
        if (_http is not null) await _http.DisposeAsync();
        Tools.Dispose();
    }

    private async Task<string> ServeAsync(string[] options)
    {
        var starter = new ProcessRunner(Environment.GetEnvironmentVariable("PATH")!, PatientTime.Clock);
        var started = starter.Start(new StartRequest
        {
            Program = "python3",
            Arguments = [Peer, "--http", "--log", Tools.Folder["log"], .. options],
            WorkingDirectory = Tools.Context.Workspace.Root,
        });
        _http = Assert.IsType<StartOutcome.Started>(started).Program;
        using var reader = new StreamReader(_http.Output, leaveOpen: true);
        return (await reader.ReadLineAsync(Token))!;
    }
}
