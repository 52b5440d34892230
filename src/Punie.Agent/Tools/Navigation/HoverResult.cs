namespace Punie.Agent.Tools.Navigation;

/// <summary>A symbol's type and documentation.</summary>
internal sealed record HoverResult(bool Success, string? ParseError, string Symbol, string Content, string Language)
{
    public static RecordSchema<HoverResult> Schema { get; } = new(
        "HoverResult",
        "A symbol's type and documentation.",
        [
            new("success", Py.Bool, r => r.Success, "there is something to say"),
            new("parse_error", Py.Optional(Py.Str), r => r.ParseError, "why there is no answer"),
            new("symbol", Py.Str, r => r.Symbol, "the name that was looked up"),
            new("content", Py.Str, r => r.Content, "its declaration with types, then its documentation"),
            new("language", Py.Str, r => r.Language, "python, markdown or plaintext"),
        ]);

    public static HoverResult Failed(string symbol, string error) =>
        new(Success: false, error, symbol, "", "plaintext");
}
