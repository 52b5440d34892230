using System.Text;
using Punie.Python.Builtins;
using Punie.Python.Builtins.Formatting;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules.Patterns;

/// <summary><c>re</c>.</summary>
internal static class ReModule
{
    private const int MaxCached = 512;
    private const string Special = "()[]{}?*+-|^$\\.&~# \t\n\r\v\f";

    static ReModule()
    {
        PyPattern.PatternType.Define(
            new NativeFunction("search", "self, string, pos=None, endpos=None", (ctx, a) =>
                PatternActions.First(ctx, Subject(ctx, a), PatternMode.Search)),
            new NativeFunction("match", "self, string, pos=None, endpos=None", (ctx, a) =>
                PatternActions.First(ctx, Subject(ctx, a), PatternMode.Match)),
            new NativeFunction("fullmatch", "self, string, pos=None, endpos=None", (ctx, a) =>
                PatternActions.First(ctx, Subject(ctx, a), PatternMode.Full)),
            new NativeFunction("findall", "self, string, pos=None, endpos=None", (ctx, a) =>
                PatternActions.FindAll(ctx, Subject(ctx, a))),
            new NativeFunction("finditer", "self, string, pos=None, endpos=None", (ctx, a) =>
                PatternActions.FindEach(ctx, Subject(ctx, a))),
            new NativeFunction("split", "self, string, maxsplit=0", (ctx, a) =>
                PatternActions.Split(ctx, Subject(ctx, [a[0], a[1], PyValue.None, PyValue.None]), a[2])),
            new NativeFunction("sub", "self, repl, string, count=0", (ctx, a) =>
                PatternActions.Replace(ctx, Subject(ctx, [a[0], a[2], PyValue.None, PyValue.None]), a[1], a[3]).Text),
            new NativeFunction("subn", "self, repl, string, count=0", (ctx, a) =>
                Pair(ctx,
                PatternActions.Replace(ctx, Subject(ctx, [a[0], a[2], PyValue.None, PyValue.None]), a[1], a[3]))));
        PyPattern.PatternType.Define("pattern", Property("pattern", (_, p) => p.Source));
        PyPattern.PatternType.Define("flags", Property("flags", (_, p) => PyValue.Int((long)p.Flags)));
        PyPattern.PatternType.Define("groups", Property("groups", (_, p) => PyValue.Int(p.GroupCount)));
        PyPattern.PatternType.Define("groupindex", Property("groupindex", GroupIndex));
        MatchMethods.Define();
    }

    internal static PyModule Load(RunContext ctx)
    {
        var cache = new Dictionary<(string, PatternFlags), PyPattern>();
        PyPattern Compiled(RunContext c, PyValue pattern, PyValue flags) => Compile(c, cache, pattern, flags);
        Subject On(RunContext c, ReadOnlySpan<PyValue> a, int text, int flags) =>
            Subject(c, [PyValue.Of(Compiled(c, a[0], a[flags])), a[text], PyValue.None, PyValue.None]);
        NativeFunction[] functions =
        [
            new("compile", "pattern, flags=0", (c, a) => PyValue.Of(Compiled(c, a[0], a[1]))),
            new("search", "pattern, string, flags=0", (c, a) =>
                PatternActions.First(c, On(c, a, 1, 2), PatternMode.Search)),
            new("match", "pattern, string, flags=0", (c, a) =>
                PatternActions.First(c, On(c, a, 1, 2), PatternMode.Match)),
            new("fullmatch", "pattern, string, flags=0", (c, a) =>
                PatternActions.First(c, On(c, a, 1, 2), PatternMode.Full)),
            new("findall", "pattern, string, flags=0", (c, a) => PatternActions.FindAll(c, On(c, a, 1, 2))),
            new("finditer", "pattern, string, flags=0", (c, a) => PatternActions.FindEach(c, On(c, a, 1, 2))),
            new("split", "pattern, string, maxsplit=0, flags=0", (c, a) =>
                PatternActions.Split(c, On(c, a, 1, 3), a[2])),
            new("sub", "pattern, repl, string, count=0, flags=0", (c, a) =>
                PatternActions.Replace(c, On(c, a, 2, 4), a[1], a[3]).Text),
            new("subn", "pattern, repl, string, count=0, flags=0", (c, a) =>
                Pair(c, PatternActions.Replace(c, On(c, a, 2, 4), a[1], a[3]))),
            new("escape", "pattern", Escape),
            new("purge", "", (_, _) => PyValue.None),
        ];
        var members = new List<(string, PyValue)>
        {
            ("error", PyValue.Of(PatternErrors.Type)), ("PatternError", PyValue.Of(PatternErrors.Type)),
            ("Pattern", PyValue.Of(PyPattern.PatternType)), ("Match", PyValue.Of(PyMatch.MatchType)),
            ("NOFLAG", Flag(PatternFlags.None)), ("RegexFlag", PyValue.Of(PyRegexFlag.FlagType)),
        };
        foreach (var (letter, name, flag) in PyRegexFlag.Names)
            members.AddRange([(letter, Flag(flag)), (name, Flag(flag))]);
        return Library.LibraryModule.Lazy("re", NativeModule.Make("re", functions, [.. members]));
    }

