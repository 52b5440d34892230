using System.Collections.Concurrent;
using Punie.Agent.LanguageServer;
using Punie.Agent.Workspace;
using Punie.Python.Rewriting;
using Punie.Python.Syntax;

namespace Punie.Agent.Tools.Navigation;

/// <summary>
/// What the project's Python files define; a file is read again only when it changed, and parsed when a name may be in
/// it.
/// </summary>
internal sealed class SymbolIndex(IWorkspace workspace) : IDisposable
{
    private const int SampleFiles = 16;
    private const int SampleNames = 4;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly ConcurrentDictionary<string, FileSymbols> _files = new(StringComparer.Ordinal);

    /// <param name="Stamp">The state that was read.</param>
    /// <param name="Text">The file's text until it is parsed; null afterwards.</param>
    /// <param name="Definitions">Empty until it is parsed.</param>
    private sealed record FileSymbols(FileStamp Stamp, string? Text, IReadOnlyList<Definition> Definitions);

    /// <summary>The definitions that a name means. Only files that hold the name are parsed.</summary>
    public async Task<List<Definition>> MeantAsync(ProjectScan scan, SymbolName name,
        CancellationToken cancellationToken)
    {
        await UpdateAsync(scan, text => text.Contains(name.Last, StringComparison.Ordinal), cancellationToken)
            .ConfigureAwait(false);
        return [.. _files.Values.SelectMany(file => file.Definitions.Where(one => one.IsMeantBy(name)))];
    }

    /// <summary>Every name that the project defines.</summary>
    public async Task<IEnumerable<string>> NamesAsync(ProjectScan scan, CancellationToken cancellationToken)
    {
        await UpdateAsync(scan, _ => true, cancellationToken).ConfigureAwait(false);
        return _files.Values.SelectMany(file => file.Definitions).Select(one => one.Name)
            .Distinct(StringComparer.Ordinal);
    }

    /// <summary>A few names that the project defines, from files that lie far apart.</summary>
    public async Task<IReadOnlyList<string>> SampleAsync(ProjectScan scan, CancellationToken cancellationToken)
    {
        var paths = scan.Python.Select(stamp => stamp.Path).Order(StringComparer.Ordinal).ToList();
        var names = new List<string>();
        for (var i = 0; i < paths.Count && names.Count < SampleNames; i += Math.Max(1, paths.Count / SampleFiles))
        {
            if (await TextAsync(paths[i], cancellationToken).ConfigureAwait(false) is not { } text) continue;
            var declared = DefinitionReader.Read(PythonFile.From(paths[i], text))
                .FirstOrDefault(one => one.Kind is DefinitionKind.Declared);
            if (declared is not null) names.Add(declared.Name);
        }

        return names;
    }

    /// <summary>The first place, by path, where code names something; null when none does.</summary>
    public async Task<FilePlace?> FirstUseAsync(ProjectScan scan, SymbolName name, CancellationToken cancellationToken)
    {
        foreach (var stamp in scan.Python.OrderBy(stamp => stamp.Path, StringComparer.Ordinal))
        {
            var text = _files.TryGetValue(stamp.Path, out var file) && file.Text is { } kept
                ? kept
                : await TextAsync(stamp.Path, cancellationToken).ConfigureAwait(false);
            if (text is null || !text.Contains(name.Last, StringComparison.Ordinal)) continue;
            if (Occurrences.Of(stamp.Path, PythonParser.Parse(text), name) is [var first, ..]) return first;
        }

        return null;
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async Task UpdateAsync(ProjectScan scan, Predicate<string> isWanted, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            foreach (var path in _files.Keys)
            {
                if (scan.Find(path) is null) _files.TryRemove(path, out _);
            }

            var waiting = scan.Python.Where(stamp =>
                !_files.TryGetValue(stamp.Path, out var file) || file.Stamp != stamp
                    || (file.Text is { } text && isWanted(text))).ToList();
            await Parallel.ForEachAsync(waiting, cancellationToken, async (stamp, token) =>
            {
                var isRead = _files.TryGetValue(stamp.Path, out var file) && file.Stamp == stamp;
                var text = isRead ? file!.Text : await TextAsync(stamp.Path, token).ConfigureAwait(false);
                _files[stamp.Path] = text is null || isWanted(text)
                    ? new FileSymbols(stamp, null, text is null
                        ? []
                        : DefinitionReader.Read(PythonFile.From(stamp.Path, text)))
                    : new FileSymbols(stamp, text, []);
            }).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    // A file that is no text, or a link out of the workspace, defines nothing.
    private async ValueTask<string?> TextAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await workspace.ReadTextAsync(path, cancellationToken).ConfigureAwait(false);
        }
        catch (WorkspaceException)
        {
            return null;
        }
    }
}
