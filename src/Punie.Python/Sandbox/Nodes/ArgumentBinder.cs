using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Sandbox.Nodes;

/// <summary>Puts the arguments of a call into a function's slots; messages as CPython's.</summary>
internal static class ArgumentBinder
{
    internal static void Bind(RunContext ctx, PyFunction function, Arguments arguments, Span<PyValue> slots)
    {
        var layout = function.Code.Parameters;
        var given = arguments.PositionalCount;
        arguments.Positional[..Math.Min(given, layout.Positional)].CopyTo(slots);
        if (layout.HasRest)
            slots[layout.Names.Length] =
                ctx.NewTuple(given > layout.Positional ? arguments.Positional[layout.Positional..].ToArray() : []);
        PyDict? extra = null;
        if (layout.HasKeywords) slots[layout.SlotCount - 1] = PyValue.Of(extra = ctx.NewDict());
        for (var i = 0; i < (arguments.Keywords?.Length ?? 0); i++)
            BindKeyword(ctx, function, arguments.Keywords![i], arguments.KeywordValue(i), slots, extra);
        if (given > layout.Positional && !layout.HasRest) throw TooMany(ctx, function, given, slots);
        FillDefaults(ctx, function, slots);
    }

    private static void BindKeyword(RunContext ctx, PyFunction function, string name, PyValue value,
        Span<PyValue> slots, PyDict? extra)
    {
        var layout = function.Code.Parameters;
        var index = Array.IndexOf(layout.Names, name);
        if (index >= layout.PositionalOnly)
        {
            if (!slots[index].IsUnbound)
                throw ctx.TypeError($"{function.QualifiedName}() got multiple values for argument '{name}'");
            slots[index] = value;
            return;
        }
        if (extra is null)
        {
            throw ctx.TypeError(index >= 0
                ? $"{function.QualifiedName}() got some positional-only arguments passed as keyword arguments: '{name}'"
                : $"{function.QualifiedName}() got an unexpected keyword argument '{name}'");
        }
        extra.SetText(name, value);
    }

    private static void FillDefaults(RunContext ctx, PyFunction function, Span<PyValue> slots)
    {
        var layout = function.Code.Parameters;
        var missing = false;
        for (var i = 0; i < layout.Names.Length; i++)
        {
            if (!slots[i].IsUnbound) continue;
            slots[i] = function.Defaults[i];
            missing |= slots[i].IsUnbound;
        }
        if (missing) throw Missing(ctx, function, slots);
    }

    private static PyRaise Missing(RunContext ctx, PyFunction function, Span<PyValue> slots)
    {
        var layout = function.Code.Parameters;
        List<string> positional = [], keywordOnly = [];
        for (var i = 0; i < layout.Names.Length; i++)
        {
            if (slots[i].IsUnbound) (i < layout.Positional ? positional : keywordOnly).Add($"'{layout.Names[i]}'");
        }
        var (names, kind) = positional.Count > 0 ? (positional, "positional") : (keywordOnly, "keyword-only");
        var plural = names.Count == 1 ? "" : "s";
        return ctx.TypeError(
            $"{function.QualifiedName}() missing {names.Count} required {kind} argument{plural}: {List(names)}");
    }

    private static PyRaise TooMany(RunContext ctx, PyFunction function, int given, Span<PyValue> slots)
    {
        var layout = function.Code.Parameters;
        var required = 0;
        for (var i = 0; i < layout.Positional; i++) required += function.Defaults[i].IsUnbound ? 1 : 0;
        var most = layout.Positional;
        var keywordOnly = 0;
        for (var i = most; i < layout.Names.Length; i++) keywordOnly += slots[i].IsUnbound ? 0 : 1;
        var takes = required < most
            ? $"from {required} to {most} positional arguments"
            : $"{most} positional argument{(most == 1 ? "" : "s")}";
        var was = given == 1 && keywordOnly == 0 ? "was" : "were";
        var also = keywordOnly == 0
            ? $"{given}"
            : $"{given} positional argument{(given == 1 ? "" : "s")} (and {keywordOnly} keyword-only argument{(keywordOnly == 1 ? "" : "s")})";
        return ctx.TypeError($"{function.QualifiedName}() takes {takes} but {also} {was} given");
    }

    private static string List(List<string> names) => names.Count switch
    {
        1 => names[0],
        2 => $"{names[0]} and {names[1]}",
        _ => $"{string.Join(", ", names[..^1])}, and {names[^1]}",
    };
}
