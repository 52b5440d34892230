using Punie.Python.Sandbox.Nodes;
using Punie.Python.Syntax.Ast;
using static Punie.Python.Sandbox.Compiling.SuspensionFinder;

namespace Punie.Python.Sandbox.Compiling;

/// <summary>
/// Lifts <c>yield</c> and <c>await</c> out of expressions: what comes before them goes into temporaries, in order.
/// </summary>
internal sealed partial class Compiler
{
    /// <summary>Adds statements that compute what suspends; what is left does not suspend.</summary>
    private Expression Lift(Expression expression, List<StatementNode> before)
    {
        if (!Suspends(expression)) return expression;
        Descend();
        var rest = expression switch
        {
            AwaitExpression e => Delegated(e.Value, isAwait: true, e, before),
            YieldFromExpression e => Delegated(e.Value, isAwait: false, e, before),
            YieldExpression e => Yielded(e, before),
            BoolOpExpression e => Into(e, before, slot => ShortCircuit(e, 0, slot)),
            ConditionalExpression e => Into(e, before, slot => Conditional(e, slot)),
            CompareExpression { Comparators.Count: > 1 } e => Into(e, before, slot => CompareChain(e, slot)),
            ListComprehensionExpression or SetComprehensionExpression or DictComprehensionExpression =>
                LiftedComprehension(expression, before),
            GeneratorExpression e =>
                throw new CompileException(
                    "await in the first iterable of a generator expression is not available here", e.Span),
            _ => LiftParts(expression, before),
        };
        _depth--;
        return rest;
    }

    private Expression LiftParts(Expression expression, List<StatementNode> before)
    {
        var parts = SyntaxParts.Of(expression);
        var last = parts.FindLastIndex(Suspends);
        for (var i = 0; i <= last; i++)
        {
            // The last one that suspends may stay in place; everything before it must have been computed by then.
            parts[i] = i == last || parts[i] is ConstantExpression or TemporaryExpression
                ? Lift(parts[i], before)
                : Spill(parts[i], before);
        }
        return SyntaxParts.With(expression, parts);
    }

    private Expression Spill(Expression expression, List<StatementNode> before)
    {
        if (expression is StarredExpression starred)
            return new StarredExpression(starred.Span, Spill(starred.Value, before), starred.Context);
        var value = Lift(expression, before);
        if (value is TemporaryExpression) return value;
        return Store(value, before);
    }

    private TemporaryExpression Store(Expression value, List<StatementNode> before)
    {
        var slot = _scope.NewSlot();
        before.Add(new AssignLocalNode(slot, Expression(value)));
        return new TemporaryExpression(value.Span, slot);
    }

    private TemporaryExpression Delegated(Expression operand, bool isAwait, Expression at, List<StatementNode> before)
    {
        var value = Expression(Lift(operand, before));
        var slot = _scope.NewSlot();
        before.Add(new DelegateNode(value, isAwait, slot, _scope.NewSlot(), At(at)));
        return new TemporaryExpression(at.Span, slot);
    }

    private TemporaryExpression Yielded(YieldExpression e, List<StatementNode> before)
    {
        var value = e.Value is null ? new ConstantNode(PyValue.None) : Expression(Lift(e.Value, before));
        var slot = _scope.NewSlot();
        before.Add(new YieldNode(value, slot, _scope.NewSlot(), _scope.Frame.IsAsync));
        return new TemporaryExpression(e.Span, slot);
    }

    private TemporaryExpression Into(Expression at, List<StatementNode> before,
        Func<int, IEnumerable<StatementNode>> make)
    {
        var slot = _scope.NewSlot();
        before.AddRange(make(slot));
        return new TemporaryExpression(at.Span, slot);
    }

    private List<StatementNode> Computed(Expression expression, int slot)
    {
        var nodes = new List<StatementNode>();
        var rest = Lift(expression, nodes);
        nodes.Add(new AssignLocalNode(slot, Expression(rest)));
        return nodes;
    }

