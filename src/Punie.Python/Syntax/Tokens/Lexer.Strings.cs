namespace Punie.Python.Syntax.Tokens;

// Strings: plain ones are one token; f-strings and t-strings are a start, texts, the tokens of their fields and an end.
internal sealed partial class Lexer
{
    private const int MaxOpenStrings = 150;
    private const int MaxFieldsInSpecs = 3;

    /// <summary>An f-string or t-string that is being read.</summary>
    private sealed class FormattedFrame(char quote, bool isTriple, bool isRaw, bool isTemplate, int start)
    {
        public char Quote { get; } = quote;

        public bool IsTriple { get; } = isTriple;

        public bool IsRaw { get; } = isRaw;

        public string Name { get; } = isTemplate ? "t-string" : "f-string";

        public int Start { get; } = start;

        /// <summary>True outside of fields and in their format specs.</summary>
        public bool InText { get; set; } = true;

        /// <summary>Number of open brackets at each open field, its own brace included.</summary>
        public List<int> Fields { get; } = [];

        public bool InSpec => Fields.Count > 0;
    }

    private static bool IsStringPrefix(ReadOnlySpan<char> prefix)
    {
        var first = (char)(prefix[0] | 0x20);
        if (prefix.Length == 1) return first is 'r' or 'b' or 'u' or 'f' or 't';
        var second = (char)(prefix[1] | 0x20);
        return (first == 'r' && second is 'b' or 'f' or 't') || (second == 'r' && first is 'b' or 'f' or 't');
    }

    private void ScanString(int start, int quote)
    {
        var c = _text[quote];
        var isTriple = CharAt(quote + 1) == c && CharAt(quote + 2) == c;
        _position = quote + (isTriple ? 3 : 1);
        var prefix = _text.AsSpan(start, quote - start);
        if (prefix.IndexOfAny("fFtT") >= 0)
        {
            var isTemplate = prefix.IndexOfAny("tT") >= 0;
            if (_strings.Count >= MaxOpenStrings)
            {
                AddFatal("too many nested f-strings or t-strings", "SyntaxError");
                return;
            }

            Add(TokenKind.FStringStart, start, _position);
            _strings.Add(new(c, isTriple, prefix.IndexOfAny("rR") >= 0, isTemplate, start));
        }
        else if (isTriple)
        {
            ScanTripleString(start, c);
        }
        else
        {
            ScanSingleString(start, c);
        }
    }

    private void ScanSingleString(int start, char quote)
    {
        while (true)
        {
            var length = _text.AsSpan(_position).IndexOfAny([quote, '\\', '\n', '\r']);
            _position = length < 0 ? _text.Length : _position + length;
            var c = CharAt(_position);
            if (_position < _text.Length && c == quote)
            {
                Add(TokenKind.String, start, ++_position);
                return;
            }

            if (_position < _text.Length && c == '\\')
            {
                _position++;
                if (IsLineBreak(_position)) SkipLineBreak();
                else if (_position < _text.Length) _position++;
                continue;
            }

            AddUnterminated(UnterminatedMessage("string literal", start, quote), start, quote, isTriple: false);
            return;
        }
    }

    private string UnterminatedMessage(string what, int start, char quote)
    {
        var line = LineOf(_position).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var hint = _text.AsSpan(start, _position - start).Contains($"\\{quote}", StringComparison.Ordinal)
            ? "; perhaps you escaped the end quote?" : "";
        return $"unterminated {what} (detected at line {line}){hint}";
    }

    private void ScanTripleString(int start, char quote)
    {
        while (true)
        {
            var length = _text.AsSpan(_position).IndexOfAny(quote, '\\');
            if (length < 0)
            {
                _position = _text.Length;
                AddUnterminated(UnterminatedTripleMessage("string literal"), start, quote, isTriple: true);
                return;
            }

            _position += length;
            if (_text[_position] == '\\')
            {
                _position = Math.Min(_position + 2, _text.Length);
            }
            else if (CharAt(_position + 1) == quote && CharAt(_position + 2) == quote)
            {
                _position += 3;
                Add(TokenKind.String, start, _position);
                return;
            }
            else
            {
                _position++;
            }
        }
    }

