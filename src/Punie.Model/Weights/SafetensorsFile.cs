using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace Punie.Model.Weights;

/// <summary>A safetensors file open for reading. Safe to read from several threads.</summary>
public sealed class SafetensorsFile : IDisposable
{
    private const int LengthBytes = 8;
    private const long MaxHeader = 100_000_000;
    private const int BufferBytes = 1 << 20;
    private readonly SafeFileHandle _handle;
    private readonly long _dataStart;

    private SafetensorsFile(SafeFileHandle handle, string path)
    {
        _handle = handle;
        Path = path;
        var length = RandomAccess.GetLength(handle);
        if (length < LengthBytes) throw SafetensorsHeader.Corrupt($"it has only {length} bytes");
        Span<byte> prefix = stackalloc byte[LengthBytes];
        ReadExactly(prefix, 0);
        var headerLength = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (headerLength > MaxHeader || (long)headerLength > length - LengthBytes)
            throw SafetensorsHeader.Corrupt($"it announces a header of {headerLength} bytes in a file of {length}");
        var header = new byte[headerLength];
        ReadExactly(header, LengthBytes);
        _dataStart = LengthBytes + (long)headerLength;
        (Tensors, Metadata) = SafetensorsHeader.Parse(header, length - _dataStart);
    }

    /// <summary>The file's path, as given.</summary>
    public string Path { get; }

    /// <summary>Every tensor by name.</summary>
    public IReadOnlyDictionary<string, TensorEntry> Tensors { get; }

    /// <summary>The header's free strings.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>Opens a file and checks its header.</summary>
    /// <exception cref="InvalidDataException">The header is damaged or does not fit the file's length.</exception>
    public static SafetensorsFile Open(string path)
    {
        var handle = File.OpenHandle(path);
        try
        {
            return new SafetensorsFile(handle, path);
        }
        catch (InvalidDataException e)
        {
            handle.Dispose();
            throw new InvalidDataException($"{path}: {e.Message}", e);
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    /// <summary>Reads one tensor into float32, row-major.</summary>
    /// <exception cref="InvalidDataException">The tensor is missing or has another size.</exception>
    public void Read(string name, Span<float> target)
    {
        if (!Tensors.TryGetValue(name, out var entry))
            throw new InvalidDataException($"{Path}: the tensor '{name}' is missing.");
        if (entry.Count != target.Length)
        {
            throw new InvalidDataException(
                $"{Path}: '{name}' has shape [{string.Join(", ", entry.Shape)}], {target.Length} numbers are expected; "
                + "the weights and config.json belong to different models.");
        }

        var size = entry.Type.Bytes();
        var buffer = new byte[Math.Min(BufferBytes, Math.Max(size, target.Length * size))];
        var perBuffer = buffer.Length / size;
        for (var done = 0; done < target.Length; done += perBuffer)
        {
            var count = Math.Min(perBuffer, target.Length - done);
            var bytes = buffer.AsSpan(0, count * size);
            ReadExactly(bytes, _dataStart + entry.Start + ((long)done * size));
            FloatCodec.Decode(entry.Type, bytes, target.Slice(done, count));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _handle.Dispose();

    private void ReadExactly(Span<byte> target, long offset)
    {
        while (target.Length > 0)
        {
            var read = RandomAccess.Read(_handle, target, offset);
            if (read == 0) throw SafetensorsHeader.Corrupt("it ends early");
            target = target[read..];
            offset += read;
        }
    }
}
