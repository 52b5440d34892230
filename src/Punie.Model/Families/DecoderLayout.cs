using Punie.Model.Tensors;

namespace Punie.Model.Families;

/// <summary>A matrix or vector inside the flat parameter buffer.</summary>
internal readonly record struct Slice(int Offset, int Rows, int Columns)
{
    public int Length => Rows * Columns;

    public Span<float> Of(Span<float> flat) => flat.Slice(Offset, Length);

    public Matrix MatrixOf(Span<float> flat) => new(Of(flat), Rows, Columns);
}

/// <summary>One named parameter under its Hugging Face name.</summary>
internal sealed record Parameter(string Name, Slice Slice)
{
    /// <summary>Norm weights are vectors: they are stored with one dimension and are not decayed.</summary>
    public bool IsVector => Slice.Rows == 1;
}

/// <summary>One block's parameters. Projections that read the same input lie together, to be one product.</summary>
internal sealed record LayerSlices
{
    public required Slice InputNorm { get; init; }

    /// <summary>Queries, keys and values: [(heads + 2 keyHeads) * d, hidden].</summary>
    public required Slice Projections { get; init; }

    public required Slice QueryNorm { get; init; }

    public required Slice KeyNorm { get; init; }

    public required Slice Output { get; init; }

    public required Slice MiddleNorm { get; init; }

    /// <summary>Gate and up: [2 * intermediate, hidden].</summary>
    public required Slice GateUp { get; init; }

    public required Slice Down { get; init; }
}

/// <summary>
/// Where each parameter of a decoder lies in one flat buffer; gradients and moments use the same places.
/// </summary>
internal sealed class DecoderLayout
{
    private readonly List<Parameter> _parameters = [];

    public DecoderLayout(DecoderConfig config)
    {
        Embedding = Add("model.embed_tokens.weight", config.VocabularySize, config.HiddenSize);
        Layers = [.. Enumerable.Range(0, config.Layers).Select(i => AddLayer(config, $"model.layers.{i}."))];
        FinalNorm = Add("model.norm.weight", 1, config.HiddenSize);
        Head = config.TiedEmbeddings ? Embedding : Add("lm_head.weight", config.VocabularySize, config.HiddenSize);
    }

    public IReadOnlyList<Parameter> Parameters => _parameters;

    public IReadOnlyList<LayerSlices> Layers { get; }

    public Slice Embedding { get; }

    public Slice FinalNorm { get; }

    /// <summary>The output layer: the embedding's own slice when tied.</summary>
    public Slice Head { get; }

    public int Length { get; private set; }

    private LayerSlices AddLayer(DecoderConfig config, string prefix)
    {
        var inputNorm = Add(prefix + "input_layernorm.weight", 1, config.HiddenSize);
        var query = Add(prefix + "self_attn.q_proj.weight", config.QueryWidth, config.HiddenSize);
        Add(prefix + "self_attn.k_proj.weight", config.KeyWidth, config.HiddenSize);
        Add(prefix + "self_attn.v_proj.weight", config.KeyWidth, config.HiddenSize);
        var queryNorm = Add(prefix + "self_attn.q_norm.weight", 1, config.HeadSize);
        var keyNorm = Add(prefix + "self_attn.k_norm.weight", 1, config.HeadSize);
        var output = Add(prefix + "self_attn.o_proj.weight", config.HiddenSize, config.QueryWidth);
        var middleNorm = Add(prefix + "post_attention_layernorm.weight", 1, config.HiddenSize);
        var gate = Add(prefix + "mlp.gate_proj.weight", config.IntermediateSize, config.HiddenSize);
        Add(prefix + "mlp.up_proj.weight", config.IntermediateSize, config.HiddenSize);
        return new LayerSlices
        {
            InputNorm = inputNorm,
            Projections = query with { Rows = config.QueryWidth + (2 * config.KeyWidth) },
            QueryNorm = queryNorm,
            KeyNorm = keyNorm,
            Output = output,
            MiddleNorm = middleNorm,
            GateUp = gate with { Rows = 2 * config.IntermediateSize },
            Down = Add(prefix + "mlp.down_proj.weight", config.HiddenSize, config.IntermediateSize),
        };
    }

    private Slice Add(string name, int rows, int columns)
    {
        var slice = new Slice(Length, rows, columns);
        _parameters.Add(new Parameter(name, slice));
        Length = checked(Length + slice.Length);
        return slice;
    }
}
