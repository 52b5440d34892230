using Punie.Model.Tensors;

namespace Punie.Model.Families;

/// <summary>What one block's forward pass leaves for its backward pass. T is the batch's rows.</summary>
internal sealed class LayerActivations(DecoderConfig config, int capacity)
{
    /// <summary>Residual stream entering the block: [T, hidden].</summary>
    public FloatBuffer Input { get; } = new(capacity * config.HiddenSize);

    public FloatBuffer InputInverse { get; } = new(capacity);

    /// <summary>Queries, keys and values as projected: [T, query + 2 key].</summary>
    public FloatBuffer Projected { get; } = new(capacity * (config.QueryWidth + (2 * config.KeyWidth)));

    /// <summary>Queries and keys after norm and rotation: [T, query + key].</summary>
    public FloatBuffer Rotated { get; } = new(capacity * (config.QueryWidth + config.KeyWidth));

    /// <summary>log of each softmax's denominator: [T, heads].</summary>
    public FloatBuffer LogSums { get; } = new(capacity * config.Heads);

    /// <summary>Attention's result before its output projection: [T, query].</summary>
    public FloatBuffer Attended { get; } = new(capacity * config.QueryWidth);

    /// <summary>Residual stream between attention and feed-forward: [T, hidden].</summary>
    public FloatBuffer Middle { get; } = new(capacity * config.HiddenSize);

    public FloatBuffer MiddleInverse { get; } = new(capacity);

    /// <summary>Gate and up projections: [T, 2 * intermediate].</summary>
    public FloatBuffer GateUp { get; } = new(capacity * 2 * config.IntermediateSize);
}

/// <summary>Buffers of one worker's passes, remade only when a larger batch comes.</summary>
internal sealed class DecoderActivations
{
    public DecoderActivations(DecoderConfig config, int capacity)
    {
        Capacity = capacity;
        Layers = [.. Enumerable.Range(0, config.Layers).Select(_ => new LayerActivations(config, capacity))];
        Final = new FloatBuffer(capacity * config.HiddenSize);
        Normed = new FloatBuffer(capacity * config.HiddenSize);
        Activated = new FloatBuffer(capacity * config.IntermediateSize);
    }

    public int Capacity { get; }

    public IReadOnlyList<LayerActivations> Layers { get; }

    /// <summary>Residual stream after the last block: [T, hidden].</summary>
    public FloatBuffer Final { get; }

    /// <summary>Scratch: a normalised stream, [T, hidden].</summary>
    public FloatBuffer Normed { get; }

    /// <summary>Scratch: the feed-forward block's inner activation, [T, intermediate].</summary>
    public FloatBuffer Activated { get; }

    /// <summary>The stream that block <paramref name="layer"/> writes.</summary>
    public FloatBuffer OutputOf(int layer) => layer + 1 < Layers.Count ? Layers[layer + 1].Input : Final;
}

/// <summary>Scratch gradients of one worker's backward pass, shared by all blocks.</summary>
internal sealed class DecoderGradientScratch(DecoderConfig config, int capacity)
{
    /// <summary>Of the residual stream: [T, hidden].</summary>
    public FloatBuffer Stream { get; } = new(capacity * config.HiddenSize);

    public FloatBuffer Normed { get; } = new(capacity * config.HiddenSize);

    public FloatBuffer Activated { get; } = new(capacity * config.IntermediateSize);

    public FloatBuffer GateUp { get; } = new(capacity * 2 * config.IntermediateSize);

    public FloatBuffer Attended { get; } = new(capacity * config.QueryWidth);

    public FloatBuffer Rotated { get; } = new(capacity * (config.QueryWidth + config.KeyWidth));

    public FloatBuffer Projected { get; } = new(capacity * (config.QueryWidth + (2 * config.KeyWidth)));
}
