using System.Globalization;
using System.Text;

namespace Punie.Chat.Grammars;

/// <summary>Prints a grammar in llama.cpp's notation.</summary>
internal static class GbnfWriter
{
    private const string RootName = "root";

    public static string Write(Grammar grammar)
    {
        var text = new StringBuilder();
        if (grammar.Root != RootName)
        {
            if (grammar.Rules.Any(r => r.Name == RootName))
            {
                throw new InvalidOperationException(
                    $"GBNF starts at the rule '{RootName}', but the grammar starts at '{grammar.Root}' and uses that "
                    + "name too.");
            }

            text.Append(RootName).Append(" ::= ").Append(grammar.Root).Append('\n');
        }

        foreach (var rule in grammar.Rules)
            text.Append(rule.Name).Append(" ::= ").Append(Choice(rule.Body)).Append('\n');
        return text.ToString();
    }

    // Three levels of binding: a choice holds sequences, a sequence holds items, an item stands alone.
    private static string Choice(GrammarExpression expression) => expression is ChoiceExpression choice
        ? string.Join(" | ", choice.Items.Select(Sequence))
        : Sequence(expression);

    private static string Sequence(GrammarExpression expression) =>
        expression is SequenceExpression { Items.Length: > 0 } sequence
            ? string.Join(' ', sequence.Items.Select(Item))
            : Item(expression);

    private static string Item(GrammarExpression expression) => expression switch
    {
        LiteralExpression literal => Quote(literal.Text),
        ClassExpression members => members.Members.ToString(),
        RuleExpression rule => rule.Name,
        RepeatExpression repeat => Item(repeat.Item) + Count(repeat),
        SequenceExpression { Items.Length: 0 } => "\"\"",
        _ => $"({Choice(expression)})",
    };

    private static string Count(RepeatExpression repeat) => (repeat.Least, repeat.Most) switch
    {
        (0, null) => "*",
        (1, null) => "+",
        (0, 1) => "?",
        (var least, null) => string.Create(CultureInfo.InvariantCulture, $"{{{least},}}"),
        (var least, var most) when least == most => string.Create(CultureInfo.InvariantCulture, $"{{{least}}}"),
        (var least, var most) => string.Create(CultureInfo.InvariantCulture, $"{{{least},{most}}}"),
    };

    private static string Quote(string literal)
    {
        var text = new StringBuilder("\"");
        foreach (var c in literal)
        {
            text.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                < ' ' or '\x7F' => string.Create(CultureInfo.InvariantCulture, $"\\x{(int)c:X2}"),
                _ => c.ToString(),
            });
        }

        return text.Append('"').ToString();
    }
}
