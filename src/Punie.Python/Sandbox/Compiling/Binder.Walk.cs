using Punie.Python.Syntax.Ast;

namespace Punie.Python.Sandbox.Compiling;

/// <summary>The walk over statements and expressions.</summary>
internal sealed partial class Binder
{
    private void Visit(IReadOnlyList<Statement> body)
    {
        foreach (var statement in body) Visit(statement);
    }

    private void Visit(Statement statement)
    {
        switch (statement)
        {
            case ExpressionStatement s: Visit(s.Value); break;
            case AssignStatement s:
                Visit(s.Value);
                foreach (var target in s.Targets) BindTarget(target);
                break;
            case AugmentedAssignStatement s:
                Visit(s.Value);
                if (s.Target is NameExpression name) Used(name.Name);
                BindTarget(s.Target);
                break;
            case AnnotatedAssignStatement s: VisitAnnotated(s); break;
            case ReturnStatement s: Visit(s.Value); break;
            case DeleteStatement s: foreach (var target in s.Targets) BindTarget(target); break;
            case IfStatement s:
                foreach (var branch in s.Branches)
                {
                    Visit(branch.Test);
                    Visit(branch.Body);
                }
                Visit(s.OrElse);
                break;
            case WhileStatement s:
                Visit(s.Test);
                Visit(s.Body);
                Visit(s.OrElse);
                break;
            case ForStatement s:
                _scope.Frame.HasAwait |= s.IsAsync;
                Visit(s.Iterable);
                BindTarget(s.Target);
                Visit(s.Body);
                Visit(s.OrElse);
                break;
            case FunctionStatement s: VisitDefinition(s); break;
            case ClassStatement s: VisitClass(s); break;
            case RaiseStatement s:
                Visit(s.Exception);
                Visit(s.Cause);
                break;
            case AssertStatement s:
                Visit(s.Test);
                Visit(s.Message);
                break;
            default: VisitRare(statement); break;
        }
    }

    private void VisitRare(Statement statement)
    {
        switch (statement)
        {
            case WithStatement s:
                _scope.Frame.HasAwait |= s.IsAsync;
                foreach (var item in s.Items)
                {
                    Visit(item.Context);
                    if (item.Target is not null) BindTarget(item.Target);
                }
                Visit(s.Body);
                break;
            case TryStatement s: VisitTry(s); break;
            case MatchStatement s:
                Visit(s.Subject);
                foreach (var c in s.Cases)
                {
                    BindPattern(c.Pattern);
                    Visit(c.Guard);
                    Visit(c.Body);
                }
                break;
            case ImportStatement s:
                foreach (var alias in s.Names) Bound(alias.Alias?.Text ?? alias.Name.Text.Split('.')[0]);
                break;
            case ImportFromStatement s:
                foreach (var alias in s.Names)
                {
                    if (alias.Name.Text != "*") Bound(alias.Alias?.Text ?? alias.Name.Text);
                }
                break;
            case GlobalStatement s:
                foreach (var name in s.Names) Declare(name, _scope.DeclaredGlobal, "global");
                break;
            case NonlocalStatement s:
                if (_scope.Kind == ScopeKind.Module)
                    throw new CompileException("nonlocal declaration not allowed at module level", s.Span);
                foreach (var name in s.Names)
                {
                    Declare(name, _scope.DeclaredNonlocal, "nonlocal");
                    _scope.Uses.Add(_scope.Mangle(name.Text));
                }
                break;
            case TypeAliasStatement s:
                BindTarget(s.Name);
                InTypeParameters(s.TypeParameters, () => Visit(s.Value));
                break;
        }
    }

    private void Declare(Identifier name, HashSet<string> declared, string kind)
    {
        var mangled = _scope.Mangle(name.Text);
        if (_scope.Symbols.ContainsKey(mangled))
            throw new CompileException($"name '{name.Text}' is assigned to before {kind} declaration", name.Span);
        if (_scope.Uses.Contains(mangled) && _scope.Kind != ScopeKind.Module)
            throw new CompileException($"name '{name.Text}' is used prior to {kind} declaration", name.Span);
        declared.Add(mangled);
        if (kind == "nonlocal") _nonlocals.Add(new(_scope, mangled, name));
    }

    private void VisitAnnotated(AnnotatedAssignStatement s)
    {
        if (_scope.Kind != ScopeKind.Function) Visit(s.Annotation);
        Visit(s.Value);
        if (s.Target is NameExpression name) Bound(name.Name);
        else BindTarget(s.Target);
    }

    private void VisitDefinition(FunctionStatement s)
    {
        foreach (var decorator in s.Decorators) Visit(decorator);
        Bound(s.Name.Text);
        InTypeParameters(s.TypeParameters, () =>
        {
            Visit(s.Returns);
            VisitFunction(s, s.Name.Text, s.Parameters, () =>
            {
                _scope.IsAsync = s.IsAsync;
                Visit(s.Body);
            });
        });
    }

