namespace Punie.Python.Syntax.Tokens;

/// <summary>Reads Python 3.14 tokens in one pass. Errors become tokens, and reading goes on behind them.</summary>
/// <remarks>
/// Source: https://docs.python.org/3.14/reference/lexical_analysis.html; messages follow CPython's tokenizer.
/// </remarks>
internal sealed partial class Lexer
{
    private const int MostForgottenBrackets = 8;

    private readonly string _text;
    private readonly ParseOptions _options;
    private readonly TokenBuffer _trivia = new(4);
    private readonly Dictionary<int, LexicalError> _errors = [];
    private readonly List<Bracket> _brackets = [];
    private readonly List<FormattedFrame> _strings = [];
    private readonly List<Indentation> _indents = [new(0, 0)];
    private readonly TokenBuffer _tokens;
    private readonly int[] _forgotten;
    private int _openAtEnd = -1;
    private int _position;
    private bool _atLineStart = true;
    private bool _done;

    private Lexer(string text, ParseOptions options, int[] forgotten)
    {
        _forgotten = forgotten;
        _text = text;
        _options = options;
        _tokens = new TokenBuffer(Math.Max(16, text.Length / 4));
    }

    private sealed record Bracket(char Open, int Offset);

    /// <summary>Width of an indentation with tabs to 8 columns and, to find mixtures, with tabs as 1 column.</summary>
    private sealed record Indentation(int Column, int AlternateColumn);

    /// <summary>Reads all tokens of a text.</summary>
    public static LexedSource Read(string text, ParseOptions options)
    {
        var lexer = new Lexer(text, options, []);
        lexer.Run();
        // A bracket that is still open at the end was forgotten: its statement ends where the indentation says so.
        for (var again = 0; again < MostForgottenBrackets && lexer._openAtEnd >= 0; again++)
        {
            lexer = new Lexer(text, options, [.. lexer._forgotten, lexer._openAtEnd]);
            lexer.Run();
        }

        return new(lexer._tokens.ToArray(), lexer._trivia.ToArray(), lexer._errors);
    }

    private void Run()
    {
        if (_text.StartsWith('\uFEFF')) _position = 1;
        while (!_done)
        {
            if (_strings.Count > 0 && _strings[^1].InText) ScanFormattedText(_strings[^1]);
            else if (_atLineStart) ScanIndentation();
            else ScanToken();
        }
    }

    private char CharAt(int offset) => offset < _text.Length ? _text[offset] : '\0';

    private void Add(TokenKind kind, int start, int end) => _tokens.Add(new(kind, start, end));

    private void AddError(string message, int start, int end, string type = "SyntaxError")
    {
        _errors[_tokens.Count] = new(type, message, new(start, end));
        Add(TokenKind.Error, start, end);
    }

    private void ScanToken()
    {
        var c = CharAt(_position);
        while (c is ' ' or '\t' or '\f') c = CharAt(++_position);
        if (_position >= _text.Length) FinishFile();
        else if (CharClass.MayStartName(c)) ScanName();
        else if (CharClass.IsDigit(c) || (c == '.' && CharClass.IsDigit(CharAt(_position + 1)))) ScanNumber();
        else if (c is '"' or '\'') ScanString(_position, _position);
        else if (c is '\n' or '\r') ScanLineEnd();
        else if (c == '#') ScanComment();
        else if (c == '\\') ScanContinuation();
        else ScanOperator(c);
    }

    private void ScanName()
    {
        var start = _position;
        var end = start;
        while (end < _text.Length && CharClass.IsAsciiNamePart(_text[end])) end++;
        if (end < _text.Length && _text[end] >= 0x80)
        {
            ScanUnicodeName(start, end);
            return;
        }

        _position = end;
        if (end - start <= 2 && CharAt(end) is '"' or '\'' && IsStringPrefix(_text.AsSpan(start, end - start)))
            ScanString(start, end);
        else
            Add(Keywords.KindOf(_text.AsSpan(start, end - start)), start, end);
    }

    private void ScanUnicodeName(int start, int end)
    {
        while (end < _text.Length)
        {
            if (CharClass.IsAsciiNamePart(_text[end]))
            {
                end++;
                continue;
            }

            if (_text[end] < 0x80) break;
            var length = CharClass.NamePartLength(_text, end, end == start);
            if (length == 0)
            {
                AddInvalidCharacter(end);
                return;
            }

            end += length;
        }

        _position = end;
        Add(TokenKind.Name, start, end);
    }

    private void AddInvalidCharacter(int offset)
    {
        var isPair = char.IsHighSurrogate(_text[offset]) && char.IsLowSurrogate(CharAt(offset + 1));
        var value = isPair ? char.ConvertToUtf32(_text, offset) : _text[offset];
        _position = offset + (isPair ? 2 : 1);
        var number = value.ToString("X4", System.Globalization.CultureInfo.InvariantCulture);
        var shown = _text[offset.._position];
        AddError(
            IsPrintable(shown)
                ? $"invalid character '{shown}' (U+{number})"
                : $"invalid non-printable character U+{number}",
            offset, _position);
    }

    private static bool IsPrintable(string character) =>
        System.Globalization.CharUnicodeInfo.GetUnicodeCategory(character, 0) is not (
            System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format
            or System.Globalization.UnicodeCategory.Surrogate or System.Globalization.UnicodeCategory.PrivateUse
            or System.Globalization.UnicodeCategory.OtherNotAssigned
            or System.Globalization.UnicodeCategory.LineSeparator
            or System.Globalization.UnicodeCategory.ParagraphSeparator
            or System.Globalization.UnicodeCategory.SpaceSeparator);

    private void FinishFile()
    {
        if (_brackets.Count > 0 && !InFormattedField)
        {
            // A bracket on the last line loses nothing that stands behind it.
            if (_text.AsSpan(_brackets[0].Offset).TrimEnd().ContainsAny('\n', '\r')) _openAtEnd = _brackets[0].Offset;
            AddUnclosedBracket();
        }
        else if (_strings.Count > 0) AddError($"{_strings[^1].Name}: expecting '}}'", _text.Length, _text.Length);
        _brackets.Clear();
        _strings.Clear();
        if (_tokens.Count > 0 && _tokens.Last.Kind is not (TokenKind.Newline or TokenKind.Dedent))
            Add(TokenKind.Newline, _text.Length, _text.Length);
        for (; _indents.Count > 1; _indents.RemoveAt(_indents.Count - 1))
            Add(TokenKind.Dedent, _text.Length, _text.Length);
        Add(TokenKind.EndOfFile, _text.Length, _text.Length);
        _done = true;
    }

    private void AddUnclosedBracket()
    {
        var bracket = _brackets[^1];
        _errors[_tokens.Count] =
            new("SyntaxError", $"'{bracket.Open}' was never closed", new(bracket.Offset, bracket.Offset + 1))
            {
                IsUnclosedBracket = true,
            };
        Add(TokenKind.Error, _position, _position);
    }

    private bool InFormattedField => _strings.Count > 0;
}
