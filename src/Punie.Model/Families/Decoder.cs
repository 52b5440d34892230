using Punie.Model.Tensors;

namespace Punie.Model.Families;

/// <summary>A Qwen3-style language model: its shape and its float32 weights.</summary>
/// <remarks>Reading from several threads is safe while nobody trains it.</remarks>
public sealed class Decoder
{
    private Decoder(DecoderConfig config)
    {
        Config = config.Checked();
        Layout = new DecoderLayout(Config);
        Weights = new FloatBuffer(Layout.Length);
    }

    /// <summary>The model's shape.</summary>
    public DecoderConfig Config { get; }

    /// <summary>Number of weights; tied ones count once.</summary>
    public int ParameterCount => Layout.Length;

    internal DecoderLayout Layout { get; }

    internal FloatBuffer Weights { get; }

    /// <summary>A fresh model: normal weights, ones in the norms.</summary>
    /// <param name="config">The shape.</param>
    /// <param name="seed">Same seed, same weights, on every machine.</param>
    public static Decoder Create(DecoderConfig config, ulong seed)
    {
        var decoder = new Decoder(config);
        var random = new SeededRandom(seed);
        foreach (var parameter in decoder.Layout.Parameters)
        {
            var weights = parameter.Slice.Of(decoder.Weights.Span);
            if (parameter.IsVector)
            {
                weights.Fill(1f);
                continue;
            }

            // Blocks write into the residual stream 2 * layers times; smaller steps keep its variance (GPT-2).
            var writes = parameter.Name.EndsWith("o_proj.weight", StringComparison.Ordinal)
                || parameter.Name.EndsWith("down_proj.weight", StringComparison.Ordinal);
            var deviation = config.InitializerRange / (writes ? Math.Sqrt(2 * config.Layers) : 1);
            foreach (ref var weight in weights) weight = (float)(random.NextNormal() * deviation);
        }

        return decoder;
    }

    /// <summary>A model of zeros, to be filled by a reader.</summary>
    internal static Decoder CreateEmpty(DecoderConfig config) => new(config);
}
