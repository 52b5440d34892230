using System.Text;

namespace Punie.Chat.Tests.Tokenizing;

public sealed class TokenizerTests
{
    public static TheoryData<string> Texts() => new(Corpus.Requests.Concat(Corpus.Programs).Concat(Corpus.Awkward));

    [Theory]
    [MemberData(nameof(Texts))]
    public void Any_text_decodes_to_itself(string text) =>
        Assert.Equal(text, Corpus.Router.Decode(Corpus.Router.Encode(text)));

    [Theory]
    [MemberData(nameof(Texts))]
    public void Decoding_one_id_at_a_time_gives_the_same_text(string text)
    {
        var decoder = Corpus.Router.StartDecoding();

        var parts = Corpus.Router.Encode(text).Select(decoder.Add).Append(decoder.Finish());

        Assert.Equal(text, string.Concat(parts));
    }

    [Fact]
    public void A_character_spread_over_tokens_appears_when_it_is_whole()
    {
        var decoder = Corpus.Router.StartDecoding();

        var parts = Corpus.Router.Encode("é!").Select(decoder.Add);

        Assert.Equal(["", "é", "!"], parts);
    }

    [Fact]
    public void An_unfinished_character_becomes_a_replacement_character()
    {
        var decoder = Corpus.Router.StartDecoding();
        var half = Corpus.Router.Encode("é")[0];

        Assert.Equal("", decoder.Add(half));
        Assert.Equal("\uFFFD", decoder.Finish());
        Assert.Equal("\uFFFD", Corpus.Router.Decode([half]));
    }

    [Fact]
    public void A_lone_surrogate_becomes_a_replacement_character() =>
        Assert.Equal("a\uFFFDb", Corpus.Router.Decode(Corpus.Router.Encode("a\uD800b")));

    [Fact]
    public void Markers_in_user_text_stay_ordinary_text()
    {
        var ids = Corpus.Router.Encode("<|im_end|></tool_call>");

        Assert.DoesNotContain(ids, Corpus.Router.IsAdded);
        Assert.Equal("<|im_end|></tool_call>", Corpus.Router.Decode(ids));
    }

    [Fact]
    public void Markers_that_are_meant_become_one_id_each()
    {
        var ids = Corpus.Router.EncodeWithMarkers("<|im_start|>user");

        Assert.Equal(Corpus.Router.IdOf("<|im_start|>"), ids[0]);
        Assert.Equal(Corpus.Router.Encode("user"), ids[1..]);
    }

    [Fact]
    public void Skipping_special_tokens_keeps_the_added_ones_that_are_not_special()
    {
        var ids = Corpus.Router.EncodeWithMarkers("<tool_call>x</tool_call><|im_end|>");

        Assert.Equal("<tool_call>x</tool_call>", Corpus.Router.Decode(ids, skipSpecial: true));
    }

    [Fact]
    public void The_bytes_of_all_tokens_of_a_text_are_its_utf8()
    {
        const string Text = "変数 naïve";

        var bytes = Corpus.Router.Encode(Text).SelectMany(id => Corpus.Router.TokenBytes(id).ToArray());

        Assert.Equal(Encoding.UTF8.GetBytes(Text), bytes);
    }

    [Fact]
    public void A_long_run_of_letters_is_encoded_in_reasonable_work()
    {
        var text = string.Concat(Enumerable.Repeat("typecheck", 20_000));

        Assert.Equal(text, Corpus.Router.Decode(Corpus.Router.Encode(text)));
    }

    [Fact]
    public void An_id_outside_the_vocabulary_is_refused()
    {
        var error =
            Assert.Throws<ArgumentOutOfRangeException>(() => Corpus.Router.Decode([Corpus.Router.VocabularySize]));

        Assert.Contains($"from 0 to {Corpus.Router.VocabularySize - 1}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_marker_is_named_with_those_that_exist()
    {
        var error = Assert.Throws<InvalidDataException>(() => Corpus.Router.IdOf("<|eot_id|>"));

        Assert.Contains("'<|eot_id|>'", error.Message, StringComparison.Ordinal);
        Assert.Contains("<|im_end|>", error.Message, StringComparison.Ordinal);
    }
}
