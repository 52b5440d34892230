using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Syntax;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Modules.Typing;

/// <summary><c>get_type_hints</c>, <c>get_origin</c> and <c>get_args</c>.</summary>
internal static class TypeHints
{
    internal static PyValue Of(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        var hints = new PyDict();
        if (a[0].Ref is PyType type)
        {
            foreach (var part in type.Mro.Reverse())
            {
                if (part.OwnAttributes.TryGetValue("__annotations__", out var own) && own.Ref is PyDict notes)
                    Add(ctx, hints, notes, ctx.Truth(a[3]));
            }
        }
        else if (ctx.TryGetAttribute(a[0], "__annotations__", out var known) && known.Ref is PyDict notes)
            Add(ctx, hints, notes, ctx.Truth(a[3]));
        else throw ctx.TypeError($"{ctx.Repr(a[0])} is not a module, class, method, or function.");
        return PyValue.Of(hints);
    }

    internal static PyValue Origin(RunContext ctx, PyValue value) => value.Ref switch
    {
        PyTypingAlias { Form: { Name: "Annotated" } form } => PyValue.Of(form),
        PyTypingAlias alias => ctx.GetAttribute(value, "__origin__"),
        PyTypingForm { Origin: { } origin } => PyValue.Of(origin),
        PyGenericAlias alias => PyValue.Of(alias.Origin),
        PyUnionType => PyValue.Of(Types.UnionType),
        _ => PyValue.None,
    };

    internal static PyValue Arguments(RunContext ctx, PyValue value)
    {
        switch (value.Ref)
        {
            case PyTypingAlias { Form.Name: "Callable" } call when !(call.Parts.Length == 2
                && ReferenceEquals(call.Parts[0].Ref, PyTag.Ellipsis)):
                return ctx.NewTuple([ctx.NewList(call.Parts[..^1]), call.Parts[^1]]);
            case PyTypingAlias alias: return ctx.NewTuple(alias.Parts);
            case PyGenericAlias alias:
                return alias.Parameters.Ref is PyTuple
                ? alias.Parameters
                : ctx.NewTuple([alias.Parameters]);
            case PyUnionType: return ctx.NewTuple([.. PyTypingAlias.Flat(value)]);
            default: return ctx.NewTuple([]);
        }
    }

    private static void Add(RunContext ctx, PyDict hints, PyDict notes, bool keepsExtras)
    {
        foreach (var (key, value) in notes.ToPairs())
        {
            var hint = value.Ref is string text ? Resolve(ctx, text) : PyTypingAlias.Part(value);
            while (!keepsExtras
                && hint.Ref is PyTypingAlias { Form.Name: "Annotated" or "Required" or "NotRequired" } extra)
                hint = extra.Parts[0];
            hints.Set(ctx, key, hint);
        }
    }

    private static PyValue Resolve(RunContext ctx, string text)
    {
        var parsed = PythonParser.Parse(text, new ParseOptions { MaxNesting = 50, MaxChars = 10_000, MaxErrors = 1 });
        if (parsed.Errors.Count > 0 || parsed.Module.Body is not [ExpressionStatement { Value: var expression }])
            throw ctx.Error(Builtins.ExceptionTypes.SyntaxError,
                $"Forward reference must be an expression -- got {StringText.Repr(text)}");
        return PyTypingAlias.Part(Evaluate(ctx, expression));
    }

    // What stands in annotations: names, attributes, subscripts, unions, constants.
    private static PyValue Evaluate(RunContext ctx, Expression expression)
    {
        ctx.Enter();
        var value = expression switch
        {
            NameExpression e => Name(ctx, e.Name),
            AttributeExpression e => ctx.GetAttribute(Evaluate(ctx, e.Value), e.Name.Text),
            SubscriptExpression e => ctx.GetItem(Evaluate(ctx, e.Value), Evaluate(ctx, e.Index)),
            BinaryExpression { Operator: BinaryOperator.BitOr } e =>
                ctx.Binary(BinaryOperator.BitOr, Evaluate(ctx, e.Left), Evaluate(ctx, e.Right)),
            TupleExpression e => ctx.NewTuple([.. e.Elements.Select(x => Evaluate(ctx, x))]),
            ListExpression e => ctx.NewList([.. e.Elements.Select(x => Evaluate(ctx, x))]),
            ConstantExpression { Value: Literal.None } => PyValue.None,
            ConstantExpression { Value: Literal.Ellipsis } => PyValue.Ellipsis,
            ConstantExpression { Value: Literal.Str text } => ctx.Text(text.Value),
            ConstantExpression { Value: Literal.Int number } => PyValue.Int(number.Value),
            _ => throw ctx.TypeError("annotations in quotes can hold names, attributes, subscripts and unions only"),
        };
        ctx.Leave();
        return value;
    }

    private static PyValue Name(RunContext ctx, string name)
    {
        if (ctx.Program.Globals.TryGetValue(name, out var index) && ctx.Globals[index] is { IsUnbound: false } global)
            return global;
        return ctx.Program.Builtin(name) is { IsUnbound: false } known
            ? known
            : throw ctx.NameError(name, ctx.Program.KnownNames(ctx));
    }
}
