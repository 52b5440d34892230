using Punie.Python.Syntax.Ast;

namespace Punie.Python.Sandbox.Compiling;

/// <summary>
/// Takes expressions apart into operands in evaluation order, and puts them together again with others.
/// </summary>
/// <remarks>
/// Only for expressions that evaluate all their operands, once: not for <c>and</c>, <c>or</c>, <c>if else</c> and
/// comprehensions.
/// </remarks>
internal static class SyntaxParts
{
    internal static List<Expression> Of(Expression expression)
    {
        List<Expression?> parts = expression switch
        {
            BinaryExpression e => [e.Left, e.Right],
            UnaryExpression e => [e.Operand],
            CompareExpression e => [e.Left, .. e.Comparators],
            CallExpression e => [e.Function, .. e.Arguments, .. e.Keywords.Select(k => k.Value)],
            AttributeExpression e => [e.Value],
            SubscriptExpression e => [e.Value, e.Index],
            SliceExpression e => [e.Lower, e.Upper, e.Step],
            ListExpression e => [.. e.Elements],
            TupleExpression e => [.. e.Elements],
            SetExpression e => [.. e.Elements],
            DictExpression e => [.. e.Keys.Zip(e.Values).SelectMany(p => new[] { p.First, p.Second })],
            StarredExpression e => [e.Value],
            NamedExpression e => [e.Value],
            JoinedStringExpression e => [.. e.Values],
            FormattedValueExpression e => [e.Value, e.FormatSpec],
            BoolOpExpression e => [.. e.Values],
            ConditionalExpression e => [e.Test, e.Body, e.OrElse],
            _ => [],
        };
        return [.. parts.OfType<Expression>()];
    }

    /// <summary>The same expression over other operands, which come in the order of <see cref="Of"/>.</summary>
    internal static Expression With(Expression expression, IReadOnlyList<Expression> parts)
    {
        var next = 0;
        Expression Take() => parts[next++];
        Expression? TakeIf(Expression? old) => old is null ? null : Take();
        IReadOnlyList<Expression> TakeAll(IReadOnlyList<Expression> old) => [.. old.Select(_ => Take())];
        switch (expression)
        {
            case BinaryExpression e: return new BinaryExpression(e.Span, Take(), e.Operator, Take());
            case UnaryExpression e: return new UnaryExpression(e.Span, e.Operator, Take());
            case CompareExpression e: return new CompareExpression(e.Span, Take(), e.Operators, TakeAll(e.Comparators));
            case CallExpression e:
                var (function, arguments) = (Take(), TakeAll(e.Arguments));
                return new CallExpression(e.Span, function, arguments,
                    [.. e.Keywords.Select(k => new KeywordArgument(k.Span, k.Name, Take()))]);
            case AttributeExpression e: return new AttributeExpression(e.Span, Take(), e.Name, e.Context);
            case SubscriptExpression e: return new SubscriptExpression(e.Span, Take(), Take(), e.Context);
            case SliceExpression e:
                return new SliceExpression(e.Span, TakeIf(e.Lower), TakeIf(e.Upper),
                TakeIf(e.Step));
            case ListExpression e: return new ListExpression(e.Span, TakeAll(e.Elements), e.Context);
            case TupleExpression e: return new TupleExpression(e.Span, TakeAll(e.Elements), e.Context);
            case SetExpression e: return new SetExpression(e.Span, TakeAll(e.Elements));
            case DictExpression e:
                var entries = e.Keys.Select(k => (Key: TakeIf(k), Value: Take())).ToList();
                return new DictExpression(e.Span, [.. entries.Select(p => p.Key)], [.. entries.Select(p => p.Value)]);
            case StarredExpression e: return new StarredExpression(e.Span, Take(), e.Context);
            case NamedExpression e: return new NamedExpression(e.Span, e.Target, Take());
            case JoinedStringExpression e: return new JoinedStringExpression(e.Span, TakeAll(e.Values));
            case FormattedValueExpression e:
                var value = Take();
                // A specification that was computed before is text already.
                return new FormattedValueExpression(e.Span, value, e.Conversion, e.FormatSpec is null
                    ? null
                    : Specification(Take()));
            default: return expression;
        }
    }

    private static JoinedStringExpression Specification(Expression part) =>
        part as JoinedStringExpression ?? new JoinedStringExpression(part.Span, [part]);
}
