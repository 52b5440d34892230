using Punie.Python.Syntax.Ast;

namespace Punie.Python.Sandbox.Compiling;

/// <summary>
/// Tells which parts of a function's body can suspend it: those need a resumable form, all others stay as they are.
/// </summary>
internal static class SuspensionFinder
{
    internal static bool Suspends(Expression? expression)
    {
        while (expression is BinaryExpression binary)
        {
            if (Suspends(binary.Right)) return true;
            expression = binary.Left;
        }
        return expression switch
        {
            null or LambdaExpression or TemplateStringExpression => false,
            AwaitExpression or YieldExpression or YieldFromExpression => true,
            GeneratorExpression e => Suspends(e.Clauses[0].Iterable),
            ListComprehensionExpression e => Suspends(e.Element) || e.Clauses.Any(Suspends),
            SetComprehensionExpression e => Suspends(e.Element) || e.Clauses.Any(Suspends),
            DictComprehensionExpression e => Suspends(e.Key) || Suspends(e.Value) || e.Clauses.Any(Suspends),
            _ => SyntaxParts.Of(expression).Exists(Suspends),
        };
    }

    internal static bool Suspends(IEnumerable<Statement> statements) => statements.Any(Suspends);

    internal static bool Suspends(Statement statement) => statement switch
    {
        ExpressionStatement s => Suspends(s.Value),
        AssignStatement s => Suspends(s.Value) || s.Targets.Any(Suspends),
        AugmentedAssignStatement s => Suspends(s.Value) || Suspends(s.Target),
        AnnotatedAssignStatement s => Suspends(s.Value) || Suspends(s.Target),
        ReturnStatement s => Suspends(s.Value),
        DeleteStatement s => s.Targets.Any(Suspends),
        RaiseStatement s => Suspends(s.Exception) || Suspends(s.Cause),
        AssertStatement s => Suspends(s.Test) || Suspends(s.Message),
        IfStatement s => s.Branches.Any(b => Suspends(b.Test) || Suspends(b.Body)) || Suspends(s.OrElse),
        WhileStatement s => Suspends(s.Test) || Suspends(s.Body) || Suspends(s.OrElse),
        ForStatement s => s.IsAsync || Suspends(s.Iterable) || Suspends(s.Body) || Suspends(s.OrElse),
        WithStatement s => s.IsAsync || s.Items.Any(i => Suspends(i.Context)) || Suspends(s.Body),
        TryStatement s =>
            Suspends(s.Body) || s.Handlers.Any(h => Suspends(h.Body)) || Suspends(s.OrElse) || Suspends(s.Finally),
        MatchStatement s => Suspends(s.Subject) || s.Cases.Any(c => Suspends(c.Guard) || Suspends(c.Body)),
        FunctionStatement s => s.Decorators.Any(Suspends),
        ClassStatement s => s.Decorators.Any(Suspends) || s.Bases.Any(Suspends),
        _ => false,
    };

    private static bool Suspends(ComprehensionClause clause) =>
        clause.IsAsync || Suspends(clause.Iterable) || clause.Conditions.Any(Suspends);
}
