using System.Text.Json.Nodes;
using Punie.Model.Families;

namespace Punie.Model.Tests.Families;

public sealed class Qwen3ConfigFileTests
{
    // The fields of Qwen/Qwen3-0.6B's config.json.
    private const string Published = """
        {
          "architectures": ["Qwen3ForCausalLM"], "attention_bias": false, "attention_dropout": 0.0,
          "bos_token_id": 151643, "eos_token_id": 151645, "head_dim": 128, "hidden_act": "silu", "hidden_size": 1024,
          "initializer_range": 0.02, "intermediate_size": 3072, "max_position_embeddings": 40960, "max_window_layers": 28,
          "model_type": "qwen3", "num_attention_heads": 16, "num_hidden_layers": 28, "num_key_value_heads": 8,
          "rms_norm_eps": 1e-06, "rope_scaling": null, "rope_theta": 1000000, "sliding_window": null,
          "tie_word_embeddings": true, "torch_dtype": "bfloat16", "transformers_version": "4.51.0", "use_cache": true,
          "use_sliding_window": false, "vocab_size": 151936
        }
        """;

    [Fact]
    public void A_published_config_is_read_whole()
    {
        var expected = new DecoderConfig
        {
            VocabularySize = 151_936,
            HiddenSize = 1024,
            IntermediateSize = 3072,
            Layers = 28,
            Heads = 16,
            KeyHeads = 8,
            HeadSize = 128,
            NormEpsilon = 1e-6,
            RopeTheta = 1_000_000,
            MaxPositions = 40_960,
            BeginToken = 151_643,
            EndToken = 151_645,
        };

        Assert.Equal(expected, Qwen3ConfigFile.Parse(Published));
    }

    [Fact]
    public void A_written_config_reads_back_the_same()
    {
        var config = TestData.Tiny with { TiedEmbeddings = false, EndToken = 3, NormEpsilon = 1e-5 };

        Assert.Equal(config, Qwen3ConfigFile.Parse(Qwen3ConfigFile.Format(config, "float16")));
    }

    [Theory]
    [InlineData("model_type", "\"llama\"", "model_type is 'llama'")]
    [InlineData("hidden_act", "\"gelu\"", "hidden_act is 'gelu'")]
    [InlineData("attention_bias", "true", "attention_bias is true")]
    [InlineData("use_sliding_window", "true", "use_sliding_window is true")]
    [InlineData("rope_scaling", "{\"type\":\"yarn\"}", "rope_scaling is set")]
    [InlineData("hidden_size", "null", "the field hidden_size is missing")]
    [InlineData("hidden_size", "\"big\"", "hidden_size is \"big\"")]
    [InlineData("num_key_value_heads", "3", "3 key heads do not divide 16 heads")]
    [InlineData("head_dim", "7", "Head size 7 is odd")]
    [InlineData("num_hidden_layers", "0", "Layers is 0")]
    public void What_cannot_be_run_is_refused_by_name(string field, string value, string message)
    {
        var json = JsonNode.Parse(Published)!;
        json[field] = JsonNode.Parse(value);

        var error = Assert.Throws<InvalidDataException>(() => Qwen3ConfigFile.Parse(json.ToJsonString()));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"model_type\": \"qwen3\"")]
    public void Damaged_text_is_refused(string json) =>
        Assert.Throws<InvalidDataException>(() => Qwen3ConfigFile.Parse(json));
}
