using System.Text.RegularExpressions;
using Punie.Chat.Grammars;
using Punie.Python.Rewriting;
using static Punie.Agent.CodeMode.Router.RuleSet;
using static Punie.Chat.Grammars.GrammarExpression;

namespace Punie.Agent.CodeMode.Router;

/// <summary>
/// String literals made of the Python names that stand in the request: a symbol, a pattern, an import.
/// </summary>
/// <remarks>A dotted name is taken as a whole. Parts of paths are no names.</remarks>
internal sealed partial class RequestNames(RuleSet rules, string request)
{
    // Beyond this, a request is a pasted text, and what it asks for stands at its beginning.
    private const int MaxLength = 4_000;

    private readonly string[] _dotted =
        [.. DottedName().Matches(request.Length <= MaxLength ? request : request[..MaxLength])
        .Select(match => match.Value)
        .Where(name => !name.EndsWith(".py", StringComparison.Ordinal))
        .Distinct(StringComparer.Ordinal)];

    /// <summary>A name, dotted or not; the empty string where the request has none.</summary>
    public GrammarExpression Name => rules.Define("request-name-of-code", () => Between("\"", Dotted, "\""));

    /// <summary>A kind of syntax, or what is called, imported or put above a function.</summary>
    public GrammarExpression Pattern => rules.Define("request-pattern", () => Choice(
        AnyOf(CodePattern.Kinds.Select(kind => $"\"{kind}\"")),
        Sequence(AnyOf(["\"call:", "\"decorator:", "\"import:"]), Dotted, Literal("\""))));

    /// <summary>An import of a module, or of names from one.</summary>
    public GrammarExpression Import => rules.Define("request-import", () => Choice(
        Sequence(Literal("\"import "), Dotted, Optional(Sequence(Literal(" as "), Dotted)), Literal("\"")),
        Sequence(
            Literal("\"from "), Dotted, Literal(" import "), Dotted, Repeat(Sequence(Literal(", "), Dotted), 0, 5),
            Literal("\""))));

    private GrammarExpression Dotted =>
        rules.Define("request-dotted", () => _dotted.Length == 0 ? Empty : AnyOf(_dotted));

    [GeneratedRegex(@"(?<![\w./\\-])[^\W\d]\w*(\.[^\W\d]\w*)*(?![\w/\\])")]
    private static partial Regex DottedName();
}
