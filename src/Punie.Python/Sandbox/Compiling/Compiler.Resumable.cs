using Punie.Python.Sandbox.Nodes;
using Punie.Python.Syntax.Ast;
using static Punie.Python.Sandbox.Compiling.SuspensionFinder;

namespace Punie.Python.Sandbox.Compiling;

/// <summary>Statements of generators and coroutines: only those that suspend get the resumable form.</summary>
internal sealed partial class Compiler
{
    private ResumableBlockNode Resumable(IReadOnlyList<Statement> statements)
    {
        var nodes = new List<StatementNode>();
        foreach (var statement in statements) AddResumable(statement, nodes);
        return InOrder(nodes);
    }

    private ResumableBlockNode? OptionalResumable(IReadOnlyList<Statement> statements) =>
        statements.Count == 0 ? null : Resumable(statements);

    private void AddResumable(Statement statement, List<StatementNode> nodes)
    {
        if (!Suspends(statement))
        {
            nodes.Add(Statement(statement));
            return;
        }
        Descend();
        switch (statement)
        {
            case ExpressionStatement s:
                if (Lift(s.Value, nodes) is not TemporaryExpression and { } value)
                    nodes.Add(new EvaluateNode(Expression(value)));
                break;
            case ReturnStatement s: nodes.Add(new ReturnNode(Expression(Lift(s.Value!, nodes)))); break;
            case AssignStatement s: AddAssign(s, nodes); break;
            case AugmentedAssignStatement s: AddAugmented(s, nodes); break;
            case AnnotatedAssignStatement s: AddAssign(new AssignStatement(s.Span, [s.Target], s.Value!), nodes); break;
            case DeleteStatement s:
                nodes.Add(
                    new DeleteNode([.. s.Targets.Select(t => Target(Lift(t, nodes)))])); break;
            case IfStatement s: AddIf(s, 0, nodes); break;
            case WhileStatement s: AddWhile(s, nodes); break;
            case ForStatement s:
                var iterable = Expression(Lift(s.Iterable, nodes));
                nodes.Add(
                    Loop(Target(s.Target), iterable, Resumable(s.Body), OptionalResumable(s.OrElse),
                    (s.IsAsync, At(s.Iterable))));
                break;
            case WithStatement s: AddWith(s, 0, nodes); break;
            case TryStatement s: nodes.Add(ResumableTry(s)); break;
            case MatchStatement s: AddMatch(s, nodes); break;
            case RaiseStatement s:
                var exception = Spill(s.Exception!, nodes);
                var cause = s.Cause is null ? null : Lift(s.Cause, nodes);
                nodes.Add(new RaiseNode(Expression(exception), cause is null ? null : Expression(cause), At(s)));
                break;
            case AssertStatement s: AddAssert(s, nodes); break;
            default:
                throw new CompileException(
                    $"'await' or 'yield' is not available at this place of {statement.Kind}", statement.Span);
        }
        _depth--;
    }

    private StatementNode Loop(TargetNode target, ExpressionNode iterable, StatementNode body, StatementNode? orElse,
        (bool IsAsync, int Position) how) =>
            how.IsAsync
                ? new ResumableAsyncForNode(target, iterable, new LoopParts(body, orElse),
                    new LoopSlots(_scope.NewSlot(), _scope.NewSlot(), _scope.NewSlot()), how.Position)
                : new ResumableForNode(target, iterable, new LoopParts(body, orElse),
                    new LoopSlots(_scope.NewSlot(), _scope.NewSlot(), -1), how.Position);

    private void AddAssign(AssignStatement s, List<StatementNode> nodes)
    {
        if (!s.Targets.Any(Suspends))
        {
            nodes.Add(new AssignNode([.. s.Targets.Select(Target)], Expression(Lift(s.Value, nodes))));
            return;
        }
        var value = Spill(s.Value, nodes);
        foreach (var target in s.Targets) nodes.Add(new AssignNode([Target(Lift(target, nodes))], Expression(value)));
    }

