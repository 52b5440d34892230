using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Punie.Model.Families;

/// <summary>config.json in Hugging Face's form for model_type qwen3.</summary>
public static class Qwen3ConfigFile
{
    /// <summary>Reads config.json's text.</summary>
    /// <exception cref="InvalidDataException">It is not JSON, lacks a field, or asks for something not
    /// covered.</exception>
    public static DecoderConfig Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException
            or ArgumentException)
        {
            throw new InvalidDataException($"config.json cannot be used: {e.Message}", e);
        }
    }

    /// <summary>Writes config.json's text.</summary>
    /// <param name="config">The shape.</param>
    /// <param name="dtype">Name of the stored weights' type: float32, float16 or bfloat16.</param>
    public static string Format(DecoderConfig config, string dtype)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            writer.WriteStartObject();
            WriteArchitecture(writer, config);
            WriteSizes(writer, config);
            writer.WriteString("torch_dtype", dtype);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static DecoderConfig Read(JsonElement root)
    {
        Refuse(root);
        var heads = Int(root, "num_attention_heads");
        var hidden = Int(root, "hidden_size");
        return new DecoderConfig
        {
            VocabularySize = Int(root, "vocab_size"),
            HiddenSize = hidden,
            IntermediateSize = Int(root, "intermediate_size"),
            Layers = Int(root, "num_hidden_layers"),
            Heads = heads,
            KeyHeads = OptionalInt(root, "num_key_value_heads") ?? heads,
            HeadSize = OptionalInt(root, "head_dim") ?? hidden / Math.Max(heads, 1),
            NormEpsilon = OptionalDouble(root, "rms_norm_eps") ?? 1e-6,
            RopeTheta = OptionalDouble(root, "rope_theta") ?? 10_000,
            MaxPositions = OptionalInt(root, "max_position_embeddings") ?? 32_768,
            TiedEmbeddings = Flag(root, "tie_word_embeddings"),
            InitializerRange = OptionalDouble(root, "initializer_range") ?? 0.02,
            BeginToken = OptionalInt(root, "bos_token_id"),
            EndToken = OptionalInt(root, "eos_token_id"),
        }.Checked();
    }

    private static void Refuse(JsonElement root)
    {
        var type = Member(root, "model_type")?.GetString();
        if (type != "qwen3") throw new FormatException($"model_type is '{type}'; only 'qwen3' is supported.");
        var activation = Member(root, "hidden_act")?.GetString() ?? "silu";
        if (activation != "silu") throw new FormatException($"hidden_act is '{activation}'; only 'silu' is supported.");
        if (Flag(root, "attention_bias"))
            throw new FormatException("attention_bias is true; biases are not supported.");
        if (Flag(root, "use_sliding_window"))
            throw new FormatException("use_sliding_window is true; it is not supported.");
        if (Member(root, "rope_scaling") is not null)
            throw new FormatException("rope_scaling is set; it is not supported.");
    }

    private static void WriteArchitecture(Utf8JsonWriter writer, DecoderConfig config)
    {
        writer.WriteStartArray("architectures");
        writer.WriteStringValue("Qwen3ForCausalLM");
        writer.WriteEndArray();
        writer.WriteString("model_type", "qwen3");
        writer.WriteString("hidden_act", "silu");
        writer.WriteBoolean("attention_bias", false);
        writer.WriteNumber("attention_dropout", 0.0);
        WriteToken(writer, "bos_token_id", config.BeginToken);
        WriteToken(writer, "eos_token_id", config.EndToken);
        writer.WriteBoolean("tie_word_embeddings", config.TiedEmbeddings);
        writer.WriteBoolean("use_cache", true);
        writer.WriteBoolean("use_sliding_window", false);
        writer.WriteNull("sliding_window");
        writer.WriteNumber("max_window_layers", config.Layers);
        writer.WriteNull("rope_scaling");
    }

    private static void WriteSizes(Utf8JsonWriter writer, DecoderConfig config)
    {
        writer.WriteNumber("vocab_size", config.VocabularySize);
        writer.WriteNumber("hidden_size", config.HiddenSize);
        writer.WriteNumber("intermediate_size", config.IntermediateSize);
        writer.WriteNumber("num_hidden_layers", config.Layers);
        writer.WriteNumber("num_attention_heads", config.Heads);
        writer.WriteNumber("num_key_value_heads", config.KeyHeads);
        writer.WriteNumber("head_dim", config.HeadSize);
        writer.WriteNumber("rms_norm_eps", config.NormEpsilon);
        writer.WriteNumber("rope_theta", config.RopeTheta);
        writer.WriteNumber("max_position_embeddings", config.MaxPositions);
        writer.WriteNumber("initializer_range", config.InitializerRange);
    }

    private static void WriteToken(Utf8JsonWriter writer, string name, int? token)
    {
        if (token is { } id) writer.WriteNumber(name, id);
        else writer.WriteNull(name);
    }

    private static JsonElement? Member(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static int Int(JsonElement root, string name) =>
        OptionalInt(root, name) ?? throw new FormatException($"the field {name} is missing.");

    private static int? OptionalInt(JsonElement root, string name)
    {
        if (Member(root, name) is not { } value) return null;
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)
            ? number
            : throw new FormatException($"{name} is {value.GetRawText()}; a whole number is expected.");
    }

    private static double? OptionalDouble(JsonElement root, string name)
    {
        if (Member(root, name) is not { } value) return null;
        return value.ValueKind == JsonValueKind.Number
            ? value.GetDouble()
            : throw new FormatException($"{name} is {value.GetRawText()}; a number is expected.");
    }

    private static bool Flag(JsonElement root, string name) => Member(root, name)?.GetBoolean() ?? false;
}
