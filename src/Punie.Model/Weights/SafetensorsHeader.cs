using System.Text.Json;

namespace Punie.Model.Weights;

/// <summary>One tensor's entry: type, shape, and byte range after the header.</summary>
public sealed record TensorEntry(TensorType Type, IReadOnlyList<long> Shape, long Start, long End)
{
    /// <summary>Number of elements.</summary>
    public long Count => Shape.Aggregate(1L, (product, size) => checked(product * size));
}

/// <summary>Parses a safetensors header and refuses what does not add up.</summary>
/// <remarks>Source: <see href="https://github.com/huggingface/safetensors#format"/>.</remarks>
internal static class SafetensorsHeader
{
    public const string MetadataKey = "__metadata__";

    /// <param name="json">The header's bytes.</param>
    /// <param name="dataLength">Bytes that follow the header.</param>
    public static (IReadOnlyDictionary<string, TensorEntry> Tensors,
        IReadOnlyDictionary<string, string> Metadata) Parse(
            ReadOnlyMemory<byte> json, long dataLength)
    {
        using var document = ParseJson(json);
        if (document.RootElement.ValueKind != JsonValueKind.Object) throw Corrupt("its header is not a JSON object");
        var tensors = new Dictionary<string, TensorEntry>(StringComparer.Ordinal);
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in document.RootElement.EnumerateObject())
        {
            if (property.Name == MetadataKey) ReadMetadata(property.Value, metadata);
            else if (!tensors.TryAdd(property.Name, ReadEntry(property)))
                throw Corrupt($"it names '{property.Name}' twice");
        }

        CheckRanges(tensors, dataLength);
        return (tensors, metadata);
    }

    public static InvalidDataException Corrupt(string what) => new($"Not a usable safetensors file: {what}.");

    private static JsonDocument ParseJson(ReadOnlyMemory<byte> json)
    {
        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException("Not a usable safetensors file: its header is not JSON.", e);
        }
    }

    private static void ReadMetadata(JsonElement element, Dictionary<string, string> metadata)
    {
        if (element.ValueKind != JsonValueKind.Object) throw Corrupt("its metadata is not an object");
        foreach (var property in element.EnumerateObject())
        {
            if (property.Value.ValueKind != JsonValueKind.String)
                throw Corrupt($"metadata '{property.Name}' is not a string");
            metadata[property.Name] = property.Value.GetString()!;
        }
    }

    private static TensorEntry ReadEntry(JsonProperty property)
    {
        var (name, value) = (property.Name, property.Value);
        if (value.ValueKind != JsonValueKind.Object) throw Corrupt($"the entry of '{name}' is not an object");
        var code = value.TryGetProperty("dtype", out var dtype) && dtype.ValueKind == JsonValueKind.String
            ? dtype.GetString()
            : null;
        var type = TensorTypes.FromCode(code)
            ?? throw Corrupt($"'{name}' has dtype {code ?? "(none)"}; F32, F16 and BF16 are supported");
        var shape = Numbers(value, "shape") ?? throw Corrupt($"'{name}' has no valid shape");
        var offsets = Numbers(value, "data_offsets");
        if (offsets is not { Count: 2 }) throw Corrupt($"'{name}' has no valid data_offsets");
        var entry = new TensorEntry(type, shape, offsets[0], offsets[1]);
        try
        {
            if (checked(entry.Count * type.Bytes()) == entry.End - entry.Start) return entry;
        }
        catch (OverflowException)
        {
            // Falls through to the same refusal: no file has that many elements.
        }

        throw Corrupt(
            $"'{name}' of shape [{string.Join(", ", shape)}] does not fill its {entry.End - entry.Start} bytes");
    }

    private static List<long>? Numbers(JsonElement entry, string name)
    {
        if (!entry.TryGetProperty(name, out var array) || array.ValueKind != JsonValueKind.Array) return null;
        var numbers = new List<long>();
        foreach (var element in array.EnumerateArray())
        {
            if (element.ValueKind != JsonValueKind.Number || !element.TryGetInt64(out var number) || number < 0)
                return null;
            numbers.Add(number);
        }

        return numbers;
    }

    private static void CheckRanges(Dictionary<string, TensorEntry> tensors, long dataLength)
    {
        var position = 0L;
        foreach (var (name, entry) in tensors.OrderBy(t => t.Value.Start).ThenBy(t => t.Value.End))
        {
            if (entry.Start != position)
                throw Corrupt($"the bytes of '{name}' start at {entry.Start}, not at {position}");
            position = entry.End;
        }

        if (position != dataLength)
            throw Corrupt($"its tensors take {position} bytes but {dataLength} follow the header; it may be cut short");
    }
}
