using System.Globalization;
using Punie.Agent.CodeMode;
using Punie.Agent.LanguageServer;
using Punie.Agent.Workspace;
using Punie.Python.Rewriting;

namespace Punie.Agent.Tools.Navigation;

/// <summary>
/// Finds the position that a language server needs, which a model cannot know: at the given place, else the nearest
/// place of the name in the given file, else the project's definitions of the name, else any use.
/// </summary>
internal sealed class SymbolFinder(IWorkspace workspace, SymbolIndex index)
{
    /// <summary>Finds what a call asks about.</summary>
    /// <exception cref="WorkspaceException">The given file cannot be read.</exception>
    public async Task<SymbolTarget> FindAsync(SymbolQuery query, ProjectScan scan, CancellationToken cancellationToken)
    {
        if (query.File.Length > 0)
        {
            var inFile = await InFileAsync(query, cancellationToken).ConfigureAwait(false);
            if (inFile is not null) return inFile;
        }

        return query.Name.IsEmpty
            ? new SymbolTarget.None("Pass symbol, or file_path with line and column.")
            : await InProjectAsync(query, scan, cancellationToken).ConfigureAwait(false);
    }

    private async Task<SymbolTarget?> InFileAsync(SymbolQuery query, CancellationToken cancellationToken)
    {
        var path = workspace.ResolveExisting(query.File);
        if (path.Kind is PathKind.Folder)
            return query.Name.IsEmpty ? new SymbolTarget.None($"'{path.Relative}' is a folder; name a file.") : null;
        if (!ProjectScan.IsPython(path.Relative))
            return new SymbolTarget.None($"'{path.Relative}' is not a Python file.");

        var text = await workspace.ReadTextAsync(path.Relative, cancellationToken).ConfigureAwait(false);
        var file = PythonFile.From(path.Relative, text);
        if (query.Name.IsEmpty)
        {
            return Occurrences.At(file.Path, file.Parse, query.Line, query.Column) is { } found
                ? new SymbolTarget.One(found.Name, found.Place)
                : new SymbolTarget.None(
                    Say($"No name stands in {file.Path}:{query.Line}. Pass symbol, or a line from 1 with a name in it."));
        }

        return query.Line > 0 ? NearGuess(query, file) : Anywhere(query, file);
    }

    private static SymbolTarget.One? NearGuess(SymbolQuery query, PythonFile file)
    {
        var places = Occurrences.Of(file.Path, file.Parse, query.Name);
        return places.Count == 0
            ? null
            : new SymbolTarget.One(query.Name.Text,
                Occurrences.Nearest(places, query.Name.Last.Length, query.Line, query.Column));
    }

    private static SymbolTarget? Anywhere(SymbolQuery query, PythonFile file)
    {
        var defined = DefinitionReader.Read(file)
            .Where(one => one.Kind is not DefinitionKind.Imported && one.IsMeantBy(query.Name)).ToList();
        if (defined.Count > 0) return Among(query.Name, defined);

        var places = Occurrences.Of(file.Path, file.Parse, query.Name);
        return places.Count == 0 ? null : new SymbolTarget.One(query.Name.Text, places[0]);
    }

    private async Task<SymbolTarget> InProjectAsync(SymbolQuery query, ProjectScan scan,
        CancellationToken cancellationToken)
    {
        var meant = await index.MeantAsync(scan, query.Name, cancellationToken).ConfigureAwait(false);
        var defined = meant.Where(one => one.Kind is not DefinitionKind.Imported).ToList();
        if (defined.Count > 0) return Among(query.Name, WithoutStubs(defined));

        // What is imported from elsewhere means the same in every file that imports it.
        if (InOrder(meant) is [var import, ..]) return new SymbolTarget.One(query.Name.Text, PlaceOf(import));

        var use = await index.FirstUseAsync(scan, query.Name, cancellationToken).ConfigureAwait(false);
        if (use is not null) return new SymbolTarget.One(query.Name.Text, use);

        var names = await index.NamesAsync(scan, cancellationToken).ConfigureAwait(false);
        return new SymbolTarget.None(
            $"Nothing in the project is called '{query.Name.Text}'{Nearest.Hint(query.Name.Last, names)}");
    }

    private static SymbolTarget Among(SymbolName name, IReadOnlyList<Definition> defined)
    {
        var inOrder = InOrder(defined);
        return inOrder.Count == 1
            ? new SymbolTarget.One(name.Text, PlaceOf(inOrder[0]))
            : new SymbolTarget.Several(name.Text, inOrder);
    }

    // A stub only repeats what a source file defines.
    private static List<Definition> WithoutStubs(List<Definition> defined)
    {
        var sources = defined.Where(one => one.File.EndsWith(".py", StringComparison.Ordinal)).ToList();
        return sources.Count > 0 ? sources : defined;
    }

    private static List<Definition> InOrder(IEnumerable<Definition> definitions) =>
        [.. definitions.OrderBy(one => one.File, StringComparer.Ordinal).ThenBy(one => one.Line)];

    private static FilePlace PlaceOf(Definition definition) => new(definition.File, definition.Line, definition.Column);

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