    // Inside a field, quotes like those of the f-string mean that the field was not closed.
    private void AddUnterminated(string message, int start, char quote, bool isTriple)
    {
        var frame = _strings.Count > 0 ? _strings[^1] : null;
        var isEnd = frame is not null && frame.Quote == quote && frame.IsTriple == isTriple;
        AddError(isEnd ? $"{frame!.Name}: expecting '}}'" : message, start, start + 1);
        if (isEnd) DropFrame(frame!);
    }

    private string UnterminatedTripleMessage(string what)
    {
        var line = LineOf(_text.EndsWith('\n') ? _text.Length - 1 : _text.Length);
        var number = line.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return $"unterminated triple-quoted {what} (detected at line {number})";
    }

    private void ScanFormattedText(FormattedFrame frame)
    {
        var start = _position;
        while (true)
        {
            var c = CharAt(_position);
            if (_position >= _text.Length || (!frame.IsTriple && c is '\n' or '\r'))
            {
                EndUnterminated(frame);
                return;
            }

            if (c == frame.Quote && IsClosingQuote(frame))
            {
                AddText(start);
                CloseFormatted(frame);
                return;
            }

            if (c is '{' or '}')
            {
                if (!frame.InSpec && CharAt(_position + 1) == c)
                {
                    _position += 2;
                    continue;
                }

                AddText(start);
                if (c == '{') OpenField(frame);
                else CloseField(frame);
                return;
            }

            if (c == '\\') SkipFormattedEscape(frame);
            else _position++;
        }
    }

    private bool IsClosingQuote(FormattedFrame frame) => !frame.IsTriple
        || (CharAt(_position + 1) == frame.Quote && CharAt(_position + 2) == frame.Quote);

    private void AddText(int start)
    {
        if (_position > start) Add(TokenKind.FStringMiddle, start, _position);
    }

    private void CloseFormatted(FormattedFrame frame)
    {
        var end = _position + (frame.IsTriple ? 3 : 1);
        Add(TokenKind.FStringEnd, _position, end);
        _position = end;
        DropFrame(frame);
    }

    private void DropFrame(FormattedFrame frame)
    {
        if (frame.Fields.Count > 0) _brackets.RemoveRange(frame.Fields[0] - 1, _brackets.Count - frame.Fields[0] + 1);
        _strings.RemoveAt(_strings.Count - 1);
    }

    private void EndUnterminated(FormattedFrame frame)
    {
        var quote = frame.Quote;
        if (frame.IsTriple) AddError(UnterminatedTripleMessage($"{frame.Name} literal"), frame.Start, frame.Start + 1);
        else if (frame.InSpec && _position < _text.Length)
            AddError(
                $"{frame.Name}: newlines are not allowed in format specifiers for single quoted {frame.Name}s",
                _position, _position + 1);
        else AddError(UnterminatedMessage($"{frame.Name} literal", frame.Start, quote), frame.Start, frame.Start + 1);
        DropFrame(frame);
    }

    private void SkipFormattedEscape(FormattedFrame frame)
    {
        _position++;
        var c = CharAt(_position);
        if (_position >= _text.Length || c is '{' or '}') return;
        if (c == 'N' && !frame.IsRaw && CharAt(_position + 1) == '{')
        {
            var length = _text.AsSpan(_position).IndexOfAny('}', frame.Quote, '\n');
            if (length > 0 && _text[_position + length] == '}')
            {
                _position += length + 1;
                return;
            }
        }

        if (c is '\n' or '\r') SkipLineBreak();
        else _position++;
    }

    private void OpenField(FormattedFrame frame)
    {
        if (frame.Fields.Count >= MaxFieldsInSpecs)
            AddError($"{frame.Name}: expressions nested too deeply", _position, _position + 1);
        if (!PushBracket('{')) return;
        Add(TokenKind.LeftBrace, _position, ++_position);
        frame.Fields.Add(_brackets.Count);
        frame.InText = false;
    }

    private void CloseField(FormattedFrame frame)
    {
        if (!frame.InSpec)
        {
            AddError($"{frame.Name}: single '}}' is not allowed", _position, _position + 1);
            _position++;
            return;
        }

        _brackets.RemoveAt(_brackets.Count - 1);
        frame.Fields.RemoveAt(frame.Fields.Count - 1);
        frame.InText = true;
        Add(TokenKind.RightBrace, _position, ++_position);
    }
}
