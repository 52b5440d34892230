using Punie.Agent.Configuration;
using Punie.Agent.Permissions;
using Punie.Agent.Processes;
using Punie.Agent.Tests.Processes;
using Punie.Agent.Tests.Workspace;
using Punie.Agent.Tools;
using Punie.Agent.Workspace;
using Punie.Python.Sandbox;

namespace Punie.Agent.Tests.Tools;

/// <summary>A temporary workspace with the real doors, to call tools in.</summary>
internal sealed class ToolBench : IDisposable
{
    private static readonly string SearchPath = Environment.GetEnvironmentVariable("PATH")!;

    private readonly TemporaryFolder _folder = new();
    private readonly RecordingGate _gate = new();

    public ToolBench()
    {
        Context = new ToolContext(
            new DiskWorkspace(_folder.FullPath), new ProcessRunner(SearchPath, PatientTime.Clock), _gate)
        {
            Programs = new ToolPrograms(Path.Combine(RepositoryRoot, "eng", "node")),
        };
    }

    /// <summary>The folder of this repository's checkout.</summary>
    public static string RepositoryRoot { get; } = FindRoot();

    public ToolContext Context { get; set; }

    /// <summary>What was asked so far.</summary>
    public IReadOnlyList<PermissionRequest> Asked => _gate.Requests;

    /// <summary>When set, every request is denied for this reason.</summary>
    public string? Denial
    {
        set => _gate.Denial = value;
    }

    public TemporaryFolder Folder => _folder;

    /// <summary>Makes a virtual environment of the project with one program, a script.</summary>
    public void WriteEnvironment(string program, string script)
    {
        _folder.WriteProgram(".venv/bin/python", "#!/bin/sh\nexec python3 \"$@\"\n");
        _folder.WriteProgram($".venv/bin/{program}", script);
    }

    /// <summary>Writes the project's configuration as one that was accepted.</summary>
    public void Configure(string yaml)
    {
        var (config, problems) = ConfigReader.Read(yaml);
        Assert.Empty(problems);
        Context = Context with { Config = config };
    }

    /// <summary>No program is found on the search path, and none of Punie's packages.</summary>
    public void HidePrograms()
    {
        Context = Context with
        {
            Processes = new ProcessRunner("", PatientTime.Clock),
            Programs = new ToolPrograms(_folder["none"]) { SystemPython = _folder["no-python"] },
        };
    }

    /// <summary>Calls a tool with arguments in order; the rest take their defaults.</summary>
    public async Task<T> CallAsync<T>(Tool tool, params object?[] arguments)
    {
        var rest = tool.Parameters.Skip(arguments.Length).Select(parameter => parameter.Default!.Value);
        var bound = new ToolArguments(tool, [.. arguments, .. rest]);
        return (T)await tool.InvokeAsync(bound, Context, TestContext.Current.CancellationToken);
    }

    /// <summary>The exception that a call raises in a program, as its last line.</summary>
    public async Task<string> RaisedAsync(Tool tool, params object?[] arguments)
    {
        var raised = await Assert.ThrowsAsync<HostException>(() => CallAsync<object>(tool, arguments));
        return $"{raised.PythonType}: {raised.Message}";
    }

    /// <summary>Runs a program in the workspace and expects it to succeed.</summary>
    public async Task RunAsync(string program, params string[] arguments)
    {
        var outcome = await Context.Processes.RunAsync(
            new ProcessRequest
            {
                Program = program,
                Arguments = arguments,
                WorkingDirectory = Context.Workspace.Root,
                TimeLimit = TimeSpan.FromMinutes(2),
                Environment = new Dictionary<string, string?>
                {
                    ["GIT_CONFIG_GLOBAL"] = "/dev/null",
                    ["GIT_CONFIG_NOSYSTEM"] = "1",
                    ["GIT_AUTHOR_NAME"] = "Test",
                    ["GIT_AUTHOR_EMAIL"] = "test@example.invalid",
                    ["GIT_COMMITTER_NAME"] = "Test",
                    ["GIT_COMMITTER_EMAIL"] = "test@example.invalid",
                },
            },
            TestContext.Current.CancellationToken);
        var exited = Assert.IsType<ProcessOutcome.Exited>(outcome);
        Assert.True(exited.Code == 0, exited.Output.InOrder);
    }

    public void Dispose() => _folder.Dispose();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Punie.slnx"))) folder = folder.Parent!;
        return folder.FullName;
    }

    private sealed class RecordingGate : IPermissionGate
    {
        public List<PermissionRequest> Requests { get; } = [];

        public string? Denial { get; set; }

        public ValueTask<PermissionDecision> AskAsync(PermissionRequest request, CancellationToken cancellationToken)
        {
            Requests.Add(request);
            return ValueTask.FromResult<PermissionDecision>(
                Denial is null
                    ? new PermissionDecision.Allowed(Decider.Person)
                    : new PermissionDecision.Denied(Denial, Decider.Person));
        }
    }
}
