using System.Diagnostics;
using Punie.Python.Sandbox.Nodes;
using Punie.Python.Sandbox.Objects;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Sandbox.Compiling;

/// <summary>Expressions.</summary>
internal sealed partial class Compiler
{
    private const int LongChain = 40;

    private ExpressionNode[] Expressions(IEnumerable<Expression> expressions) => [.. expressions.Select(Expression)];

    private ExpressionNode Expression(Expression expression)
    {
        Descend();
        var node = expression switch
        {
            ConstantExpression e => new ConstantNode(Constant(e.Value)),
            NameExpression e => Name(e.Name, At(e)),
            BinaryExpression e => Binary(e),
            CompareExpression e => Compare(e),
            CallExpression e => Call(e),
            AttributeExpression e =>
                new AttributeNode(Expression(e.Value), _scope.Mangle(e.Name.Text), At(e.Name.Span)),
            SubscriptExpression e => SubscriptMaker.Make(Expression(e.Value), Expression(e.Index), At(e)),
            BoolOpExpression e =>
                e.Operator == BoolOperator.And ? new AndNode(Expressions(e.Values)) : new OrNode(Expressions(e.Values)),
            UnaryExpression e => Unary(e),
            ConditionalExpression e =>
                new ConditionalNode(Expression(e.Test), Expression(e.Body), Expression(e.OrElse)),
            JoinedStringExpression e => Joined(e),
            TemporaryExpression e => new TemporaryNode(e.Slot),
            _ => OtherExpression(expression),
        };
        _depth--;
        return node;
    }

    private ExpressionNode OtherExpression(Expression expression) => expression switch
    {
        ListExpression e when !e.Elements.Any(x => x is StarredExpression) => new ListNode(Expressions(e.Elements)),
        TupleExpression e when !e.Elements.Any(x => x is StarredExpression) => Tuple(e),
        ListExpression e => Spread(DisplayKind.List, e.Elements, e),
        TupleExpression e => Spread(DisplayKind.Tuple, e.Elements, e),
        SetExpression e => Spread(DisplayKind.Set, e.Elements, e),
        DictExpression e => Dict(e),
        SliceExpression e => new SliceNode(Optional(e.Lower), Optional(e.Upper), Optional(e.Step)),
        NamedExpression e => new WalrusNode(WalrusTarget(e), Expression(e.Value)),
        LambdaExpression e => Lambda(e),
        ListComprehensionExpression or SetComprehensionExpression or DictComprehensionExpression =>
            Comprehension(expression),
        GeneratorExpression e => Generator(e),
        TemplateStringExpression e => Template(e),
        FormattedValueExpression e => Joined(new JoinedStringExpression(e.Span, [e])),
        StarredExpression e => throw new CompileException("can't use starred expression here", e.Span),
        _ => throw new CompileException($"{expression.Kind} is not available here", expression.Span),
    };

    private PyValue Constant(Literal literal) => literal switch
    {
        Literal.None => PyValue.None,
        Literal.Ellipsis => PyValue.Ellipsis,
        Literal.Bool value => PyValue.Bool(value.Value),
        Literal.Int value => PyValue.Int(value.Value),
        Literal.Float value => PyValue.Float(value.Value),
        Literal.Imaginary value => Builtins.Complex.PyComplex.Of(0, value.Value),
        Literal.Str value => PyValue.Str(_unit.Shared(value.Value)),
        Literal.Bytes value => PyValue.Of(new PyBytes(value.Value.ToArray())),
        _ => throw new UnreachableException(),
    };

    private ExpressionNode Optional(Expression? expression) =>
        expression is null ? new ConstantNode(PyValue.None) : Expression(expression);

    private ExpressionNode Tuple(TupleExpression e)
    {
        var elements = Expressions(e.Elements);
        return elements.All(x => x is ConstantNode)
            ? new ConstantNode(PyValue.Of(new PyTuple([.. elements.Select(x => ((ConstantNode)x).Value)])))
            : new TupleNode(elements);
    }

    private ExpressionNode Dict(DictExpression e)
    {
        ExpressionNode?[] keys = [.. e.Keys.Select(k => k is null ? null : Expression(k))];
        var values = Expressions(e.Values);
        return keys.Length > 0 && DistinctTexts(keys) is { } texts
            ? new TextKeyDictNode(texts, values)
            : new DictNode(keys, values, At(e));
    }

