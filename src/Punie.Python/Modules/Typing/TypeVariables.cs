using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules.Typing;

/// <summary>The type variables in generic types, and types put in their places.</summary>
internal static class TypeVariables
{
    private const string Parameters = "__parameters__";

    /// <summary>The variables in the order in which they first appear, as <c>__parameters__</c>.</summary>
    internal static PyValue Tuple(RunContext ctx, PyValue[] types) =>
        ctx.NewTuple([.. In(ctx, types).Select(v => v.AsValue)]);

    internal static List<PyTypeVariable> In(RunContext ctx, PyValue[] types)
    {
        var found = new List<PyTypeVariable>();
        Collect(ctx, types, found);
        return found;
    }

    /// <summary>A value of <c>Stack[int]</c>; the number of types must be that of the class's variables.</summary>
    internal static PyGenericAlias Specialize(RunContext ctx, PyType type, PyValue key)
    {
        if (type.TryLookup(Parameters, out var known) && known.Ref is PyTuple { Count: > 0 } wanted)
        {
            var given = key.Ref is PyTuple tuple ? tuple.Count : 1;
            if (given != wanted.Count)
                throw ctx.TypeError(
                    $"Too {(given > wanted.Count ? "many" : "few")} arguments for {ctx.Repr(PyValue.Of(type))}; "
                    + $"actual {given}, expected {wanted.Count}");
        }
        return new PyGenericAlias(type, key.Ref is PyTuple ? key : PyTypingAlias.Part(key));
    }

    /// <summary>Notes for a class what its bases were as written, where one of them is no class.</summary>
    internal static void Note(RunContext ctx, PyDict members, PyValue[] bases)
    {
        if (Array.TrueForAll(bases, b => b.Ref is PyType)) return;
        members.SetText("__orig_bases__", ctx.NewTuple(bases));
        members.SetText(Parameters, Tuple(ctx, bases));
    }

    internal static PyValue Replace(RunContext ctx, PyValue value, Dictionary<PyTypeVariable, PyValue> by)
    {
        ctx.Step();
        ctx.Enter();
        var made = value.Ref switch
        {
            PyTypeVariable variable => by.GetValueOrDefault(variable, value),
            PyTypingAlias { Form.Name: "Union" } union =>
                PyTypingAlias.Union(ctx, [.. union.Parts.Select(p => Replace(ctx, p, by))]),
            PyTypingAlias alias =>
                ctx.New(new PyTypingAlias(alias.Form, [.. alias.Parts.Select(p => Replace(ctx, p, by))]), 96),
            PyGenericAlias alias =>
                ctx.New(new PyGenericAlias(alias.Origin, Replace(ctx, alias.Parts, by)), 96),
            _ => value,
        };
        ctx.Leave();
        return made;
    }

    private static PyValue Replace(RunContext ctx, PyValue[] types, Dictionary<PyTypeVariable, PyValue> by) =>
        ctx.NewTuple([.. types.Select(t => Replace(ctx, t, by))]);

    private static void Collect(RunContext ctx, PyValue[] types, List<PyTypeVariable> found)
    {
        ctx.Enter();
        foreach (var type in types)
        {
            ctx.Step();
            switch (type.Ref)
            {
                case PyTypeVariable variable when !found.Contains(variable): found.Add(variable); break;
                case PyTypingAlias alias: Collect(ctx, alias.Parts, found); break;
                case PyGenericAlias alias: Collect(ctx, alias.Parts, found); break;
                case PyUnionType: Collect(ctx, [.. PyTypingAlias.Flat(type)], found); break;
            }
        }
        ctx.Leave();
    }
}