    private static PyValue Flag(PatternFlags flag) => PyValue.Of(new PyRegexFlag((long)flag));

    private static PyValue Property(string name, Func<RunContext, PyPattern, PyValue> read) =>
        PyValue.Of(new NativeProperty(name, (ctx, self) => read(ctx, (PyPattern)self.Ref!)));

    private static PyValue GroupIndex(RunContext ctx, PyPattern pattern)
    {
        var dict = ctx.NewDict();
        foreach (var (name, number) in pattern.Names) dict.Set(ctx, PyValue.Str(name), PyValue.Int(number));
        return PyValue.Of(dict);
    }

    private static PyPattern Compile(RunContext ctx, Dictionary<(string, PatternFlags), PyPattern> cache,
        PyValue pattern, PyValue flags)
    {
        if (pattern.Ref is PyPattern known)
            return !ctx.Truth(flags)
                ? known
                : throw ctx.ValueError("cannot process flags argument with a compiled pattern");
        var text = ctx.Unwrap(pattern);
        var bytes = ByteSource.Find(ctx, text);
        if (bytes is null && !text.IsText) throw ctx.TypeError("first argument must be string or compiled pattern");
        if (!ctx.TryIndex(flags, out _))
            throw ctx.TypeError($"unsupported operand type(s) for &: '{flags.TypeName}' and 'RegexFlag'");
        var given = (PatternFlags)ctx.ClampedInt32(flags);
        if (bytes is not null && (given & PatternFlags.Unicode) != 0)
            throw ctx.ValueError("cannot use UNICODE flag with a bytes pattern");
        if (bytes is null && (given & PatternFlags.Locale) != 0)
            throw ctx.ValueError("cannot use LOCALE flag with a str pattern");
        // No text begins with half a pair and a bytes mark, so the two kinds never share a key.
        var key = bytes is null ? text.Text : "\udc00bytes:" + Encoding.Latin1.GetString(bytes);
        if (cache.TryGetValue((key, given), out var cached)) return cached;
        if (cache.Count >= MaxCached) cache.Clear();
        var made =
            new PyPattern(ctx, bytes is null ? text : ctx.New(new PyBytes(bytes), 48), given & ~PatternFlags.Unicode);
        ctx.Meter.Allocated(made, 2048 + 64L * key.Length);
        return cache[(key, given)] = made;
    }

    private static Subject Subject(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var pattern = (PyPattern)a[0].Ref!;
        var text = ctx.Unwrap(a[1]);
        var bytes = ByteSource.Find(ctx, text);
        if (bytes is not null && !pattern.IsBytes)
            throw ctx.TypeError("cannot use a string pattern on a bytes-like object");
        if (text.IsText && pattern.IsBytes) throw ctx.TypeError("cannot use a bytes pattern on a string-like object");
        if (bytes is not null) text = ctx.Text(Encoding.Latin1.GetString(bytes));
        if (!text.IsText) throw ctx.TypeError($"expected string or bytes-like object, got '{a[1].TypeName}'");
        var (start, end) = Given.Range(ctx, (a[2], a[3]), text.Bits);
        start = Math.Min(start, text.Bits);
        var whole = end == text.Bits;
        return new Subject(pattern, text, whole ? text.Text : text.Text[..CodePoints.Offset(text, end)], (start, end));
    }

    private static PyValue Pair(RunContext ctx, (PyValue Text, long Count) result) =>
        ctx.NewTuple([result.Text, PyValue.Int(result.Count)]);

    private static PyValue Escape(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var bytes = ByteSource.Find(ctx, a[0]);
        var text = bytes is null
            ? Given.Text(ctx, a[0], "escape() argument must be str")
            : Encoding.Latin1.GetString(bytes);
        var result = new MeteredText(ctx);
        foreach (var unit in text)
        {
            if ((result.Length & 31) == 0) ctx.Step();
            if (Special.Contains(unit, StringComparison.Ordinal)) result.Append('\\');
            result.Append(unit);
        }
        return bytes is null
            ? result.ToValue()
            : ctx.New(new PyBytes(Encoding.Latin1.GetBytes(result.ToString())), 48 + result.Length);
    }
}
