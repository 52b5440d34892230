using System.Text.Json;
using Punie.Agent.LanguageServer.Protocol;

namespace Punie.Agent.LanguageServer;

/// <summary>
/// What a server registered after its start: requests that it answers and files that it wants to hear of.
/// </summary>
/// <param name="root">Full path of the workspace.</param>
internal sealed class Registrations(string root)
{
    private const string WatchedFiles = "workspace/didChangeWatchedFiles";
    private const int AllKinds = 7;

    private readonly Lock _guard = new();   // protects the list: the connection adds, requests look
    private readonly List<Registration> _all = [];

    private sealed record Watcher(WatchPattern Pattern, int Kinds);

    private sealed record Registration(string Id, string Method, IReadOnlyList<Watcher> Watchers);

    /// <summary>True when the server registered a method.</summary>
    public bool Has(string method)
    {
        lock (_guard) return _all.Exists(one => one.Method == method);
    }

    /// <summary>True when the server wants to hear of a change.</summary>
    public bool Watches(string fullPath, FileChangeKind kind)
    {
        // Creation, change and deletion are bits 1, 2 and 4 of a watcher, but 1, 2 and 3 in an event.
        var bit = 1 << ((int)kind - 1);
        lock (_guard)
        {
            return _all.Exists(one =>
                one.Watchers.Any(watcher => (watcher.Kinds & bit) != 0 && watcher.Pattern.Covers(fullPath)));
        }
    }

    /// <summary>Reads <c>client/registerCapability</c>.</summary>
    public void Add(JsonElement parameters)
    {
        var added = parameters.GetProperty("registrations").EnumerateArray().Select(Read).ToList();
        lock (_guard) _all.AddRange(added);
    }

    /// <summary>Reads <c>client/unregisterCapability</c>.</summary>
    public void Remove(JsonElement parameters)
    {
        // The misspelling is the protocol's own.
        var ids = parameters.GetProperty("unregisterations").EnumerateArray()
            .Select(one => one.GetProperty("id").GetString()).ToList();
        lock (_guard) _all.RemoveAll(one => ids.Contains(one.Id));
    }

    private Registration Read(JsonElement json)
    {
        var method = json.GetProperty("method").GetString()!;
        var watchers = method == WatchedFiles && json.TryGetProperty("registerOptions", out var options)
            ? options.GetProperty("watchers").EnumerateArray().Select(ReadWatcher).ToList()
            : [];
        return new Registration(json.GetProperty("id").GetString()!, method, watchers);
    }

    private Watcher ReadWatcher(JsonElement json)
    {
        var kinds = json.TryGetProperty("kind", out var given) && given.TryGetInt32(out var bits) ? bits : AllKinds;
        var pattern = json.GetProperty("globPattern");
        if (pattern.ValueKind is JsonValueKind.String)
            return new Watcher(new WatchPattern(pattern.GetString()!, root), kinds);

        // The base is an address or a workspace folder with one.
        var baseUri = pattern.GetProperty("baseUri");
        if (baseUri.ValueKind is JsonValueKind.Object) baseUri = baseUri.GetProperty("uri");
        var folder = DocumentUri.ToPath(baseUri.GetString()!) ?? root;
        return new Watcher(new WatchPattern(pattern.GetProperty("pattern").GetString()!, folder), kinds);
    }
}

/// <summary>What happened to a file; the numbers are the protocol's.</summary>
internal enum FileChangeKind
{
    /// <summary>It is new.</summary>
    Created = 1,

    /// <summary>Its content changed.</summary>
    Changed = 2,

    /// <summary>It is gone.</summary>
    Deleted = 3,
}
