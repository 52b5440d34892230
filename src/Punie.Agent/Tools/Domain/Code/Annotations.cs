using Punie.Python.Rewriting;
using Punie.Python.Syntax;
using Punie.Python.Syntax.Ast;

namespace Punie.Agent.Tools.Domain.Code;

/// <summary>One <c>Inject[T]</c>.</summary>
/// <param name="Type">T; parsed when it was a string.</param>
/// <param name="At">The node of the file that holds it.</param>
internal sealed record Injection(Expression Type, Expression At);

/// <summary>Reads annotations, also those that are strings.</summary>
internal static class Annotations
{
    private const string Inject = "Inject";

    /// <summary>The types that an annotation asks the container for.</summary>
    public static IReadOnlyList<Injection> Injections(SourceModule module, Expression annotation)
    {
        var found = new List<Injection>();
        Collect(module, annotation, annotation, found);
        return found;
    }

    /// <summary>The expression in a string annotation; any other as it is.</summary>
    public static Expression Unquoted(Expression annotation)
    {
        if (annotation is not ConstantExpression { Value: Literal.Str text }) return annotation;
        var parse = PythonParser.Parse($"({text.Value}\n)");
        return parse.Errors.Count == 0 && parse.Module.Body is [ExpressionStatement statement]
            ? statement.Value
            : annotation;
    }

    /// <summary>
    /// The choices of a union, <c>Optional</c>, <c>Annotated</c> or <c>ClassVar</c> without None; else the type itself.
    /// </summary>
    public static IEnumerable<Expression> Choices(SourceModule module, Expression annotation, Node at)
    {
        var type = Unquoted(annotation);
        if (type is ConstantExpression { Value: Literal.None }) return [];
        if (type is BinaryExpression { Operator: BinaryOperator.BitOr } union)
            return Choices(module, union.Left, at).Concat(Choices(module, union.Right, at));
        if (type is not SubscriptExpression subscript) return [type];
        return Framework.LastName(module, subscript.Value, at) switch
        {
            "Optional" or "ClassVar" or "Final" or "Required" => Choices(module, subscript.Index, at),
            "Annotated" when subscript.Index is TupleExpression { Elements: [var first, ..] } =>
                Choices(module, first, at),
            "Union" when subscript.Index is TupleExpression all =>
                all.Elements.SelectMany(one => Choices(module, one, at)),
            _ => [type],
        };
    }

    /// <summary>True for <c>ClassVar</c> in all its forms.</summary>
    public static bool IsClassVariable(SourceModule module, Expression annotation)
    {
        var type = Unquoted(annotation);
        return Framework.LastName(module, type is SubscriptExpression subscript
            ? subscript.Value
            : type, annotation) == "ClassVar";
    }

    private static void Collect(SourceModule module, Expression type, Expression at, List<Injection> found)
    {
        var open = Unquoted(type);
        if (open is SubscriptExpression subscript)
        {
            var name = Framework.LastName(module, subscript.Value, at);
            if (Framework.IsNamed(module, subscript.Value, Inject, at))
                found.Add(new Injection(Unquoted(subscript.Index), at));
            else if (name == "Annotated") CollectAnnotated(module, subscript, at, found);
            else if (name != "Literal") Collect(module, subscript.Index, at, found);
            return;
        }

        foreach (var part in Parts(open)) Collect(module, part, at, found);
    }

    // Annotated[T, Inject] asks for T as Inject[T] does; its other strings are no types.
    private static void CollectAnnotated(SourceModule module, SubscriptExpression subscript, Expression at,
        List<Injection> found)
    {
        if (subscript.Index is not TupleExpression { Elements: [var type, ..] } all) return;
        var isInjected = all.Elements.Skip(1)
            .Any(note => Framework.IsNamed(module, Framework.Called(note), Inject, at));
        if (isInjected) found.Add(new Injection(Unquoted(type), at));
        else Collect(module, type, at, found);
    }

    private static IEnumerable<Expression> Parts(Expression type) => type switch
    {
        BinaryExpression { Operator: BinaryOperator.BitOr } union => [union.Left, union.Right],
        TupleExpression tuple => tuple.Elements,
        ListExpression list => list.Elements,
        _ => [],
    };

    /// <summary>The names that a type is made of, outermost first.</summary>
    public static IEnumerable<Expression> NamesIn(Expression type)
    {
        var open = Unquoted(type);
        if (SyntaxWalk.DottedName(open) is not null) return [open];
        return open switch
        {
            SubscriptExpression
            {
                Value: NameExpression { Name: "Literal" }
                or AttributeExpression { Name.Text: "Literal" }
            } => [],
            SubscriptExpression subscript => NamesIn(subscript.Value).Concat(NamesIn(subscript.Index)),
            ConstantExpression => [],
            _ => Parts(open).SelectMany(NamesIn),
        };
    }
}
