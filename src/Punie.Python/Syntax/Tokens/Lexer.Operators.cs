namespace Punie.Python.Syntax.Tokens;

// Operators, brackets and numbers.
internal sealed partial class Lexer
{
    private void ScanOperator(char c)
    {
        if (c is '(' or '[' or '{')
        {
            if (!PushBracket(c)) return;
            Add(c == '('
                ? TokenKind.LeftParen : c == '[' ? TokenKind.LeftBracket
                : TokenKind.LeftBrace, _position, ++_position);
            return;
        }

        if (c is ')' or ']' or '}')
        {
            ScanClosing(c);
            return;
        }

        var frame = _strings.Count > 0 ? _strings[^1] : null;
        if (c == ':' && frame is not null && frame.InSpec && _brackets.Count == frame.Fields[^1])
        {
            Add(TokenKind.Colon, _position, ++_position);
            frame.InText = true;
            return;
        }

        var (kind, length) = OperatorAt(c);
        if (c == '\0')
        {
            AddError("source code cannot contain null bytes", _position, _position + 1);
            _position++;
            return;
        }

        if (kind == TokenKind.Unknown && char.IsControl(c)) AddInvalidCharacter(_position);
        else Add(kind, _position, _position += length);
    }

    private bool PushBracket(char open)
    {
        if (_brackets.Count >= _options.MaxNesting)
        {
            AddFatal("too many nested parentheses", "SyntaxError");
            return false;
        }

        _brackets.Add(new(open, _position));
        return true;
    }

    private void ScanClosing(char close)
    {
        var kind = close == ')' ? TokenKind.RightParen : close == ']' ? TokenKind.RightBracket : TokenKind.RightBrace;
        var frame = _strings.Count > 0 ? _strings[^1] : null;
        var isFieldLevel = frame is not null && frame.InSpec && _brackets.Count == frame.Fields[^1];
        var prefix = frame is null ? "" : $"{frame.Name}: ";
        if (isFieldLevel && close == '}')
        {
            CloseField(frame!);
            return;
        }

        if (_brackets.Count == 0 || isFieldLevel)
        {
            AddError($"{prefix}unmatched '{close}'", _position, ++_position);
            return;
        }

        var bracket = _brackets[^1];
        _brackets.RemoveAt(_brackets.Count - 1);
        if (close == ClosingOf(bracket.Open)) Add(kind, _position, ++_position);
        else AddMismatch(bracket, close);
    }

    private void AddMismatch(Bracket bracket, char close)
    {
        var (openLine, closeLine) = (LineOf(bracket.Offset), LineOf(_position));
        var where = openLine == closeLine
            ? "" : $" on line {openLine.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
        AddError(
            $"closing parenthesis '{close}' does not match opening parenthesis '{bracket.Open}'{where}",
            _position, ++_position);
    }

    private static char ClosingOf(char open) => open switch { '(' => ')', '[' => ']', _ => '}' };

    private (TokenKind Kind, int Length) OperatorAt(char c) => c switch
    {
        ',' => (TokenKind.Comma, 1),
        ';' => (TokenKind.Semicolon, 1),
        '~' => (TokenKind.Tilde, 1),
        '.' => CharAt(_position + 1) == '.' && CharAt(_position + 2) == '.'
            ? (TokenKind.Ellipsis, 3)
            : (TokenKind.Dot, 1),
        ':' => WithEqual(TokenKind.Colon, TokenKind.ColonEqual),
        '=' => WithEqual(TokenKind.Equal, TokenKind.EqualEqual),
        '!' => WithEqual(TokenKind.Exclamation, TokenKind.NotEqual),
        '+' => WithEqual(TokenKind.Plus, TokenKind.PlusEqual),
        '-' => CharAt(_position + 1) == '>' ? (TokenKind.Arrow, 2) : WithEqual(TokenKind.Minus, TokenKind.MinusEqual),
        '%' => WithEqual(TokenKind.Percent, TokenKind.PercentEqual),
        '@' => WithEqual(TokenKind.At, TokenKind.AtEqual),
        '&' => WithEqual(TokenKind.Ampersand, TokenKind.AmpersandEqual),
        '|' => WithEqual(TokenKind.Bar, TokenKind.BarEqual),
        '^' => WithEqual(TokenKind.Caret, TokenKind.CaretEqual),
        '*' => Doubled('*', (TokenKind.Star, TokenKind.StarEqual), (TokenKind.DoubleStar, TokenKind.DoubleStarEqual)),
        '/' => Doubled('/', (TokenKind.Slash, TokenKind.SlashEqual),
            (TokenKind.DoubleSlash, TokenKind.DoubleSlashEqual)),
        '<' => Doubled('<', (TokenKind.Less, TokenKind.LessEqual), (TokenKind.LeftShift, TokenKind.LeftShiftEqual)),
        '>' => Doubled('>', (TokenKind.Greater, TokenKind.GreaterEqual),
            (TokenKind.RightShift, TokenKind.RightShiftEqual)),
        _ => (TokenKind.Unknown, 1),
    };

    private (TokenKind Kind, int Length) WithEqual(TokenKind plain, TokenKind withEqual) =>
        CharAt(_position + 1) == '=' ? (withEqual, 2) : (plain, 1);

    private (TokenKind Kind, int Length) Doubled(
        char c, (TokenKind Plain, TokenKind Equal) once, (TokenKind Plain, TokenKind Equal) twice)
    {
        var next = CharAt(_position + 1);
        if (next == c) return CharAt(_position + 2) == '=' ? (twice.Equal, 3) : (twice.Plain, 2);
        return next == '=' ? (once.Equal, 2) : (once.Plain, 1);
    }

    private void ScanNumber()
    {
        var start = _position;
        var scan = NumberScanner.Scan(_text, start);
        _position = Math.Max(scan.End, start + 1);
        if (scan.Error is null)
        {
            Add(TokenKind.Number, start, scan.End);
            return;
        }

        AddError(scan.Error, scan.ErrorStart < 0 ? start : scan.ErrorStart, scan.End);
        while (_position < _text.Length && CharClass.IsAsciiNamePart(_text[_position])) _position++;
    }
}
