using System.Diagnostics;
using Punie.Agent.LanguageServer;
using Punie.Agent.Tools.Checks;
using Punie.Agent.Tools.Guides;
using LspRange = Punie.Agent.LanguageServer.Protocol.Range;

namespace Punie.Agent.Tools.Navigation;

/// <summary>goto_definition: where a symbol is defined. A name with several meanings gives all of them.</summary>
public sealed class GotoDefinitionTool : SymbolTool
{
    private const int MostCandidates = 20;
    private const int DeclarationChars = 200;

    /// <inheritdoc/>
    public override string Name => "goto_definition";

    /// <inheritdoc/>
    public override string Summary => "Where a symbol is defined; its name is enough.";

    /// <inheritdoc/>
    public override ToolGuide Guide => NavigationGuides.GotoDefinition;

    /// <inheritdoc/>
    public override ToolType Result { get; } = Py.Record(GotoDefinitionResult.Schema);

    private protected override object Fail(string symbol, string error) => GotoDefinitionResult.Failed(symbol, error);

    private protected override async Task<object> AnswerAsync(SymbolTarget target, SymbolCall call,
        CancellationToken cancellationToken)
    {
        var (symbol, places) = target switch
        {
            SymbolTarget.One one => (one.Symbol, [one.Place]),
            SymbolTarget.Several several => (several.Symbol, PlacesOf(several)),
            _ => throw new UnreachableException(),
        };
        var answers = await Task.WhenAll(places.Select(place => call.Navigator.AskAsync(
            call.Scan, (server, token) => server.DefinitionsAsync(place, token), cancellationToken)))
                .ConfigureAwait(false);
        var found = answers.SelectMany(some => some).DistinctBy(one => (one.Uri, one.Range.Start)).ToList();
        if (found.Count == 0)
            return Fail(symbol, $"The language server knows no definition of '{symbol}' at {At(places[0])}.");

        var reader = new PlaceReader(call.Context.Workspace);
        var locations = new List<DefinitionLocation>();
        foreach (var one in found)
        {
            var preview = reader.Inside(one.Uri) is { } file
                ? await reader.PreviewAsync(file, one.Range.Start.Line + 1, cancellationToken).ConfigureAwait(false)
                : await DeclarationAsync(places[0], call, cancellationToken).ConfigureAwait(false);
            locations.Add(Location(reader.Show(one.Uri), one.Range, preview));
        }

        return new GotoDefinitionResult(Success: true, ParseError: null, symbol, locations);
    }

    private static IReadOnlyList<FilePlace> PlacesOf(SymbolTarget.Several several) =>
        [.. several.Candidates.Take(MostCandidates).Select(one => new FilePlace(one.File, one.Line, one.Column))];

    private static DefinitionLocation Location(string file, LspRange range, string preview) => new(
        file, range.Start.Line + 1, range.Start.Character + 1, range.End.Line + 1, range.End.Character + 1, preview);

    // Files outside the workspace are not opened; the server says what is declared there.
    private static async Task<string> DeclarationAsync(FilePlace place, SymbolCall call,
        CancellationToken cancellationToken)
    {
        var hover =
            await call.Navigator.AskAsync(call.Scan, (server, token) =>
                server.HoverAsync(place, token), cancellationToken)
            .ConfigureAwait(false);
        var declaration = hover?.Content.ReplaceLineEndings("\n").Split("\n\n")[0] ?? "";
        return CheckText.Bounded(
            string.Join(' ', declaration.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
            DeclarationChars);
    }
}
