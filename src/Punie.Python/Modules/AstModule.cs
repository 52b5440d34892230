using Punie.Python.Builtins;
using Punie.Python.Builtins.Complex;
using Punie.Python.Sandbox;
using Punie.Python.Sandbox.Natives;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Syntax;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Modules;

/// <summary><c>ast</c>, of which a program may use <c>literal_eval</c>: data from text, never code.</summary>
internal static class AstModule
{
    private const long BytesForEachChar = 128;

    internal static PyModule Load(RunContext ctx) =>
        NativeModule.Make("ast", [new NativeFunction("literal_eval", "node_or_string", Evaluate)]);

    private static PyValue Evaluate(RunContext ctx, ReadOnlySpan<PyValue> a)
    {
        if (ctx.Unwrap(a[0]).Ref is not string given)
            throw ctx.ValueError($"malformed node or string: {ctx.Repr(a[0])}");
        var text = given.TrimStart(' ', '\t');
        ctx.Meter.Reserve(BytesForEachChar * text.Length);
        ctx.Tick(text.Length);
        var parsed = PythonParser.Parse(text, new ParseOptions { MaxDepth = 200, MaxErrors = 1 });
        if (parsed.Errors is [var error, ..])
            throw ctx.Error(ExceptionTypes.SyntaxError, $"{error.Message} (<unknown>, line {error.Line})");
        return parsed.Module.Body is [ExpressionStatement only]
            ? Value(ctx, only.Value)
            : throw ctx.Error(ExceptionTypes.SyntaxError, "invalid syntax (<unknown>, line 1)");
    }

    private static PyValue Value(RunContext ctx, Expression node)
    {
        ctx.Step();
        switch (node)
        {
            case ConstantExpression constant: return Constant(ctx, constant);
            case TupleExpression tuple: return ctx.NewTuple(All(ctx, tuple.Elements));
            case ListExpression list: return ctx.NewList(All(ctx, list.Elements));
            case SetExpression set: return ctx.Call(PyValue.Of(Types.Set), [ctx.NewList(All(ctx, set.Elements))]);
            case CallExpression
            {
                Function: NameExpression { Name: "set" }, Arguments.Count: 0,
                Keywords.Count: 0
            }:
                return ctx.Call(PyValue.Of(Types.Set), []);
            case DictExpression dict when !dict.Keys.Contains(null):
                var made = ctx.NewDict();
                for (var i = 0; i < dict.Keys.Count; i++)
                    made.Set(ctx, Value(ctx, dict.Keys[i]!), Value(ctx, dict.Values[i]));
                return PyValue.Of(made);
            case UnaryExpression { Operator: UnaryOperator.USub or UnaryOperator.UAdd } signed when Value(ctx,
                signed.Operand) is var number && Numbers.IsNumber(number) && !number.IsBool:
                return ctx.Unary(signed.Operator, number);
            case BinaryExpression
            {
                Operator: BinaryOperator.Add or BinaryOperator.Sub,
                Right: ConstantExpression { Value: Literal.Imaginary }
            } sum
                when Value(ctx, sum.Left) is var real && Numbers.IsNumber(real):
                return ctx.Binary(sum.Operator, real, Value(ctx, sum.Right));
            default:
                throw ctx.ValueError(
                    $"malformed node or string on line 1: <ast.{node.Kind} object at 0x{ctx.Identity(node):x12}>");
        }
    }

    private static PyValue[] All(RunContext ctx, IReadOnlyList<Expression> nodes) =>
        [.. nodes.Select(n => Value(ctx, n))];

    private static PyValue Constant(RunContext ctx, ConstantExpression constant) => constant.Value switch
    {
        Literal.None => PyValue.None,
        Literal.Ellipsis => PyValue.Ellipsis,
        Literal.Bool value => PyValue.Bool(value.Value),
        Literal.Int value => PyValue.Int(value.Value),
        Literal.Float value => PyValue.Float(value.Value),
        Literal.Imaginary value => PyComplex.Of(0, value.Value),
        Literal.Str value => ctx.Text(value.Value),
        Literal.Bytes value => ctx.New(new PyBytes(value.Value.ToArray())),
        _ => throw ctx.ValueError("malformed node or string"),
    };
}
