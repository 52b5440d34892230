using Punie.Python.Sandbox.Nodes;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Sandbox.Compiling;

/// <summary>Statements of functions that run to their end in one go.</summary>
internal sealed partial class Compiler
{
    private StatementNode Block(IReadOnlyList<Statement> statements)
    {
        if (statements.Count == 1) return Statement(statements[0]);
        return new BlockNode(
            [.. statements.Where(s => s is not (PassStatement or GlobalStatement or NonlocalStatement))
            .Select(Statement)]);
    }

    private StatementNode? OptionalBlock(IReadOnlyList<Statement> statements) =>
        statements.Count == 0 ? null : Block(statements);

    private StatementNode Statement(Statement statement)
    {
        Descend();
        _cancellation.ThrowIfCancellationRequested();
        var node = statement switch
        {
            ExpressionStatement s => new EvaluateNode(Expression(s.Value)),
            AssignStatement s => Assign(s),
            AugmentedAssignStatement s => Augment(s),
            ReturnStatement s => new ReturnNode(Optional(s.Value)),
            IfStatement s => If(s),
            ForStatement s =>
                new ForNode(Target(s.Target), Expression(s.Iterable), Block(s.Body), OptionalBlock(s.OrElse),
                At(s.Iterable)),
            WhileStatement s => new WhileNode(Expression(s.Test), Block(s.Body), OptionalBlock(s.OrElse)),
            BreakStatement => new JumpNode(Signal.Break),
            ContinueStatement => new JumpNode(Signal.Continue),
            FunctionStatement s => new AssignNode([NameTarget(s.Name.Text, At(s))], Function(s)),
            ClassStatement s => new AssignNode([NameTarget(s.Name.Text, At(s))], Class(s)),
            _ => OtherStatement(statement),
        };
        _depth--;
        return node;
    }

    private StatementNode OtherStatement(Statement statement) => statement switch
    {
        AnnotatedAssignStatement s => Annotated(s),
        DeleteStatement s => new DeleteNode([.. s.Targets.Select(Target)]),
        AssertStatement s =>
            new AssertNode(Expression(s.Test), s.Message is null ? null : Expression(s.Message), At(s)),
        RaiseStatement s => new RaiseNode(
            s.Exception is null ? null : Expression(s.Exception), s.Cause is null ? null : Expression(s.Cause), At(s)),
        TryStatement s => Try(s),
        WithStatement s => With(s, 0),
        MatchStatement s => new MatchNode(Expression(s.Subject), [.. s.Cases.Select(Case)]),
        ImportStatement s => new BlockNode([.. s.Names.Select(Import)]),
        ImportFromStatement s => ImportFrom(s),
        PassStatement or GlobalStatement or NonlocalStatement => PassNode.Instance,
        TypeAliasStatement s =>
            new AssignNode([Target(s.Name)],
            new TypeAliasNode(s.Name.Name, WithTypeParameters(s.TypeParameters, () => Expression(s.Value)),
            _unit.Source.TextOf(s.Value.Span))),
        _ => throw new CompileException($"{statement.Kind} is not available here", statement.Span),
    };

    private StatementNode Assign(AssignStatement s)
    {
        var value = Expression(s.Value);
        TargetNode[] targets = [.. s.Targets.Select(Target)];
        return targets switch
        {
            [LocalTarget local] => new AssignLocalNode(local.Slot, value),
            [var target] => new AssignOneNode(target, value),
            _ => new AssignNode(targets, value),
        };
    }

    private StatementNode If(IfStatement s)
    {
        (ExpressionNode Test, StatementNode Body)[] branches =
            [.. s.Branches.Select(b => (Expression(b.Test), Block(b.Body)))];
        var orElse = OptionalBlock(s.OrElse);
        return branches is [var only] ? new IfElseNode(only.Test, only.Body, orElse) : new IfNode(branches, orElse);
    }

    private StatementNode Augment(AugmentedAssignStatement s)
    {
        var value = Expression(s.Value);
        switch (s.Target)
        {
            case NameExpression e:
                var target = NameTarget(e.Name, At(e));
                return target is LocalTarget local
                    ? Operands.Pair<AugmentMaker, StatementNode>(new AugmentMaker(local.Slot, s.Operator, At(s)),
                        Name(e.Name, At(e)), value)
                    : new AugmentNameNode(target, Name(e.Name, At(e)), s.Operator, value, At(s));
            case AttributeExpression e:
                return new AugmentAttributeNode(Expression(e.Value), _scope.Mangle(e.Name.Text), s.Operator, value,
                    At(s));
            case SubscriptExpression e:
                return new AugmentItemNode(Expression(e.Value), Expression(e.Index), s.Operator, value, At(s));
            default:
                throw new CompileException($"'{s.Target.Kind}' is an illegal expression for augmented assignment",
                    s.Target.Span);
        }
    }

