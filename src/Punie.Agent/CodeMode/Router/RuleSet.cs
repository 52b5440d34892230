using Punie.Chat.Grammars;
using static Punie.Chat.Grammars.GrammarExpression;

namespace Punie.Agent.CodeMode.Router;

/// <summary>Rules that are made when a text first reaches them, and the small ones that everything shares.</summary>
internal sealed class RuleSet
{
    private readonly Lock _guard = new(); // protects both tables: several grammars may read one set
    private readonly Dictionary<string, Func<GrammarExpression>> _waiting = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GrammarExpression> _made = new(StringComparer.Ordinal);

    /// <summary>What a rule stands for; null when nothing referred to it.</summary>
    public GrammarExpression? Find(string name)
    {
        lock (_guard)
        {
            if (_made.TryGetValue(name, out var made)) return made;
            if (!_waiting.Remove(name, out var body)) return null;
            return _made[name] = body();
        }
    }

    /// <summary>A reference to a rule; its body is made once, later.</summary>
    public GrammarExpression Define(string name, Func<GrammarExpression> body)
    {
        var legal = name.Replace('_', '-').ToLowerInvariant();
        lock (_guard)
        {
            if (!_made.ContainsKey(legal)) _waiting.TryAdd(legal, body);
        }

        return Rule(legal);
    }

    /// <summary>A string in double quotes, on one line.</summary>
    public GrammarExpression String => Define("string", () => Sequence(
        Literal("\""),
        ZeroOrMore(
            Choice(Class(CharacterClass.Of("\"\\\n\r").Negate()),
            Sequence(Literal("\\"), Class(CharacterClass.Of("\"\\nt"))))),
        Literal("\"")));

    /// <summary>A whole number without a sign.</summary>
    public GrammarExpression Number => Define("number", () => Choice(
        Literal("0"),
        Sequence(Class(CharacterClass.Range('1', '9')), Repeat(Class(CharacterClass.Range('0', '9')), 0, 6))));

    /// <summary>A positive whole number.</summary>
    public GrammarExpression Count => Define("count", () =>
        Sequence(Class(CharacterClass.Range('1', '9')), Repeat(Class(CharacterClass.Range('0', '9')), 0, 6)));

    /// <summary><c>[:3]</c>, <c>[3:]</c> or <c>[-3:]</c>.</summary>
    public GrammarExpression Slice => Define("slice", () => Choice(
        Sequence(Literal("[:"), Count, Literal("]")),
        Sequence(Literal("["), Optional(Literal("-")), Count, Literal(":]"))));

    /// <summary>How two numbers compare.</summary>
    public GrammarExpression Compare => Define("compare", () => AnyOf([" == ", " != ", " > ", " < ", " >= ", " <= "]));

    /// <summary>A tuple of two to four strings.</summary>
    public GrammarExpression Strings => Define("strings", () =>
        Sequence(Literal("("), String, Repeat(Sequence(Literal(", "), String), 1, 3), Literal(")")));

    /// <summary>A text of an f-string between its holes.</summary>
    public GrammarExpression Chunk => Define("chunk", () => Choice(
        Class(CharacterClass.Of("{}\"\\\n\r").Negate()), Sequence(Literal("\\"), Class(CharacterClass.Of("\"\\nt")))));

    /// <summary>One of those that there are; null when there are none.</summary>
    public static GrammarExpression? OneOf(IEnumerable<GrammarExpression?> some)
    {
        var there = some.OfType<GrammarExpression>().ToArray();
        return there.Length == 0 ? null : Choice(there);
    }

    /// <summary>Between two texts.</summary>
    public static GrammarExpression Between(string before, GrammarExpression inner, string after) =>
        Sequence(Literal(before), inner, Literal(after));
}