    // Type parameters are variables around the definition; they live in the slots of the function around it.
    private void InTypeParameters(IReadOnlyList<TypeParameter> parameters, Action definition)
    {
        if (parameters.Count > 0) Enter(parameters[0], ScopeKind.Comprehension, "<type parameters>");
        foreach (var parameter in parameters) _scope.Bind(_scope.Mangle(parameter.Name.Text));
        definition();
        if (parameters.Count > 0) Leave();
    }

    private void VisitClass(ClassStatement s)
    {
        foreach (var decorator in s.Decorators) Visit(decorator);
        Bound(s.Name.Text);
        InTypeParameters(s.TypeParameters, () =>
        {
            foreach (var parent in s.Bases) Visit(parent);
            foreach (var keyword in s.Keywords) Visit(keyword.Value);
            Enter(s, ScopeKind.Class, s.Name.Text);
            Visit(s.Body);
            Leave();
        });
    }

    private void VisitTry(TryStatement s)
    {
        Visit(s.Body);
        foreach (var handler in s.Handlers)
        {
            Visit(handler.Type);
            if (handler.Name is { } name) Bound(name.Text);
            Visit(handler.Body);
        }
        Visit(s.OrElse);
        Visit(s.Finally);
    }

    private void Visit(IEnumerable<Expression?> expressions)
    {
        foreach (var expression in expressions) Visit(expression);
    }

    private void Visit(Expression? expression)
    {
        // Chains such as a + b + c lean to the left: walk down in a loop.
        while (expression is BinaryExpression binary)
        {
            Visit(binary.Right);
            expression = binary.Left;
        }
        switch (expression)
        {
            case null or ConstantExpression: break;
            case NameExpression e: Used(e.Name); break;
            case BoolOpExpression e: Visit(e.Values); break;
            case NamedExpression e:
                Visit(e.Value);
                BindWalrus(e.Target);
                break;
            case UnaryExpression e: Visit(e.Operand); break;
            case LambdaExpression e: VisitFunction(e, "<lambda>", e.Parameters, () => Visit(e.Body)); break;
            case ConditionalExpression e: Visit([e.Test, e.Body, e.OrElse]); break;
            case DictExpression e:
                Visit(e.Keys);
                Visit(e.Values);
                break;
            case SetExpression e: Visit(e.Elements); break;
            case ListExpression e: Visit(e.Elements); break;
            case TupleExpression e: Visit(e.Elements); break;
            case CompareExpression e:
                Visit(e.Left);
                Visit(e.Comparators);
                break;
            case CallExpression e:
                Visit(e.Function);
                Visit(e.Arguments);
                foreach (var keyword in e.Keywords) Visit(keyword.Value);
                break;
            case AttributeExpression e: Visit(e.Value); break;
            case SubscriptExpression e: Visit([e.Value, e.Index]); break;
            case StarredExpression e: Visit(e.Value); break;
            case SliceExpression e: Visit([e.Lower, e.Upper, e.Step]); break;
            default: VisitRare(expression); break;
        }
    }

    private void VisitRare(Expression expression)
    {
        switch (expression)
        {
            case JoinedStringExpression e: Visit(e.Values); break;
            case FormattedValueExpression e: Visit([e.Value, e.FormatSpec]); break;
            case TemplateStringExpression e: Visit(e.Values); break;
            case InterpolationExpression e: Visit([e.Value, e.FormatSpec]); break;
            case ListComprehensionExpression e: VisitComprehension(e, e.Clauses, e.Element); break;
            case SetComprehensionExpression e: VisitComprehension(e, e.Clauses, e.Element); break;
            case GeneratorExpression e: VisitComprehension(e, e.Clauses, e.Element); break;
            case DictComprehensionExpression e: VisitComprehension(e, e.Clauses, e.Key, e.Value); break;
            case AwaitExpression e:
                CheckAwait(e);
                _scope.Frame.HasAwait = true;
                Visit(e.Value);
                break;
            case YieldExpression e:
                CheckYield(e);
                Visit(e.Value);
                break;
            case YieldFromExpression e:
                CheckYield(e);
                Visit(e.Value);
                break;
            default: throw new CompileException($"{expression.Kind} is not available here", expression.Span);
        }
    }

    private void CheckYield(Expression e)
    {
        if (_scope.Frame.Kind != ScopeKind.Function) throw new CompileException("'yield' outside function", e.Span);
        _scope.Frame.HasYield = true;
    }

    private void CheckAwait(Expression e)
    {
        var frame = _scope.Frame;
        var allowed = frame.Kind == ScopeKind.Module
            || (frame.Kind == ScopeKind.Function && (frame.IsAsync || frame.Name == "<genexpr>"));
        if (!allowed) throw new CompileException("'await' outside async function", e.Span);
    }
}
