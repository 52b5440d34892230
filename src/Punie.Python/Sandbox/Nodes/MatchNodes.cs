using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Sandbox.Nodes;

/// <summary>One <c>case</c>.</summary>
internal sealed record CasePart(PatternNode Pattern, ExpressionNode? Guard, StatementNode Body)
{
    /// <summary>Names are bound only when the whole pattern matches, before the guard.</summary>
    internal bool Matches(RunContext ctx, ref PyValue locals, PyValue value)
    {
        var captures = ctx.Captures;
        var first = captures.Count;
        var matches = Pattern.Matches(ctx, ref locals, value);
        for (var i = first; matches && i < captures.Count; i++)
            captures[i].Target.Assign(ctx, ref locals, captures[i].Value);
        captures.RemoveRange(first, captures.Count - first);
        return matches;
    }
}

/// <summary><c>match subject: case …</c>.</summary>
internal sealed class MatchNode(ExpressionNode subject, CasePart[] cases) : StatementNode
{
    internal override Signal Execute(RunContext ctx, ref PyValue locals)
    {
        var value = subject.Evaluate(ctx, ref locals);
        foreach (var part in cases)
        {
            if (!part.Matches(ctx, ref locals, value)) continue;
            if (part.Guard is null || part.Guard.Test(ctx, ref locals)) return part.Body.Execute(ctx, ref locals);
        }
        return Signal.Next;
    }
}

/// <summary>The left side of a case.</summary>
internal abstract class PatternNode
{
    internal abstract bool Matches(RunContext ctx, ref PyValue locals, PyValue value);
}

internal sealed class ValuePatternNode(ExpressionNode expected, bool byIdentity) : PatternNode
{
    internal override bool Matches(RunContext ctx, ref PyValue locals, PyValue value)
    {
        var wanted = expected.Evaluate(ctx, ref locals);
        return byIdentity ? PyValue.Same(value, wanted) : ctx.AreEqual(value, wanted);
    }
}

/// <summary><c>pattern as name</c>, a capture, or the wildcard.</summary>
internal sealed class CapturePatternNode(PatternNode? inner, TargetNode? target) : PatternNode
{
    internal override bool Matches(RunContext ctx, ref PyValue locals, PyValue value)
    {
        if (inner is not null && !inner.Matches(ctx, ref locals, value)) return false;
        if (target is not null) ctx.Captures.Add((target, value));
        return true;
    }
}

internal sealed class OrPatternNode(PatternNode[] patterns) : PatternNode
{
    internal override bool Matches(RunContext ctx, ref PyValue locals, PyValue value)
    {
        var first = ctx.Captures.Count;
        foreach (var pattern in patterns)
        {
            if (pattern.Matches(ctx, ref locals, value)) return true;
            ctx.Captures.RemoveRange(first, ctx.Captures.Count - first);
        }
        return false;
    }
}

/// <summary><c>[a, *rest]</c>; the star is -1 when there is none.</summary>
internal sealed class SequencePatternNode(PatternNode[] patterns, int star) : PatternNode
{
    internal override bool Matches(RunContext ctx, ref PyValue locals, PyValue value)
    {
        if (ctx.Unwrap(value).Ref is not (PyList or PyTuple or PyRange)
            && !Modules.Collections.AbstractTypes.IsSequence(value)) return false;
        var items = ctx.ToArray(ctx.Unwrap(value));
        if (star < 0 ? items.Length != patterns.Length : items.Length < patterns.Length - 1) return false;
        var rest = items.Length - patterns.Length + 1;
        for (var i = 0; i < patterns.Length; i++)
        {
            var item = i == star ? ctx.NewList(items[i..(i + rest)]) : items[star >= 0 && i > star ? i + rest - 1 : i];
            if (!patterns[i].Matches(ctx, ref locals, item)) return false;
        }
        return true;
    }
}

/// <summary><c>{key: pattern, **rest}</c>.</summary>
internal sealed class MappingPatternNode(ExpressionNode[] keys, PatternNode[] patterns, TargetNode? rest) : PatternNode
{
    internal override bool Matches(RunContext ctx, ref PyValue locals, PyValue value)
    {
        if (ctx.Unwrap(value).Ref is not PyDict dict) return false;
        var used = new PyValue[keys.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            used[i] = keys[i].Evaluate(ctx, ref locals);
            var item = dict.Find(ctx, used[i]);
            if (item.IsUnbound || !patterns[i].Matches(ctx, ref locals, item)) return false;
        }
        if (rest is null) return true;
        var left = dict.Copy(ctx);
        foreach (var key in used) left.Remove(ctx, key, out _);
        ctx.Captures.Add((rest, PyValue.Of(left)));
        return true;
    }
}

/// <summary><c>Class(pattern, name=pattern)</c>.</summary>
internal sealed class ClassPatternNode(ExpressionNode type, PatternNode[] patterns, string[] names,
    PatternNode[] named, int position) : PatternNode
{
    internal override bool Matches(RunContext ctx, ref PyValue locals, PyValue value)
    {
        var wanted = type.Evaluate(ctx, ref locals);
        ctx.Position = position;
        if (wanted.Ref is not PyType known) throw ctx.TypeError("called match pattern must be a type");
        if (!value.Type.IsSubclassOf(known) && !Builtins.CoreFunctions.IsInstanceOf(ctx, value, wanted)) return false;
        if (patterns.Length > 0 && !MatchesPositional(ctx, ref locals, value, known)) return false;
        for (var i = 0; i < named.Length; i++)
        {
            if (!ctx.TryGetAttribute(value, names[i], out var attribute)
                || !named[i].Matches(ctx, ref locals, attribute)) return false;
        }
        return true;
    }

    private bool MatchesPositional(RunContext ctx, ref PyValue locals, PyValue value, PyType known)
    {
        if (!known.TryLookup("__match_args__", out var names))
        {
            var isSelf = IsSelfMatching(known);
            if (patterns.Length == 1 && isSelf) return patterns[0].Matches(ctx, ref locals, value);
            throw ctx.TypeError(
                $"{known.Name}() accepts {(isSelf ? "1 positional sub-pattern" : "0 positional sub-patterns")} "
                + $"({patterns.Length} given)");
        }
        var fields = ctx.ToArray(names);
        if (fields.Length < patterns.Length)
            throw ctx.TypeError(
                $"{known.Name}() accepts {fields.Length} positional sub-pattern{(fields.Length == 1 ? "" : "s")} "
                + $"({patterns.Length} given)");
        for (var i = 0; i < patterns.Length; i++)
        {
            if (!ctx.TryGetAttribute(value, ctx.Str(fields[i]), out var field)
                || !patterns[i].Matches(ctx, ref locals, field)) return false;
        }
        return true;
    }

    private static bool IsSelfMatching(PyType type) =>
        type.IsSubclassOf(Types.Int) || type.IsSubclassOf(Types.Float) || type.IsSubclassOf(Types.Str)
            || type.IsSubclassOf(Types.Bytes) ||
        type.IsSubclassOf(Types.List) || type.IsSubclassOf(Types.Tuple) || type.IsSubclassOf(Types.Dict)
            || type.IsSubclassOf(Types.Set) ||
        type.IsSubclassOf(Types.FrozenSet);
}