    private StatementNode Annotated(AnnotatedAssignStatement s)
    {
        var assign = s.Value is null ? null : new AssignNode([Target(s.Target)], Expression(s.Value));
        if (_scope.Kind == ScopeKind.Module && !_unit.IsLibrary && s.Target is NameExpression variable)
        {
            var note =
                new ModuleAnnotateNode(_unit.GlobalIndex("__annotations__"), variable.Name, Annotation(s.Annotation));
            return assign is null ? note : new BlockNode([assign, note]);
        }
        if (_scope.Kind != ScopeKind.Class || s.Target is not NameExpression name)
            return assign ?? (StatementNode)PassNode.Instance;
        var annotate = new AnnotateNode(name.Name, Annotation(s.Annotation));
        return assign is null ? annotate : new BlockNode([assign, annotate]);
    }

    private StatementNode Try(TryStatement s)
    {
        var node = Block(s.Body);
        if (s.Handlers.Count > 0)
        {
            HandlerPart[] handlers = [.. s.Handlers.Select(h => Handler(h, Block(h.Body)))];
            var orElse = OptionalBlock(s.OrElse);
            node = s.IsStar ? new TryStarNode(node, handlers, orElse) : new TryExceptNode(node, handlers, orElse);
        }
        return s.Finally.Count == 0 ? node : new TryFinallyNode(node, Block(s.Finally));
    }

    private HandlerPart Handler(ExceptHandler handler, StatementNode body) => new(
        handler.Type is null ? null : Expression(handler.Type),
        handler.Name is { } name ? NameTarget(name.Text, At(name.Span)) : null,
        body,
        At(handler));

    private WithNode With(WithStatement s, int index)
    {
        var item = s.Items[index];
        var context = Expression(item.Context);
        var target = item.Target is null ? null : Target(item.Target);
        StatementNode body = index + 1 < s.Items.Count ? With(s, index + 1) : Block(s.Body);
        return new WithNode(context, target, body, At(item.Context));
    }

    private ImportNode Import(ImportAlias alias)
    {
        var name = alias.Name.Text;
        var target = NameTarget(alias.Alias?.Text ?? name.Split('.')[0], At(alias.Span));
        return new ImportNode(name, alias.Alias is not null, target, At(alias.Span));
    }

    private StatementNode ImportFrom(ImportFromStatement s)
    {
        if (s.Level > 0 || s.Module is not { } module)
            throw new CompileException("relative imports are not available here", s.Span);
        if (module.Text == "__future__") return PassNode.Instance;
        if (s.Names is [{ Name.Text: "*" }]) return new ImportAllNode(module.Text, _unit.Globals, At(s));
        return new ImportFromNode(
            module.Text, [.. s.Names.Select(n => (n.Name.Text, NameTarget(n.Alias?.Text ?? n.Name.Text, At(n.Span))))],
            At(s));
    }

    private CasePart Case(MatchCase c) =>
        new(Pattern(c.Pattern), c.Guard is null ? null : Expression(c.Guard), Block(c.Body));

    private PatternNode Pattern(Pattern pattern)
    {
        Descend();
        PatternNode node = pattern switch
        {
            ValuePattern p => new ValuePatternNode(Expression(p.Value), byIdentity: false),
            SingletonPattern p => new ValuePatternNode(new ConstantNode(Constant(p.Value)), byIdentity: true),
            AsPattern p => new CapturePatternNode(p.Pattern is null ? null : Pattern(p.Pattern), PatternTarget(p.Name)),
            StarPattern p => new CapturePatternNode(null, PatternTarget(p.Name)),
            OrPattern p => new OrPatternNode([.. p.Patterns.Select(Pattern)]),
            SequencePattern p => new SequencePatternNode([.. p.Patterns.Select(Pattern)], StarOf(p)),
            MappingPattern p =>
                new MappingPatternNode(Expressions(p.Keys), [.. p.Patterns.Select(Pattern)], PatternTarget(p.Rest)),
            ClassPattern p => new ClassPatternNode(
                Expression(p.Class), [.. p.Patterns.Select(Pattern)], [.. p.KeywordNames.Select(n => n.Text)],
                [.. p.KeywordPatterns.Select(Pattern)], At(p)),
            _ => throw new CompileException($"{pattern.Kind} is not available here", pattern.Span),
        };
        _depth--;
        return node;
    }

    private static int StarOf(SequencePattern p)
    {
        for (var i = 0; i < p.Patterns.Count; i++)
        {
            if (p.Patterns[i] is StarPattern) return i;
        }
        return -1;
    }

    private TargetNode? PatternTarget(Identifier? name) =>
        name is { } known ? NameTarget(known.Text, At(known.Span)) : null;
}
