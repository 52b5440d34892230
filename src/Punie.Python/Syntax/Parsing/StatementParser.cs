using Punie.Python.Syntax.Ast;
using Punie.Python.Syntax.Tokens;

namespace Punie.Python.Syntax.Parsing;

/// <summary>Statements, blocks and the way back after an error.</summary>
internal sealed partial class StatementParser
{
    private readonly TokenCursor _cursor;
    private readonly ExpressionParser _expressions;
    private readonly SimpleStatementParser _simple;
    private readonly PatternParser _patterns;

    public StatementParser(TokenCursor cursor)
    {
        _cursor = cursor;
        _expressions = new ExpressionParser(cursor);
        _simple = new SimpleStatementParser(cursor, _expressions);
        _patterns = new PatternParser(cursor, _expressions);
    }

    /// <summary>The whole file.</summary>
    public Module ParseModule()
    {
        var body = new List<Statement>();
        ParseUntil(TokenKind.EndOfFile, body);
        return new(new(0, _cursor.Source.Text.Length), body.ToArray());
    }

    private void ParseUntil(TokenKind end, List<Statement> body)
    {
        while (_cursor.Kind != end && _cursor.Kind != TokenKind.EndOfFile)
        {
            if (_cursor.HasTooManyErrors)
            {
                SkipRest(body);
                return;
            }

            if (_cursor.Kind is TokenKind.Dedent or TokenKind.Newline) _cursor.Advance();
            else if (_cursor.Kind == TokenKind.Indent) ParseUnexpectedIndent(body);
            else if (!SkipIndentationError()) ParseOne(body);
        }
    }

    private void SkipRest(List<Statement> body)
    {
        var start = _cursor.Start;
        _cursor.Position = _cursor.Tokens.Length - 1;
        body.Add(new InvalidStatement(new(start, _cursor.Start), []));
    }

    private void ParseUnexpectedIndent(List<Statement> body)
    {
        _cursor.Report("unexpected indent", new(_cursor.Current.End - 1, _cursor.Current.End), "IndentationError",
            isCompileTime: false);
        _cursor.Advance();
        ParseUntil(TokenKind.Dedent, body);
        _cursor.TryTake(TokenKind.Dedent);
    }

    private bool SkipIndentationError()
    {
        if (!_cursor.Lexed.Errors.TryGetValue(_cursor.Position, out var error) || error.Type == "SyntaxError")
            return false;
        _cursor.Report(error.Message, error.Span, error.Type, isCompileTime: false);
        _cursor.Advance();
        return true;
    }

    private void ParseOne(List<Statement> body)
    {
        var first = _cursor.Position;
        var context = _cursor.Context;
        _cursor.StartStatement();
        try
        {
            var count = body.Count;
            ParseStatement(body);
            if (_cursor.Links > _cursor.Options.MaxDepth) CheckDepth(body, count);
        }
        catch (ParseFailure failure)
        {
            // What the grammar refuses goes before what the compiler would say about the same line.
            if (_cursor.StatementStart == first) _cursor.Retract("", _cursor.Tokens[first].Start);
            var isInField = failure.Message.Contains("-string: ", StringComparison.Ordinal);
            _cursor.Report((isInField ? null : _expressions.Diagnosis.ExplainToken()) ?? failure);
            body.Add(Recover(first));
            _cursor.Context = context;
        }
    }

    private void CheckDepth(List<Statement> body, int from)
    {
        for (var i = from; i < body.Count; i++)
        {
            if (!TreeDepth.Exceeds(body[i], _cursor.Options.MaxDepth)) continue;
            _cursor.Report("too many nested expressions", body[i].Span, isCompileTime: false);
            body[i] = new InvalidStatement(body[i].Span, []);
        }
    }

    private InvalidStatement Recover(int first)
    {
        var start = _cursor.Tokens[first].Start;
        var body = new List<Statement>();
        _cursor.Context = FunctionContext.Unknown;
        SkipLine(first);
        ParseOrphanBlock(body);
        while (_cursor.Kind is TokenKind.Elif or TokenKind.Else or TokenKind.Except or TokenKind.Finally
            || (_cursor.IsWord("case")
                && _cursor.KindAt(1) is not (TokenKind.Equal or TokenKind.Dot or TokenKind.LeftParen)))
        {
            SkipLine(_cursor.Position);
            ParseOrphanBlock(body);
        }

        var end = body.Count > 0 ? body[^1].Span.End : Math.Max(start, _cursor.BlockEnd());
        return new(new(start, end), body.ToArray());
    }

