using System.Text;
using Punie.Python.Syntax.Ast;
using Punie.Python.Syntax.Tokens;

namespace Punie.Python.Syntax.Parsing;

/// <summary>Adjacent string literals of every kind as one expression.</summary>
internal sealed class StringParser(TokenCursor cursor, ExpressionParser expressions)
{
    private readonly FormattedStringParser _formatted = new(cursor, expressions);

    private readonly record struct Prefix(int Length, bool IsRaw, bool IsBytes, bool IsUnicode);

    public Expression Parse()
    {
        var start = cursor.Start;
        var isPlain = cursor.Kind == TokenKind.String;
        if (isPlain && cursor.KindAt(1) is not (TokenKind.String or TokenKind.FStringStart)) return ParseOne();
        var end = cursor.Position;
        var hasFormatted = false;
        var hasBytes = false;
        for (; cursor.Tokens[end].Kind is TokenKind.String or TokenKind.FStringStart; end++)
        {
            var token = cursor.Tokens[end];
            if (token.Kind == TokenKind.String) hasBytes |= PrefixOf(token).IsBytes;
            if (token.Kind != TokenKind.FStringStart) continue;
            hasFormatted = true;
            end = EndOfFormatted(end);
        }

        if (hasFormatted) return ParseFormatted(start, hasBytes);
        return hasBytes ? ParseBytes(start) : ParsePlain(start);
    }

    private int EndOfFormatted(int index)
    {
        for (var depth = 0; index < cursor.Tokens.Length - 1; index++)
        {
            if (cursor.Tokens[index].Kind == TokenKind.FStringStart) depth++;
            if (cursor.Tokens[index].Kind == TokenKind.FStringEnd && --depth == 0) return index;
        }

        return index - 1;
    }

    private ConstantExpression ParseOne()
    {
        var token = cursor.Current;
        var prefix = PrefixOf(token);
        var value = Decode(token, prefix);
        cursor.Advance();
        return new(token.Span, prefix.IsBytes ? ToBytes(value) : new Literal.Str(value, prefix.IsUnicode));
    }

    private ConstantExpression ParsePlain(int start)
    {
        var value = new StringBuilder();
        var isUnicode = PrefixOf(cursor.Current).IsUnicode;
        while (cursor.Kind == TokenKind.String)
        {
            value.Append(Decode(cursor.Current, PrefixOf(cursor.Current)));
            cursor.Advance();
        }

        return new(cursor.SpanFrom(start), new Literal.Str(value.ToString(), isUnicode));
    }

    private ConstantExpression ParseBytes(int start)
    {
        var value = new StringBuilder();
        var first = cursor.Position;
        var isMixed = false;
        while (cursor.Kind == TokenKind.String)
        {
            var prefix = PrefixOf(cursor.Current);
            isMixed |= !prefix.IsBytes;
            value.Append(Decode(cursor.Current, prefix));
            cursor.Advance();
        }

        if (isMixed)
            throw TokenCursor.Fail("cannot mix bytes and nonbytes literals",
                new(cursor.Tokens[first].Start, cursor.PreviousEnd));
        return new(cursor.SpanFrom(start), ToBytes(value.ToString()));
    }

    private Expression ParseFormatted(int start, bool hasBytes)
    {
        var parts = new StringParts();
        var (hasTemplate, hasOther) = (false, false);
        while (cursor.Kind is TokenKind.String or TokenKind.FStringStart)
        {
            var token = cursor.Current;
            if (token.Kind == TokenKind.FStringStart)
            {
                var isTemplate = _formatted.Parse(parts);
                hasTemplate |= isTemplate;
                hasOther |= !isTemplate;
                continue;
            }

            var prefix = PrefixOf(token);
            parts.AddText(Decode(token, prefix), token.Span, prefix.IsUnicode);
            hasOther = true;
            cursor.Advance();
        }

        var span = cursor.SpanFrom(start);
        if (hasTemplate && hasOther)
            throw TokenCursor.Fail("cannot mix t-string literals with string or bytes literals", span);
        if (hasBytes) throw TokenCursor.Fail("cannot mix bytes and nonbytes literals", span);
        return hasTemplate
            ? new TemplateStringExpression(span, parts.ToArray()) : new JoinedStringExpression(span, parts.ToArray());
    }

    private Prefix PrefixOf(Token token)
    {
        var (raw, bytes, unicode) = (false, false, false);
        for (var i = token.Start; ; i++)
        {
            switch (cursor.Source.Text[i] | 0x20)
            {
                case 'r': raw = true; break;
                case 'b': bytes = true; break;
                case 'u': unicode = cursor.Source.Text[i] == 'u'; break;
                default: return new(i - token.Start, raw, bytes, unicode);
            }
        }
    }

    private string Decode(Token token, Prefix prefix)
    {
        var text = cursor.Source.Text.AsSpan(token.Start + prefix.Length, token.End - token.Start - prefix.Length);
        var quotes = text.Length >= 6 && text[1] == text[0] && text[2] == text[0] ? 3 : 1;
        text = text[quotes..^quotes];
        if (prefix.IsBytes && text.IndexOfAnyExceptInRange('\0', '\x7F') >= 0)
            throw TokenCursor.Fail("bytes can only contain ASCII literal characters", token.Span);
        return EscapeDecoder.Decode(text, new(prefix.IsRaw, prefix.IsBytes, false), out var error)
            ?? throw TokenCursor.Fail(error!, token.Span);
    }

    private static Literal.Bytes ToBytes(string latin1) => new(Encoding.Latin1.GetBytes(latin1));
}
