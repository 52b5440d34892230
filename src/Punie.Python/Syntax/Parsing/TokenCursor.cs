using Punie.Python.Syntax.Ast;
using Punie.Python.Syntax.Tokens;

namespace Punie.Python.Syntax.Parsing;

/// <summary>The place in the tokens, with what all parts of the parser share: names, errors, bounds.</summary>
internal sealed class TokenCursor
{
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _names =
        new Dictionary<string, string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly List<SyntaxError> _errors = [];
    private int _quiet;
    private int _nesting;

    public TokenCursor(SourceText source, LexedSource lexed, ParseOptions options)
    {
        (Source, Lexed, Options) = (source, lexed, options);
        Tokens = lexed.Tokens;
    }

    public SourceText Source { get; }

    public LexedSource Lexed { get; }

    public ParseOptions Options { get; }

    public Token[] Tokens { get; }

    public int Position { get; set; }

    /// <summary>Links of operator and trailer chains in the statement so far; bounds the height of its trees.</summary>
    public int Links { get; set; }

    /// <summary>Index of the token that the statement starts with.</summary>
    public int StatementStart { get; private set; }

    /// <summary>
    /// Number of yields read so far in the innermost function; tells when a comprehension contains one.
    /// </summary>
    public int Yields { get; set; }

    public FunctionContext Context { get; set; } = FunctionContext.Module;

    public IReadOnlyList<SyntaxError> Errors => _errors;

    public bool HasTooManyErrors => _errors.Count >= Options.MaxErrors;

    public TokenKind Kind => Tokens[Position].Kind;

    public Token Current => Tokens[Position];

    public int Start => Tokens[Position].Start;

    public int PreviousEnd => Position == 0 ? 0 : Tokens[Position - 1].End;

    public TextSpan SpanFrom(int start) => new(start, PreviousEnd);

    /// <summary>The end of the last token that is more than a line's end: where a block ends.</summary>
    public int BlockEnd()
    {
        var last = Position - 1;
        while (last > 0 && Tokens[last].Kind is TokenKind.Newline or TokenKind.Dedent or TokenKind.Indent) last--;
        return last < 0 ? 0 : Tokens[last].End;
    }

    public TokenKind KindAt(int ahead) => Tokens[Math.Min(Position + ahead, Tokens.Length - 1)].Kind;

    public void Advance()
    {
        if (Position < Tokens.Length - 1) Position++;
    }

    public bool TryTake(TokenKind kind)
    {
        if (Tokens[Position].Kind != kind) return false;
        Advance();
        return true;
    }

    public void Expect(TokenKind kind)
    {
        if (Tokens[Position].Kind != kind) throw Unexpected();
        Advance();
    }

    /// <summary>Takes a token that CPython names when it is missing.</summary>
    public void ExpectNamed(TokenKind kind, string text)
    {
        if (Tokens[Position].Kind != kind) throw Fail($"expected '{text}'", Place);
        Advance();
    }

    public bool IsWord(ReadOnlySpan<char> word)
    {
        var token = Tokens[Position];
        return token.Kind == TokenKind.Name
            && Source.Text.AsSpan(token.Start, token.End - token.Start).SequenceEqual(word);
    }

    /// <summary>The current name; anything else fails.</summary>
    public Identifier TakeName()
    {
        if (Tokens[Position].Kind != TokenKind.Name) throw Unexpected();
        var name = new Identifier(TextOf(Current), Current.Span);
        Advance();
        return name;
    }

    /// <summary>The NFKC text of a name, one string for all its uses.</summary>
    public string TextOf(Token token)
    {
        var span = Source.Text.AsSpan(token.Start, token.End - token.Start);
        if (_names.TryGetValue(span, out var known)) return known;
        var text = span.ToString();
        var name = text.AsSpan().IndexOfAnyExceptInRange('\0', '\x7F') < 0
            ? text : text.Normalize(System.Text.NormalizationForm.FormKC);
        _names.Dictionary[text] = name;
        return name;
    }

    /// <summary>Where the current token is shown in an error: a line's end begins at its comment.</summary>
    public TextSpan Place
    {
        get
        {
            var token = Current;
            if (token.Kind != TokenKind.Newline) return token.Span;
            var start = PreviousEnd;
            while (start < token.Start && Source.Text[start] is ' ' or '\t' or '\f') start++;
            return start < token.Start && Source.Text[start] == '#' ? new(start, token.Start) : token.Span;
        }
    }

    /// <summary>The last line break of the file.</summary>
    public TextSpan LastLineEnd()
    {
        var length = Source.Text.Length;
        var isBroken = length > 0 && Source.Text[^1] is '\n' or '\r';
        return isBroken ? new(length - 1, length) : new(length, length);
    }

    /// <summary>Guards a right recursion that the brackets do not bound.</summary>
    public void Enter()
    {
        if (++_nesting > Options.MaxNesting)
        {
            _nesting = 0;
            throw Fail("too many nested expressions", Current.Span);
        }
    }

    public void Leave() => _nesting--;

    /// <summary>Forgets what a statement that failed left behind.</summary>
    public void StartStatement()
    {
        Options.Cancellation.ThrowIfCancellationRequested();
        StatementStart = Position;
        _nesting = 0;
        Links = 0;
        Yields = 0;
        Scratch.Clear();
    }

    public static ParseFailure Fail(string message, TextSpan span, string type = "SyntaxError") =>
        new(type, message, span);

    /// <summary>The failure for a token that no rule takes, in the words that fit best.</summary>
    public ParseFailure Unexpected(string message = "invalid syntax") =>
        (_quiet == 0 ? Explain?.Invoke() : null) ?? Fail(message, Place);

    /// <summary>Finds better words for an unexpected token than "invalid syntax"; null when there are none.</summary>
    public Func<ParseFailure?>? Explain { get; set; }

    /// <summary>Elements of the lists that are being read; each reader takes back what it put there.</summary>
    public List<Expression> Scratch { get; } = [];

    public IReadOnlyList<Expression> TakeScratch(int mark)
    {
        var taken = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(Scratch)[mark..].ToArray();
        Scratch.RemoveRange(mark, taken.Length);
        return taken;
    }

    /// <summary>Notes an error that does not stop the statement from being read.</summary>
    public void Report(string message, TextSpan span, string type = "SyntaxError", bool isCompileTime = true)
    {
        if (_quiet > 0 || HasTooManyErrors) return;
        var (line, column) = Source.PositionOf(span.Start);
        _errors.Add(new(type, message, line, column, span) { Source = Source, IsCompileTime = isCompileTime });
    }

    /// <summary>Takes back compile-time errors behind an offset.</summary>
    public void Retract(string messageStart, int offset) => _errors.RemoveAll(
        e => e.IsCompileTime && e.Span.Start >= offset && e.Message.StartsWith(messageStart, StringComparison.Ordinal));

    public void Report(ParseFailure failure) =>
        Report(failure.Message, failure.Span, failure.Type, isCompileTime: false);

    /// <summary>Runs a rule and comes back to the same place; null when the rule does not fit.</summary>
    public T? Try<T>(Func<T> rule) where T : class
    {
        var (position, nesting, links, context, mark) = (Position, _nesting, Links, Context, Scratch.Count);
        _quiet++;
        try
        {
            return rule();
        }
        catch (ParseFailure)
        {
            return null;
        }
        finally
        {
            _quiet--;
            (Position, _nesting, Links, Context) = (position, nesting, links, context);
            Scratch.RemoveRange(mark, Scratch.Count - mark);
        }
    }
}
