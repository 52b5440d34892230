namespace Punie.Chat.Tests.Grammars;

/// <summary>Laws over random grammars; a failure names the seed that repeats it.</summary>
public sealed class GrammarProperties
{
    private const int Sentences = 10;

    public static TheoryData<int> Seeds() => new(Enumerable.Range(0, 150));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_sentence_is_accepted_and_all_its_prefixes_are_viable(int seed)
    {
        var random = new RandomGrammar(seed);

        foreach (var sentence in Enumerable.Range(0, Sentences).Select(_ => random.Sentence()))
        {
            var matcher = random.Grammar.StartMatching();
            Assert.All(sentence, c => Assert.True(matcher.Advance(c)));
            Assert.True(matcher.CanEnd, sentence);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_changed_sentence_is_judged_as_by_plain_recursion(int seed)
    {
        var random = new RandomGrammar(seed);
        var sentences = Enumerable.Range(0, Sentences).Select(_ => random.Sentence()).Where(s => s.Length < 40);

        foreach (var text in sentences.Select(random.Mutate))
        {
            var matcher = random.Grammar.StartMatching();
            matcher.Advance(text);
            Assert.True(random.Judge(text) == matcher.CanEnd, text);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Bytes_and_characters_lead_to_the_same_place(int seed)
    {
        var random = new RandomGrammar(seed);
        var sentence = random.Sentence();
        var matcher = random.Grammar.StartMatching();

        matcher.Advance(sentence);

        Assert.Same(matcher.State, random.Grammar.Start.Next(System.Text.Encoding.UTF8.GetBytes(sentence)));
    }
}
