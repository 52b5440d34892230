namespace Punie.Python.Syntax.Tokens;

// Lines: indentation, line ends, joining, comments and blank lines.
internal sealed partial class Lexer
{
    private void ScanIndentation()
    {
        _options.Cancellation.ThrowIfCancellationRequested();
        var lineStart = _position;
        var (column, alternate) = MeasureIndentation();
        var c = CharAt(_position);
        if (_position >= _text.Length)
        {
            FinishFile();
            return;
        }

        if (c == '#' || c is '\n' or '\r')
        {
            if (c == '#') ScanComment();
            else _trivia.Add(new(TokenKind.BlankLine, lineStart, _position));
            SkipLineBreak();
            return;
        }

        _atLineStart = false;
        var top = _indents[^1];
        if (column == top.Column)
        {
            if (alternate != top.AlternateColumn) AddTabError(lineStart);
        }
        else if (column > top.Column)
        {
            AddIndent(lineStart, column, alternate);
        }
        else
        {
            AddDedents(lineStart, column, alternate);
        }
    }

    private (int Column, int Alternate) MeasureIndentation()
    {
        var (column, alternate, first) = (0, 0, -1);
        while (true)
        {
            switch (CharAt(_position))
            {
                case ' ':
                    column++;
                    alternate++;
                    break;
                case '\t':
                    column = (column / 8 + 1) * 8;
                    alternate++;
                    break;
                case '\f':
                    column = alternate = 0;
                    break;
                case '\\' when IsLineBreak(_position + 1):
                    // An indentation continued by a backslash is as wide as its first line.
                    if (first < 0) first = column;
                    _position++;
                    SkipLineBreak();
                    continue;
                default:
                    return first > 0 ? (first, first) : (column, alternate);
            }

            _position++;
        }
    }

    private void AddIndent(int lineStart, int column, int alternate)
    {
        if (alternate <= _indents[^1].AlternateColumn) AddTabError(lineStart);
        if (_indents.Count >= _options.MaxIndentation)
        {
            AddFatal("too many levels of indentation", "IndentationError");
            return;
        }

        _indents.Add(new(column, alternate));
        Add(TokenKind.Indent, lineStart, _position);
    }

    private void AddDedents(int lineStart, int column, int alternate)
    {
        while (column < _indents[^1].Column)
        {
            _indents.RemoveAt(_indents.Count - 1);
            Add(TokenKind.Dedent, _position, _position);
        }

        var end = EndOfLine(_position);
        if (column != _indents[^1].Column)
            AddError("unindent does not match any outer indentation level", end, end, "IndentationError");
        else if (alternate != _indents[^1].AlternateColumn)
            AddTabError(lineStart);
    }

    private void AddTabError(int lineStart) => AddError(
        "inconsistent use of tabs and spaces in indentation", lineStart, EndOfLine(_position), "TabError");

    private void AddFatal(string message, string type)
    {
        AddError(message, _position, Math.Min(_position + 1, _text.Length), type);
        _position = _text.Length;
        _brackets.Clear();
        _strings.Clear();
        FinishFile();
    }

    private void ScanLineEnd()
    {
        var start = _position;
        SkipLineBreak();
        if (_brackets.Count > 0)
        {
            if (!InFormattedField && (NextLineStartsStatement() || NextLineIsBehindForgotten()))
            {
                AddUnclosedBracket();
                _brackets.Clear();
            }
            else
            {
                return;
            }
        }

        Add(TokenKind.Newline, start, _position);
        _atLineStart = true;
    }

    // A line that begins with a statement's keyword cannot be inside brackets: the bracket was forgotten.
    private bool NextLineStartsStatement()
    {
        var start = _position;
        while (CharAt(start) is ' ' or '\t' or '\f') start++;
        var end = start;
        while (end < _text.Length && CharClass.IsAsciiNamePart(_text[end])) end++;
        return end - start >= 3 && CharAt(end) < 0x80
            && Keywords.StartsOnlyStatements(Keywords.KindOf(_text.AsSpan(start, end - start)));
    }

    // The next line with code is not indented further than the statement whose bracket was forgotten, and closes
    // nothing.
    private bool NextLineIsBehindForgotten()
    {
        if (_forgotten.Length == 0 || !_brackets.Exists(b => Array.IndexOf(_forgotten, b.Offset) >= 0)) return false;
        var column = 0;
        for (var i = _position; i < _text.Length; i++)
        {
            switch (_text[i])
            {
                case ' ': column++; break;
                case '\t': column = (column / 8 + 1) * 8; break;
                case '\f' or '\n' or '\r': column = 0; break;
                case '#': i = EndOfLine(i) - 1; break;
                case ')' or ']' or '}': return false;
                default: return column <= _indents[^1].Column;
            }
        }

        return false;
    }

    private void ScanComment()
    {
        var end = EndOfLine(_position);
        _trivia.Add(new(TokenKind.Comment, _position, end));
        _position = end;
    }

    private void ScanContinuation()
    {
        if (!IsLineBreak(_position + 1))
        {
            if (_position + 1 >= _text.Length) AddError("unexpected EOF while parsing", _text.Length, _text.Length);
            else AddError("unexpected character after line continuation character", _position + 1, _position + 2);
            _position = EndOfLine(_position);
            return;
        }

        var start = _position++;
        SkipLineBreak();
        if (_position >= _text.Length) AddError("unexpected EOF while parsing", start + 1, start + 1);
    }

    private bool IsLineBreak(int offset) => CharAt(offset) is '\n' or '\r';

    private void SkipLineBreak()
    {
        if (CharAt(_position) == '\r' && CharAt(_position + 1) == '\n') _position += 2;
        else if (IsLineBreak(_position)) _position++;
    }

    private int EndOfLine(int offset)
    {
        var length = _text.AsSpan(offset).IndexOfAny('\n', '\r');
        return length < 0 ? _text.Length : offset + length;
    }

    private int LineOf(int offset)
    {
        var line = 1;
        for (var i = 0; i < offset; i++)
        {
            if (_text[i] == '\n' || (_text[i] == '\r' && CharAt(i + 1) != '\n')) line++;
        }

        return line;
    }
}
