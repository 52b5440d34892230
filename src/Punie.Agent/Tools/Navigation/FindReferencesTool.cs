using Punie.Agent.Tools.Guides;

namespace Punie.Agent.Tools.Navigation;

/// <summary>find_references: where a symbol is used.</summary>
public sealed class FindReferencesTool : SymbolTool
{
    /// <inheritdoc/>
    public override string Name => "find_references";

    /// <inheritdoc/>
    public override string Summary => "All uses of a symbol; its name is enough.";

    /// <inheritdoc/>
    public override ToolGuide Guide => NavigationGuides.FindReferences;

    /// <inheritdoc/>
    public override ToolType Result { get; } = Py.Record(FindReferencesResult.Schema);

    private protected override object Fail(string symbol, string error) => FindReferencesResult.Failed(symbol, error);

    private protected override async Task<object> AnswerAsync(SymbolTarget target, SymbolCall call,
        CancellationToken cancellationToken)
    {
        if (target is SymbolTarget.Several several) return Fail(several.Symbol, Ambiguous(several));

        var (symbol, place) = (SymbolTarget.One)target;
        var found = await call.Navigator.AskAboutProjectAsync(
            call.Scan, (server, token) => server.ReferencesAsync(place, token), cancellationToken)
                .ConfigureAwait(false);
        var reader = new PlaceReader(call.Context.Workspace);
        var inside = found.DistinctBy(one => (one.Uri, one.Range.Start))
            .Select(one => (File: reader.Inside(one.Uri), one.Range.Start))
            .Where(one => one.File is not null)
            .OrderBy(one => one.File, StringComparer.Ordinal).ThenBy(one => one.Start.Line)
                .ThenBy(one => one.Start.Character)
            .ToList();
        if (inside.Count == 0) return Fail(symbol, $"The language server knows no uses of '{symbol}' at {At(place)}.");

        var references = new List<ReferenceLocation>();
        foreach (var (file, start) in inside.Take(call.Context.Limits.NavigationItems))
        {
            var preview = await reader.PreviewAsync(file, start.Line + 1, cancellationToken).ConfigureAwait(false);
            references.Add(new ReferenceLocation(file!, start.Line + 1, start.Character + 1, preview));
        }

        return new FindReferencesResult(Success: true, ParseError: null, symbol, inside.Count, references);
    }
}
