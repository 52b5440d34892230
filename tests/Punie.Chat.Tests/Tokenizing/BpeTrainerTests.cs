using System.Text;
using Punie.Chat.Formats;
using Punie.Chat.Tokenizing;

namespace Punie.Chat.Tests.Tokenizing;

public sealed class BpeTrainerTests
{
    [Fact]
    public void Learned_tokens_are_letters_only()
    {
        var router = Corpus.Router;
        var learned = Enumerable.Range(RouterFormat.Markers.Count + 256,
            router.VocabularySize - RouterFormat.Markers.Count - 256);

        Assert.NotEmpty(learned);
        Assert.All(learned.Select(router.TokenText), text => Assert.All(text, c => Assert.True(char.IsLetter(c))));
    }

    [Fact]
    public void A_word_has_the_same_tokens_wherever_it_stands()
    {
        var alone = Corpus.Router.Encode("cart");

        foreach (var text in new[] { " cart", "\"cart\"", "src/cart.py", "my_cart", "(cart)", "5cart" })
        {
            Assert.Contains(string.Join(',', alone), string.Join(',', Corpus.Router.Encode(text)),
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Digits_stay_single() => Assert.Equal(4, Corpus.Router.Encode("2024").Length);

    [Fact]
    public void Frequent_words_become_one_token() => Assert.Single(Corpus.Router.Encode("print"));

    [Fact]
    public void Training_twice_gives_the_same_file() =>
        Assert.Equal(Corpus.Train(400).ToJson(), Corpus.Train(400).ToJson());

    [Fact]
    public void The_order_of_the_texts_does_not_matter()
    {
        var trainer = new BpeTrainer();
        foreach (var text in Corpus.Programs.Concat(Corpus.Requests).Reverse()) trainer.Add(text);

        var reversed = trainer.Train(new BpeTraining(400, RouterFormat.Markers));

        Assert.Equal(Corpus.Train(400).ToJson(), reversed.ToJson());
    }

    [Fact]
    public void The_vocabulary_has_the_size_that_was_asked_for() => Assert.Equal(300, Corpus.Train(300).VocabularySize);

    [Fact]
    public void The_most_frequent_pair_is_merged_first()
    {
        var trainer = new BpeTrainer();
        trainer.Add("ab ab ab cd cd");

        var tokenizer = trainer.Train(new BpeTraining(258, []));

        Assert.Equal(["ab", "cd"], [tokenizer.TokenText(256), tokenizer.TokenText(257)]);
    }

    [Fact]
    public void Learning_stops_when_no_pair_is_frequent_enough()
    {
        var trainer = new BpeTrainer();
        trainer.Add("ab ab xy");

        Assert.Equal(257, trainer.Train(new BpeTraining(1000, [])).VocabularySize);
    }

    [Fact]
    public void Letters_of_other_scripts_are_merged_by_bytes_inside_their_word()
    {
        var trainer = new BpeTrainer();
        for (var i = 0; i < 5; i++) trainer.Add("значение");

        var tokenizer = trainer.Train(new BpeTraining(600, []));

        Assert.Equal(Encoding.UTF8.GetBytes("значение"),
            tokenizer.TokenBytes(Assert.Single(tokenizer.Encode("значение"))).ToArray());
    }

    [Fact]
    public void A_vocabulary_too_small_for_the_bytes_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new BpeTrainer().Train(new BpeTraining(100, RouterFormat.Markers)));
}
