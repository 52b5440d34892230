using Punie.Agent.Loop;
using Punie.Agent.Sessions;
using Punie.Agent.Tests.Loop;
using Punie.Agent.Workspace;

namespace Punie.Agent.Tests.Sessions;

/// <summary>A store in a temporary folder, and turns of scripted models that are recorded in its sessions.</summary>
internal sealed class SessionBench : IDisposable
{
    private readonly LoopBench _loop = new();

    public SessionBench() => Store = Open();

    public string Folder { get; } = Directory.CreateTempSubdirectory("punie-sessions-").FullName;

    public SessionLimits Limits { get; init; } = new();

    public SessionStore Store { get; }

    public LoopBench Loop => _loop;

    public string Workspace => _loop.Tools.Context.Workspace.Root;

    /// <summary>The files on disk, newest name first.</summary>
    public IReadOnlyList<string> Files =>
        new StateFolder(Folder).Files(Path.Combine("sessions", StateFolder.KeyOf(Workspace)), "*.jsonl");

    /// <summary>As another process would see the same folder.</summary>
    public SessionStore Open(SessionLimits? limits = null) =>
        new(new StateFolder(Folder), Workspace, limits ?? Limits, TimeProvider.System);

    /// <summary>The text of the only session's file.</summary>
    public string FileText() => File.ReadAllText(Assert.Single(Files));

    /// <summary>Puts a file where the sessions' folder should be.</summary>
    public void BlockFolder() => File.WriteAllText(Path.Combine(Folder, "sessions"), "");

    public void Write(string name, string text) => File.WriteAllText(Path.Combine(Workspace, name), text);

    public Task AskAsync(Session session, string script, string prompt) =>
        AskAsync(session, _loop.Turn(script), prompt);

    public static async Task AskAsync(Session session, Turn turn, string prompt)
    {
        session.Begin(prompt);
        await foreach (var happened in turn.RunAsync(session.Conversation, prompt,
            TestContext.Current.CancellationToken))
            session.Record(happened);
    }

    public void Dispose()
    {
        _loop.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
