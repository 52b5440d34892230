using System.Text;
using System.Text.RegularExpressions;
using Punie.Python.Builtins;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Modules.Patterns;

/// <summary>How a pattern is tied to the text.</summary>
internal enum PatternMode
{
    /// <summary>Anywhere.</summary>
    Search,

    /// <summary>At the start position.</summary>
    Match,

    /// <summary>From the start position to the end.</summary>
    Full,
}

/// <summary>A compiled pattern.</summary>
/// <remarks>
/// .NET's backtracking engine does the work. It looks at its time-out and at nothing else, so a search that takes
/// longer than a moment is begun again in another thread (<see cref="LongSearch"/>): the run itself can be cancelled
/// meanwhile.
/// </remarks>
internal sealed class PyPattern : PyObject
{
    internal static readonly PyType PatternType = PyType.Native("Pattern", "re");

    private readonly PatternFlags _given;

    // Bytes are matched as characters below 256, of which only ASCII letters are letters.
    private readonly PatternFlags _inner;
    private readonly TranslatedPattern _plain;
    private TranslatedPattern? _paired;
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(25);

    private readonly Regex?[] _regexes = new Regex?[6];

    internal PyPattern(RunContext ctx, PyValue pattern, PatternFlags flags) : base(PatternType)
    {
        Source = pattern;
        IsBytes = pattern.Ref is PyBytes;
        Written = pattern.Ref is PyBytes bytes ? Encoding.Latin1.GetString(bytes.Value) : pattern.Text;
        _given = flags;
        _inner = IsBytes ? flags | PatternFlags.Ascii : flags;
        _plain = new PatternTranslator(ctx, Written, pairs: false).Run(_inner);
        Prepare(ctx, PatternMode.Search, pairs: false);
    }

    internal PyValue Source { get; }

    internal bool IsBytes { get; }

    /// <summary>The pattern as text; a character for each byte of a bytes pattern.</summary>
    internal string Written { get; }

    internal int GroupCount => _plain.GroupCount;

    internal IReadOnlyDictionary<string, int> Names => _plain.Names;

    internal PatternFlags Flags =>
        IsBytes ? (_plain.Flags & ~PatternFlags.Ascii) | (_given & PatternFlags.Ascii)
        : _plain.Flags | ((_plain.Flags & PatternFlags.Ascii) != 0 ? PatternFlags.None : PatternFlags.Unicode);

    /// <summary>A part of a subject as the program's own kind: str, or bytes.</summary>
    internal PyValue Piece(RunContext ctx, string text) =>
        IsBytes ? ctx.New(new PyBytes(Encoding.Latin1.GetBytes(text)), 48 + text.Length) : ctx.Text(text);

    /// <summary>A text of the pattern's kind as characters, or a TypeError that says what it is.</summary>
    internal string Characters(RunContext ctx, PyValue value, string wanted)
    {
        var plain = ctx.Unwrap(value);
        if (!IsBytes) return plain.Ref as string ?? throw ctx.TypeError(wanted);
        return Encoding.Latin1.GetString(ByteSource.Find(ctx, plain) ?? throw ctx.TypeError(wanted));
    }

    /// <summary>The next match from an offset; null when there is none.</summary>
    internal Match? Find(RunContext ctx, PyValue text, string subject, int from, PatternMode mode)
    {
        ctx.Step();
        var match = Match(ctx, Prepare(ctx, mode, !text.IsBmp), subject, from);
        var end = match.Success ? match.Index + match.Length : subject.Length;
        ctx.Tick((end - from) >> 8);
        ctx.Meter.Allocated(match, 256);
        return match.Success ? match : null;
    }

    private static Match Match(RunContext ctx, Regex regex, string subject, int from)
    {
        try
        {
            return regex.Match(subject, from);
        }
        catch (RegexMatchTimeoutException)
        {
            ctx.Meter.CheckTime();
        }
        return LongSearch.Match(ctx, regex, subject, from);
    }

    internal override string Repr(RunContext ctx)
    {
        var shown = Flags & ~PatternFlags.Unicode;
        var source = ctx.Repr(Source);
        return $"re.compile({(source.Length > 200 ? source[..200] : source)}{(shown == PatternFlags.None ? "" : $", {FlagNames(shown)}")})";
    }

    internal override long Hash(RunContext ctx) => Hashing.OfText(Written) ^ (long)_given;

    internal override PyValue Compare(RunContext ctx, CompareOperator op, PyValue other)
    {
        if (op is not (CompareOperator.Eq or CompareOperator.NotEq) || other.Ref is not PyPattern right)
            return PyValue.NotImplemented;
        return PyValue.Bool(
            (right.Written == Written && right.IsBytes == IsBytes
            && right._given == _given) == (op == CompareOperator.Eq));
    }

    private static string FlagNames(PatternFlags flags)
    {
        (PatternFlags Flag, string Name)[] names =
        [
            (PatternFlags.IgnoreCase, "re.IGNORECASE"), (PatternFlags.Multiline, "re.MULTILINE"),
            (PatternFlags.DotAll, "re.DOTALL"),
            (PatternFlags.Verbose, "re.VERBOSE"), (PatternFlags.Ascii, "re.ASCII"),
        ];
        return string.Join("|", names.Where(n => (flags & n.Flag) != 0).Select(n => n.Name));
    }

    private Regex Prepare(RunContext ctx, PatternMode mode, bool pairs)
    {
        ref var slot = ref _regexes[(int)mode + (pairs ? 3 : 0)];
        if (slot is { } known) return known;
        ctx.Meter.CheckTime();
        var translated = pairs ? _paired ??= new PatternTranslator(ctx, Written, pairs: true).Run(_inner) : _plain;
        var body = mode switch
        {
            PatternMode.Match => $"\\G(?:{translated.Pattern})",
            PatternMode.Full => $"\\G(?:{translated.Pattern})\\z",
            _ => translated.Pattern,
        };
        var options =
            RegexOptions.CultureInvariant | ((translated.Flags & PatternFlags.IgnoreCase) != 0
            ? RegexOptions.IgnoreCase
            : RegexOptions.None);
        return slot = Build(ctx, body, options);
    }

    private Regex Build(RunContext ctx, string body, RegexOptions options)
    {
        ctx.Meter.Reserve(64L * body.Length);
        try
        {
            return new Regex(body, options, Moment);
        }
        catch (RegexParseException)
        {
            throw PatternErrors.Make(ctx, "this pattern is not supported here", Written, 0);
        }
        catch (InsufficientExecutionStackException)
        {
            throw ctx.Error(Builtins.ExceptionTypes.RecursionError, "maximum recursion depth exceeded");
        }
    }
}
