using Punie.Agent.Tools;
using Punie.Python.Syntax.Ast;

namespace Punie.Agent.CodeMode;

internal sealed partial class ProgramWalker
{
    private static readonly ToolType Text = new ToolType.Str();
    private static readonly ToolType Truth = new ToolType.Bool();

    private Flow Eval(Expression expression, FlowScope scope)
    {
        if (IsSpent) return Flow.Unknown;
        return expression switch
        {
            NameExpression name => Load(name, isCall: false, scope),
            ConstantExpression constant => TypeOf(constant.Value) is { } type ? Flow.Of(type) : Flow.Unknown,
            AttributeExpression attribute => ReadField(Eval(attribute.Value, scope), attribute),
            CallExpression call => EvalCall(call, scope),
            JoinedStringExpression joined => EvalText(joined.Values, scope),
            FormattedValueExpression formatted => EvalFormatted(formatted, scope),
            SubscriptExpression subscript => EvalSubscript(subscript, scope),
            ConditionalExpression conditional => EvalConditional(conditional, scope),
            BoolOpExpression any => Flow.Any([.. any.Values.Select(value => Eval(value, scope))]),
            BinaryExpression binary => EvalBinary(binary, scope),
            UnaryExpression unary => EvalUnary(unary, scope),
            CompareExpression compare => EvalCompare(compare, scope),
            _ => EvalRare(expression, scope),
        };
    }

    private Flow EvalRare(Expression expression, FlowScope scope)
    {
        switch (expression)
        {
            case ListExpression list:
                return Flow.BoxOf(Items(list.Elements, scope), "list");
            case SetExpression set:
                return Flow.BoxOf(Items(set.Elements, scope), "set");
            case TupleExpression tuple:
                return Flow.Of(new Atom.Places([.. tuple.Elements.Select(element => Eval(element, scope))]));
            case DictExpression dict:
                var keys = Flow.Any([.. dict.Keys.OfType<Expression>().Select(key => Eval(key, scope))]);
                return Flow.BoxOf(Flow.Any([.. dict.Values.Select(value => Eval(value, scope))]), "dict", keys);
            case StarredExpression starred:
                return Eval(starred.Value, scope).Element();
            case NamedExpression named:
                var value = Eval(named.Value, scope);
                Bind(named.Target, value, scope);
                return value;
            case AwaitExpression awaited:
                return Eval(awaited.Value, scope);
            case LambdaExpression lambda:
                Defaults(lambda.Parameters, scope);
                return Declare(lambda, scope);
            case YieldExpression { Value: { } yielded }:
                _returned = _returned.Or(Flow.BoxOf(Eval(yielded, scope), "generator"));
                return Flow.Unknown;
            case YieldFromExpression from:
                _returned = _returned.Or(Flow.BoxOf(Eval(from.Value, scope).Element(), "generator"));
                return Flow.Unknown;
            case SliceExpression slice:
                foreach (var bound in new[] { slice.Lower, slice.Upper, slice.Step }.OfType<Expression>())
                    Eval(bound, scope);
                return Flow.Unknown;
            case TemplateStringExpression template:
                foreach (var part in template.Values) Eval(part is InterpolationExpression i ? i.Value : part, scope);
                return Flow.Unknown;
            default:
                var before = _repeats;
                var items = EvalComprehension(expression, scope);
                _repeats = before;
                return items;
        }
    }

    private Flow EvalComprehension(Expression expression, FlowScope scope)
    {
        switch (expression)
        {
            case ListComprehensionExpression list:
                return Flow.BoxOf(Eval(list.Element, Clauses(list.Clauses, scope)), "list");
            case SetComprehensionExpression set:
                return Flow.BoxOf(Eval(set.Element, Clauses(set.Clauses, scope)), "set");
            case GeneratorExpression generator:
                return Flow.BoxOf(Eval(generator.Element, Clauses(generator.Clauses, scope)), "generator");
            case DictComprehensionExpression dict:
                var inner = Clauses(dict.Clauses, scope);
                var keys = Eval(dict.Key, inner);
                return Flow.BoxOf(Eval(dict.Value, inner), "dict", keys);
            default:
                return Flow.Unknown;
        }
    }

