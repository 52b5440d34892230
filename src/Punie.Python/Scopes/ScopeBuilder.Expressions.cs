using Punie.Python.Syntax.Ast;

namespace Punie.Python.Scopes;

// Names, assignment expressions, lambdas and comprehensions.
internal sealed partial class ScopeBuilder
{
    private void VisitExpression(Expression expression)
    {
        switch (expression)
        {
            case NameExpression e: VisitName(e); break;
            case NamedExpression e: VisitNamed(e); break;
            case LambdaExpression e: VisitLambda(e); break;
            case ListComprehensionExpression e: VisitComprehension("listcomp", e, e.Clauses, [e.Element]); break;
            case SetComprehensionExpression e: VisitComprehension("setcomp", e, e.Clauses, [e.Element]); break;
            case GeneratorExpression e: VisitComprehension("genexpr", e, e.Clauses, [e.Element]); break;
            case DictComprehensionExpression e: VisitComprehension("dictcomp", e, e.Clauses, [e.Value, e.Key]); break;
            case YieldExpression or YieldFromExpression:
                RefuseInTypes("yield expression", expression);
                VisitChildren(expression);
                break;
            case AwaitExpression:
                RefuseInTypes("await expression", expression);
                VisitChildren(expression);
                break;
            default: VisitChildren(expression); break;
        }
    }

    private void VisitName(NameExpression name)
    {
        var identifier = new Identifier(name.Name, name.Span);
        if (name.Context != ExpressionContext.Load)
        {
            var kind = name.Context == ExpressionContext.Store ? NameUseKind.Store : NameUseKind.Delete;
            Use(identifier, kind, SymbolRoles.Assigned, name);
            return;
        }

        Use(identifier, NameUseKind.Load, SymbolRoles.Referenced, name);
        // super() finds its class through a hidden variable of the class.
        if (name.Name == "super" && _scope.IsFunctionLike)
            _scope.FindOrAdd("__class__").Roles |= SymbolRoles.Referenced;
    }

    private void RefuseInTypes(string what, Expression expression)
    {
        var place = _scope.Kind switch
        {
            ScopeKind.TypeAlias => "a type alias",
            ScopeKind.TypeParameters => "the definition of a generic",
            ScopeKind.TypeVariable => "a TypeVar bound",
            _ => ReferenceEquals(_scope, _annotated) ? "an annotation" : null,
        };
        if (place is not null) Report($"{what} cannot be used within {place}", expression.Span);
    }

    private void VisitLambda(LambdaExpression lambda)
    {
        VisitDefaults(lambda.Parameters);
        Open(ScopeKind.Lambda, "lambda", lambda, () =>
        {
            VisitParameters(lambda.Parameters);
            Visit(lambda.Body);
        });
    }

    // The first iterable runs outside; everything else is in the comprehension's own scope.
    private void VisitComprehension(string name, Node node, IReadOnlyList<ComprehensionClause> clauses,
        Expression[] elements)
    {
        VisitIterable(clauses[0]);
        Open(ScopeKind.Comprehension, name, node, () =>
        {
            for (var i = 0; i < clauses.Count; i++)
            {
                _scope.InComprehensionTarget = true;
                Visit(clauses[i].Target);
                _scope.InComprehensionTarget = false;
                if (i > 0) VisitIterable(clauses[i]);
                VisitAll(clauses[i].Conditions);
            }

            VisitAll(elements);
        });
    }

    private void VisitIterable(ComprehensionClause clause)
    {
        _scope.IterableDepth++;
        Visit(clause.Iterable);
        _scope.IterableDepth--;
    }

    private void VisitNamed(NamedExpression named)
    {
        RefuseInTypes("named expression", named);
        if (_scope.IterableDepth > 0)
            Report("assignment expression cannot be used in a comprehension iterable expression", named.Span);
        else if (_scope.Kind == ScopeKind.Comprehension)
            BindOutside(named);
        Visit(named.Value);
        Visit(named.Target);
    }

    // := inside comprehensions binds in the function or module around them.
    private void BindOutside(NamedExpression named)
    {
        var name = NameMangling.Mangle(named.Target.Name, _className);
        for (var scope = _scope; scope is not null; scope = scope.Parent)
        {
            if (scope.Kind == ScopeKind.Comprehension)
            {
                const SymbolRoles Target = SymbolRoles.ComprehensionTarget | SymbolRoles.Assigned;
                if (scope.Find(name) is { } known && (known.Roles & Target) == Target)
                {
                    Report($"assignment expression cannot rebind comprehension iteration variable '{name}'",
                        named.Span);
                    return;
                }

                continue;
            }

            if (scope.Kind is ScopeKind.Module or ScopeKind.Function or ScopeKind.Lambda) BindIn(scope, name);
            else Report($"assignment expression within a comprehension cannot be used {PlaceOf(scope.Kind)}",
                named.Span);
            return;
        }
    }

    private void BindIn(Scope owner, string name)
    {
        var outer = owner.FindOrAdd(name);
        var isGlobal = owner.Kind == ScopeKind.Module || (outer.Roles & SymbolRoles.DeclaredGlobal) != 0;
        outer.Roles |= owner.Kind == ScopeKind.Module ? SymbolRoles.DeclaredGlobal : SymbolRoles.Assigned;
        _scope.FindOrAdd(name).Roles |= isGlobal ? SymbolRoles.DeclaredGlobal : SymbolRoles.DeclaredNonlocal;
        if (isGlobal) Module.FindOrAdd(name).Roles |= SymbolRoles.DeclaredGlobal;
    }

    private static string PlaceOf(ScopeKind kind) => kind switch
    {
        ScopeKind.Class => "in a class body",
        ScopeKind.TypeParameters => "within the definition of a generic",
        ScopeKind.TypeAlias => "in a type alias",
        _ => "in a TypeVar bound",
    };
}
