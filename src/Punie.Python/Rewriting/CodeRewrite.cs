using System.Globalization;
using Punie.Python.Syntax;
using Punie.Python.Syntax.Ast;
using Punie.Python.Syntax.Tokens;

namespace Punie.Python.Rewriting;

/// <summary>Replaces code that a pattern finds by a template with the pattern's holes.</summary>
/// <remarks>
/// <c>$X == None</c> to <c>$X is None</c>; <c>f($A, $$$REST)</c> to <c>g($$$REST, key=$A)</c>. Parentheses come where
/// the new place needs them; other text stays as it is. Of matches inside each other the outermost is replaced: apply
/// again for the inner ones. Not covered: runs of statements (<c>$$$BODY</c> as a block) in the template. Immutable and
/// safe to share.
/// </remarks>
public sealed class CodeRewrite
{
    private readonly CodePattern _pattern;
    private readonly RewriteTemplate _template;

    private CodeRewrite(CodePattern pattern, RewriteTemplate template) => (_pattern, _template) = (pattern, template);

    /// <summary>Reads a pattern and what is to stand in its place.</summary>
    /// <exception cref="FormatException">One of them is not code with holes, or they do not fit together; the message
    /// says why.</exception>
    public static CodeRewrite Parse(string pattern, string template)
    {
        var found = CodePattern.Parse(pattern);
        if (found.Example is not { } example)
            throw new FormatException($"'{pattern}' is no code. Write what to replace with holes, such as print($X).");
        return new(found, RewriteTemplate.Parse(template, example));
    }

    /// <summary>False for a source that cannot have a match, so that it need not be parsed.</summary>
    public bool MayMatch(string source) => _pattern.MayMatch(source);

    /// <summary>The edits of a file.</summary>
    public RewriteOutcome Apply(PythonFile file)
    {
        if (file.Parse.FirstError is { } error)
            return Refuse($"{file.Path} has a syntax error", error, "Correct it first.");
        var (edits, skipped) = (new List<TextEdit>(), new List<PatternMatch>());
        var parents = new Lazy<Dictionary<Node, Node>>(() => ParentsOf(file.Parse.Module));
        var end = 0;
        foreach (var match in _pattern.FindAll(file))
        {
            if (match.Node.Span.Start < end) continue;
            end = match.Node.Span.End;
            if (LosesComment(file.Parse, match)) skipped.Add(match);
            else edits.Add(new(match.Node.Span, TextFor(file, match, parents)));
        }

        if (edits.Count == 0) return new RewriteOutcome.Rewritten(edits, file.Text, skipped);
        var text = TextEdits.Apply(file.Text, edits);
        return PythonParser.Parse(text).FirstError is { } wrong
            ? Refuse($"With this template {file.Path} would have a syntax error", wrong, "Change the template.")
            : new RewriteOutcome.Rewritten(edits, text, skipped);
    }

    private static RewriteOutcome.Refused Refuse(string what, SyntaxError error, string next) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{what} in line {error.Line}: {error.Message}. {next}"));

    private string TextFor(PythonFile file, PatternMatch match, Lazy<Dictionary<Node, Node>> parents)
    {
        var source = file.Parse.Source;
        if (match.Node is not Expression node)
            return _template.Fill(match.Contents, IndentAt(source, match.Node.Span.Start));
        var text = _template.Fill(match.Contents, "");
        var now = Precedence.Of(_template.RootOf(match.Contents), text);
        if (now >= Precedence.Of(node, source.TextOf(node.Span))) return text;
        return Precedence.NeedsParentheses(now, parents.Value.GetValueOrDefault(node), node) ? $"({text})" : text;
    }

    private static string IndentAt(SourceText source, int offset)
    {
        var line = source.LineSpan(source.LineOf(offset));
        var end = line.Start;
        while (end < offset && source.Text[end] is ' ' or '\t' or '\f') end++;
        return source.Text[line.Start..end];
    }

    private static bool LosesComment(ParseResult parse, PatternMatch match)
    {
        var (first, last) = (parse.Source.LineOf(match.Node.Span.Start), parse.Source.LineOf(match.Node.Span.End));
        if (first == last) return false;
        return parse.Trivia.Any(t =>
            t.Kind == TokenKind.Comment && match.Node.Span.Start <= t.Start && t.End <= match.Node.Span.End
            && !match.Contents.Values.Any(h => h.Span is { } s && s.Start <= t.Start && t.End <= s.End));
    }

    private static Dictionary<Node, Node> ParentsOf(Module module)
    {
        var parents = new Dictionary<Node, Node>(ReferenceEqualityComparer.Instance);
        var children = new List<Node>();
        foreach (var node in SyntaxWalk.All(module))
        {
            children.Clear();
            NodeChildren.Collect(node, children);
            foreach (var child in children) parents[child] = node;
        }

        return parents;
    }
}
