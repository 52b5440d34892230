using Punie.Python.Syntax.Ast;
using Punie.Python.Syntax.Tokens;

namespace Punie.Python.Syntax.Parsing;

/// <summary>Parameters of functions and lambdas, and type parameters.</summary>
internal sealed class ParameterParser(TokenCursor cursor, ExpressionParser expressions)
{
    /// <summary>The parameters of a <c>def</c>, between parentheses that the caller takes.</summary>
    public Parameters ParseFunction() => new ParameterList(cursor, expressions, isLambda: false).Parse();

    /// <summary>The parameters of a lambda, up to its colon.</summary>
    public Parameters ParseLambda() => new ParameterList(cursor, expressions, isLambda: true).Parse();

    /// <summary><c>[T: bound = default, *Ts, **P]</c>; empty when there is no bracket.</summary>
    public IReadOnlyList<TypeParameter> ParseTypeParameters()
    {
        if (!cursor.TryTake(TokenKind.LeftBracket)) return [];
        if (cursor.Kind == TokenKind.RightBracket)
            throw TokenCursor.Fail("Type parameter list cannot be empty", cursor.Current.Span);
        var parameters = new List<TypeParameter>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var hasDefault = false;
        do
        {
            if (cursor.Kind == TokenKind.RightBracket) break;
            var parameter = ParseTypeParameter();
            parameters.Add(parameter);
            if (!names.Add(parameter.Name.Text))
                cursor.Report($"duplicate type parameter '{parameter.Name.Text}'", parameter.Name.Span);
            if (hasDefault && parameter.Default is null)
                cursor.Report(
                    $"non-default type parameter '{parameter.Name.Text}' follows default type parameter",
                    parameter.Span);
            hasDefault |= parameter.Default is not null;
        }
        while (cursor.TryTake(TokenKind.Comma));
        cursor.Expect(TokenKind.RightBracket);
        return parameters.ToArray();
    }

    private TypeParameter ParseTypeParameter()
    {
        var start = cursor.Start;
        var flavor = TypeParameterKind.TypeVar;
        if (cursor.TryTake(TokenKind.Star)) flavor = TypeParameterKind.TypeVarTuple;
        else if (cursor.TryTake(TokenKind.DoubleStar)) flavor = TypeParameterKind.ParamSpec;
        var name = cursor.TakeName();
        Expression? bound = null;
        var colon = cursor.Start;
        if (cursor.TryTake(TokenKind.Colon))
        {
            bound = expressions.ParseExpression();
            if (flavor != TypeParameterKind.TypeVar)
            {
                var what = bound is TupleExpression ? "constraints" : "bound";
                var owner = flavor == TypeParameterKind.ParamSpec ? "ParamSpec" : "TypeVarTuple";
                throw TokenCursor.Fail($"cannot use {what} with {owner}", cursor.SpanFrom(colon));
            }
        }

        Expression? value = null;
        if (cursor.TryTake(TokenKind.Equal))
            value = flavor == TypeParameterKind.TypeVarTuple && cursor.Kind == TokenKind.Star
                ? expressions.ParseStarArgument() : expressions.ParseExpression();
        return new(cursor.SpanFrom(start), flavor, name, bound, value);
    }
}
