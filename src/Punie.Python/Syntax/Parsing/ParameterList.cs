using Punie.Python.Syntax.Ast;
using Punie.Python.Syntax.Tokens;

namespace Punie.Python.Syntax.Parsing;

/// <summary>Reads one parameter list and checks its order.</summary>
internal sealed class ParameterList(TokenCursor cursor, ExpressionParser expressions, bool isLambda)
{
    private readonly List<Parameter> _positional = [];
    private readonly List<Parameter> _keywordOnly = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private Parameter[] _positionalOnly = [];
    private Parameter? _varArgs;
    private Parameter? _keywordVarArgs;
    private TextSpan? _slash;
    private TextSpan? _star;
    private bool _hasDefault;

    private TokenKind Closing => isLambda ? TokenKind.Colon : TokenKind.RightParen;

    public Parameters Parse()
    {
        var start = cursor.Start;
        while (cursor.Kind != Closing)
        {
            ParseOne();
            if (cursor.Kind == Closing) break;
            if (cursor.Kind == TokenKind.Star && _slash is { } slash && slash.End == cursor.PreviousEnd)
                throw TokenCursor.Fail("expected comma between / and *", cursor.Current.Span);
            if (cursor.Kind != TokenKind.Comma) throw cursor.Unexpected();
            cursor.Advance();
        }

        if (_star is { } star && _varArgs is null && _keywordOnly.Count == 0)
            throw TokenCursor.Fail("named arguments must follow bare *", star);
        var span = cursor.PreviousEnd > start ? cursor.SpanFrom(start) : new TextSpan(start, start);
        return new(span, _positionalOnly, _positional.ToArray(), _varArgs, _keywordOnly.ToArray(), _keywordVarArgs);
    }

    private void ParseOne()
    {
        var span = cursor.Current.Span;
        if (_keywordVarArgs is not null
            && cursor.Kind is TokenKind.Name or TokenKind.Star or TokenKind.DoubleStar or TokenKind.Slash)
            throw TokenCursor.Fail("arguments cannot follow var-keyword argument", span);
        switch (cursor.Kind)
        {
            case TokenKind.Slash:
                TakeSlash(span);
                break;
            case TokenKind.Star:
                TakeStar(span);
                break;
            case TokenKind.DoubleStar:
                cursor.Advance();
                _keywordVarArgs = ParseParameter(allowsStar: false);
                if (cursor.Kind == TokenKind.Equal)
                    throw TokenCursor.Fail("var-keyword argument cannot have default value", cursor.Current.Span);
                break;
            case TokenKind.LeftParen:
                throw FailParenthesized();
            default:
                AddPlain(ParseDefault(ParseParameter(allowsStar: false)));
                break;
        }
    }

    private void AddPlain(Parameter parameter)
    {
        if (_star is not null)
        {
            _keywordOnly.Add(parameter);
            return;
        }

        if (_hasDefault && parameter.Default is null && (cursor.Kind == TokenKind.Comma || cursor.Kind == Closing))
            throw TokenCursor.Fail("parameter without a default follows parameter with a default", parameter.Span);
        _hasDefault |= parameter.Default is not null;
        _positional.Add(parameter);
    }

    private void TakeSlash(TextSpan span)
    {
        if (_slash is not null) throw TokenCursor.Fail("/ may appear only once", span);
        if (_star is not null) throw TokenCursor.Fail("/ must be ahead of *", span);
        if (_positional.Count == 0 && cursor.KindAt(1) != TokenKind.Comma) throw cursor.Unexpected();
        if (_positional.Count == 0) throw TokenCursor.Fail("at least one argument must precede /", span);
        cursor.Advance();
        _slash = span;
        _positionalOnly = [.. _positional];
        _positional.Clear();
    }

    private void TakeStar(TextSpan span)
    {
        if (_star is not null) throw TokenCursor.Fail("* argument may appear only once", span);
        cursor.Advance();
        _star = span;
        if (cursor.Kind == TokenKind.Comma) return;
        if (cursor.Kind == Closing)
            throw TokenCursor.Fail("named arguments must follow bare *", isLambda ? cursor.Current.Span : span);
        _varArgs = ParseParameter(allowsStar: true);
        if (cursor.Kind == TokenKind.Equal)
            throw TokenCursor.Fail("var-positional argument cannot have default value", cursor.Current.Span);
    }

    private Parameter ParseParameter(bool allowsStar)
    {
        var start = cursor.Start;
        var name = cursor.TakeName();
        Targets.CheckName(cursor, name.Text, name.Span);
        if (!_names.Add(name.Text))
            cursor.Report($"duplicate argument '{name.Text}' in function definition", name.Span);
        Expression? annotation = null;
        if (!isLambda && cursor.TryTake(TokenKind.Colon))
            annotation = allowsStar && cursor.Kind == TokenKind.Star
                ? expressions.ParseStarArgument() : expressions.ParseExpression();
        return new(cursor.SpanFrom(start), name, annotation, null);
    }

    private Parameter ParseDefault(Parameter parameter)
    {
        var equal = cursor.Current.Span;
        if (!cursor.TryTake(TokenKind.Equal)) return parameter;
        if (cursor.Kind == TokenKind.Comma || cursor.Kind == Closing)
            throw TokenCursor.Fail("expected default value expression", equal);
        return new(parameter.Span, parameter.Name, parameter.Annotation, expressions.ParseExpression());
    }

    private ParseFailure FailParenthesized()
    {
        var start = cursor.Start;
        var position = cursor.Position + 1;
        while (cursor.Tokens[position].Kind is TokenKind.Name or TokenKind.Comma) position++;
        return cursor.Tokens[position].Kind == TokenKind.RightParen && cursor.KindAt(1) == TokenKind.Name
            ? TokenCursor.Fail(
                $"{(isLambda ? "Lambda expression" : "Function")} parameters cannot be parenthesized",
                new(start, cursor.Tokens[position].End))
            : cursor.Unexpected();
    }
}
