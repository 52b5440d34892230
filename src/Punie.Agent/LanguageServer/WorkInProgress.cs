using System.Text.Json;

namespace Punie.Agent.LanguageServer;

/// <summary>The long work that a server reports, such as reading a project.</summary>
internal sealed class WorkInProgress
{
    private readonly Lock _guard = new();   // protects both fields: the connection reports, requests look
    private readonly Dictionary<string, string> _titles = new(StringComparer.Ordinal);
    private TaskCompletionSource _idle = Completed();

    /// <summary>What the server is doing; null when it is idle.</summary>
    public string? Title
    {
        get
        {
            lock (_guard) return _titles.Count == 0 ? null : _titles.Values.Last();
        }
    }

    /// <summary>Completes when no work is left.</summary>
    public Task IdleAsync(CancellationToken cancellationToken)
    {
        lock (_guard) return _idle.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Reads <c>$/progress</c>.</summary>
    public void Report(JsonElement parameters)
    {
        var token = parameters.GetProperty("token").GetRawText();
        var value = parameters.GetProperty("value");
        if (value.ValueKind is not JsonValueKind.Object || !value.TryGetProperty("kind", out var kind)) return;

        lock (_guard)
        {
            if (kind.ValueEquals("begin"))
            {
                if (_titles.Count == 0) _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
                _titles[token] = value.TryGetProperty("title", out var title) ? title.GetString() ?? "" : "";
            }
            else if (kind.ValueEquals("end") && _titles.Remove(token) && _titles.Count == 0)
            {
                _idle.TrySetResult();
            }
        }
    }

    private static TaskCompletionSource Completed()
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        done.SetResult();
        return done;
    }
}
