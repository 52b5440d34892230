using Punie.Python.Syntax.Ast;

namespace Punie.Python.Syntax;

// Expressions and patterns.
public sealed partial class AstDump
{
    private void WriteExpression(Expression expression)
    {
        Open(expression.Kind, expression.Span);
        switch (expression)
        {
            case NameExpression e: Text("id", e.Name).Text("ctx", ContextOf(e.Context)); break;
            case ConstantExpression e: WriteConstant(e); break;
            case AttributeExpression e:
                Field("value", e.Value).Text("attr", e.Name.Text)
                .Text("ctx", ContextOf(e.Context)); break;
            case CallExpression e:
                Field("func", e.Function).Field("args", e.Arguments)
                .Field("keywords", e.Keywords); break;
            case SubscriptExpression e:
                Field("value", e.Value).Field("slice", e.Index)
                .Text("ctx", ContextOf(e.Context)); break;
            case BinaryExpression e:
                Field("left", e.Left).Text("op", e.Operator.ToString())
                .Field("right", e.Right); break;
            case UnaryExpression e: Text("op", e.Operator.ToString()).Field("operand", e.Operand); break;
            case BoolOpExpression e: Text("op", e.Operator.ToString()).Field("values", e.Values); break;
            case CompareExpression e:
                Field("left", e.Left).Texts("ops", e.Operators.Select(o => o.ToString()))
                    .Field("comparators", e.Comparators);
                break;
            case ConditionalExpression e: Field("test", e.Test).Field("body", e.Body).Field("orelse", e.OrElse); break;
            case LambdaExpression e: Field("args", e.Parameters).Field("body", e.Body); break;
            case NamedExpression e: Field("target", e.Target).Field("value", e.Value); break;
            case AwaitExpression e: Field("value", e.Value); break;
            case YieldExpression e: Field("value", e.Value); break;
            case YieldFromExpression e: Field("value", e.Value); break;
            default: WriteDisplay(expression); break;
        }

        _json.CloseObject();
    }

    private void WriteConstant(ConstantExpression constant)
    {
        WriteLiteral("value", constant.Value);
        Text("kind", constant.Value is Literal.Str { IsUnicodePrefixed: true } ? "u" : null);
    }

    private void WriteDisplay(Expression expression)
    {
        switch (expression)
        {
            case StarredExpression e: Field("value", e.Value).Text("ctx", ContextOf(e.Context)); break;
            case ListExpression e: Field("elts", e.Elements).Text("ctx", ContextOf(e.Context)); break;
            case TupleExpression e: Field("elts", e.Elements).Text("ctx", ContextOf(e.Context)); break;
            case SetExpression e: Field("elts", e.Elements); break;
            case DictExpression e: Field("keys", e.Keys).Field("values", e.Values); break;
            case SliceExpression e: Field("lower", e.Lower).Field("upper", e.Upper).Field("step", e.Step); break;
            case ListComprehensionExpression e: Field("elt", e.Element).Field("generators", e.Clauses); break;
            case SetComprehensionExpression e: Field("elt", e.Element).Field("generators", e.Clauses); break;
            case GeneratorExpression e: Field("elt", e.Element).Field("generators", e.Clauses); break;
            case DictComprehensionExpression e:
                Field("key", e.Key).Field("value", e.Value).Field("generators", e.Clauses);
                break;
            default: WriteString(expression); break;
        }
    }

    private void WriteString(Expression expression)
    {
        _stringDepth++;
        switch (expression)
        {
            case JoinedStringExpression e: Field("values", e.Values); break;
            case TemplateStringExpression e: Field("values", e.Values); break;
            case FormattedValueExpression e:
                Field("value", e.Value).Number("conversion", e.Conversion ?? -1).Field("format_spec", e.FormatSpec);
                break;
            case InterpolationExpression e:
                Field("value", e.Value).Text("str", e.Text).Number("conversion", e.Conversion ?? -1)
                    .Field("format_spec", e.FormatSpec);
                break;
        }

        _stringDepth--;
    }

    private static string ContextOf(ExpressionContext context) => context switch
    {
        ExpressionContext.Load => "Load",
        ExpressionContext.Store => "Store",
        ExpressionContext.Delete => "Del",
    };

    private void WritePattern(Pattern pattern)
    {
        Open(pattern.Kind, pattern.Span);
        switch (pattern)
        {
            case ValuePattern p: Field("value", p.Value); break;
            case SingletonPattern p: WriteLiteral("value", p.Value); break;
            case SequencePattern p: Field("patterns", p.Patterns); break;
            case MappingPattern p:
                Field("keys", p.Keys).Field("patterns", p.Patterns)
                .Text("rest", p.Rest?.Text); break;
            case ClassPattern p:
                Field("cls", p.Class).Field("patterns", p.Patterns)
                    .Texts("kwd_attrs", p.KeywordNames.Select(n => n.Text))
                    .Field("kwd_patterns", p.KeywordPatterns);
                break;
            case StarPattern p: Text("name", p.Name?.Text); break;
            case AsPattern p: Field("pattern", p.Pattern).Text("name", p.Name?.Text); break;
            case OrPattern p: Field("patterns", p.Patterns); break;
        }

        _json.CloseObject();
    }
}
