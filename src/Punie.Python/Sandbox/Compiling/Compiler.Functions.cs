using Punie.Python.Sandbox.Nodes;
using Punie.Python.Sandbox.Runtime;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Sandbox.Compiling;

/// <summary>Functions, lambdas, classes and comprehensions.</summary>
internal sealed partial class Compiler
{
    private ExpressionNode Function(FunctionStatement s)
    {
        var function = WithTypeParameters(s.TypeParameters, () => Definition(s));
        return s.Decorators.Count == 0 ? function : new DecoratedNode(Expressions(s.Decorators), function, At(s));
    }

    private ExpressionNode WithTypeParameters(IReadOnlyList<TypeParameter> parameters, Func<ExpressionNode> definition)
    {
        if (parameters.Count == 0) return definition();
        var outer = _scope;
        _scope = _scopes[parameters[0]];
        var slots = Slots(_scope);
        TypeParameterPart[] parts =
            [.. parameters.Select(p =>
                new TypeParameterPart(p.Name.Text, p.Flavor, NameTarget(p.Name.Text, At(p.Span))))];
        var node = new TypeParametersNode(parts, slots, definition());
        _scope = outer;
        return node;
    }

    private FunctionNode Definition(FunctionStatement s)
    {
        var scope = _scopes[s];
        var documentation = Documentation(s.Body);
        var code = NewCode(scope, s.Parameters, documentation);
        var captured = Captured(scope);
        var defaults = Defaults(s.Parameters);
        var annotations = Annotations(s);
        _unit.Functions.Add(new(s.Span, s.Name.Text));
        Inside(scope, code, () =>
        {
            if (code.Kind != FunctionKind.Plain) code.Body = Resumable(s.Body);
            else if (s.Body is [ReturnStatement { Value: { } only }]) code.Result = Expression(only);
            else code.Body = Block(s.Body);
        });
        return new FunctionNode(code, defaults, captured) { Annotations = annotations };
    }

    private FunctionNode Lambda(LambdaExpression e)
    {
        var scope = _scopes[e];
        var code = NewCode(scope, e.Parameters, null);
        var captured = Captured(scope);
        var defaults = Defaults(e.Parameters);
        _unit.Functions.Add(new(e.Body.Span, "<lambda>"));
        Inside(scope, code, () =>
        {
            if (code.Kind == FunctionKind.Plain) code.Result = Expression(e.Body);
            else code.Body = Resumable([new ReturnStatement(e.Span, e.Body)]);
        });
        return new FunctionNode(code, defaults, captured);
    }

    private GeneratorExpressionNode Generator(GeneratorExpression e)
    {
        var iterable = Expression(e.Clauses[0].Iterable);
        var scope = _scopes[e];
        var code = new FunctionCode("<genexpr>", scope.QualifiedName, new ParameterLayout([".0"], 1, 1, false, false))
        {
            Kind = scope.IsAsync ? FunctionKind.AsyncGenerator : FunctionKind.Generator,
        };
        var captured = Captured(scope);
        _unit.Functions.Add(new(e.Span, "<genexpr>"));
        Inside(scope, code, () =>
        {
            var source = new TemporaryExpression(e.Clauses[0].Iterable.Span, scope.Symbols[".0"].Slot);
            code.Body =
                ResumableLoops(e.Clauses, 0, source, () =>
                    Resumable([new ExpressionStatement(e.Element.Span, new YieldExpression(e.Element.Span, e.Element))]));
        });
        return new GeneratorExpressionNode(new FunctionNode(code, [null], captured), iterable, At(e));
    }

    private ComprehensionNode Comprehension(Expression expression)
    {
        var (kind, key, value, clauses) = Parts(expression);
        var first = Expression(clauses[0].Iterable);
        var outer = _scope;
        _scope = _scopes[expression];
        var slots = Slots(_scope);
        var loops =
            Loops(clauses, 0, first, () =>
                new CollectNode(slots.Result, kind, key is null ? null : Expression(key), Expression(value), At(value)));
        _scope = outer;
        return new ComprehensionNode(kind, loops, slots);
    }

    private static (ContainerKind Kind, Expression? Key, Expression Value,
        IReadOnlyList<ComprehensionClause> Clauses) Parts(Expression expression) =>
            expression switch
            {
                ListComprehensionExpression e => (ContainerKind.List, null, e.Element, e.Clauses),
                SetComprehensionExpression e => (ContainerKind.Set, null, e.Element, e.Clauses),
                DictComprehensionExpression e => (ContainerKind.Dict, e.Key, e.Value, e.Clauses),
                _ => throw new CompileException("not a comprehension", expression.Span),
            };

    private static ComprehensionSlots Slots(Scope scope)
    {
        int[] variables = Slots(scope.Symbols.Values, capturedOnly: false);
        int[] cells = Slots(scope.Symbols.Values, capturedOnly: true);
        return new ComprehensionSlots(scope.NewSlot(), variables, cells);
    }

    private ForNode Loops(IReadOnlyList<ComprehensionClause> clauses, int index, ExpressionNode iterable,
        Func<StatementNode> innermost)
    {
        Descend();
        var clause = clauses[index];
        var target = Target(clause.Target);
        var conditions = Expressions(clause.Conditions);
        StatementNode body = index + 1 < clauses.Count
            ? Loops(clauses, index + 1, Expression(clauses[index + 1].Iterable), innermost)
            : innermost();
        if (conditions.Length > 0)
            body = new IfElseNode(conditions.Length == 1 ? conditions[0] : new AndNode(conditions), body, null);
        _depth--;
        return new ForNode(target, iterable, body, null, At(clause.Iterable));
    }

