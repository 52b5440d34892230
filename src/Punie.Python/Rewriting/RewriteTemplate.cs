using System.Text;
using Punie.Python.Syntax;
using Punie.Python.Syntax.Ast;
using Punie.Python.Syntax.Tokens;

namespace Punie.Python.Rewriting;

/// <summary>Code with holes that are filled with pieces of a source.</summary>
internal sealed class RewriteTemplate
{
    private readonly string _text;
    private readonly Node _root;
    private readonly List<Slot> _slots;

    private RewriteTemplate(string text, Node root, List<Slot> slots) => (_text, _root, _slots) = (text, root, slots);

    /// <summary>A place of the template that a hole fills.</summary>
    private sealed record Slot(TextSpan Span, string Hole, bool IsRest, Node? Node, Node? Parent);

    /// <summary>What the filled template is: its expression or statement, or what its only hole holds.</summary>
    public Node RootOf(IReadOnlyDictionary<string, HoleContent> contents) =>
        _root is NameExpression name && PatternSource.HoleOf(name.Name) is { } hole && contents[hole].Node is { } node
            ? node
            : _root;

    /// <summary>Reads a template for what an example finds.</summary>
    public static RewriteTemplate Parse(string template, Node example)
    {
        var root = PatternSource.Parse(template.Trim());
        var text = PatternSource.FillHoles(template.Trim());
        if (root is Expression != example is Expression)
            throw new FormatException(
                "An expression can only be replaced by an expression, a statement only by a statement.");
        var slots = SlotsOf(text, root);
        var known = HolesOf(example);
        foreach (var slot in slots)
        {
            if (slot.Hole is "" or "_" || !known.Contains((slot.Hole, slot.IsRest)))
                throw new FormatException(
                    $"The pattern has no hole '{(slot.IsRest ? "$$$" : "$")}{slot.Hole}'. "
                    + "Give it the holes of the template.");
            if (slot is { IsRest: true, Parent: Statement })
                throw new FormatException(
                    $"'$$${slot.Hole}' stands for arguments or elements here, not for statements.");
        }

        return new(text, root, slots);
    }

    /// <summary>The template with its holes filled; lines behind the first one get an indentation.</summary>
    public string Fill(IReadOnlyDictionary<string, HoleContent> contents, string indent)
    {
        var text = new StringBuilder();
        var position = 0;
        foreach (var slot in _slots)
        {
            Indent(text, _text.AsSpan(position, slot.Span.Start - position), indent);
            position = slot.Span.End;
            var content = contents[slot.Hole];
            if (slot.IsRest && content.Text.Length == 0) position = DropComma(text, position);
            else text.Append(NeedsParentheses(slot, content) ? $"({content.Text})" : content.Text);
        }

        Indent(text, _text.AsSpan(position), indent);
        return text.ToString();
    }

    private static bool NeedsParentheses(Slot slot, HoleContent content)
    {
        if (slot.IsRest || slot.Node is not Expression || content.Node is not { } node) return false;
        return HasLineEnd(content.Text)
            || Precedence.NeedsParentheses(Precedence.Of(node, content.Text), slot.Parent, slot.Node);
    }

    // True when the text goes over lines outside of brackets, so that it cannot leave the brackets around it.
    private static bool HasLineEnd(string text)
    {
        if (!text.Contains('\n', StringComparison.Ordinal) && !text.Contains('\r', StringComparison.Ordinal))
            return false;
        var tokens = Lexer.Read(text, ParseOptions.Default).Tokens;
        return Array.FindIndex(tokens, t => t.Kind is TokenKind.Newline && t.End > t.Start) >= 0;
    }

    private static void Indent(StringBuilder text, ReadOnlySpan<char> part, string indent)
    {
        foreach (var c in part)
        {
            text.Append(c);
            if (c == '\n') text.Append(indent);
        }
    }

    // f($$$A, x) with nothing under $$$A is f(x), and f(x, $$$A) too.
    private int DropComma(StringBuilder text, int position)
    {
        var next = position;
        while (next < _text.Length && _text[next] == ' ') next++;
        if (next < _text.Length && _text[next] == ',')
        {
            next++;
            while (next < _text.Length && _text[next] == ' ') next++;
            return next;
        }

        var end = text.Length;
        while (end > 0 && text[end - 1] == ' ') end--;
        if (end > 0 && text[end - 1] == ',') text.Length = end - 1;
        return position;
    }

    private static HashSet<(string Hole, bool IsRest)> HolesOf(Node example)
    {
        var holes = new HashSet<(string, bool)>();
        foreach (var name in SyntaxWalk.All(example).SelectMany(NamesOf))
        {
            if (PatternSource.RestOf(name) is { } rest) holes.Add((rest, true));
            else if (PatternSource.HoleOf(name) is { } hole) holes.Add((hole, false));
        }

        return holes;
    }

    private static IEnumerable<string?> NamesOf(Node node) => node switch
    {
        NameExpression n => [n.Name],
        AttributeExpression n => [n.Name.Text],
        KeywordArgument n => [n.Name?.Text],
        Parameter n => [n.Name.Text],
        FunctionStatement n => [n.Name.Text],
        ClassStatement n => [n.Name.Text],
        ImportAlias n => [n.Name.Text, n.Alias?.Text],
        ImportFromStatement n => [n.Module?.Text],
        ExceptHandler n => [n.Name?.Text],
        TypeParameter n => [n.Name.Text],
        _ => [],
    };

    // Every hole is one name token; those that are expressions have a node of the same place.
    private static List<Slot> SlotsOf(string text, Node root)
    {
        var places = new Dictionary<TextSpan, (Node Node, Node? Parent)>();
        var children = new List<Node>();
        foreach (var node in SyntaxWalk.All(root))
        {
            if (node is NameExpression) places.TryAdd(node.Span, (node, null));
            children.Clear();
            NodeChildren.Collect(node, children);
            foreach (var child in children.OfType<NameExpression>()) places[child.Span] = (child, node);
        }

        var slots = new List<Slot>();
        foreach (var token in Lexer.Read(text, ParseOptions.Default).Tokens.Where(t => t.Kind == TokenKind.Name))
        {
            var name = text[token.Start..token.End];
            var hole = PatternSource.RestOf(name) ?? PatternSource.HoleOf(name);
            if (hole is null) continue;
            var (node, parent) = places.GetValueOrDefault(token.Span);
            slots.Add(new(token.Span, hole, PatternSource.RestOf(name) is not null, node, parent));
        }

        return slots;
    }
}
