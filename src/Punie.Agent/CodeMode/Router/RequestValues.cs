using Punie.Chat.Grammars;
using static Punie.Chat.Grammars.GrammarExpression;

namespace Punie.Agent.CodeMode.Router;

/// <summary>
/// String literals whose value stands in the request: a router selects names and contents, it does not make them up.
/// </summary>
/// <remarks>
/// A value begins and ends where a word does. One that begins behind a quote ends before the quote that closes it.
/// There is one rule for each position, so the grammar grows with the request's length and not with the number of its
/// parts.
/// </remarks>
internal sealed class RequestValues
{
    private const string Quotes = "\"'`“‘";
    private const string Closing = "\"'`”’";
    private const string Openers = "([{<=:,";

    // Beyond this, a request is a pasted text, and what it asks for stands at its beginning.
    private const int MaxLength = 4_000;

    private readonly RuleSet _rules;
    private readonly string _text;

    /// <summary>Prepares the rules of one request.</summary>
    public RequestValues(RuleSet rules, string request)
    {
        _rules = rules;
        _text = (request.Length <= MaxLength ? request : request[..MaxLength]).Trim();
    }

    /// <summary>
    /// A name without white space, such as a path; <c>"."</c>; or the file that a word means: README.md for the readme.
    /// </summary>
    public GrammarExpression Name => _rules.Define("request-name", () =>
    {
        var meant = UsualFiles.In(_text).Select(file => Literal($"\"{file}\""));
        return Choice([Literals(isName: true, "."), .. meant]);
    });

    /// <summary>Any part of the request; or the empty string.</summary>
    public GrammarExpression Text => _rules.Define("request-text", () => Literals(isName: false, ""));

    private GrammarExpression Literals(bool isName, string other)
    {
        var parts = new List<GrammarExpression> { Literal($"\"{other}\"") };
        for (var at = 0; at < _text.Length; at++)
        {
            if (!IsStart(at)) continue;
            var closer = CloserBefore(at);
            if (isName && closer != '\0' && !Closes(closer, at + 1, isName)) continue;
            if (closer == '\0' && Quotes.Contains(_text[at], StringComparison.Ordinal)
                && Closes(CloserOf(_text[at]), at + 2)) continue;
            parts.Add(Sequence(Literal("\""), From(at, closer, isName), Literal("\"")));
        }

        return Choice([.. parts]);
    }

    private GrammarExpression From(int at, char closer, bool isName)
    {
        var kind = isName ? "name" : "text";
        return _rules.Define($"request-{kind}-{(int)closer}-{at}", () =>
        {
            var length = char.IsHighSurrogate(_text[at]) && at + 1 < _text.Length ? 2 : 1;
            var next = at + length;
            var rest = GoesOn(next, closer, isName) ? From(next, closer, isName) : null;
            var follow = RuleSet.OneOf([IsEnd(next, closer) ? Empty : null, rest])!;
            return Sequence(Literal(Escaped(_text.AsSpan(at, length))), follow);
        });
    }

    // Every value can end: a quoted one before its last closing quote, others at white space or with the request.
    private bool GoesOn(int next, char closer, bool isName) => closer == '\0'
        ? next < _text.Length && !(isName && char.IsWhiteSpace(_text[next]))
        : !(isName && char.IsWhiteSpace(_text[next])) && Closes(closer, next + 1, isName);

    private bool IsStart(int at)
    {
        if (char.IsWhiteSpace(_text[at]) || char.IsLowSurrogate(_text[at])) return false;
        return at == 0 || char.IsWhiteSpace(_text[at - 1]) || Openers.Contains(_text[at - 1], StringComparison.Ordinal)
            || CloserBefore(at) != '\0';
    }

    // The quote that closes a value which begins here, when one opens right before it.
    private char CloserBefore(int at)
    {
        if (at == 0 || !Quotes.Contains(_text[at - 1], StringComparison.Ordinal)) return '\0';
        var opens = at == 1 || char.IsWhiteSpace(_text[at - 2])
            || Openers.Contains(_text[at - 2], StringComparison.Ordinal);
        var closer = CloserOf(_text[at - 1]);
        return opens && Closes(closer, at + 1) ? closer : '\0';
    }

    private bool Closes(char closer, int from, bool isName = false)
    {
        for (var end = from; end < _text.Length; end++)
        {
            if (IsEnd(end, closer)) return true;
            if (isName && char.IsWhiteSpace(_text[end])) return false;
        }

        return false;
    }

    private bool IsEnd(int end, char closer)
    {
        if (closer != '\0') return end < _text.Length && _text[end] == closer && EndsWord(end + 1);
        return !char.IsWhiteSpace(_text[end - 1]) && EndsWord(end);
    }

    private bool EndsWord(int at)
    {
        if (at >= _text.Length || char.IsWhiteSpace(_text[at])) return true;
        var next = at + 1 < _text.Length ? _text[at + 1] : ' ';
        return _text[at] switch
        {
            '\'' or '’' => !char.IsLetterOrDigit(next) || next == 's',
            ':' => char.IsWhiteSpace(next) || char.IsAsciiDigit(next),
            '.' or ',' or ';' or '!' or '?' => !char.IsLetterOrDigit(next) && next is not ('_' or '/'),
            var c => ")]}>\"`”".Contains(c, StringComparison.Ordinal),
        };
    }

    private static char CloserOf(char quote) => Closing[Quotes.IndexOf(quote, StringComparison.Ordinal)];

    private static string Escaped(ReadOnlySpan<char> character) => character switch
    {
        "\"" => "\\\"",
        "\\" => "\\\\",
        "\n" => "\\n",
        "\t" => "\\t",
        "\r" => "",
        _ => character.ToString(),
    };
}