    private static PyValue[]? DistinctTexts(ExpressionNode?[] keys)
    {
        var texts = new PyValue[keys.Length];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < keys.Length; i++)
        {
            if (keys[i] is not ConstantNode { Value: { IsText: true } text } || !seen.Add(text.Text)) return null;
            texts[i] = text;
        }
        return texts;
    }

    private SpreadDisplayNode Spread(DisplayKind kind, IReadOnlyList<Expression> elements, Expression at) =>
        new(kind,
            [.. elements.Select(x => x is StarredExpression s ? (Expression(s.Value), true) : (Expression(x), false))],
            At(at));

    private ExpressionNode Unary(UnaryExpression e)
    {
        var operand = Expression(e.Operand);
        if (e.Operator == UnaryOperator.Not) return new NotNode(operand);
        if (e.Operator == UnaryOperator.USub && operand is ConstantNode { Value: { IsInt: true } number }
            && number.Bits != long.MinValue)
            return new ConstantNode(PyValue.Int(-number.Bits));
        if (e.Operator == UnaryOperator.USub && operand is ConstantNode { Value: { IsFloat: true } real })
            return new ConstantNode(PyValue.Float(-real.Double));
        return new UnaryNode(e.Operator, operand, At(e));
    }

    private ExpressionNode Binary(BinaryExpression e)
    {
        var chain = new List<BinaryExpression>();
        Expression first = e;
        while (first is BinaryExpression b)
        {
            chain.Add(b);
            first = b.Left;
        }
        chain.Reverse();
        var left = Expression(first);
        if (chain.Count > LongChain)
            return new ChainNode(left, [.. chain.Select(b => (b.Operator, Expression(b.Right), At(b)))]);
        foreach (var b in chain) left = BinaryMaker.Make(b.Operator, left, Expression(b.Right), At(b));
        return left;
    }

    private ExpressionNode Compare(CompareExpression e)
    {
        var left = Expression(e.Left);
        var right = Expressions(e.Comparators);
        if (right.Length > 1) return new ComparisonChainNode(left, [.. e.Operators], right, At(e));
        var op = e.Operators[0];
        return op <= CompareOperator.GtE
            ? CompareMaker.Make(op, left, right[0], At(e))
            : new MembershipNode(op, left, right[0], At(e));
    }

    private ExpressionNode Call(CallExpression e)
    {
        if (e.Function is NameExpression { Name: "super" } && e.Arguments.Count == 0 && e.Keywords.Count == 0
            && Super(e) is { } super) return super;
        var spreads = e.Arguments.Any(a => a is StarredExpression) || e.Keywords.Any(k => k.Name is null);
        if (spreads) return new SpreadCallNode(Expression(e.Function), SpreadArguments(e), At(e));
        if (e.Keywords.Count > 0)
        {
            ExpressionNode[] all = [.. Expressions(e.Arguments), .. e.Keywords.Select(k => Expression(k.Value))];
            return new KeywordCallNode(Expression(e.Function), all, KeywordNames(e), At(e));
        }
        return e.Function is AttributeExpression method
            ? new MethodCallNode(Expression(method.Value), _scope.Mangle(method.Name.Text), Expressions(e.Arguments),
                At(e))
            : new CallNode(Expression(e.Function), Expressions(e.Arguments), At(e));
    }

    private static string[] KeywordNames(CallExpression e)
    {
        string[] names = [.. e.Keywords.Select(k => k.Name!.Value.Text)];
        for (var i = 0; i < names.Length; i++)
        {
            if (Array.IndexOf(names, names[i]) != i)
                throw new CompileException($"keyword argument repeated: {names[i]}", e.Keywords[i].Span);
        }
        return names;
    }

    private SpreadArgument[] SpreadArguments(CallExpression e) =>
    [
        .. e.Arguments.Select(a =>
            a is StarredExpression s
            ? new SpreadArgument(Expression(s.Value), null, 1)
            : new SpreadArgument(Expression(a), null, 0)),
        .. e.Keywords.Select(k => new SpreadArgument(Expression(k.Value), k.Name?.Text, k.Name is null ? 2 : 0)),
    ];

    private SuperNode? Super(CallExpression e)
    {
        var function = _scope.Frame;
        if (function.Kind != ScopeKind.Function || _scope.Resolve("__class__") is null || function.Symbols.Count == 0)
            return null;
        var self = function.Symbols.Values.First();
        return new SuperNode(Name("__class__", At(e)), Variable(self, self.Name, At(e)), At(e));
    }

    private TargetNode WalrusTarget(NamedExpression e)
    {
        var inner = _scope;
        while (_scope.Kind == ScopeKind.Comprehension) _scope = _scope.Parent!;
        var target = NameTarget(e.Target.Name, At(e));
        _scope = inner;
        return target;
    }

    private TemplateNode Template(TemplateStringExpression e)
    {
        var texts = new List<string> { "" };
        var parts = new List<InterpolationPart>();
        foreach (var value in e.Values)
        {
            if (value is ConstantExpression { Value: Literal.Str text }) texts[^1] += text.Value;
            if (value is not InterpolationExpression part) continue;
            parts.Add(
                new InterpolationPart(Expression(part.Value), part.Text, part.Conversion, part.FormatSpec is null
                ? null
                : Joined(part.FormatSpec)));
            texts.Add("");
        }
        return new TemplateNode([.. texts], [.. parts]);
    }

    private ExpressionNode Joined(JoinedStringExpression e)
    {
        var parts = new List<TextPart>();
        foreach (var value in e.Values)
        {
            parts.Add(value is FormattedValueExpression f
                ? new TextPart(Expression(f.Value), f.Conversion, f.FormatSpec is null ? null : Joined(f.FormatSpec))
                : new TextPart(Expression(value), null, null));
        }
        return parts.Count == 0 ? new ConstantNode(PyValue.Str("", 0)) : new JoinedTextNode([.. parts], At(e));
    }
}
