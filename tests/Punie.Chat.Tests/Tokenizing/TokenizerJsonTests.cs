using System.Text.Json.Nodes;
using Punie.Chat.Tokenizing;

namespace Punie.Chat.Tests.Tokenizing;

public sealed class TokenizerJsonTests
{
    [Fact]
    public void What_is_written_reads_back_as_the_same_file()
    {
        var json = Corpus.Router.ToJson();

        Assert.Equal(json, Tokenizer.FromJson(json).ToJson());
    }

    [Fact]
    public void Merges_written_as_pairs_are_read_like_merges_written_as_text()
    {
        var json = JsonNode.Parse(Corpus.Router.ToJson())!;
        var pairs = json["model"]!["merges"]!.AsArray()
            .Select(m => (JsonNode)new JsonArray([.. m!.GetValue<string>().Split(' ')]));
        json["model"]!["merges"] = new JsonArray([.. pairs]);

        Assert.Equal(Corpus.Router.ToJson(), Tokenizer.FromJson(json.ToJsonString()).ToJson());
    }

    [Fact]
    public void ByteLevel_alone_means_the_words_of_gpt2()
    {
        var json = JsonNode.Parse(Corpus.Router.ToJson())!;
        json["pre_tokenizer"] = new JsonObject { ["type"] = "ByteLevel", ["add_prefix_space"] = false };

        Assert.Same(PreTokenizer.Gpt2, Tokenizer.FromJson(json.ToJsonString()).PreTokenizer);
    }

    [Fact]
    public void Nfc_is_applied_when_the_file_asks_for_it()
    {
        var json = JsonNode.Parse(Corpus.Router.ToJson())!;
        json["normalizer"] = new JsonObject { ["type"] = "NFC" };
        var tokenizer = Tokenizer.FromJson(json.ToJsonString());

        Assert.Equal("\u00e9", tokenizer.Decode(tokenizer.Encode("e\u0301")));
        Assert.Equal("\u00e9\uFFFD", tokenizer.Decode(tokenizer.Encode("e\u0301\uDC00")));
    }

    [Fact]
    public void A_whole_piece_in_the_vocabulary_is_taken_when_merges_are_ignored()
    {
        var json = JsonNode.Parse(Corpus.Train(261).ToJson())!;
        json["model"]!["vocab"]!["print"] = 261;
        json["model"]!["ignore_merges"] = true;

        Assert.Equal([261], Tokenizer.FromJson(json.ToJsonString()).Encode("print"));
    }

    [Theory]
    [InlineData("""{"model":{"type":"Unigram","vocab":{},"merges":[]}}""", "'Unigram'")]
    [InlineData("""{"model":{"type":"BPE","byte_fallback":true,"vocab":{},"merges":[]}}""", "byte_fallback")]
    [InlineData("""{"model":{"type":"BPE","vocab":{"▁the":0},"merges":[]}}""", "'▁the'")]
    [InlineData("""{"model":{"type":"BPE","vocab":{"a":0},"merges":["a b"]}}""", "'b'")]
    [InlineData("""{"model":{"type":"BPE","vocab":{"a":0},"merges":["ab"]}}""", "\"ab\"")]
    [InlineData("""{"model":{"type":"BPE","vocab":{"a":3},"merges":[]}}""", "gap")]
    [InlineData("""{"added_tokens":[{"id":0,"content":"<x>","lstrip":true}],"model":{"vocab":{},"merges":[]}}""",
        "'lstrip'")]
    [InlineData("""{"pre_tokenizer":{"type":"Metaspace"},"model":{"vocab":{"a":0},"merges":[]}}""", "'Metaspace'")]
    [InlineData(
        """{"normalizer":{"type":"Lowercase"},"pre_tokenizer":{"type":"ByteLevel","add_prefix_space":false},"model":{"vocab":{"a":0},"merges":[]}}""", "'Lowercase'")]
    [InlineData("[]", "'model'")]
    [InlineData("{", "not valid JSON")]
    public void A_part_that_is_not_supported_is_named(string json, string name)
    {
        var error = Assert.Throws<InvalidDataException>(() => Tokenizer.FromJson(json));

        Assert.Contains(name, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pattern_without_a_scanner_is_shown()
    {
        var json = Corpus.Router.ToJson().Replace(@"\\p{L}+|[^\\p{L}]", @"\\w+", StringComparison.Ordinal);

        var error = Assert.Throws<InvalidDataException>(() => Tokenizer.FromJson(json));

        Assert.Contains(@"'\w+'", error.Message, StringComparison.Ordinal);
    }
}