    private ExpressionNode Class(ClassStatement s)
    {
        var node = WithTypeParameters(s.TypeParameters, () => ClassDefinition(s));
        return s.Decorators.Count == 0 ? node : new DecoratedNode(Expressions(s.Decorators), node, At(s));
    }

    private ClassNode ClassDefinition(ClassStatement s)
    {
        var scope = _scopes[s];
        var classCell = scope.Symbols["__class__"];
        var documentation = Documentation(s.Body);
        var header = new ClassHeader(
            s.Name.Text,
            scope.QualifiedName,
            documentation,
            [.. s.Bases.Select(b =>
                b is StarredExpression star ? (Expression(star.Value), true) : (Expression(b), false))],
            [.. s.Keywords.Select(k =>
                (k.Name?.Text
                ?? throw new CompileException("** is not available in a class line", k.Span), Expression(k.Value)))],
            classCell.IsCaptured ? classCell.Slot : -1);
        var code = new FunctionCode(s.Name.Text, scope.QualifiedName, new ParameterLayout([], 0, 0, false, false));
        var captured = Captured(scope);
        _unit.Functions.Add(new(s.Span, s.Name.Text));
        Inside(scope, code, () => code.Body = Block(s.Body));
        return new ClassNode(header, code, captured, At(s));
    }

    private static FunctionCode NewCode(Scope scope, Parameters parameters, string? documentation)
    {
        IEnumerable<Parameter> named =
            [.. parameters.PositionalOnly, .. parameters.Positional, .. parameters.KeywordOnly];
        var layout = new ParameterLayout(
            [.. named.Select(p => scope.Mangle(p.Name.Text))],
            parameters.PositionalOnly.Count,
            parameters.PositionalOnly.Count + parameters.Positional.Count,
            parameters.VarArgs is not null,
            parameters.KeywordVarArgs is not null);
        return new FunctionCode(scope.Name, scope.QualifiedName, layout)
        {
            Documentation = documentation,
            Kind = (scope.IsAsync, scope.HasYield) switch
            {
                (true, true) => FunctionKind.AsyncGenerator,
                (true, false) => FunctionKind.Coroutine,
                (false, true) => FunctionKind.Generator,
                _ => FunctionKind.Plain,
            },
        };
    }

    private ExpressionNode?[] Defaults(Parameters parameters)
    {
        IEnumerable<Parameter> named =
            [.. parameters.PositionalOnly, .. parameters.Positional, .. parameters.KeywordOnly];
        return [.. named.Select(p => p.Default is null ? null : Expression(p.Default))];
    }

    // Annotations in programs may name what the sandbox does not have: they are evaluated only where a name is known.
    private (string Name, ExpressionNode Value)[]? Annotations(FunctionStatement s)
    {
        var list = new List<(string, ExpressionNode)>();
        IEnumerable<Parameter?> all = [.. s.Parameters.PositionalOnly, .. s.Parameters.Positional, s.Parameters.VarArgs,
            .. s.Parameters.KeywordOnly, s.Parameters.KeywordVarArgs];
        foreach (var parameter in all)
        {
            if (parameter?.Annotation is not null)
                list.Add(
                    (parameter.Name.Text,
                    Annotation(parameter.Annotation is StarredExpression star ? star.Value : parameter.Annotation)));
        }
        if (s.Returns is not null) list.Add(("return", Annotation(s.Returns)));
        return list.Count == 0 ? null : [.. list];
    }

    // As CPython writes it: quotes are single ones, and a text in quotes stays in them.
    private ExpressionNode Annotation(Expression annotation)
    {
        if (!_unit.KeepsAnnotationsAsText) return Expression(annotation);
        var text = _unit.Source.Text.Substring(annotation.Span.Start, annotation.Span.Length);
        if (annotation is ConstantExpression { Value: Literal.Str quoted }) text = StringText.Repr(quoted.Value);
        else if (!text.Contains('\'', StringComparison.Ordinal)) text = text.Replace('"', '\'');
        return new ConstantNode(PyValue.Str(text));
    }

    private static string? Documentation(IReadOnlyList<Statement> body) =>
        body is [ExpressionStatement { Value: ConstantExpression { Value: Literal.Str text } }, ..] ? text.Value : null;

    private static int[] Slots(Dictionary<string, Symbol>.ValueCollection symbols, bool capturedOnly)
    {
        var slots = new int[symbols.Count];
        var count = 0;
        foreach (var symbol in symbols)
        {
            if (symbol.IsCaptured || !capturedOnly) slots[count++] = symbol.Slot;
        }
        return slots[..count];
    }

    private void Inside(Scope scope, FunctionCode code, Action body)
    {
        var (outer, depth) = (_scope, _depth);
        Descend();
        _scope = scope;
        body();
        code.SlotCount = scope.SlotCount;
        code.FirstFree = scope.FirstFree;
        code.CellSlots = scope.Kind == ScopeKind.Class ? [] : Slots(scope.Symbols.Values, capturedOnly: true);
        code.Complete();
        (_scope, _depth) = (outer, depth);
    }
}
