using Punie.Agent.Tools.Checks;
using Punie.Agent.Tools.Guides;

namespace Punie.Agent.Tools.Navigation;

/// <summary>hover: a symbol's type and documentation.</summary>
public sealed class HoverTool : SymbolTool
{
    /// <inheritdoc/>
    public override string Name => "hover";

    /// <inheritdoc/>
    public override string Summary => "Type and documentation of a symbol; its name is enough.";

    /// <inheritdoc/>
    public override ToolGuide Guide => NavigationGuides.Hover;

    /// <inheritdoc/>
    public override ToolType Result { get; } = Py.Record(HoverResult.Schema);

    private protected override object Fail(string symbol, string error) => HoverResult.Failed(symbol, error);

    private protected override async Task<object> AnswerAsync(SymbolTarget target, SymbolCall call,
        CancellationToken cancellationToken)
    {
        if (target is SymbolTarget.Several several) return Fail(several.Symbol, Ambiguous(several));

        var (symbol, place) = (SymbolTarget.One)target;
        var said = await call.Navigator.AskAsync(
            call.Scan, (server, token) => server.HoverAsync(place, token), cancellationToken).ConfigureAwait(false);
        if (said is null) return Fail(symbol, $"The language server says nothing about '{symbol}' at {At(place)}.");

        var content = CheckText.Bounded(said.Content, call.Context.Limits.MessageChars);
        return new HoverResult(Success: true, ParseError: null, symbol, content, said.Language);
    }
}
