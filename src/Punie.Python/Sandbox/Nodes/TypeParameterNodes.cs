using Punie.Python.Builtins;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Sandbox.Nodes;

/// <summary>One type parameter and its variable.</summary>
internal sealed record TypeParameterPart(string Name, TypeParameterKind Kind, TargetNode Target);

/// <summary>Binds type parameters around the making of a function, a class or an alias.</summary>
internal sealed class TypeParametersNode(TypeParameterPart[] parts, ComprehensionSlots slots, ExpressionNode inner)
    : ExpressionNode
{
    internal override PyValue Evaluate(RunContext ctx, ref PyValue locals)
    {
        slots.Open(ref locals);
        var parameters = new PyValue[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            parameters[i] = ctx.New(new PyTypeParameter(parts[i].Name, parts[i].Kind), 48);
            parts[i].Target.Assign(ctx, ref locals, parameters[i]);
        }
        var made = inner.Evaluate(ctx, ref locals);
        slots.Close(ref locals);
        var all = ctx.NewTuple(parameters);
        if (made.Ref is PyType { IsUserDefined: true } type) ctx.DefineOn(type, "__type_params__", all);
        else if (made.Ref is PyFunction) ctx.SetAttribute(made, "__type_params__", all);
        return made;
    }
}

/// <summary>
/// <c>type Name = value</c>. CPython evaluates the value when it is asked for; here a value that names what is not
/// there yet stays text.
/// </summary>
internal sealed class TypeAliasNode(string name, ExpressionNode value, string text) : ExpressionNode
{
    internal override PyValue Evaluate(RunContext ctx, ref PyValue locals)
    {
        var mark = ctx.Mark();
        var known = PyValue.Str(text);
        try
        {
            known = value.Evaluate(ctx, ref locals);
        }
        catch (PyRaise raise) when (raise.Value.Type.IsSubclassOf(ExceptionTypes.NameError))
        {
            ctx.Unwind(mark);
        }
        return ctx.New(new PyTypeAlias(name, known, ctx.NewTuple([])), 64);
    }
}
