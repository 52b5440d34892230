using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Punie.Chat.Tokenizing;

/// <summary>Writes a <c>tokenizer.json</c> in the shape of Hugging Face's <c>tokenizers</c>.</summary>
internal static class TokenizerJsonWriter
{
    public static string Write(TokenizerParts parts)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        var options = new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = encoder };
        using (var json = new Utf8JsonWriter(buffer, options))
        {
            json.WriteStartObject();
            json.WriteString("version", "1.0");
            json.WriteNull("truncation");
            json.WriteNull("padding");
            WriteAdded(json, parts);
            WriteNormalizer(json, parts);
            WritePreTokenizer(json, parts);
            WriteByteLevel(json, "post_processor");
            WriteByteLevel(json, "decoder");
            WriteModel(json, parts);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void WriteAdded(Utf8JsonWriter json, TokenizerParts parts)
    {
        json.WriteStartArray("added_tokens");
        foreach (var token in parts.Added)
        {
            json.WriteStartObject();
            json.WriteNumber("id", token.Id);
            json.WriteString("content", token.Content);
            json.WriteBoolean("single_word", false);
            json.WriteBoolean("lstrip", false);
            json.WriteBoolean("rstrip", false);
            json.WriteBoolean("normalized", false);
            json.WriteBoolean("special", token.IsSpecial);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteNormalizer(Utf8JsonWriter json, TokenizerParts parts)
    {
        if (!parts.NormalizesToNfc)
        {
            json.WriteNull("normalizer");
            return;
        }

        json.WriteStartObject("normalizer");
        json.WriteString("type", "NFC");
        json.WriteEndObject();
    }

    private static void WritePreTokenizer(Utf8JsonWriter json, TokenizerParts parts)
    {
        json.WriteStartObject("pre_tokenizer");
        json.WriteString("type", "Sequence");
        json.WriteStartArray("pretokenizers");
        json.WriteStartObject();
        json.WriteString("type", "Split");
        json.WriteStartObject("pattern");
        json.WriteString("Regex", parts.PreTokenizer.Pattern);
        json.WriteEndObject();
        json.WriteString("behavior", "Isolated");
        json.WriteBoolean("invert", false);
        json.WriteEndObject();
        WriteByteLevel(json, null);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteByteLevel(Utf8JsonWriter json, string? name)
    {
        if (name is null) json.WriteStartObject();
        else json.WriteStartObject(name);
        json.WriteString("type", "ByteLevel");
        json.WriteBoolean("add_prefix_space", false);
        json.WriteBoolean("trim_offsets", false);
        json.WriteBoolean("use_regex", false);
        json.WriteEndObject();
    }

    private static void WriteModel(Utf8JsonWriter json, TokenizerParts parts)
    {
        var added = parts.Added.ToDictionary(t => t.Id, t => t.Content);
        json.WriteStartObject("model");
        json.WriteString("type", "BPE");
        json.WriteNull("dropout");
        json.WriteNull("unk_token");
        json.WriteString("continuing_subword_prefix", "");
        json.WriteString("end_of_word_suffix", "");
        json.WriteBoolean("fuse_unk", false);
        json.WriteBoolean("byte_fallback", false);
        json.WriteBoolean("ignore_merges", parts.IgnoresMerges);
        json.WriteStartObject("vocab");
        foreach (var (id, bytes) in parts.Tokens.Index())
        {
            json.WriteNumber(added.TryGetValue(id, out var content) ? content : ByteAlphabet.ToText(bytes), id);
        }

        json.WriteEndObject();
        json.WriteStartArray("merges");
        foreach (var (left, right, _) in parts.Merges)
        {
            json.WriteStringValue(
                $"{ByteAlphabet.ToText(parts.Tokens[left])} {ByteAlphabet.ToText(parts.Tokens[right])}");
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