    private void AddAugmented(AugmentedAssignStatement s, List<StatementNode> nodes)
    {
        // The old value is read before the right side runs, as in Python.
        var target = s.Target is NameExpression
            ? s.Target
            : SyntaxParts.With(s.Target, [.. SyntaxParts.Of(s.Target).Select(p => Spill(p, nodes))]);
        var old = Store(target, nodes);
        var value = Expression(Lift(s.Value, nodes));
        nodes.Add(
            new AssignNode([Target(target)], new InPlaceNode(s.Operator, new TemporaryNode(old.Slot), value, At(s))));
    }

    private void AddIf(IfStatement s, int index, List<StatementNode> nodes)
    {
        var test = Expression(Lift(s.Branches[index].Test, nodes));
        var body = Resumable(s.Branches[index].Body);
        StatementNode? orElse;
        if (index + 1 == s.Branches.Count) orElse = OptionalResumable(s.OrElse);
        else
        {
            Descend();
            var rest = new List<StatementNode>();
            AddIf(s, index + 1, rest);
            orElse = InOrder(rest);
            _depth--;
        }
        nodes.Add(new ResumableIfNode(test, body, orElse, _scope.NewSlot()));
    }

    private void AddWhile(WhileStatement s, List<StatementNode> nodes)
    {
        var before = new List<StatementNode>();
        var test = Expression(Lift(s.Test, before));
        nodes.Add(
            new ResumableWhileNode(InOrder(before), test,
            new LoopParts(Resumable(s.Body), OptionalResumable(s.OrElse)), _scope.NewSlot()));
    }

    private void AddWith(WithStatement s, int index, List<StatementNode> nodes)
    {
        var item = s.Items[index];
        var context = Expression(Lift(item.Context, nodes));
        var target = item.Target is null ? null : Target(item.Target);
        StatementNode body;
        if (index + 1 < s.Items.Count)
        {
            var inner = new List<StatementNode>();
            AddWith(s, index + 1, inner);
            body = InOrder(inner);
        }
        else body = Resumable(s.Body);
        var slots = new WithSlots(_scope.NewSlot(), _scope.NewSlot(), _scope.NewSlot(), _scope.NewSlot());
        nodes.Add(new ResumableWithNode(new WithParts(context, target, body, s.IsAsync), slots, At(item.Context)));
    }

    private StatementNode ResumableTry(TryStatement s)
    {
        StatementNode node = Resumable(s.Body);
        if (s.Handlers.Count > 0)
        {
            HandlerPart[] handlers = [.. s.Handlers.Select(h => Handler(h, Resumable(h.Body)))];
            var orElse = OptionalResumable(s.OrElse);
            node = s.IsStar
                ? new ResumableTryStarNode(node, handlers, orElse, _scope.NewSlot(), _scope.NewSlot())
                : new ResumableTryNode(node, handlers, orElse, _scope.NewSlot(), _scope.NewSlot());
        }
        if (s.Finally.Count == 0) return node;
        return new ResumableFinallyNode(node, Resumable(s.Finally),
            new FinallySlots(_scope.NewSlot(), _scope.NewSlot(), _scope.NewSlot()));
    }

    private void AddMatch(MatchStatement s, List<StatementNode> nodes)
    {
        if (s.Cases.Any(c => Suspends(c.Guard)))
            throw new CompileException("'await' in a case's guard is not available here", s.Span);
        var subject = Expression(Lift(s.Subject, nodes));
        CasePart[] cases =
            [.. s.Cases.Select(c =>
                new CasePart(Pattern(c.Pattern), c.Guard is null ? null : Expression(c.Guard), Resumable(c.Body)))];
        nodes.Add(new ResumableMatchNode(subject, cases, _scope.NewSlot()));
    }

    private void AddAssert(AssertStatement s, List<StatementNode> nodes)
    {
        var test = Expression(Lift(s.Test, nodes));
        var failing = new List<StatementNode>();
        var message = s.Message is null ? null : Expression(Lift(s.Message, failing));
        failing.Add(new AssertNode(new ConstantNode(PyValue.False), message, At(s)));
        nodes.Add(new ResumableIfNode(new NotNode(test), InOrder(failing), null, _scope.NewSlot()));
    }
}
