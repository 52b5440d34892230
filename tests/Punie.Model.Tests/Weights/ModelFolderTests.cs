using Punie.Model.Families;
using Punie.Model.Weights;

namespace Punie.Model.Tests.Weights;

public sealed class ModelFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_saved_model_loads_the_same(bool tied)
    {
        var decoder = TestData.Decoder(TestData.Tiny with { TiedEmbeddings = tied });

        ModelFolder.Save(decoder, _folder.Path, TensorType.Float32);
        var loaded = ModelFolder.Load(_folder.Path);

        Assert.Equal(decoder.Config, loaded.Config);
        Assert.Equal(decoder.Weights.Span, loaded.Weights.Span);
    }

    [Theory]
    [InlineData(TensorType.Float16, 0.0005)]
    [InlineData(TensorType.BFloat16, 0.004)]
    public void Half_the_size_keeps_the_weights_to_the_types_precision(TensorType type, double precision)
    {
        var decoder = TestData.Decoder(TestData.Tiny);

        ModelFolder.Save(decoder, _folder.Path, type);
        var loaded = ModelFolder.Load(_folder.Path);

        for (var i = 0; i < decoder.ParameterCount; i++)
        {
            var weight = decoder.Weights.Span[i];
            Assert.Equal(weight, loaded.Weights.Span[i], 1e-7 + (precision * Math.Abs(weight)));
        }

        Assert.InRange(new FileInfo(_folder["model.safetensors"]).Length, 2 * decoder.ParameterCount,
            (2 * decoder.ParameterCount) + 4096);
    }

    [Fact]
    public void Weights_have_the_names_and_shapes_of_Hugging_Face()
    {
        ModelFolder.Save(TestData.Decoder(TestData.Tiny with { Layers = 1 }), _folder.Path, TensorType.BFloat16);

        using var file = SafetensorsFile.Open(_folder["model.safetensors"]);

        Assert.Equal(
            [
                "model.embed_tokens.weight [37, 24]",
                "model.layers.0.input_layernorm.weight [24]",
                "model.layers.0.mlp.down_proj.weight [24, 20]",
                "model.layers.0.mlp.gate_proj.weight [20, 24]",
                "model.layers.0.mlp.up_proj.weight [20, 24]",
                "model.layers.0.post_attention_layernorm.weight [24]",
                "model.layers.0.self_attn.k_norm.weight [6]",
                "model.layers.0.self_attn.k_proj.weight [12, 24]",
                "model.layers.0.self_attn.o_proj.weight [24, 24]",
                "model.layers.0.self_attn.q_norm.weight [6]",
                "model.layers.0.self_attn.q_proj.weight [24, 24]",
                "model.layers.0.self_attn.v_proj.weight [12, 24]",
                "model.norm.weight [24]",
            ],
            file.Tensors.Select(t => $"{t.Key} [{string.Join(", ", t.Value.Shape)}]").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        ModelFolder.Save(TestData.Decoder(TestData.Tiny), _folder.Path, TensorType.Float32);
        File.Delete(_folder["model.safetensors"]);

        var error = Assert.Throws<FileNotFoundException>(() => ModelFolder.Load(_folder.Path));

        Assert.Contains("model.safetensors is missing", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_of_another_model_are_refused()
    {
        ModelFolder.Save(TestData.Decoder(TestData.Tiny), _folder.Path, TensorType.Float32);
        File.WriteAllText(
            _folder["config.json"], Qwen3ConfigFile.Format(TestData.Tiny with { IntermediateSize = 40 }, "float32"));

        var error = Assert.Throws<InvalidDataException>(() => ModelFolder.Load(_folder.Path));

        Assert.Contains("'model.layers.0.mlp.gate_proj.weight' has shape [20, 24], config.json asks for [40, 24]",
            error.Message, StringComparison.Ordinal);
    }
}