    private FlowScope Clauses(IReadOnlyList<ComprehensionClause> clauses, FlowScope scope)
    {
        var inner = new FlowScope(scope);
        foreach (var clause in clauses)
        {
            Bind(clause.Target, Eval(clause.Iterable, inner).Element(), inner);
            // Only what the first clause goes over is computed once.
            _repeats++;
            foreach (var condition in clause.Conditions) Eval(condition, inner);
        }

        return inner;
    }

    private Flow Load(NameExpression name, bool isCall, FlowScope scope)
    {
        _loaded.Add(name.Name);
        if (scope.Find(name.Name) is { } flow) return flow;
        if (!_bound.Contains(name.Name) && tools.Find(name.Name) is { } tool) return Flow.Of(new Atom.ToolName(tool));
        _unboundLoads.Add((name, isCall));
        return Flow.Unknown;
    }

    private Flow Items(IReadOnlyList<Expression> elements, FlowScope scope) =>
        Flow.Any([.. elements.Select(element => Eval(element, scope))]);

    private Flow EvalText(IReadOnlyList<Expression> parts, FlowScope scope)
    {
        foreach (var part in parts) Eval(part, scope);
        return Flow.Of(Text);
    }

    private Flow EvalFormatted(FormattedValueExpression formatted, FlowScope scope)
    {
        Eval(formatted.Value, scope);
        if (formatted.FormatSpec is { } spec) Eval(spec, scope);
        return Flow.Of(Text);
    }

    private Flow EvalConditional(ConditionalExpression conditional, FlowScope scope)
    {
        Eval(conditional.Test, scope);
        var whenTrue = Eval(conditional.Body, scope);
        return whenTrue.Or(Eval(conditional.OrElse, scope));
    }

    private Flow EvalBinary(BinaryExpression binary, FlowScope scope)
    {
        var left = Eval(binary.Left, scope);
        var right = Eval(binary.Right, scope);

        // Lists joined with + and sets with | keep what is in them; numbers lose their origin.
        return Flow.Any(left.Or(right).Atoms.Where(IsCollection).Select(Flow.Of));
    }

    private static bool IsCollection(Atom atom) =>
        atom is Atom.Box or Atom.Places || (atom is Atom.Typed typed && typed.Type.Bare() is ToolType.List);

    private Flow EvalUnary(UnaryExpression unary, FlowScope scope)
    {
        var operand = Eval(unary.Operand, scope);
        return unary.Operator == UnaryOperator.Not ? Flow.Of(Truth) : operand;
    }

    private Flow EvalCompare(CompareExpression compare, FlowScope scope)
    {
        Eval(compare.Left, scope);
        foreach (var comparator in compare.Comparators) Eval(comparator, scope);
        return Flow.Of(Truth);
    }

    private Flow EvalSubscript(SubscriptExpression subscript, FlowScope scope)
    {
        var owner = Eval(subscript.Value, scope);
        Eval(subscript.Index, scope);
        if (subscript.Index is SliceExpression) return owner;
        CheckKey(owner, subscript);
        var index = IndexOf(subscript.Index);
        return Flow.Any(owner.Atoms.Select(atom => atom switch
        {
            Atom.Box box => box.Items,
            Atom.Places places when index is { } i && i < places.Parts.Count => places.Parts[i],
            _ => Flow.Of(atom).Element(),
        }));
    }

    private void CheckKey(Flow owner, SubscriptExpression subscript)
    {
        if (owner.Atoms is not [Atom.Typed { Use: not null, Type: var type }]) return;
        if (type.Bare() is not ToolType.Record { Schema: var schema }) return;
        var key = (subscript.Index as ConstantExpression)?.Value is Literal.Str { Value: var text } ? text : null;
        var field = key == null ? null : Nearest.To(key, schema.Fields.Select(field => field.Name));
        var fix = field == null ? "read a field with a dot" : $"write .{field}";
        Report(subscript, $"{schema.Name} is a record, not a dict or list; {fix}");
    }

    private static int? IndexOf(Expression index) =>
        index is ConstantExpression { Value: Literal.Int { Value: var i } } && i >= 0 && i < 1000 ? (int)i : null;

    private static ToolType? TypeOf(Literal literal) => literal switch
    {
        Literal.Str => Text,
        Literal.Int => new ToolType.Int(),
        Literal.Float => new ToolType.Float(),
        Literal.Bool => Truth,
        _ => null,
    };
}
