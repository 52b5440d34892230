using System.Text.RegularExpressions;
using Punie.Python.Builtins;
using Punie.Python.Builtins.Formatting;
using Punie.Python.Builtins.Functions;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules.Patterns;

/// <summary>A pattern and the part of a text that it is applied to.</summary>
/// <param name="Pattern">The pattern.</param>
/// <param name="Text">The whole text.</param>
/// <param name="Units">The text up to the end of the window.</param>
/// <param name="Window">Start and end in code points.</param>
internal sealed record Subject(PyPattern Pattern, PyValue Text, string Units, (long Start, long End) Window);

/// <summary>Searching, splitting and replacing.</summary>
internal static class PatternActions
{
    private static readonly PyType IteratorType = PyType.Native("callable_iterator");

    internal static PyValue First(RunContext ctx, Subject subject, PatternMode mode)
    {
        if (subject.Window.Start > subject.Window.End) return PyValue.None;
        var match = subject.Pattern.Find(ctx, subject.Text, subject.Units,
            CodePoints.Offset(subject.Text, subject.Window.Start), mode);
        return match is null ? PyValue.None : Wrap(ctx, subject, match);
    }

    internal static PyValue FindAll(RunContext ctx, Subject subject)
    {
        var list = new PyList();
        foreach (var match in Walk(ctx, subject))
        {
            list.Add(ctx, subject.Pattern.GroupCount switch
            {
                0 => subject.Pattern.Piece(ctx, match.Value),
                1 => subject.Pattern.Piece(ctx, match.Groups[1].Value),
                _ => ctx.NewTuple(new PyMatch(subject.Pattern, subject.Text, match, subject.Window)
                    .Groups(ctx, subject.Pattern.Piece(ctx, ""))),
            });
        }
        return ctx.New(list, 56);
    }

    internal static PyValue FindEach(RunContext ctx, Subject subject)
    {
        var matches = Walk(ctx, subject).GetEnumerator();
        return ctx.New(new PyStepIterator(IteratorType, (RunContext c, out PyValue value) =>
        {
            var more = matches.MoveNext();
            value = more ? Wrap(c, subject, matches.Current) : default;
            return more;
        }));
    }

    internal static PyValue Split(RunContext ctx, Subject subject, PyValue most)
    {
        var limit = ctx.Int64(most);
        var list = new PyList();
        var from = 0;
        foreach (var match in limit < 0 ? [] : Walk(ctx, subject))
        {
            if (limit > 0 && limit-- == 0) break;
            list.Add(ctx, subject.Pattern.Piece(ctx, subject.Units[from..match.Index]));
            for (var i = 1; i <= subject.Pattern.GroupCount; i++)
            {
                ctx.Step();
                list.Add(ctx, match.Groups[i].Success
                    ? subject.Pattern.Piece(ctx, match.Groups[i].Value)
                    : PyValue.None);
            }
            from = match.Index + match.Length;
            if (limit == 0 && ctx.Int64(most) > 0) break;
        }
        list.Add(ctx, subject.Pattern.Piece(ctx, subject.Units[from..]));
        return ctx.New(list, 56);
    }

    internal static (PyValue Text, long Count) Replace(RunContext ctx, Subject subject, PyValue replacement,
        PyValue most)
    {
        var limit = ctx.Int64(most);
        var pattern = subject.Pattern;
        var template = Calls.IsCallable(replacement)
            ? null
            : ReplacementTemplate.Parse(ctx, Template(ctx, pattern, replacement), pattern);
        var result = new MeteredText(ctx);
        var (from, parts, count) = (0, 0, 0L);
        foreach (var match in limit < 0 ? [] : Walk(ctx, subject))
        {
            if (match.Index > from) parts++;
            result.Append(subject.Units.AsSpan(from, match.Index - from));
            var value = new PyMatch(pattern, subject.Text, match, subject.Window);
            if (template is not null) template.Append(ctx, result, value);
            else if (ctx.Call(replacement, [ctx.New(value, 160)]) is { IsNone: false } made)
                result.Append(pattern.Characters(ctx, made, NotText(pattern, made, parts)));
            parts++;
            from = match.Index + match.Length;
            if (++count == limit) break;
        }
        if (count == 0) return (pattern.IsBytes ? pattern.Piece(ctx, subject.Text.Text) : subject.Text, 0);
        result.Append(subject.Units.AsSpan(from));
        return (pattern.IsBytes ? pattern.Piece(ctx, result.ToString()) : result.ToValue(), count);
    }

    private static string Template(RunContext ctx, PyPattern pattern, PyValue replacement)
    {
        var isBytes = ByteSource.Find(ctx, replacement) is not null;
        if (isBytes || ctx.Unwrap(replacement).IsText)
            return pattern.Characters(ctx, replacement, NotText(pattern, replacement, 0));
        throw ctx.TypeError($"decoding to str: need a bytes-like object, {replacement.TypeName} found");
    }

    // As the error of the join that puts the pieces together in CPython.
    private static string NotText(PyPattern pattern, PyValue value, int position) => pattern.IsBytes
        ? $"sequence item {position}: expected a bytes-like object, {value.TypeName} found"
        : $"sequence item {position}: expected str instance, {value.TypeName} found";

    private static PyValue Wrap(RunContext ctx, Subject subject, Match match) =>
        ctx.New(new PyMatch(subject.Pattern, subject.Text, match, subject.Window), 160);

    private static IEnumerable<Match> Walk(RunContext ctx, Subject subject)
    {
        if (subject.Window.Start > subject.Window.End) yield break;
        var at = CodePoints.Offset(subject.Text, subject.Window.Start);
        while (at <= subject.Units.Length)
        {
            var match = subject.Pattern.Find(ctx, subject.Text, subject.Units, at, PatternMode.Search);
            if (match is null) yield break;
            yield return match;
            at = match.Index + match.Length;
            if (match.Length == 0) at += at < subject.Units.Length && CodePoints.IsPair(subject.Units, at) ? 2 : 1;
        }
    }
}
