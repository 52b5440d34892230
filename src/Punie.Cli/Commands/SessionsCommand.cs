using Punie.Agent.Sessions;
using Punie.Cli.Hosting;
using Punie.Cli.Rendering;

namespace Punie.Cli.Commands;

/// <summary>Lists and exports the sessions of a workspace.</summary>
internal sealed class SessionsCommand(ITerminal terminal, TimeProvider clock, SessionStores sessions)
{
    /// <summary>One line a session, last used first.</summary>
    public int List(bool json, string workspace)
    {
        var list = Guarded(() => sessions.For(UserFiles.Workspace(workspace)).List());
        foreach (var problem in list.Problems) terminal.Complain(problem);
        if (json)
        {
            terminal.Tell(SessionJson.Write(list.Sessions));
            return ExitCode.Ok;
        }

        if (list.Sessions.Count == 0) terminal.Tell("no session yet; punie chat starts one");
        foreach (var line in SessionTable.Lines(list.Sessions, clock.GetUtcNow()))
            terminal.Tell(terminal.IsOutputScreen ? Page.Clip(Cells.Harmless(line), terminal.Width) : line);
        return ExitCode.Ok;
    }

    /// <summary>One session, as Markdown or JSON.</summary>
    public int Export(SessionChoice session, bool json, string workspace)
    {
        var read = Guarded(() => sessions.For(UserFiles.Workspace(workspace)).Read(session.Id));
        if (read.Warning is { } warning) terminal.Complain(warning);
        terminal.Tell((json ? SessionJson.Write(read.History) : SessionMarkdown.Write(read.History)).TrimEnd('\n'));
        return ExitCode.Ok;
    }

    private static T Guarded<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SessionException wrong)
        {
            throw new UsageException(wrong.Message);
        }
    }
}
