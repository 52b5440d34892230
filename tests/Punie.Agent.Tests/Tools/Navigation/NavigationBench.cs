using Punie.Agent.LanguageServer;
using Punie.Agent.Processes;
using Punie.Agent.Tests.Processes;
using Punie.Agent.Tests.Workspace;
using Punie.Agent.Tools;
using Punie.Agent.Tools.Navigation;

namespace Punie.Agent.Tests.Tools.Navigation;

/// <summary>A temporary workspace with a language server of its own.</summary>
internal sealed class NavigationBench : IAsyncDisposable
{
    private readonly ToolBench _bench;
    private readonly Lock _guard = new();
    private readonly List<string> _notices = [];

    /// <summary>Starts nothing yet.</summary>
    /// <param name="settings">Which server; the defaults when null.</param>
    /// <param name="bench">A workspace that this one then owns; a new one when null.</param>
    public NavigationBench(LanguageServerSettings? settings = null, ToolBench? bench = null)
    {
        _bench = bench ?? new ToolBench();
        var processes = (ProcessRunner)_bench.Context.Processes;
        Session =
            new LanguageServerSession(_bench.Context, processes, settings
            ?? new(), PatientTime.Clock)
            { Noticed = Notice };
        Navigator = new Navigator(_bench.Context.Workspace, Session);
        _bench.Context = _bench.Context with { Navigator = Navigator };
    }

    public LanguageServerSession Session { get; }

    public Navigator Navigator { get; }

    public TemporaryFolder Folder => _bench.Folder;

    /// <summary>What the session told.</summary>
    public IReadOnlyList<string> Notices
    {
        get
        {
            lock (_guard) return [.. _notices];
        }
    }

    /// <summary>Writes a small project: a class, and a function in another file that uses it.</summary>
    public void WriteProject()
    {
        Folder.Write("zoo/__init__.py", "");
        Folder.Write("zoo/animals.py",
            "class Animal:\n    legs = 4\n\n    def walk(self) -> int:\n        return self.legs\n");
        Folder.Write("zoo/keeper.py",
            "from zoo.animals import Animal\n\n\ndef feed(one: Animal) -> int:\n    return one.walk()\n");
    }

    public Task<T> CallAsync<T>(Tool tool, params object?[] arguments) => _bench.CallAsync<T>(tool, arguments);

    /// <summary>Calls a tool that takes a symbol with nothing but its name.</summary>
    public Task<T> CallByNameAsync<T>(Tool tool, string symbol) => _bench.CallAsync<T>(tool, "", 0L, 0L, symbol);

    /// <summary>Full path of a program of this machine, or null.</summary>
    public string? Find(string program) => _bench.Context.Processes.Find(program, _bench.Context.Workspace.Root);

    /// <summary>Runs a program in the workspace and expects it to succeed.</summary>
    public Task RunAsync(string program, params string[] arguments) => _bench.RunAsync(program, arguments);

    public async ValueTask DisposeAsync()
    {
        await Navigator.DisposeAsync();
        _bench.Dispose();
    }

    private void Notice(string text)
    {
        lock (_guard) _notices.Add(text);
    }
}
