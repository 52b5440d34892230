namespace Punie.Python.Syntax.Ast;

/// <summary>The nodes directly under a node, in the order of CPython's fields.</summary>
public static class NodeChildren
{
    /// <summary>Adds the children of a node to a list; a missing part is left out.</summary>
    public static void Collect(Node node, List<Node> children)
    {
        switch (node)
        {
            case Expression expression:
                CollectExpression(expression, children);
                break;
            case Statement statement:
                CollectStatement(statement, children);
                break;
            case Pattern pattern:
                CollectPattern(pattern, children);
                break;
            default:
                CollectOther(node, children);
                break;
        }
    }

    private static void Add(List<Node> children, params ReadOnlySpan<Node?> nodes)
    {
        foreach (var node in nodes)
        {
            if (node is not null) children.Add(node);
        }
    }

    private static void CollectExpression(Expression expression, List<Node> children)
    {
        switch (expression)
        {
            case BoolOpExpression e: children.AddRange(e.Values); break;
            case NamedExpression e: Add(children, e.Target, e.Value); break;
            case BinaryExpression e: Add(children, e.Left, e.Right); break;
            case UnaryExpression e: Add(children, e.Operand); break;
            case LambdaExpression e: Add(children, e.Parameters, e.Body); break;
            case ConditionalExpression e: Add(children, e.Test, e.Body, e.OrElse); break;
            case AwaitExpression e: Add(children, e.Value); break;
            case YieldExpression e: Add(children, e.Value); break;
            case YieldFromExpression e: Add(children, e.Value); break;
            case AttributeExpression e: Add(children, e.Value); break;
            case SubscriptExpression e: Add(children, e.Value, e.Index); break;
            case StarredExpression e: Add(children, e.Value); break;
            case SliceExpression e: Add(children, e.Lower, e.Upper, e.Step); break;
            default: CollectDisplay(expression, children); break;
        }
    }

    private static void CollectDisplay(Expression expression, List<Node> children)
    {
        switch (expression)
        {
            case DictExpression e:
                for (var i = 0; i < e.Values.Count; i++) Add(children, e.Keys[i], e.Values[i]);
                break;
            case CompareExpression e:
                Add(children, e.Left);
                children.AddRange(e.Comparators);
                break;
            case CallExpression e:
                Add(children, e.Function);
                children.AddRange(e.Arguments);
                children.AddRange(e.Keywords);
                break;
            case ListComprehensionExpression e: AddComprehension(children, e.Clauses, e.Element); break;
            case SetComprehensionExpression e: AddComprehension(children, e.Clauses, e.Element); break;
            case GeneratorExpression e: AddComprehension(children, e.Clauses, e.Element); break;
            case DictComprehensionExpression e: AddComprehension(children, e.Clauses, e.Key, e.Value); break;
            case SetExpression e: children.AddRange(e.Elements); break;
            case ListExpression e: children.AddRange(e.Elements); break;
            case TupleExpression e: children.AddRange(e.Elements); break;
            case JoinedStringExpression e: children.AddRange(e.Values); break;
            case TemplateStringExpression e: children.AddRange(e.Values); break;
            case FormattedValueExpression e: Add(children, e.Value, e.FormatSpec); break;
            case InterpolationExpression e: Add(children, e.Value, e.FormatSpec); break;
        }
    }

    private static void AddComprehension(
        List<Node> children, IReadOnlyList<ComprehensionClause> clauses, params ReadOnlySpan<Node?> elements)
    {
        Add(children, elements);
        children.AddRange(clauses);
    }

    private static void CollectStatement(Statement statement, List<Node> children)
    {
        switch (statement)
        {
            case ReturnStatement s: Add(children, s.Value); break;
            case DeleteStatement s: children.AddRange(s.Targets); break;
            case AssignStatement s:
                children.AddRange(s.Targets);
                children.Add(s.Value);
                break;
            case TypeAliasStatement s:
                children.Add(s.Name);
                children.AddRange(s.TypeParameters);
                children.Add(s.Value);
                break;
            case AugmentedAssignStatement s: Add(children, s.Target, s.Value); break;
            case AnnotatedAssignStatement s: Add(children, s.Target, s.Annotation, s.Value); break;
            case AssertStatement s: Add(children, s.Test, s.Message); break;
            case ImportStatement s: children.AddRange(s.Names); break;
            case ImportFromStatement s: children.AddRange(s.Names); break;
            case ExpressionStatement s: Add(children, s.Value); break;
            case RaiseStatement s: Add(children, s.Exception, s.Cause); break;
            case InvalidStatement s: children.AddRange(s.Body); break;
            default: CollectCompound(statement, children); break;
        }
    }

    private static void CollectCompound(Statement statement, List<Node> children)
    {
        switch (statement)
        {
            case FunctionStatement s:
                children.AddRange(s.Decorators);
                children.AddRange(s.TypeParameters);
                Add(children, s.Parameters, s.Returns);
                children.AddRange(s.Body);
                break;
            case ClassStatement s:
                children.AddRange(s.Decorators);
                children.AddRange(s.TypeParameters);
                AddLists(children, s.Bases, s.Keywords, s.Body);
                break;
            case ForStatement s:
                Add(children, s.Target, s.Iterable);
                AddLists(children, s.Body, s.OrElse);
                break;
            case WhileStatement s:
                children.Add(s.Test);
                AddLists(children, s.Body, s.OrElse);
                break;
            case IfStatement s: AddLists(children, s.Branches, s.OrElse); break;
            case WithStatement s: AddLists(children, s.Items, s.Body); break;
            case TryStatement s: AddLists(children, s.Body, s.Handlers, s.OrElse, s.Finally); break;
            case MatchStatement s:
                children.Add(s.Subject);
                children.AddRange(s.Cases);
                break;
        }
    }

    private static void AddLists(List<Node> children, params ReadOnlySpan<IReadOnlyList<Node>> lists)
    {
        foreach (var list in lists) children.AddRange(list);
    }

    private static void CollectPattern(Pattern pattern, List<Node> children)
    {
        switch (pattern)
        {
            case ValuePattern p: Add(children, p.Value); break;
            case SequencePattern p: children.AddRange(p.Patterns); break;
            case MappingPattern p: AddLists(children, p.Keys, p.Patterns); break;
            case ClassPattern p:
                children.Add(p.Class);
                AddLists(children, p.Patterns, p.KeywordPatterns);
                break;
            case AsPattern p: Add(children, p.Pattern); break;
            case OrPattern p: children.AddRange(p.Patterns); break;
        }
    }

    private static void CollectOther(Node node, List<Node> children)
    {
        switch (node)
        {
            case Module n: children.AddRange(n.Body); break;
            case ComprehensionClause n:
                Add(children, n.Target, n.Iterable);
                children.AddRange(n.Conditions);
                break;
            case Parameters n:
                AddLists(children, n.PositionalOnly, n.Positional);
                Add(children, n.VarArgs);
                children.AddRange(n.KeywordOnly);
                Add(children, n.KeywordVarArgs);
                break;
            case Parameter n: Add(children, n.Annotation, n.Default); break;
            case KeywordArgument n: Add(children, n.Value); break;
            case TypeParameter n: Add(children, n.Bound, n.Default); break;
            case IfBranch n:
                children.Add(n.Test);
                children.AddRange(n.Body);
                break;
            case WithItem n: Add(children, n.Context, n.Target); break;
            case ExceptHandler n:
                Add(children, n.Type);
                children.AddRange(n.Body);
                break;
            case MatchCase n:
                Add(children, n.Pattern, n.Guard);
                children.AddRange(n.Body);
                break;
        }
    }
}
