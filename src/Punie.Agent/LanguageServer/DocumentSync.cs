using Punie.Agent.LanguageServer.Protocol;
using Punie.Agent.Rpc;
using Punie.Agent.Workspace;

namespace Punie.Agent.LanguageServer;

/// <summary>Keeps a server's picture of the workspace equal to the disk: open documents and watched files.</summary>
/// <param name="workspace">The workspace.</param>
/// <param name="connection">To the server.</param>
/// <param name="registrations">Which files the server wants to hear of.</param>
/// <param name="mostOpen">Most documents kept open.</param>
internal sealed class DocumentSync(IWorkspace workspace, RpcConnection connection, Registrations registrations,
    int mostOpen) : IDisposable
{
    // A server takes an open document in at once, but may list a folder again only later.
    private const int MostNewFiles = 8;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Dictionary<string, OpenDocument> _open = new(StringComparer.Ordinal);
    private volatile bool _isSettled;
    private ProjectScan? _seen;
    private long _uses;

    private sealed record OpenDocument(string Uri, string Text, int Version, FileStamp? Stamp)
    {
        public long LastUse { get; set; }
    }

    /// <summary>
    /// False after a start or a new file until the server has shown that it read them: a first answer about the whole
    /// workspace may miss what it has not read.
    /// </summary>
    public bool IsSettled
    {
        get => _isSettled;
        set => _isSettled = value;
    }

    /// <summary>Tells the server what changed since the last time and opens a document.</summary>
    /// <param name="scan">The workspace as it is.</param>
    /// <param name="file">A path to have open; null for none.</param>
    /// <param name="cancellationToken">Stops the work; the next call does the rest.</param>
    /// <exception cref="WorkspaceException">The file cannot be read.</exception>
    public async Task SyncAsync(ProjectScan scan, string? file, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await TellChangesAsync(scan, cancellationToken).ConfigureAwait(false);
            if (file is not null) await OpenAsync(file, scan, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async Task TellChangesAsync(ProjectScan scan, CancellationToken cancellationToken)
    {
        if (_seen is not null && scan.Number > _seen.Number)
        {
            var (events, newFiles) = (new List<FileEvent>(), 0);
            foreach (var (path, kind) in scan.ChangesSince(_seen))
            {
                var full = Path.Combine(workspace.Root, path);
                if (registrations.Watches(full, kind)) events.Add(new FileEvent(DocumentUri.From(full), (int)kind));

                var isNew = kind is FileChangeKind.Created && ProjectScan.IsPython(path);
                if (isNew || !ProjectScan.IsPython(path)) _isSettled = false;
                if (kind is FileChangeKind.Deleted) Close(path);
                else if (_open.ContainsKey(path) || (isNew && newFiles++ < MostNewFiles))
                    await RefreshAsync(path, scan, cancellationToken).ConfigureAwait(false);
            }

            if (events.Count > 0)
            {
                connection.Notify(
                    "workspace/didChangeWatchedFiles", new(events), ProtocolJson.Default.DidChangeWatchedFilesParams);
            }
        }

        if (_seen is null || scan.Number > _seen.Number) _seen = scan;
    }

    private async Task RefreshAsync(string file, ProjectScan scan, CancellationToken cancellationToken)
    {
        try
        {
            await OpenAsync(file, scan, cancellationToken).ConfigureAwait(false);
        }
        catch (WorkspaceException)
        {
            // It is closed now; whoever asks about this file is told why it cannot be read.
        }
    }

    private async Task OpenAsync(string file, ProjectScan scan, CancellationToken cancellationToken)
    {
        var stamp = scan.Find(file);
        if (_open.TryGetValue(file, out var known) && stamp is not null && known.Stamp == stamp)
        {
            known.LastUse = ++_uses;
            return;
        }

        string text;
        try
        {
            text = await workspace.ReadTextAsync(file, cancellationToken).ConfigureAwait(false);
        }
        catch (WorkspaceException)
        {
            Close(file);
            throw;
        }

        if (known is null) Open(file, text, stamp);
        else Change(file, known, text, stamp);
    }

    private void Open(string file, string text, FileStamp? stamp)
    {
        while (_open.Count >= mostOpen) Close(_open.MinBy(one => one.Value.LastUse).Key);

        var document =
            new OpenDocument(DocumentUri.From(Path.Combine(workspace.Root, file)), text, 1, stamp)
            {
                LastUse = ++_uses
            };
        _open[file] = document;
        connection.Notify(
            "textDocument/didOpen", new(new(document.Uri, "python", document.Version, text)),
            ProtocolJson.Default.DidOpenParams);
    }

    private void Change(string file, OpenDocument known, string text, FileStamp? stamp)
    {
        var isSame = known.Text == text;
        var document =
            known with
            {
                Text = text,
                Stamp = stamp,
                Version = isSame
            ? known.Version
            : known.Version + 1,
                LastUse = ++_uses
            };
        _open[file] = document;
        if (isSame) return;

        connection.Notify(
            "textDocument/didChange", new(new(document.Uri, document.Version), [new(text)]),
            ProtocolJson.Default.DidChangeParams);
    }

    private void Close(string file)
    {
        if (!_open.Remove(file, out var document)) return;

        connection.Notify("textDocument/didClose", new(new(document.Uri)), ProtocolJson.Default.DidCloseParams);
    }
}