    private ResumableBlockNode InOrder(List<StatementNode> nodes) => new([.. nodes], _scope.NewSlot());

    private List<StatementNode> ShortCircuit(BoolOpExpression e, int index, int slot)
    {
        var nodes = Computed(e.Values[index], slot);
        if (index + 1 == e.Values.Count) return nodes;
        ExpressionNode test = new TemporaryNode(slot);
        if (e.Operator == BoolOperator.Or) test = new NotNode(test);
        nodes.Add(new ResumableIfNode(test, InOrder(ShortCircuit(e, index + 1, slot)), null, _scope.NewSlot()));
        return nodes;
    }

    private List<StatementNode> Conditional(ConditionalExpression e, int slot)
    {
        var nodes = new List<StatementNode>();
        var test = Expression(Lift(e.Test, nodes));
        nodes.Add(
            new ResumableIfNode(test, InOrder(Computed(e.Body, slot)), InOrder(Computed(e.OrElse, slot)),
            _scope.NewSlot()));
        return nodes;
    }

    private List<StatementNode> CompareChain(CompareExpression e, int slot)
    {
        var nodes = new List<StatementNode>();
        var left = Spill(e.Left, nodes);
        nodes.AddRange(CompareRest(e, 0, left, slot));
        return nodes;
    }

    private List<StatementNode> CompareRest(CompareExpression e, int index, Expression left, int slot)
    {
        var nodes = new List<StatementNode>();
        var right = Spill(e.Comparators[index], nodes);
        nodes.Add(
            new AssignLocalNode(slot, Expression(new CompareExpression(e.Span, left, [e.Operators[index]], [right]))));
        if (index + 1 < e.Comparators.Count)
            nodes.Add(
                new ResumableIfNode(new TemporaryNode(slot), InOrder(CompareRest(e, index + 1, right, slot)), null,
                _scope.NewSlot()));
        return nodes;
    }

    private TemporaryExpression LiftedComprehension(Expression expression, List<StatementNode> before)
    {
        var (kind, key, value, clauses) = Parts(expression);
        var first = Lift(clauses[0].Iterable, before);
        first = Store(first, before);
        var outer = _scope;
        _scope = _scopes[expression];
        var slots = Slots(_scope);
        before.Add(new OpenComprehensionNode(kind, slots));
        before.Add(ResumableLoops(clauses, 0, first, () => Collected(kind, key, value, slots)));
        before.Add(new CloseComprehensionNode(slots));
        _scope = outer;
        return new TemporaryExpression(expression.Span, slots.Result);
    }

    private ResumableBlockNode Collected(ContainerKind kind, Expression? key, Expression value,
        ComprehensionSlots slots)
    {
        var nodes = new List<StatementNode>();
        if (key is not null) key = Suspends(value) ? Spill(key, nodes) : Lift(key, nodes);
        value = Lift(value, nodes);
        nodes.Add(
            new CollectNode(slots.Result, kind, key is null ? null : Expression(key), Expression(value), At(value)));
        return InOrder(nodes);
    }

    /// <summary>The loops of a comprehension or generator expression in their resumable form.</summary>
    private StatementNode ResumableLoops(IReadOnlyList<ComprehensionClause> clauses, int index, Expression iterable,
        Func<StatementNode> innermost)
    {
        Descend();
        var clause = clauses[index];
        var target = Target(clause.Target);
        var nodes = new List<StatementNode>();
        foreach (var condition in clause.Conditions)
        {
            var test = Expression(Lift(condition, nodes));
            nodes.Add(new IfElseNode(new NotNode(test), new JumpNode(Signal.Continue), null));
        }
        if (index + 1 < clauses.Count)
        {
            var next = Lift(clauses[index + 1].Iterable, nodes);
            nodes.Add(ResumableLoops(clauses, index + 1, next, innermost));
        }
        else nodes.Add(innermost());
        _depth--;
        return Loop(target, Expression(iterable), InOrder(nodes), null, (clause.IsAsync, At(clause.Iterable)));
    }
}