    // The failure may be behind the line already, as when its block is missing.
    private void SkipLine(int first)
    {
        if (_cursor.Position > first
            && _cursor.Tokens[_cursor.Position - 1].Kind is TokenKind.Newline or TokenKind.Dedent) return;
        while (_cursor.Kind is not (TokenKind.Newline or TokenKind.EndOfFile)) _cursor.Advance();
        _cursor.TryTake(TokenKind.Newline);
    }

    private void ParseOrphanBlock(List<Statement> body)
    {
        while (SkipIndentationError())
        {
        }

        if (!_cursor.TryTake(TokenKind.Indent)) return;
        ParseUntil(TokenKind.Dedent, body);
        _cursor.TryTake(TokenKind.Dedent);
    }

    private void ParseStatement(List<Statement> body)
    {
        switch (_cursor.Kind)
        {
            case TokenKind.If: body.Add(ParseIf()); break;
            case TokenKind.For: body.Add(ParseFor(_cursor.Start, isAsync: false)); break;
            case TokenKind.While: body.Add(ParseWhile()); break;
            case TokenKind.Try: body.Add(ParseTry()); break;
            case TokenKind.With: body.Add(ParseWith(_cursor.Start, isAsync: false)); break;
            case TokenKind.Def: body.Add(ParseFunction(_cursor.Start, [], isAsync: false)); break;
            case TokenKind.Class: body.Add(ParseClass([])); break;
            case TokenKind.At: body.Add(ParseDecorated()); break;
            case TokenKind.Async: body.Add(ParseAsync([])); break;
            case TokenKind.Name when IsMatchStatement(): body.Add(ParseMatch()); break;
            default: _simple.ParseLine(body); break;
        }
    }

    /// <summary>The statements behind a colon: on the same line or indented.</summary>
    private Statement[] ParseBlock(string owner, int ownerStart)
    {
        var body = new List<Statement>();
        var links = _cursor.Links;
        if (!_cursor.TryTake(TokenKind.Newline))
        {
            _simple.ParseLine(body);
            return [.. body];
        }

        while (SkipIndentationError())
        {
        }

        if (!_cursor.TryTake(TokenKind.Indent)) throw FailWithoutBlock(owner, ownerStart);

        ParseUntil(TokenKind.Dedent, body);
        _cursor.TryTake(TokenKind.Dedent);
        _cursor.Links = links;
        return [.. body];
    }

    private ParseFailure FailWithoutBlock(string owner, int ownerStart)
    {
        var line = _cursor.Source.LineOf(ownerStart).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var next = _cursor.Position;
        while (_cursor.Tokens[next].Kind == TokenKind.Dedent) next++;
        var span = _cursor.Tokens[next].Kind == TokenKind.EndOfFile ? _cursor.LastLineEnd() : _cursor.Current.Span;
        return TokenCursor.Fail($"expected an indented block after {owner} on line {line}", span, "IndentationError");
    }

    private Statement[] ParseBlock(string owner, int ownerStart, FunctionContext context)
    {
        var outer = _cursor.Context;
        _cursor.Context = context;
        var body = ParseBlock(owner, ownerStart);
        _cursor.Context = outer;
        return body;
    }

    private Statement[] ParseElse()
    {
        var start = _cursor.Start;
        if (!_cursor.TryTake(TokenKind.Else)) return [];
        _cursor.ExpectNamed(TokenKind.Colon, ":");
        return ParseBlock("'else' statement", start);
    }

    private void ExpectColon()
    {
        if (_cursor.Kind == TokenKind.Newline) throw TokenCursor.Fail("expected ':'", _cursor.Place);
        _cursor.Expect(TokenKind.Colon);
    }

    private FunctionContext LoopContext() => _cursor.Context with { InLoop = true, ForbidsJumps = false };
}
