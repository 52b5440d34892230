using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace Punie.Chat.Tokenizing;

/// <summary>Reads Hugging Face's <c>tokenizer.json</c>, byte-level BPE only.</summary>
/// <remarks>A part that would change the ids and is not supported is an error, never ignored. The post-processor is not
/// read: begin and end markers are written by the chat format.</remarks>
internal static class TokenizerJsonReader
{
    public static TokenizerParts Read(string json)
    {
        using var document = Parse(json);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("model", out var model))
        {
            throw new InvalidDataException("A tokenizer.json is an object with a 'model'; this one has none.");
        }

        CheckModel(model);
        var added = ReadAdded(root);
        var vocabulary = ReadVocabulary(model, added);
        return new TokenizerParts
        {
            Tokens = vocabulary.ToTokens(),
            Merges = ReadMerges(model, vocabulary.Ids),
            Added = added,
            PreTokenizer = ReadPreTokenizer(root),
            NormalizesToNfc = ReadsNfc(root),
            IgnoresMerges = IsTrue(model, "ignore_merges"),
        };
    }

    private static JsonDocument Parse(string json)
    {
        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"The tokenizer.json is not valid JSON: {e.Message}", e);
        }
    }

    private static void CheckModel(JsonElement model)
    {
        if (Text(model, "type") is { } type && type != "BPE") throw Unsupported($"a model of type '{type}'");
        if (IsTrue(model, "byte_fallback")) throw Unsupported("byte_fallback");
        foreach (var affix in new[] { "continuing_subword_prefix", "end_of_word_suffix" })
        {
            if (Text(model, affix) is { Length: > 0 } text) throw Unsupported($"'{affix}' = '{text}'");
        }
    }

    private static ImmutableArray<AddedToken> ReadAdded(JsonElement root)
    {
        if (!root.TryGetProperty("added_tokens", out var list) || list.ValueKind != JsonValueKind.Array) return [];
        var added = ImmutableArray.CreateBuilder<AddedToken>();
        foreach (var item in list.EnumerateArray())
        {
            var content = Text(item, "content") ?? throw new InvalidDataException("An added token has no 'content'.");
            foreach (var option in new[] { "single_word", "lstrip", "rstrip" })
            {
                if (IsTrue(item, option)) throw Unsupported($"'{option}' on the added token '{content}'");
            }

            added.Add(new AddedToken(item.GetProperty("id").GetInt32(), content, IsTrue(item, "special")));
        }

        added.Sort((a, b) => a.Id.CompareTo(b.Id));
        return added.ToImmutable();
    }

    private static Vocabulary ReadVocabulary(JsonElement model, ImmutableArray<AddedToken> added)
    {
        if (!model.TryGetProperty("vocab", out var vocab)) throw new InvalidDataException("The model has no 'vocab'.");
        var vocabulary = new Vocabulary();
        foreach (var token in added) vocabulary.Add(token.Id, token.Content, Encoding.UTF8.GetBytes(token.Content));
        var contents = added.ToDictionary(t => t.Content, t => t.Id, StringComparer.Ordinal);
        foreach (var entry in vocab.EnumerateObject())
        {
            var id = entry.Value.GetInt32();
            if (contents.TryGetValue(entry.Name, out var same) && same == id) continue;
            if (!ByteAlphabet.TryToBytes(entry.Name, out var bytes))
            {
                throw new InvalidDataException($"Token {id} '{entry.Name}' is not written in the GPT-2 byte alphabet.");
            }

            vocabulary.Add(id, entry.Name, bytes);
        }

        return vocabulary;
    }

    private static List<(int, int, int)> ReadMerges(JsonElement model, Dictionary<string, int> ids)
    {
        if (!model.TryGetProperty("merges", out var list)) throw new InvalidDataException("The model has no 'merges'.");
        var merges = new List<(int, int, int)>(list.GetArrayLength());
        foreach (var item in list.EnumerateArray())
        {
            var (left, right) = ReadPair(item);
            merges.Add((Id(left), Id(right), Id(left + right)));
        }

        return merges;

        int Id(string token) => ids.TryGetValue(token, out var id)
            ? id
            : throw new InvalidDataException(
                $"Merge {merges.Count + 1} names '{token}', which is not in the vocabulary.");
    }

    // Since 2024 a merge is a pair; before that, one string with a space.
    private static (string Left, string Right) ReadPair(JsonElement item)
    {
        string[] sides = item.ValueKind == JsonValueKind.Array
            ? [.. item.EnumerateArray().Select(e => e.GetString() ?? "")]
            : (item.GetString() ?? "").Split(' ');
        return sides is [{ Length: > 0 } left, { Length: > 0 } right]
            ? (left, right)
            : throw new InvalidDataException($"The merge {item.GetRawText()} is not two tokens.");
    }

    private static PreTokenizer ReadPreTokenizer(JsonElement root)
    {
        var steps = Steps(root, "pre_tokenizer", "pretokenizers");
        string? pattern = null;
        var isByteLevel = false;
        foreach (var step in steps)
        {
            switch (Text(step, "type"))
            {
                case "Split":
                    pattern = pattern is null
                        ? ReadSplit(step)
                        : throw Unsupported("more than one Split pre-tokenizer");
                    break;
                case "ByteLevel":
                    isByteLevel = true;
                    if (IsTrue(step, "add_prefix_space")) throw Unsupported("ByteLevel with add_prefix_space");
                    // The reference's default is true.
                    var usesRegex = !step.TryGetProperty("use_regex", out var use)
                        || use.ValueKind != JsonValueKind.False;
                    if (usesRegex && pattern is not null)
                        throw Unsupported("a Split followed by ByteLevel with use_regex");
                    if (usesRegex) pattern = PreTokenizer.Gpt2.Pattern;
                    break;
                case var other:
                    throw Unsupported($"a pre-tokenizer of type '{other}'");
            }
        }

        if (!isByteLevel || pattern is null) throw Unsupported("a pre-tokenizer without a pattern and ByteLevel");
        return PreTokenizer.FromPattern(pattern);
    }

    private static string ReadSplit(JsonElement step)
    {
        if (Text(step, "behavior") is not "Isolated" || IsTrue(step, "invert"))
        {
            throw Unsupported("a Split that is not 'Isolated'");
        }

        return step.TryGetProperty("pattern", out var pattern) && Text(pattern, "Regex") is { } regex
            ? regex
            : throw Unsupported("a Split without a Regex");
    }

    private static bool ReadsNfc(JsonElement root)
    {
        var nfc = false;
        foreach (var step in Steps(root, "normalizer", "normalizers"))
        {
            nfc = Text(step, "type") is "NFC"
                ? true
                : throw Unsupported($"a normalizer of type '{Text(step, "type")}'");
        }

        return nfc;
    }

    // Either nothing, one step, or a Sequence of them.
    private static JsonElement[] Steps(JsonElement root, string name, string listName)
    {
        if (!root.TryGetProperty(name, out var step) || step.ValueKind == JsonValueKind.Null) return [];
        return Text(step, "type") is "Sequence" ? [.. step.GetProperty(listName).EnumerateArray()] : [step];
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static bool IsTrue(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private static InvalidDataException Unsupported(string what) =>
        new($"The tokenizer.json uses {what}, which is not supported: only byte-level BPE as in GPT-2, Qwen and Llama 3 is.");

    private sealed class Vocabulary
    {
        private readonly Dictionary<int, byte[]> _bytes = [];

        public Dictionary<string, int> Ids { get; } = new(StringComparer.Ordinal);

        public void Add(int id, string text, byte[] bytes)
        {
            if (!_bytes.TryAdd(id, bytes))
            {
                throw new InvalidDataException($"Token id {id} is used twice, the second time for '{text}'.");
            }

            Ids[text] = id;
        }

        public byte[][] ToTokens()
        {
            var tokens = new byte[_bytes.Count][];
            foreach (var (id, bytes) in _bytes)
            {
                if ((uint)id >= (uint)tokens.Length)
                {
                    throw new InvalidDataException($"Token id {id} leaves a gap: there are {tokens.Length} tokens.");
                }

                tokens[id] = bytes;
            }

            return tokens;
        }
    }
}
