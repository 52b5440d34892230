using System.Buffers;
using System.Buffers.Binary;
using System.Text.Json;

namespace Punie.Model.Weights;

/// <summary>One tensor to write: its name, shape, stored type, and where its float32 numbers come from.</summary>
internal sealed record TensorSource(string Name, IReadOnlyList<int> Shape, TensorType Type, ReadNumbers Numbers)
{
    public int Count => Shape.Aggregate(1, (product, size) => checked(product * size));
}

/// <summary>Gives a tensor's numbers, row-major, when they are written.</summary>
internal delegate ReadOnlySpan<float> ReadNumbers();

/// <summary>Writes safetensors files whole or not at all.</summary>
internal static class SafetensorsWriter
{
    private const int HeaderAlignment = 8;

    public static void Write(string path, IReadOnlyList<TensorSource> tensors,
        IReadOnlyDictionary<string, string> metadata) =>
            AtomicFile.Write(path, stream =>
            {
                var header = Header(tensors, metadata);
                Span<byte> length = stackalloc byte[sizeof(ulong)];
                BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)header.Length);
                stream.Write(length);
                stream.Write(header);
                foreach (var tensor in tensors) WriteNumbers(stream, tensor);
            });

    private static void WriteNumbers(Stream stream, TensorSource tensor)
    {
        const int Block = 1 << 16;
        var numbers = tensor.Numbers();
        if (numbers.Length != tensor.Count)
            throw new ArgumentException($"'{tensor.Name}' has {numbers.Length} numbers.");
        var buffer = new byte[Block * tensor.Type.Bytes()];
        while (numbers.Length > 0)
        {
            var part = numbers[..Math.Min(Block, numbers.Length)];
            var bytes = buffer.AsSpan(0, part.Length * tensor.Type.Bytes());
            FloatCodec.Encode(tensor.Type, part, bytes);
            stream.Write(bytes);
            numbers = numbers[part.Length..];
        }
    }

    private static byte[] Header(IReadOnlyList<TensorSource> tensors, IReadOnlyDictionary<string, string> metadata)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            WriteMetadata(writer, metadata);
            var position = 0L;
            foreach (var tensor in tensors)
            {
                var end = position + ((long)tensor.Count * tensor.Type.Bytes());
                WriteEntry(writer, tensor, position, end);
                position = end;
            }

            writer.WriteEndObject();
        }

        var padding = (HeaderAlignment - (buffer.WrittenCount % HeaderAlignment)) % HeaderAlignment;
        buffer.Write("        "u8[..padding]);
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteMetadata(Utf8JsonWriter writer, IReadOnlyDictionary<string, string> metadata)
    {
        writer.WriteStartObject(SafetensorsHeader.MetadataKey);
        writer.WriteString("format", "pt");
        foreach (var (key, value) in metadata) writer.WriteString(key, value);
        writer.WriteEndObject();
    }

    private static void WriteEntry(Utf8JsonWriter writer, TensorSource tensor, long start, long end)
    {
        writer.WriteStartObject(tensor.Name);
        writer.WriteString("dtype", tensor.Type.Code());
        writer.WriteStartArray("shape");
        foreach (var size in tensor.Shape) writer.WriteNumberValue(size);
        writer.WriteEndArray();
        writer.WriteStartArray("data_offsets");
        writer.WriteNumberValue(start);
        writer.WriteNumberValue(end);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
