using Punie.Python.Syntax.Ast;

namespace Punie.Python.Rewriting;

/// <summary>Looks at one node at a time.</summary>
internal abstract class PatternRule
{
    protected const string Decorator = "Decorator";

    private static readonly Dictionary<string, string> NoHoles = [];

    /// <summary>Words without which a source has no match.</summary>
    public virtual IReadOnlyList<string> RequiredWords => [];

    public abstract void Collect(PythonFile file, Node node, List<PatternMatch> found);

    protected static PatternMatch Match(PythonFile file, Node node, string? kind = null,
        IReadOnlyDictionary<string, string>? holes = null)
    {
        var source = file.Parse.Source;
        return new(node, kind ?? node.Kind, source.PositionOf(node.Span.Start), source.PositionOf(node.Span.End), holes
            ?? NoHoles);
    }

    protected static IReadOnlyList<Expression> DecoratorsOf(Node node) => node switch
    {
        FunctionStatement s => s.Decorators,
        ClassStatement s => s.Decorators,
        _ => [],
    };

    /// <summary>True when an expression is written as a dotted name, or stands for it through an import.</summary>
    protected static bool IsNamed(PythonFile file, Expression expression, string name)
    {
        if (SyntaxWalk.DottedName(expression) is not { } written) return false;
        return written == name || file.Imports.FullNameOf(expression) == name;
    }
}

/// <summary>Nodes of a kind.</summary>
internal sealed class KindRule(string kind) : PatternRule
{
    public override void Collect(PythonFile file, Node node, List<PatternMatch> found)
    {
        if (kind == Decorator) found.AddRange(DecoratorsOf(node).Select(d => Match(file, d, Decorator)));
        else if (node is IfStatement statement && kind == statement.Kind) AddBranches(file, statement, found);
        else if (node is IfBranch) return;
        else if (node.Kind == kind || node.Kind == "Async" + kind) found.Add(Match(file, node));
    }

    // The first branch is the statement itself; each elif is an if of its own, as in CPython's tree.
    private static void AddBranches(PythonFile file, IfStatement statement, List<PatternMatch> found)
    {
        found.Add(Match(file, statement));
        found.AddRange(statement.Branches.Skip(1).Select(b => Match(file, b)));
    }
}

/// <summary>Calls of a dotted name.</summary>
internal sealed class CallRule(string name) : PatternRule
{
    public override IReadOnlyList<string> RequiredWords { get; } =
        name.Split('.', StringSplitOptions.RemoveEmptyEntries);

    public override void Collect(PythonFile file, Node node, List<PatternMatch> found)
    {
        if (node is CallExpression call && IsNamed(file, call.Function, name)) found.Add(Match(file, call));
    }
}

/// <summary>Decorators by name; a bare name also finds the last part of a dotted one.</summary>
internal sealed class DecoratorRule(string name) : PatternRule
{
    public override IReadOnlyList<string> RequiredWords { get; } =
        name.Split('.', StringSplitOptions.RemoveEmptyEntries);

    public override void Collect(PythonFile file, Node node, List<PatternMatch> found)
    {
        foreach (var decorator in DecoratorsOf(node))
        {
            var function = decorator is CallExpression call ? call.Function : decorator;
            var isLastPart = function is AttributeExpression attribute && attribute.Name.Text == name;
            if (isLastPart || IsNamed(file, function, name)) found.Add(Match(file, decorator, Decorator));
        }
    }
}

/// <summary>
/// Imports of a module or of what is in it; a name without dots also finds the statements that import it from a module.
/// </summary>
internal sealed class ImportRule(string module) : PatternRule
{
    public override IReadOnlyList<string> RequiredWords { get; } =
        module.Split('.', StringSplitOptions.RemoveEmptyEntries);

    public override void Collect(PythonFile file, Node node, List<PatternMatch> found)
    {
        var isFound = node switch
        {
            ImportStatement s => s.Names.Any(n => IsInside(n.Name.Text)),
            ImportFromStatement s => IsFrom(new string('.', s.Level) + s.Module?.Text, s),
            _ => false,
        };
        if (isFound) found.Add(Match(file, node));
    }

    private bool IsFrom(string from, ImportFromStatement statement) => IsInside(from)
        || statement.Names.Any(n => n.Name.Text == module)
        || statement.Names.Any(n => IsInside(from.EndsWith('.') ? from + n.Name.Text : $"{from}.{n.Name.Text}"));

    private bool IsInside(string name) =>
        name == module || (name.StartsWith(module, StringComparison.Ordinal) && name[module.Length] == '.');
}

/// <summary>Code that has the shape of an example.</summary>
internal sealed class ShapeRule(Node pattern) : PatternRule
{
    private readonly bool _isHole = pattern is NameExpression name && PatternSource.HoleOf(name.Name) is not null;

    public override IReadOnlyList<string> RequiredWords { get; } = [.. PatternSource.WordsOf(pattern)];

    /// <summary>The example.</summary>
    public Node Pattern => pattern;

    public override void Collect(PythonFile file, Node node, List<PatternMatch> found)
    {
        if (!_isHole && node.GetType() != pattern.GetType()) return;
        var shape = new ShapeMatch(file.Parse);
        if (!shape.Fits(pattern, node)) return;
        var texts = shape.Holes.ToDictionary(h => h.Key, h => h.Value.Text, StringComparer.Ordinal);
        found.Add(Match(file, node, holes: texts) with { Contents = shape.Holes });
    }
}
