using System.Globalization;
using Punie.Agent.LanguageServer;
using Punie.Agent.Workspace;

namespace Punie.Agent.Tools.Navigation;

/// <summary>What the tools have in common that are asked about one symbol.</summary>
public abstract class SymbolTool : Tool
{
    internal const string NoNavigator = "No language server is set up for this session.";
    private const int MostCandidatesNamed = 8;

    private protected SymbolTool()
    {
    }

    /// <inheritdoc/>
    public override IReadOnlyList<ToolParameter> Parameters { get; } =
    [
        new("file_path", Py.Str, "File that names the symbol; empty to look in the whole project.",
            new ToolDefault("")),
        new("line", Py.Int, "Its line from 1; 0 when unknown.", new ToolDefault(0L)),
        new("column", Py.Int, "Its column from 1; 0 when unknown.", new ToolDefault(0L)),
        new("symbol", Py.Str,
            "Its name, such as add, Cart.add or shop.cart.Cart; empty for what stands at the position.",
            new ToolDefault("")),
    ];

    /// <inheritdoc/>
    public override async ValueTask<object> InvokeAsync(
        ToolArguments arguments, ToolContext context, CancellationToken cancellationToken)
    {
        var query = SymbolQuery.From(arguments);
        if (context.Navigator is not { } navigator) return Fail(query.Name.Text, NoNavigator);

        try
        {
            var scan = navigator.Scan();
            var target = await navigator.FindAsync(query, scan, cancellationToken).ConfigureAwait(false);
            return target is SymbolTarget.None none
                ? Fail(query.Name.Text, none.Reason)
                : await AnswerAsync(target, new SymbolCall(context, navigator, scan), cancellationToken)
                    .ConfigureAwait(false);
        }
        catch (WorkspaceException e)
        {
            return Fail(query.Name.Text, e.Message);
        }
        catch (LanguageServerException e)
        {
            return Fail(query.Name.Text, e.Message);
        }
    }

    /// <summary>Answers about what was found.</summary>
    private protected abstract Task<object> AnswerAsync(SymbolTarget target, SymbolCall call,
        CancellationToken cancellationToken);

    /// <summary>A result that says why there is no answer.</summary>
    private protected abstract object Fail(string symbol, string error);

    /// <summary>Says which meanings a name has and how to choose.</summary>
    private protected static string Ambiguous(SymbolTarget.Several several)
    {
        var named = several.Candidates.Take(MostCandidatesNamed)
            .Select(one => Say($"{one.Qualified} ({one.File}:{one.Line})"));
        var more = several.Candidates.Count > MostCandidatesNamed ? ", ..." : "";
        return Say($"'{several.Symbol}' has {several.Candidates.Count} meanings: {string.Join(", ", named)}{more}. ")
            + "Pass a dotted symbol, or file_path and line.";
    }

    private protected static string At(FilePlace place) => Say($"{place.File}:{place.Line}");

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>One call of a navigation tool.</summary>
/// <param name="Context">The doors and caps.</param>
/// <param name="Navigator">The language server and the index.</param>
/// <param name="Scan">The workspace as it was when the call came.</param>
internal sealed record SymbolCall(ToolContext Context, Navigator Navigator, ProjectScan Scan);
