using Punie.Python.Builtins;
using Punie.Python.Modules;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;

namespace Punie.Python.Sandbox.Nodes;

/// <summary><c>import a.b as c</c>.</summary>
internal sealed class ImportNode(string name, bool bindsLast, TargetNode target, int position) : StatementNode
{
    internal override Signal Execute(RunContext ctx, ref PyValue locals)
    {
        ctx.Position = position;
        var module = Imports.Load(ctx, name);
        if (!bindsLast && name.Contains('.', StringComparison.Ordinal)) module = Imports.Load(ctx, name.Split('.')[0]);
        target.Assign(ctx, ref locals, PyValue.Of(module));
        return Signal.Next;
    }
}

/// <summary><c>from module import a as b, c</c>.</summary>
internal sealed class ImportFromNode(string name, (string Member, TargetNode Target)[] members, int position)
    : StatementNode
{
    internal override Signal Execute(RunContext ctx, ref PyValue locals)
    {
        ctx.Position = position;
        var module = Imports.Load(ctx, name);
        foreach (var (member, target) in members)
        {
            if (!module.TryFind(ctx, member, out var value)) value = Submodule(ctx, module, member);
            target.Assign(ctx, ref locals, value);
        }
        return Signal.Next;
    }

    private PyValue Submodule(RunContext ctx, PyModule module, string member)
    {
        if (ctx.Modules.Find(ctx, $"{name}.{member}") is { } inner) return PyValue.Of(inner);
        var near = NearestName.Find(member, module.Members.Keys);
        var hint = near is null ? "" : $". Did you mean: '{near}'?";
        var raise = ctx.ImportError($"cannot import name '{member}' from '{name}'{hint}");
        raise.Value.Named = PyValue.Str(name);
        throw raise;
    }
}

/// <summary><c>from module import *</c>; only names that the program mentions matter.</summary>
internal sealed class ImportAllNode(string name, IReadOnlyDictionary<string, int> globals, int position) : StatementNode
{
    internal override Signal Execute(RunContext ctx, ref PyValue locals)
    {
        ctx.Position = position;
        var module = Imports.Load(ctx, name);
        module.TryFind(ctx, "", out _);
        foreach (var (member, value) in module.Members.Pairs)
        {
            if (member[0] != '_' && globals.TryGetValue(member, out var index)) ctx.Globals[index] = value;
        }
        return Signal.Next;
    }
}

internal static class Imports
{
    internal static PyModule Load(RunContext ctx, string name)
    {
        if (ctx.Modules.Find(ctx, name) is { } module) return module;
        var missing = FirstParts(name);
        // CPython stops at the first part that is not there.
        while (missing.LastIndexOf('.') is > 0 and var dot && ctx.Modules.Find(ctx, missing[..dot]) is null)
            missing = missing[..dot];
        var hasParent = missing.Contains('.', StringComparison.Ordinal)
            && ctx.Modules.Find(ctx, missing[..missing.LastIndexOf('.')]) is not null;
        var why = ModuleRegistry.Refusal(hasParent || ModuleRegistry.HasHint(name) ? name : missing);
        var raise =
            ctx.Error(ExceptionTypes.ModuleNotFoundError, hasParent && !ModuleRegistry.HasHint(name)
            ? $"{why}; '{missing[..missing.LastIndexOf('.')]}' is not a package"
            : why);
        raise.Value.Named = PyValue.Str(missing);
        throw raise;
    }

    // No module lies deeper; each part more would be looked up with all that are before it.
    private static string FirstParts(string name)
    {
        const int most = 8;
        var end = -1;
        for (var i = 0; i < most; i++)
        {
            end = name.IndexOf('.', end + 1);
            if (end < 0) return name;
        }
        return name[..end];
    }
}
