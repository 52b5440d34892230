using System.Text.Json;

namespace Punie.Agent.LanguageServer.Protocol;

// The parts of the Language Server Protocol 3.17 that are used, under their names there.

internal sealed record CancelParams(long Id);

internal sealed record ClientInfo(string Name);

internal sealed record WorkspaceFolder(string Uri, string Name);

internal sealed record InitializeParams(
    int ProcessId, ClientInfo ClientInfo, string RootUri, IReadOnlyList<WorkspaceFolder> WorkspaceFolders,
    JsonElement Capabilities);

internal sealed record InitializedParams;

internal sealed record TextDocumentItem(string Uri, string LanguageId, int Version, string Text);

internal sealed record DidOpenParams(TextDocumentItem TextDocument);

internal sealed record VersionedDocument(string Uri, int Version);

internal sealed record ContentChange(string Text);

internal sealed record DidChangeParams(VersionedDocument TextDocument, IReadOnlyList<ContentChange> ContentChanges);

internal sealed record DocumentIdentifier(string Uri);

internal sealed record DidCloseParams(DocumentIdentifier TextDocument);

internal sealed record FileEvent(string Uri, int Type);

internal sealed record DidChangeWatchedFilesParams(IReadOnlyList<FileEvent> Changes);

internal sealed record DidChangeConfigurationParams(JsonElement Settings);

/// <summary>A place in a document; both numbers from 0, the character in UTF-16 units.</summary>
internal sealed record Position(int Line, int Character);

internal sealed record Range(Position Start, Position End);

internal sealed record PositionParams(DocumentIdentifier TextDocument, Position Position);

internal sealed record ReferenceContext(bool IncludeDeclaration);

internal sealed record ReferenceParams(DocumentIdentifier TextDocument, Position Position, ReferenceContext Context);

internal sealed record DocumentSymbolParams(DocumentIdentifier TextDocument);

internal sealed record WorkspaceSymbolParams(string Query);

internal sealed record Location(string Uri, Range Range);

internal sealed record LocationLink(string TargetUri, Range TargetSelectionRange);

/// <summary>The form of a document's symbols that is a tree.</summary>
internal sealed record DocumentSymbol(
    string Name, int Kind, Range Range, Range SelectionRange, IReadOnlyList<DocumentSymbol>? Children = null);

/// <summary>The flat form of symbols. A location without a range names only the file.</summary>
internal sealed record SymbolInformation(string Name, int Kind, SymbolLocation Location, string? ContainerName = null);

internal sealed record SymbolLocation(string Uri, Range? Range = null);
