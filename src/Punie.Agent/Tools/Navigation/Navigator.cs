using Punie.Agent.LanguageServer;
using Punie.Agent.Workspace;

namespace Punie.Agent.Tools.Navigation;

/// <summary>What the navigation tools of one session share: the language server and the index of names.</summary>
public sealed class Navigator : IAsyncDisposable
{
    private readonly LanguageServerSession _session;
    private readonly SymbolIndex _index;
    private readonly SymbolFinder _finder;
    private IReadOnlyList<string>? _sample;

    /// <summary>Starts nothing yet.</summary>
    /// <param name="workspace">The project.</param>
    /// <param name="session">Its language server; ended with the navigator.</param>
    public Navigator(IWorkspace workspace, LanguageServerSession session)
    {
        _session = session;
        _index = new SymbolIndex(workspace);
        _finder = new SymbolFinder(workspace, _index);
    }

    /// <summary>Starts the language server in the background.</summary>
    public void Warm() => _session.Warm();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _session.DisposeAsync().ConfigureAwait(false);
        _index.Dispose();
    }

    internal ProjectScan Scan() => _session.Scan();

    internal Task<SymbolTarget> FindAsync(SymbolQuery query, ProjectScan scan, CancellationToken cancellationToken)
    {
        // Finding the name may read the whole project; the server starts meanwhile.
        _session.Warm(scan);
        return _finder.FindAsync(query, scan, cancellationToken);
    }

    internal Task<T> AskAsync<T>(
        ProjectScan scan, Func<ServerQueries, CancellationToken, Task<T>> ask, CancellationToken cancellationToken) =>
            _session.AskAsync(scan, ask, cancellationToken);

    /// <summary>
    /// As <see cref="AskAsync"/>, for a question about all files: asked when the server has read them.
    /// </summary>
    internal async Task<T> AskAboutProjectAsync<T>(
        ProjectScan scan, Func<ServerQueries, CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
    {
        _session.Warm(scan);
        _sample ??= await _index.SampleAsync(scan, cancellationToken).ConfigureAwait(false);
        return await _session.AskAsync(scan, AskWhenReadAsync, cancellationToken).ConfigureAwait(false);

        async Task<T> AskWhenReadAsync(ServerQueries server, CancellationToken token)
        {
            await server.WhenReadAsync(_sample, token).ConfigureAwait(false);
            return await ask(server, token).ConfigureAwait(false);
        }
    }
}
