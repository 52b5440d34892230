using Punie.Chat.Formats;
using Punie.Chat.Grammars;
using Punie.Chat.Tokenizing;
using Punie.Model.Generation;
using Punie.Model.Tensors;
using static Punie.Chat.Grammars.GrammarExpression;

namespace Punie.Model.Tests.Generation;

public sealed class GrammarMaskTests
{
    private static readonly Tokenizer Tokenizer = TinyRouter.Tokenizer;
    private static readonly int Open = TinyRouter.Format.CallStartToken;
    private static readonly int Close = TinyRouter.Format.CallEndToken;
    private static readonly IReadOnlyList<int> Stops = TinyRouter.Format.StopTokens;

    private static readonly Grammar Names = new("root",
    [
        new("root", Sequence(Rule("name"), Literal(" = "), Rule("name"), Literal("(ü)"))),
        new("name", OneOrMore(Class(CharacterClass.Range('a', 'z').Or(CharacterClass.Of("_"))))),
    ]);

    [Fact]
    public void A_reply_may_open_a_call_or_be_text()
    {
        var allowed = Mask().Start().Allowed();

        Assert.True(allowed[Open]);
        Assert.False(allowed[Close]);
        Assert.True(allowed[Tokenizer.Encode("H")[0]]);
        Assert.True(allowed[Stops[0]]);
    }

    [Fact]
    public void Text_stays_text()
    {
        var constraint = Mask().Start();

        constraint.Accept(Tokenizer.Encode("H")[0]);

        Assert.False(constraint.Allowed()[Open]);
        Assert.True(constraint.Allowed()[Tokenizer.Encode("=")[0]]);
    }

    [Fact]
    public void Inside_a_call_exactly_the_tokens_that_fit_are_allowed()
    {
        var constraint = Mask().Start();
        constraint.Accept(Open);
        foreach (var token in Tokenizer.Encode("types ")) constraint.Accept(token);
        var matcher = Names.StartMatching();
        matcher.Advance("types ");

        var allowed = constraint.Allowed();

        for (var token = 0; token < Tokenizer.VocabularySize; token++)
        {
            var fits = !Tokenizer.IsAdded(token) && matcher.Copy().Advance(Tokenizer.TokenBytes(token).Span);
            Assert.Equal(fits, allowed[token]);
        }
    }

    [Fact]
    public void The_call_closes_only_where_the_grammar_may_end()
    {
        var constraint = Mask().Start();
        constraint.Accept(Open);
        foreach (var token in Tokenizer.Encode("a = b(ü")) constraint.Accept(token);
        Assert.False(constraint.Allowed()[Close]);

        constraint.Accept(Tokenizer.Encode(")")[0]);

        Assert.Equal([Close], Indices(constraint.Allowed()));
    }

    [Fact]
    public void After_the_call_the_reply_ends()
    {
        var constraint = Mask().Start();
        constraint.Accept(Open);
        foreach (var token in Tokenizer.Encode("a = b(ü)")) constraint.Accept(token);

        constraint.Accept(Close);

        Assert.Equal(Stops.Order(), Indices(constraint.Allowed()));
    }

    [Fact]
    public void Half_a_character_is_allowed_when_the_other_half_can_follow()
    {
        var constraint = Mask().Start();
        constraint.Accept(Open);
        foreach (var token in Tokenizer.Encode("a = b(")) constraint.Accept(token);

        var allowed = Indices(constraint.Allowed());

        Assert.Equal([0xC3], allowed.Select(token => (int)Tokenizer.TokenBytes(token).Span[0]));
    }

    [Fact]
    public void Random_choices_under_the_mask_always_match()
    {
        var mask = Mask();
        var random = new SeededRandom(3);
        for (var sample = 0; sample < 50; sample++)
        {
            var constraint = mask.Start();
            constraint.Accept(Open);
            var tokens = new List<int>();
            while (true)
            {
                var allowed = Indices(constraint.Allowed());
                var token = allowed[random.Next(allowed.Count)];
                constraint.Accept(token);
                if (token == Close) break;
                tokens.Add(token);
            }

            var matcher = Names.StartMatching();
            Assert.True(matcher.Advance(Tokenizer.Decode([.. tokens])));
            Assert.True(matcher.CanEnd);
        }
    }

    [Fact]
    public void A_fragment_is_allowed_where_its_whole_text_fits_and_nowhere_else()
    {
        const string Fragment = "types = ";
        var tokenizer = new BpeTrainer().Train(
            new BpeTraining(300, [.. RouterFormat.Markers, new NewToken(Fragment, IsSpecial: false)]));
        var format = new RouterFormat(tokenizer);
        var id = tokenizer.IdOf(Fragment);
        var constraint = GrammarMask.ForRouter(Names, CallVocabulary.ForRouter(tokenizer, format)).Start();

        Assert.False(constraint.Allowed()[id]);
        constraint.Accept(format.CallStartToken);
        Assert.False(constraint.Allowed()[id]);
        constraint.Accept(tokenizer.Encode("\n")[0]);
        Assert.True(constraint.Allowed()[id]);
        constraint.Accept(id);
        Assert.False(constraint.Allowed()[id]);
        foreach (var token in tokenizer.Encode("b(ü)\n")) constraint.Accept(token);
        Assert.Equal([format.CallEndToken], Indices(constraint.Allowed()));
    }

    [Fact]
    public void A_token_that_does_not_fit_is_refused()
    {
        var constraint = Mask().Start();
        constraint.Accept(Open);

        Assert.Throws<ArgumentException>(() => constraint.Accept(Tokenizer.Encode("(")[0]));
    }

    private static GrammarMask Mask() => new(Names, new CallVocabulary(Tokenizer, new CallTokens(Open, Close, Stops)));

    private static List<int> Indices(ReadOnlySpan<bool> allowed)
    {
        var indices = new List<int>();
        for (var i = 0; i < allowed.Length; i++)
        {
            if (allowed[i]) indices.Add(i);
        }

        return indices;
    }
}
