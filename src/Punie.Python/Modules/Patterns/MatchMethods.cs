using Punie.Python.Builtins.Formatting;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules.Patterns;

/// <summary>The methods of match objects.</summary>
internal static class MatchMethods
{
    internal static void Define()
    {
        PyMatch.MatchType.Define(
            new NativeFunction("group", "self, *groups", Group),
            new NativeFunction("groups", "self, default=None", (ctx, a) => ctx.NewTuple(Match(a).Groups(ctx, a[1]))),
            new NativeFunction("groupdict", "self, default=None", GroupDict),
            new NativeFunction("start", "self, group=0, /", (ctx, a) =>
                PyValue.Int(Match(a).Span(Match(a).Number(ctx, a[1])).Start)),
            new NativeFunction("end", "self, group=0, /", (ctx, a) =>
                PyValue.Int(Match(a).Span(Match(a).Number(ctx, a[1])).End)),
            new NativeFunction("span", "self, group=0, /", Span),
            new NativeFunction("expand", "self, template", Expand));
        Add("re", (_, m) => PyValue.Of(m.Pattern));
        Add("regs", (ctx, m) =>
            ctx.NewTuple(
            [.. Enumerable.Range(0, m.Pattern.GroupCount + 1)
            .Select(i => ctx.NewTuple([PyValue.Int(m.Span(i).Start), PyValue.Int(m.Span(i).End)]))]));
        Add("string", (ctx, m) => m.Pattern.Piece(ctx, m.Subject.Text));
        Add("pos", (_, m) => PyValue.Int(m.Window.Start));
        Add("endpos", (_, m) => PyValue.Int(m.Window.End));
        Add("lastindex", (_, m) => m.LastIndex() is > 0 and var index ? PyValue.Int(index) : PyValue.None);
        Add("lastgroup", (_, m) =>
            m.Pattern.Names.FirstOrDefault(n => n.Value == m.LastIndex()).Key is { } name
            ? PyValue.Str(name)
            : PyValue.None);
    }

    private static PyMatch Match(ReadOnlySpan<PyValue> a) => (PyMatch)a[0].Ref!;

    private static void Add(string name, Func<RunContext, PyMatch, PyValue> read) =>
        PyMatch.MatchType.Define(name,
            PyValue.Of(new NativeProperty(name, (ctx, self) => read(ctx, (PyMatch)self.Ref!))));

    private static PyValue Group(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var match = Match(a);
        var groups = ((PyTuple)a[1].Ref!).Items;
        if (groups.Length == 0) return match.Value(ctx, 0, PyValue.None);
        if (groups.Length == 1) return match.Value(ctx, match.Number(ctx, groups[0]), PyValue.None);
        return ctx.NewTuple([.. groups.Select(g => match.Value(ctx, match.Number(ctx, g), PyValue.None))]);
    }

    private static PyValue GroupDict(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var dict = ctx.NewDict();
        foreach (var (name, number) in Match(a).Pattern.Names)
            dict.Set(ctx, PyValue.Str(name), Match(a).Value(ctx, number, a[1]));
        return PyValue.Of(dict);
    }

    private static PyValue Span(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var (start, end) = Match(a).Span(Match(a).Number(ctx, a[1]));
        return ctx.NewTuple([PyValue.Int(start), PyValue.Int(end)]);
    }

    private static PyValue Expand(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var result = new MeteredText(ctx);
        var pattern = Match(a).Pattern;
        ReplacementTemplate.Parse(ctx, pattern.Characters(ctx, a[1], "expected str instance"), pattern)
            .Append(ctx, result, Match(a));
        return pattern.IsBytes ? pattern.Piece(ctx, result.ToString()) : result.ToValue();
    }
}
