using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Sandbox.Suspension;

namespace Punie.Python.Sandbox.Objects;

/// <summary>A host function as programs see it: callable, with a name, nothing else.</summary>
internal sealed class PyHostFunction(HostFunction function) : PyObject(Types.Function)
{
    internal override bool IsCallable => true;

    internal override string Repr(RunContext ctx) => $"<function {function.Name} at 0x{ctx.Identity(this):x12}>";

    internal override PyValue FindAttribute(RunContext ctx, string name) => name switch
    {
        "__name__" or "__qualname__" => PyValue.Str(function.Name),
        _ => base.FindAttribute(ctx, name),
    };

    internal override PyValue Call(RunContext ctx, Arguments arguments)
    {
        var call = new PyHostCall(function, Bind(ctx, arguments));
        ctx.Meter.Allocated(call, 160);
        if (function.IsAsync) return PyValue.Of(call);
        call.Start(ctx);
        if (!call.IsDone) ctx.Loop.WaitUntil(call);
        return call.Get(ctx);
    }

    private PyValue[] Bind(RunContext ctx, Arguments arguments)
    {
        var parameters = function.Parameters;
        var values = new PyValue[parameters.Count];
        var given = arguments.PositionalCount;
        if (given > values.Length)
        {
            var were = given == 1 ? "was" : "were";
            throw ctx.TypeError(
                $"{function.Name}() takes {values.Length} positional argument{(values.Length == 1 ? "" : "s")} but "
                + $"{given} {were} given");
        }
        arguments.Positional.CopyTo(values);
        for (var i = 0; i < (arguments.Keywords?.Length ?? 0); i++)
            BindKeyword(ctx, values, arguments.Keywords![i], arguments.KeywordValue(i));
        List<string>? missing = null;
        for (var i = 0; i < values.Length; i++)
        {
            if (!values[i].IsUnbound) continue;
            if (parameters[i].Default is { } preset) values[i] = preset.IsUnbound ? PyValue.None : preset;
            else (missing ??= []).Add($"'{parameters[i].Name}'");
        }
        if (missing is null) return values;
        throw ctx.TypeError(
            $"{function.Name}() missing {missing.Count} required positional "
            + $"argument{(missing.Count == 1 ? "" : "s")}: {string.Join(" and ", missing)}");
    }

    private void BindKeyword(RunContext ctx, PyValue[] values, string name, PyValue value)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (function.Parameters[i].Name != name) continue;
            if (!values[i].IsUnbound)
                throw ctx.TypeError($"{function.Name}() got multiple values for argument '{name}'");
            values[i] = value;
            return;
        }
        var near = NearestName.Find(name, function.Parameters.Select(p => p.Name));
        var hint = near is null ? "" : $". Did you mean '{near}'?";
        throw ctx.TypeError($"{function.Name}() got an unexpected keyword argument '{name}'{hint}");
    }
}
