using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Punie.Agent.LanguageServer.Protocol;

namespace Punie.Agent.LanguageServer;

/// <summary>A place in a file of the workspace, both numbers from 1.</summary>
/// <param name="File">Relative, with <c>/</c>.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 units.</param>
internal sealed record FilePlace(string File, int Line, int Column);

/// <summary>The questions that a server is asked; each first brings its documents up to date.</summary>
/// <param name="server">A server that runs.</param>
/// <param name="scan">The workspace as it is.</param>
/// <param name="root">Full path of the workspace.</param>
internal sealed class ServerQueries(RunningServer server, ProjectScan scan, string root)
{
    private const int MostRounds = 5;

    public async Task<IReadOnlyList<Location>> DefinitionsAsync(FilePlace place, CancellationToken cancellationToken)
    {
        var asked = new Request("textDocument/definition", "definitionProvider", place.File);
        var parameters = new PositionParams(Document(place.File), PositionOf(place));
        var result = await AskAsync(asked, parameters, ProtocolJson.Default.PositionParams, cancellationToken)
            .ConfigureAwait(false);
        return ResultReader.Locations(result);
    }

    public async Task<IReadOnlyList<Location>> ReferencesAsync(FilePlace place, CancellationToken cancellationToken)
    {
        var asked = new Request("textDocument/references", "referencesProvider", place.File);
        var parameters = new ReferenceParams(Document(place.File), PositionOf(place), new(IncludeDeclaration: true));
        return await WhenReadyAsync(
            async token => ResultReader.Locations(
                await AskAsync(asked, parameters, ProtocolJson.Default.ReferenceParams, token).ConfigureAwait(false)),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Null when the server has nothing to say about the place.</summary>
    public async Task<HoverText?> HoverAsync(FilePlace place, CancellationToken cancellationToken)
    {
        var asked = new Request("textDocument/hover", "hoverProvider", place.File);
        var parameters = new PositionParams(Document(place.File), PositionOf(place));
        var result = await AskAsync(asked, parameters, ProtocolJson.Default.PositionParams, cancellationToken)
            .ConfigureAwait(false);
        return HoverText.Read(result);
    }

    public async Task<IReadOnlyList<DocumentSymbol>> DocumentSymbolsAsync(string file,
        CancellationToken cancellationToken)
    {
        var asked = new Request("textDocument/documentSymbol", "documentSymbolProvider", file);
        var result =
            await AskAsync(asked, new(Document(file)), ProtocolJson.Default.DocumentSymbolParams, cancellationToken)
            .ConfigureAwait(false);
        return ResultReader.DocumentSymbols(result);
    }

    public Task<List<SymbolInformation>> WorkspaceSymbolsAsync(string query, CancellationToken cancellationToken)
    {
        var asked = new Request("workspace/symbol", "workspaceSymbolProvider", File: null);
        return WhenReadyAsync(
            async token => ResultReader.WorkspaceSymbols(
                await AskAsync(asked, new(query), ProtocolJson.Default.WorkspaceSymbolParams, token)
                    .ConfigureAwait(false)),
            cancellationToken);
    }

    /// <summary>Waits until a new server has read the project; asks for names that are there for certain.</summary>
    public async Task WhenReadAsync(IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        var asked = new Request("workspace/symbol", "workspaceSymbolProvider", File: null);
        if (!server.Supports(asked.Provider, asked.Method)) return;

        await server.Reading.WaitAsync(names, IsKnownAsync, cancellationToken).ConfigureAwait(false);

        async Task<bool> IsKnownAsync(string name, CancellationToken token)
        {
            await server.Work.IdleAsync(token).ConfigureAwait(false);
            var found = await AskAsync(asked, new(name), ProtocolJson.Default.WorkspaceSymbolParams, token)
                .ConfigureAwait(false);
            return ResultReader.WorkspaceSymbols(found).Count > 0;
        }
    }

    /// <param name="Method">What is asked.</param>
    /// <param name="Provider">The capability that answers it.</param>
    /// <param name="File">The document that must be open.</param>
    private sealed record Request(string Method, string Provider, string? File);

    private async Task<JsonElement> AskAsync<T>(
        Request request, T parameters, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        if (!server.Supports(request.Provider, request.Method))
        {
            throw new LanguageServerException(
                $"{server.Name} does not answer {request.Method}; use another language server.");
        }

        await server.Documents.SyncAsync(scan, request.File, cancellationToken).ConfigureAwait(false);
        return await server.Connection.RequestAsync(request.Method, parameters, type, cancellationToken)
            .ConfigureAwait(false);
    }

    // A server that still reads the project misses what it has not read: two equal answers in a row are believed.
    private async Task<List<T>> WhenReadyAsync<T>(Func<CancellationToken, Task<List<T>>> ask,
        CancellationToken cancellationToken)
    {
        var found = await ask(cancellationToken).ConfigureAwait(false);
        for (var round = 0; round < MostRounds && !IsBelieved(found.Count); round++)
        {
            await server.Work.IdleAsync(cancellationToken).ConfigureAwait(false);
            var again = await ask(cancellationToken).ConfigureAwait(false);
            server.Documents.IsSettled = again.Count == found.Count;
            found = again;
        }

        return found;
    }

    private bool IsBelieved(int count) => server.Documents.IsSettled && (count > 0 || server.Work.Title is null);

    private DocumentIdentifier Document(string file) => new(DocumentUri.From(Path.Combine(root, file)));

    private static Position PositionOf(FilePlace place) => new(place.Line - 1, place.Column - 1);
}
