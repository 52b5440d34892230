using System.Text.RegularExpressions;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules.Patterns;

/// <summary>A match; group 0 is the whole.</summary>
internal sealed class PyMatch(PyPattern pattern, PyValue text, Match match, (long Start, long End) window)
    : PyObject(MatchType)
{
    internal static readonly PyType MatchType = PyType.Native("Match", "re");

    internal PyPattern Pattern { get; } = pattern;

    internal PyValue Subject { get; } = text;

    internal (long Start, long End) Window { get; } = window;

    internal override string Repr(RunContext ctx)
    {
        var (start, end) = Span(0);
        return $"<re.Match object; span=({start}, {end}), match={Shown(ctx)}>";
    }

    internal override PyValue GetItem(RunContext ctx, PyValue key) => Value(ctx, Number(ctx, key), PyValue.None);

    private string Shown(RunContext ctx)
    {
        var text = ctx.Repr(Pattern.Piece(ctx, match.Value));
        return text.Length > 50 ? text[..50] : text;
    }

    /// <summary>A group's number from its number or name.</summary>
    internal int Number(RunContext ctx, PyValue group)
    {
        var given = ctx.Unwrap(group);
        if (given.Ref is string name && Pattern.Names.TryGetValue(name, out var number)) return number;
        if (ctx.TryIndex(given, out var index) && index.Sign >= 0 && index <= Pattern.GroupCount) return (int)index;
        throw ctx.IndexError("no such group");
    }

    internal PyValue Value(RunContext ctx, int number, PyValue otherwise)
    {
        var group = Group(number);
        return group.Success ? Pattern.Piece(ctx, group.Value) : otherwise;
    }

    /// <summary>The text of a group, empty when it took no part.</summary>
    internal ReadOnlySpan<char> Raw(int number) => Group(number).Success ? Group(number).ValueSpan : default;

    internal (long Start, long End) Span(int number)
    {
        var group = Group(number);
        return group.Success
            ? (CodePoints.Index(Subject, group.Index), CodePoints.Index(Subject, group.Index + group.Length))
            : (-1, -1);
    }

    internal PyValue[] Groups(RunContext ctx, PyValue otherwise)
    {
        var values = new PyValue[Pattern.GroupCount];
        for (var i = 0; i < values.Length; i++)
        {
            ctx.Step();
            values[i] = Value(ctx, i + 1, otherwise);
        }
        return values;
    }

    /// <summary>The group that closed last; 0 when none took part.</summary>
    internal int LastIndex()
    {
        var (best, end, start) = (0, -1, int.MaxValue);
        for (var i = 1; i <= Pattern.GroupCount; i++)
        {
            var group = Group(i);
            if (!group.Success) continue;
            var finish = group.Index + group.Length;
            if (finish > end || (finish == end && group.Index < start)) (best, end, start) = (i, finish, group.Index);
        }
        return best;
    }

    private Group Group(int number) => match.Groups[number];
}
