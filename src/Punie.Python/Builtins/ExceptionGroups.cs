using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Builtins;

/// <summary><c>ExceptionGroup</c>: making, splitting, and what <c>except*</c> leaves.</summary>
internal static class ExceptionGroups
{
    internal static void Define(PyType type) => type.Define(
        new NativeFunction("derive", "self, excs, /", (ctx, a) =>
            ctx.Call(PyValue.Of(ExceptionTypes.BaseExceptionGroup), [((PyException)a[0].Ref!).Arguments[0], a[1]])),
        new NativeFunction("split", "self, matcher_value, /", (ctx, a) => SplitPair(ctx, a)),
        new NativeFunction("subgroup", "self, matcher_value, /", (ctx, a) =>
            Value(Split(ctx, (PyException)a[0].Ref!, Matcher(ctx, a[1])).Matched)));

    internal static PyValue Make(RunContext ctx, PyType type, Arguments arguments)
    {
        var given = arguments.Positional;
        if (given.Length != 2)
            throw ctx.TypeError($"BaseExceptionGroup.__new__() takes exactly 2 arguments ({given.Length} given)");
        if (!given[0].IsText)
            throw ctx.TypeError($"BaseExceptionGroup.__new__() argument 1 must be str, not {given[0].TypeName}");
        if (given[1].Ref is not (PyList or PyTuple))
            throw ctx.TypeError("second argument (exceptions) must be a sequence");
        var members = ctx.ToArray(given[1]);
        if (members.Length == 0) throw ctx.ValueError("second argument (exceptions) must be a non-empty sequence");
        var plain = true;
        for (var i = 0; i < members.Length; i++)
        {
            if (members[i].Ref is not PyException member)
                throw ctx.ValueError($"Item {i} of second argument (exceptions) is not an exception");
            plain &= member.Type.IsSubclassOf(ExceptionTypes.Exception);
        }
        if (type == ExceptionTypes.BaseExceptionGroup && plain) type = ExceptionTypes.ExceptionGroup;
        if (!plain && type == ExceptionTypes.ExceptionGroup)
            throw ctx.TypeError("Cannot nest BaseExceptions in an ExceptionGroup");
        if (!plain && type.IsSubclassOf(ExceptionTypes.Exception))
            throw ctx.TypeError($"Cannot nest BaseExceptions in '{type.Name}'");
        return PyValue.Of(new PyException(type, [given[0], given[1]]));
    }

    internal static bool IsGroup(PyException exception) =>
        exception.Type.IsSubclassOf(ExceptionTypes.BaseExceptionGroup);

    /// <summary>The part whose exceptions match, and the rest, both in the shape of the group.</summary>
    internal static (PyException? Matched, PyException? Others) Split(RunContext ctx, PyException group,
        Func<PyException, bool> matches)
    {
        if (matches(group)) return (group, null);
        if (!IsGroup(group)) return (null, group);
        List<PyValue> matched = [], rest = [];
        ctx.Enter();
        foreach (var member in ctx.ToArray(group.Arguments[1]))
        {
            ctx.Step();
            if (member.Ref is not PyException inner) continue;
            var (some, others) = Split(ctx, inner, matches);
            if (some is not null) matched.Add(some.AsValue);
            if (others is not null) rest.Add(others.AsValue);
        }
        ctx.Leave();
        return (Derive(ctx, group, matched), Derive(ctx, group, rest));
    }

    /// <summary>
    /// What goes on after <c>except*</c>: new exceptions, and what was not handled or raised again; null when nothing
    /// is left.
    /// </summary>
    internal static PyException? Combine(RunContext ctx, PyException original, List<PyException> raised,
        HashSet<PyException> leaves)
    {
        var kept = leaves.Count == 0 ? null : Split(ctx, original, e => leaves.Contains(e)).Matched;
        if (raised.Count == 0) return kept;
        if (!IsGroup(original)) return raised[0];
        if (kept is not null) raised.Add(kept);
        return (PyException)ctx.Call(PyValue.Of(ExceptionTypes.BaseExceptionGroup),
            [PyValue.Str(""), ctx.NewList([.. raised.Select(r => r.AsValue)])]).Ref!;
    }

    /// <summary>The exceptions in a group that are not groups.</summary>
    internal static void AddLeaves(RunContext ctx, PyException exception, HashSet<PyException> leaves)
    {
        if (!IsGroup(exception))
        {
            leaves.Add(exception);
            return;
        }
        ctx.Enter();
        foreach (var member in ctx.ToArray(exception.Arguments[1]))
        {
            ctx.Step();
            if (member.Ref is PyException inner) AddLeaves(ctx, inner, leaves);
        }
        ctx.Leave();
    }

    private static PyException? Derive(RunContext ctx, PyException group, List<PyValue> members)
    {
        if (members.Count == 0) return null;
        var made = ctx.CallMethod(group.AsValue, "derive", ctx.NewList([.. members]));
        if (made.Ref is not PyException derived || !IsGroup(derived))
            throw ctx.TypeError("derive must return an instance of BaseExceptionGroup");
        (derived.Trace, derived.CaughtAt) = (group.Trace, group.CaughtAt);
        (derived.Context, derived.Cause, derived.HidesContext) = (group.Context, group.Cause, group.HidesContext);
        if (group.Notes is not null) derived.Notes = new PyList(group.Notes.AsSpan().ToArray());
        return derived;
    }

    private static PyValue SplitPair(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var (matched, rest) = Split(ctx, (PyException)a[0].Ref!, Matcher(ctx, a[1]));
        return ctx.NewTuple([Value(matched), Value(rest)]);
    }

    private static Func<PyException, bool> Matcher(RunContext ctx, PyValue matcher)
    {
        if (matcher.Ref is PyType type && type.IsSubclassOf(ExceptionTypes.BaseException))
            return e => e.Type.IsSubclassOf(type);
        if (matcher.Ref is PyTuple types
            && types.Items.All(t => t.Ref is PyType part && part.IsSubclassOf(ExceptionTypes.BaseException)))
            return e => types.Items.Any(t => e.Type.IsSubclassOf((PyType)t.Ref!));
        if (matcher.Ref is PyType or PyTuple || !Calls.IsCallable(matcher))
            throw ctx.TypeError("expected a function, exception type or tuple of exception types");
        return e => ctx.Truth(ctx.Call(matcher, [e.AsValue]));
    }

    private static PyValue Value(PyException? exception) => exception?.AsValue ?? PyValue.None;
}
