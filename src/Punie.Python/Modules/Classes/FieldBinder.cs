using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Modules.Classes;

/// <summary>One parameter of a constructor made from fields.</summary>
/// <param name="Name">The field.</param>
/// <param name="Default">Unbound where the argument is required.</param>
/// <param name="KeywordOnly">True where it cannot be given by position.</param>
/// <param name="HasFactory">True where the caller fills an absent argument in.</param>
internal sealed record FieldParameter(string Name, PyValue Default, bool KeywordOnly = false, bool HasFactory = false)
{
    internal bool IsRequired => Default.IsUnbound && !HasFactory;
}

/// <summary>Binds arguments to fields with the errors of a function that a program wrote.</summary>
internal sealed class FieldBinder(string function, IReadOnlyList<FieldParameter> fields)
{
    /// <summary>One value for each field; unbound where a factory has to make it.</summary>
    internal PyValue[] Bind(RunContext ctx, PyTuple positional, PyDict keywords)
    {
        var bound = new PyValue[fields.Count];
        var byPosition = fields.Count(f => !f.KeywordOnly);
        if (positional.Count > byPosition) throw TooMany(ctx, byPosition, positional.Count);
        for (int i = 0, next = 0; next < positional.Count; i++)
        {
            if (!fields[i].KeywordOnly) bound[i] = positional.Items[next++];
        }
        foreach (var (key, value) in keywords.ToPairs())
        {
            ctx.Step();
            var index = IndexOf(key.Ref as string);
            if (index < 0) throw ctx.TypeError($"{function}() got an unexpected keyword argument '{ctx.Str(key)}'");
            if (!bound[index].IsUnbound)
                throw ctx.TypeError($"{function}() got multiple values for argument '{fields[index].Name}'");
            bound[index] = value;
        }
        CheckMissing(ctx, bound);
        for (var i = 0; i < bound.Length; i++)
        {
            if (bound[i].IsUnbound) bound[i] = fields[i].Default;
        }
        return bound;
    }

    private int IndexOf(string? name)
    {
        for (var i = 0; i < fields.Count; i++)
        {
            if (fields[i].Name == name) return i;
        }
        return -1;
    }

    // The instance counts as an argument, as in CPython.
    private PyRaise TooMany(RunContext ctx, int most, int given)
    {
        var required = fields.Count(f => !f.KeywordOnly && f.IsRequired);
        var takes = required == most ? $"{most + 1}" : $"from {required + 1} to {most + 1}";
        return ctx.TypeError(
            $"{function}() takes {takes} positional argument{(most == 0 ? "" : "s")} but {given + 1} were given");
    }

    private void CheckMissing(RunContext ctx, PyValue[] bound)
    {
        foreach (var keywordOnly in new[] { false, true })
        {
            var missing = new List<string>();
            for (var i = 0; i < bound.Length; i++)
            {
                if (bound[i].IsUnbound && fields[i].IsRequired && fields[i].KeywordOnly == keywordOnly)
                    missing.Add($"'{fields[i].Name}'");
            }
            if (missing.Count == 0) continue;
            var names = missing.Count switch
            {
                1 => missing[0],
                2 => $"{missing[0]} and {missing[1]}",
                _ => $"{string.Join(", ", missing.SkipLast(1))}, and {missing[^1]}",
            };
            var kind = keywordOnly ? "keyword-only" : "positional";
            throw ctx.TypeError(
                $"{function}() missing {missing.Count} required {kind} argument{(missing.Count == 1 ? "" : "s")}: "
                + $"{names}");
        }
    }
}
