using System.Text;
using Punie.Python.Syntax;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Rewriting;

/// <summary>Reads code with holes: each hole becomes a name that no program uses.</summary>
internal static class PatternSource
{
    private const string One = "_punie_hole_";
    private const string Many = "_punie_rest_";

    /// <summary>The expression or statement that a pattern shows.</summary>
    public static Node Parse(string pattern)
    {
        var parse = PythonParser.Parse(FillHoles(pattern));
        // What only the compiler refuses, such as a return outside of a function, is fine in a pattern.
        if (parse.Errors.FirstOrDefault(e => !e.IsCompileTime) is { } error)
            throw new FormatException(
                $"The pattern is not Python: {error.Message}. Write code with holes, such as print($X), or a kind "
                + "such as FunctionDef.");
        if (parse.Module.Body.Count != 1)
            throw new FormatException("The pattern must be one expression or one statement.");
        return parse.Module.Body[0] is ExpressionStatement statement ? statement.Value : parse.Module.Body[0];
    }

    /// <summary>The hole's name for <c>$X</c>, or null; <c>_</c> for one that need not be the same.</summary>
    public static string? HoleOf(string? name) =>
        name is not null && name.StartsWith(One, StringComparison.Ordinal) ? name[One.Length..] : null;

    /// <summary>The name of a <c>$$$NAME</c>, empty for <c>$$$</c>, null for anything else.</summary>
    public static string? RestOf(string? name) =>
        name is not null && name.StartsWith(Many, StringComparison.Ordinal) ? name[Many.Length..] : null;

    /// <summary>The same of an argument, an element, a parameter or a statement.</summary>
    public static string? RestOf(Node? node) => node switch
    {
        NameExpression e => RestOf(e.Name),
        ExpressionStatement s => RestOf(s.Value),
        Parameter p => RestOf(p.Name.Text),
        _ => null,
    };

    /// <summary>True for <c>$$$</c> with or without a name.</summary>
    public static bool IsRest(Node? node) => RestOf(node) is not null;

    /// <summary>The names that the pattern fixes.</summary>
    public static IEnumerable<string> WordsOf(Node pattern) => SyntaxWalk.All(pattern).Select(node => node switch
    {
        NameExpression n => n.Name,
        AttributeExpression n => n.Name.Text,
        KeywordArgument n => n.Name?.Text,
        FunctionStatement n => n.Name.Text,
        ClassStatement n => n.Name.Text,
        _ => null,
    }).OfType<string>()
        .Where(w => !w.StartsWith(One, StringComparison.Ordinal) && !w.StartsWith(Many, StringComparison.Ordinal));

    /// <summary>The pattern with a name for each hole.</summary>
    public static string FillHoles(string pattern)
    {
        var text = new StringBuilder(pattern.Length + 32);
        char? quote = null;
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (quote is not null && c == '\\' && i + 1 < pattern.Length) text.Append(pattern[i++]);
            else if (quote == c) quote = null;
            else if (quote is null && c is '"' or '\'') quote = c;
            var isHole = quote is null && pattern[i] == '$';
            if (!isHole) text.Append(pattern[i]);
            else if (string.CompareOrdinal(pattern, i, "$$$", 0, 3) == 0) (_, i) = (text.Append(Many), i + 2);
            else text.Append(One);
        }

        return text.ToString();
    }
}
