using System.Text.Json.Nodes;
using Punie.Chat.Tokenizing;

namespace Punie.Chat.Tests.Tokenizing;

/// <summary>The written tokenizer.json in Hugging Face's own JavaScript library.</summary>
public sealed class TokenizerOracleTests
{
    // The library decodes no empty list, and its case folding maps U+017F to s; the texts avoid both.
    private static readonly string[] Texts = [.. Corpus.Requests, .. Corpus.Programs,
            .. Corpus.Awkward.Where(t => t.Length > 0 && !t.Contains('ſ', StringComparison.Ordinal))];

    public static TheoryData<string> Patterns() => new(PreTokenizer.LetterRuns.Pattern, PreTokenizer.Gpt2.Pattern,
        PreTokenizer.Qwen2.Pattern, PreTokenizer.Qwen35.Pattern, PreTokenizer.Llama3.Pattern);

    [Theory]
    [MemberData(nameof(Patterns))]
    public async Task The_reference_gives_the_same_ids(string pattern)
    {
        var json = JsonNode.Parse(Corpus.Router.ToJson())!;
        json["pre_tokenizer"]!["pretokenizers"]![0]!["pattern"]!["Regex"] = pattern;
        var tokenizer = Tokenizer.FromJson(json.ToJsonString());

        var answer = await Oracle.NodeAsync("encode.mjs",
            new JsonObject { ["tokenizer"] = json, ["texts"] = new JsonArray([.. Texts.Select(t => (JsonNode)t)]) });

        var expected = answer["ids"]!.AsArray().Select(ids => ids!.AsArray().Select(i => i!.GetValue<int>()).ToArray());
        Assert.Equal(expected, Texts.Select(tokenizer.EncodeWithMarkers));
    }

    [Fact]
    public async Task The_reference_decodes_to_the_same_text()
    {
        var request = new JsonObject
        {
            ["tokenizer"] = JsonNode.Parse(Corpus.Router.ToJson()),
            ["texts"] = new JsonArray([.. Texts.Select(t => (JsonNode)t)]),
        };

        var answer = await Oracle.NodeAsync("encode.mjs", request);

        Assert.Equal(Texts, answer["texts"]!.AsArray().Select(t => t!.GetValue<string>()));
    }
}
