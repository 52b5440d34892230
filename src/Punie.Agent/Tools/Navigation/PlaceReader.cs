using Punie.Agent.LanguageServer.Protocol;
using Punie.Agent.Workspace;
using Punie.Python.Syntax;

namespace Punie.Agent.Tools.Navigation;

/// <summary>
/// Turns a server's locations into paths and previews. Reads only through the workspace, each file once.
/// </summary>
internal sealed class PlaceReader(IWorkspace workspace)
{
    private const int PreviewChars = 200;

    // Folders that libraries and their stubs lie in.
    private static readonly string[] LibraryFolders =
        ["/site-packages/", "/dist-packages/", "/typeshed-fallback/", "/typeshed/"];

    private readonly Dictionary<string, SourceText?> _texts = new(StringComparer.Ordinal);

    /// <summary>The path in the workspace; null for a file outside.</summary>
    public string? Inside(string uri) => DocumentUri.ToPath(uri) is { } path ? workspace.ToRelative(path) : null;

    /// <summary>The path as results show it: of a file outside, its place in its library.</summary>
    public string Show(string uri)
    {
        if (DocumentUri.ToPath(uri) is not { } path) return DocumentUri.LastPart(uri);
        if (workspace.ToRelative(path) is { } inside) return inside;

        foreach (var folder in LibraryFolders)
        {
            var at = path.LastIndexOf(folder, StringComparison.Ordinal);
            if (at >= 0) return path[(at + folder.Length)..];
        }

        return Path.GetFileName(path);
    }

    /// <summary>A line of a file in the workspace without the space around it; empty when it cannot be read.</summary>
    /// <param name="file">A path in the workspace; null for one outside.</param>
    /// <param name="line">From 1.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public async ValueTask<string> PreviewAsync(string? file, int line, CancellationToken cancellationToken)
    {
        if (file is null) return "";
        if (!_texts.TryGetValue(file, out var text))
            _texts[file] = text = await ReadAsync(file, cancellationToken).ConfigureAwait(false);
        if (text is null || line < 1 || line > text.LineCount) return "";

        var preview = text.LineText(line).Trim();
        return preview.Length <= PreviewChars ? preview : string.Concat(preview.AsSpan(0, PreviewChars), " ...");
    }

    private async ValueTask<SourceText?> ReadAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            return new SourceText(await workspace.ReadTextAsync(file, cancellationToken).ConfigureAwait(false));
        }
        catch (WorkspaceException)
        {
            return null;
        }
    }
}
