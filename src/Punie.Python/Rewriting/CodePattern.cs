using Punie.Python.Sandbox.Runtime;
using Punie.Python.Syntax.Ast;

namespace Punie.Python.Rewriting;

/// <summary>Finds code by kind, by name or by example.</summary>
/// <remarks>
/// <c>FunctionDef</c>, <c>Call</c>, <c>ImportFrom</c>, …: nodes of that kind; <c>FunctionDef</c>, <c>For</c> and
/// <c>With</c> find the async forms too. <c>call:a.b</c>: calls of <c>a.b</c>, also under an import alias.
/// <c>decorator:name</c>: with or without arguments. <c>import:pkg</c>: both forms of import of it or of a part of it;
/// <c>import:Name</c>: also the statements that import a name from a module. Anything else is Python with
/// holes: <c>$X</c> is any one expression or name, the same where it stands twice; <c>$_</c> need not be the same;
/// <c>$$$</c> and <c>$$$X</c> are any number of arguments, elements, parameters or statements. What the pattern of a
/// function or class leaves out at its head (decorators, bases, return annotation) may be anything. Immutable and safe
/// to share.
/// </remarks>
public sealed class CodePattern
{
    private readonly PatternRule _rule;

    private CodePattern(string text, PatternRule rule) => (Text, _rule) = (text, rule);

    /// <summary>The kinds of node that a pattern may name, such as <c>FunctionDef</c>.</summary>
    public static IEnumerable<string> Kinds => NodeKinds.All;

    /// <summary>The pattern as written.</summary>
    public string Text { get; }

    /// <summary>The code that the pattern shows; null for a kind or a name.</summary>
    internal Node? Example => (_rule as ShapeRule)?.Pattern;

    /// <summary>Reads a pattern.</summary>
    /// <exception cref="FormatException">The text is no pattern; the message says what is wrong and what to
    /// write.</exception>
    public static CodePattern Parse(string text)
    {
        var pattern = text.Trim();
        if (pattern.Length == 0)
            throw new FormatException(
                "The pattern is empty. Write a kind such as FunctionDef, call:name or code with holes such as "
                + "print($X).");
        return new(text, RuleOf(pattern));
    }

    /// <summary>False for a source that cannot have a match, so that it need not be parsed.</summary>
    /// <remarks>
    /// Looks for the names in the pattern as they are written there, not in their other Unicode forms.
    /// </remarks>
    public bool MayMatch(string source) => _rule.RequiredWords.All(w => source.Contains(w, StringComparison.Ordinal));

    /// <summary>Every match in source order; matches may lie inside each other.</summary>
    public IReadOnlyList<PatternMatch> FindAll(PythonFile file)
    {
        var found = new List<PatternMatch>();
        foreach (var node in SyntaxWalk.All(file.Parse.Module)) _rule.Collect(file, node, found);
        return [.. found.OrderBy(m => m.Node.Span.Start).ThenByDescending(m => m.Node.Span.End)];
    }

    private static PatternRule RuleOf(string pattern)
    {
        if (After(pattern, "call:") is { } function) return new CallRule(Dotted(function, "call:os.path.join"));
        if (After(pattern, "decorator:") is { } decorator)
            return new DecoratorRule(Dotted(decorator.TrimStart('@'), "decorator:property"));
        if (After(pattern, "import:") is { } module) return new ImportRule(module);
        if (NodeKinds.Contains(pattern)) return new KindRule(pattern);
        if (Identifiers.IsName(pattern) && char.IsUpper(pattern[0])
            && NearestName.Find(pattern, NodeKinds.All) is { } kind)
            throw new FormatException($"'{pattern}' is no kind of node. Did you mean '{kind}'?");
        return new ShapeRule(PatternSource.Parse(pattern));
    }

    private static string? After(string pattern, string prefix) =>
        pattern.StartsWith(prefix, StringComparison.Ordinal) ? pattern[prefix.Length..].Trim() : null;

    private static string Dotted(string name, string example) => name.Split('.').All(Identifiers.IsName)
        ? name : throw new FormatException($"'{name}' is not a dotted name. Write it as in {example}.");
}
