using System.Globalization;
using Punie.Agent.Workspace;

namespace Punie.Agent.Sessions;

/// <summary>The sessions of one workspace, each a file of its own in the person's state folder.</summary>
/// <param name="state">Where Punie's own files are.</param>
/// <param name="workspace">Full path of the project.</param>
/// <param name="limits">For sessions that are opened here.</param>
/// <param name="clock">Dates entries.</param>
public sealed class SessionStore(StateFolder state, string workspace, SessionLimits limits, TimeProvider clock)
{
    private readonly string _folder = Path.Combine("sessions", StateFolder.KeyOf(workspace));
    private readonly SessionLimits _limits = limits.Checked();

    /// <summary>Starts a session; its file appears with the first prompt.</summary>
    /// <param name="model">As the person named it.</param>
    public Session Create(string model)
    {
        var (opened, file) = New(model, forkedFrom: null);
        return Session.Start(opened, _limits, () => state.Append(file), clock);
    }

    /// <summary>The workspace's sessions, last used first.</summary>
    /// <exception cref="SessionException">The folder cannot be read.</exception>
    public SessionList List()
    {
        var sessions = new List<SessionSummary>();
        var problems = new List<string>();
        foreach (var file in Files())
        {
            try
            {
                if (SessionSummary.From(Text(file)) is { } summary) sessions.Add(summary);
                else problems.Add($"{file} is not a session");
            }
            catch (SessionException unreadable)
            {
                problems.Add(unreadable.Message);
            }
        }

        return new SessionList([.. sessions.OrderByDescending(session => session.LastUsed)], problems);
    }

    /// <summary>Reads a session without opening it.</summary>
    /// <param name="id">The beginning of its id; null for the one used last.</param>
    /// <exception cref="SessionException">None or several fit, or the file cannot be read.</exception>
    public ReadSession Read(string? id)
    {
        var file = Find(id);
        return ReadSession.From(Text(file), Path.GetFileName(file));
    }

    /// <summary>Goes on with a session.</summary>
    /// <param name="id">The beginning of its id; null for the one used last.</param>
    /// <exception cref="SessionException">None or several fit, it is open elsewhere, or it cannot be read.</exception>
    public ResumedSession Resume(string? id)
    {
        var file = Find(id);
        AppendedFile opened;
        try
        {
            opened = state.Append(file);
        }
        catch (IOException failure)
        {
            throw new SessionException(
                $"session {IdOf(file)} cannot be continued: it is open in another punie, or cannot be written ({failure.Message})", failure);
        }

        try
        {
            var read = ReadSession.From(Text(file), Path.GetFileName(file));
            return new ResumedSession(Session.Resume(read.History, _limits, opened, clock), read.Warning);
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    /// <summary>Copies a session into a new one, which goes its own way from there. The first stays as it is.</summary>
    /// <param name="id">The beginning of its id; null for the one used last.</param>
    /// <exception cref="SessionException">None or several fit, or the copy cannot be written.</exception>
    public ResumedSession Fork(string? id)
    {
        var lines = Text(Find(id)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var origin = ReadSession.From(string.Join('\n', lines), "the session").History;
        var (opened, file) = New(origin.Model, origin.Opened.Id);
        try
        {
            using var copy = state.Append(file);
            copy.Add(SessionEntryJson.ToJson(new SessionLine(clock.GetUtcNow(), opened)));
            foreach (var line in lines.Skip(1).Where(line => SessionEntryJson.TryParse(line, out _))) copy.Add(line);
            copy.Sync();
        }
        catch (IOException failure)
        {
            throw new SessionException($"the copy cannot be written: {failure.Message}", failure);
        }

        return Resume(opened.Id);
    }

    private (SessionEntry.Opened Opened, string File) New(string model, string? forkedFrom)
    {
        var id = Guid.NewGuid().ToString("N")[..8];
        var time = clock.GetUtcNow().ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);
        var opened = new SessionEntry.Opened(SessionEntry.FormatVersion, id, workspace, model, forkedFrom);
        return (opened, Path.Combine(_folder, $"{time}-{id}.jsonl"));
    }

    private string Find(string? id)
    {
        var files = Files();
        if (files.Count == 0) throw new SessionException($"there is no session for {workspace} yet");
        if (id == null) return Latest(files);
        var fitting = files.Where(file => IdOf(file).StartsWith(id, StringComparison.OrdinalIgnoreCase)).ToList();
        return fitting switch
        {
            [var only] => only,
            [] => throw new SessionException($"there is no session '{id}' for {workspace}; punie sessions lists them"),
            _ => throw new SessionException(
                $"'{id}' fits {fitting.Count} sessions: {string.Join(", ", fitting.Take(5).Select(IdOf))}; "
                + "give more of the id"),
        };
    }

    private string Latest(IReadOnlyList<string> files) =>
        files.Select(file => (File: file, Summary: SessionSummary.From(Text(file))))
            .Where(one => one.Summary != null).MaxBy(one => one.Summary!.LastUsed).File
        ?? throw new SessionException($"none of the {files.Count} sessions for {workspace} can be read");

    private IReadOnlyList<string> Files()
    {
        try
        {
            return state.Files(_folder, "*.jsonl");
        }
        catch (IOException failure)
        {
            throw new SessionException($"the sessions cannot be listed: {failure.Message}", failure);
        }
    }

    private string Text(string file)
    {
        try
        {
            return state.Read(file) ?? throw new SessionException($"{file} is gone");
        }
        catch (IOException failure)
        {
            throw new SessionException($"{file} cannot be read: {failure.Message}", failure);
        }
    }

    // The id stands behind the time in the file's name.
    private static string IdOf(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        return name[(name.LastIndexOf('-') + 1)..];
    }
}

/// <summary>A session that goes on.</summary>
/// <param name="Session">The caller's to dispose.</param>
/// <param name="Warning">One line about what could not be read; null when all could.</param>
public sealed record ResumedSession(Session Session, string? Warning);
