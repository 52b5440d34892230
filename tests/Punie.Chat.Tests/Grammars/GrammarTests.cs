using Punie.Chat.Grammars;
using static Punie.Chat.Grammars.GrammarExpression;

namespace Punie.Chat.Tests.Grammars;

public sealed class GrammarTests
{
    private static readonly CharacterClass Letters = CharacterClass.Range('a', 'z').Or(CharacterClass.Of("_"));

    [Theory]
    [InlineData("()", true)]
    [InlineData("(()(()))", true)]
    [InlineData("", true)]
    [InlineData("(()", false)]
    [InlineData("())", false)]
    public void Nested_brackets_are_matched_by_recursion(string text, bool expected)
    {
        var grammar = new Grammar("root",
            [new("root", ZeroOrMore(Sequence(Literal("("), Rule("root"), Literal(")"))))]);

        Assert.Equal(expected, Accepts(grammar, text));
    }

    [Fact]
    public void A_prefix_is_viable_and_not_a_sentence()
    {
        var matcher = Of(Literal("print(x)")).StartMatching();

        Assert.True(matcher.Advance("prin"));
        Assert.False(matcher.CanEnd);
        Assert.True(matcher.Advance("t(x)"));
        Assert.True(matcher.CanEnd);
        Assert.False(matcher.State!.CanContinue);
    }

    [Fact]
    public void A_character_that_does_not_fit_ends_it_for_good()
    {
        var matcher = Of(Literal("ab")).StartMatching();

        Assert.False(matcher.Advance('x'));
        Assert.False(matcher.Advance('a'));
        Assert.False(matcher.IsViable);
        Assert.False(matcher.CanEnd);
    }

    [Fact]
    public void A_copy_goes_its_own_way()
    {
        var matcher = Of(AnyOf(["ab", "ac"])).StartMatching();
        matcher.Advance('a');
        var copy = matcher.Copy();

        Assert.False(copy.Advance('x'));
        Assert.True(matcher.Advance('c'));
        Assert.True(matcher.CanEnd);
    }

    [Fact]
    public void All_alternatives_stay_open_until_they_differ()
    {
        var grammar = Of(Choice(Sequence(OneOrMore(Class(Letters)), Literal("=1")), Literal("print(2)")));

        Assert.True(Accepts(grammar, "print=1"));
        Assert.True(Accepts(grammar, "print(2)"));
        Assert.False(Accepts(grammar, "prin(2)"));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public void A_repetition_keeps_its_bounds(int count, bool expected) =>
        Assert.Equal(expected, Accepts(Of(Repeat(Literal("ab"), 2, 4)), string.Concat(Enumerable.Repeat("ab", count))));

    [Theory]
    [InlineData("é")]
    [InlineData("変")]
    [InlineData("𝒳")]
    [InlineData("\uFFFD")]
    [InlineData("\u0080")]
    [InlineData("\U0010FFFF")]
    public void A_negated_class_takes_characters_of_any_length(string text)
    {
        var notQuote = Of(Class(CharacterClass.Of("\"\n").Negate()));

        Assert.True(Accepts(notQuote, text));
        Assert.False(Accepts(notQuote, "\""));
    }

    [Fact]
    public void A_range_beyond_ascii_holds_its_members_only()
    {
        var greek = Of(Class(CharacterClass.Range('\u03B1', '\u03C9')));

        for (var c = '\u0370'; c < '\u0400'; c++)
            Assert.Equal(c is >= '\u03B1' and <= '\u03C9', Accepts(greek, c.ToString()));
    }

    [Fact]
    public void Half_a_character_is_viable_when_the_whole_one_is()
    {
        var grammar = Of(Literal("é"));

        Assert.NotNull(grammar.Start.Next([0xC3]));
        Assert.True(grammar.Start.Next([0xC3, 0xA9])!.CanEnd);
        Assert.Null(grammar.Start.Next([0xC3, 0xA8]));
    }

    [Fact]
    public void A_repetition_comes_back_to_the_same_state()
    {
        var grammar = Of(Sequence(Literal("\""), ZeroOrMore(Class(Letters)), Literal("\"")));
        var inside = grammar.Start.Next("\""u8)!;

        Assert.Same(inside.Next("a"u8), inside.Next("abc"u8));
    }

    [Fact]
    public void Left_recursion_is_refused_with_its_path()
    {
        var error = Assert.Throws<ArgumentException>(() => new Grammar("expr",
        [
            new("expr", Choice(Sequence(Rule("term"), Literal("+1")), Literal("1"))),
            new("term", Sequence(Optional(Literal("-")), Rule("expr"))),
        ]));

        Assert.Contains("expr -> term -> expr", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_endless_repetition_of_nothing_is_refused()
    {
        var error =
            Assert.Throws<ArgumentException>(() =>
                new Grammar("words", [new("words", ZeroOrMore(Optional(Literal("a"))))]));

        Assert.Contains("'words' repeats", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_undefined_rule_is_named_with_its_user()
    {
        var error = Assert.Throws<ArgumentException>(() => Of(Rule("missing")));

        Assert.Contains("Rule 'root' refers to 'missing'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_doubled_rule_is_named()
    {
        var error =
            Assert.Throws<ArgumentException>(() => new Grammar("a", [new("a", Literal("x")), new("a", Literal("y"))]));

        Assert.Contains("'a' is defined 2 times", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Upper")]
    [InlineData("under_score")]
    [InlineData("1st")]
    [InlineData("")]
    public void A_name_that_gbnf_cannot_print_is_refused(string name) =>
        Assert.Throws<ArgumentException>(() => new Grammar(name, [new(name, Literal("x"))]));

    [Fact]
    public void Gbnf_has_one_line_for_each_rule()
    {
        var grammar = new Grammar("program",
        [
            new("program", Sequence(OneOrMore(Sequence(Rule("call"), Literal("\n"))), Optional(Rule("call")))),
            new("call",
                Sequence(Choice(Literal("print"), Rule("name")), Literal("("), Repeat(Rule("text"), 0, 3),
                Literal(")"))),
            new("name", Repeat(Class(Letters), 1, 20)),
            new("text",
                Sequence(Literal("\""), ZeroOrMore(Class(CharacterClass.Of("\"\\\n-^]é").Negate())), Literal("\""))),
            new("tail", Choice(Literal("a\\b"), Empty, Repeat(Literal("x"), 2, null), Repeat(Literal("y"), 2, 2))),
        ]);

        Assert.Equal(
            """
            root ::= program
            program ::= (call "\n")+ call?
            call ::= ("print" | name) "(" text{0,3} ")"
            name ::= [_a-z]{1,20}
            text ::= "\"" [^\n"\x2D\\-\x5E\u00E9]* "\""
            tail ::= "a\\b" | "" | "x"{2,} | "y"{2}

            """, grammar.ToGbnf());
    }

    private static Grammar Of(GrammarExpression root) => new("root", [new("root", root)]);

    private static bool Accepts(Grammar grammar, string text)
    {
        var matcher = grammar.StartMatching();
        matcher.Advance(text);
        return matcher.CanEnd;
    }
}
