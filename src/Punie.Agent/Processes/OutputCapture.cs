using System.Buffers;
using System.Globalization;
using System.Text;

namespace Punie.Agent.Processes;

/// <summary>Keeps the first and the last half of a stream of bytes. Safe for several writers.</summary>
/// <param name="limit">Most bytes kept.</param>
internal sealed class OutputCapture(int limit)
{
    private readonly ArrayBufferWriter<byte> _head = new();
    private readonly LinkedList<ReadOnlyMemory<byte>> _tail = new();
    private readonly Lock _lock = new();   // protects all fields: both streams of a process write to one capture
    private readonly int _headLimit = limit / 2;
    private readonly int _tailLimit = limit - (limit / 2);
    private long _tailBytes;
    private long _dropped;

    /// <summary>Something was left out.</summary>
    public bool Truncated
    {
        get
        {
            lock (_lock) return _dropped > 0;
        }
    }

    public void Add(ReadOnlySpan<byte> bytes)
    {
        lock (_lock)
        {
            var room = (int)Math.Min(_headLimit - _head.WrittenCount, bytes.Length);
            _head.Write(bytes[..room]);
            if (room < bytes.Length) AddToTail(bytes[room..].ToArray());
        }
    }

    /// <summary>The text, with a marker where bytes were left out.</summary>
    public override string ToString()
    {
        lock (_lock)
        {
            var tail = _tail.SelectMany(chunk => chunk.ToArray()).ToArray();
            if (_dropped == 0) return Encoding.UTF8.GetString([.. _head.WrittenSpan, .. tail]);

            var marker = string.Create(CultureInfo.InvariantCulture, $"\n[... {_dropped} bytes left out ...]\n");
            var start = WithoutCutEnd(_head.WrittenSpan);
            var end = WithoutCutStart(tail);
            return Encoding.UTF8.GetString(start) + marker + Encoding.UTF8.GetString(end);
        }
    }

    private void AddToTail(ReadOnlyMemory<byte> chunk)
    {
        _tail.AddLast(chunk);
        _tailBytes += chunk.Length;
        while (_tailBytes > _tailLimit)
        {
            var first = _tail.First!;
            var cut = (int)Math.Min(_tailBytes - _tailLimit, first.Value.Length);
            if (cut == first.Value.Length) _tail.RemoveFirst();
            else first.Value = first.Value[cut..];
            _tailBytes -= cut;
            _dropped += cut;
        }
    }

    // A character that was cut in two would show as garbage.
    private static ReadOnlySpan<byte> WithoutCutEnd(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var value = bytes[^back];
            if (value < 0x80) return bytes;
            if (value < 0xC0) continue;

            var needed = value >= 0xF0 ? 4 : value >= 0xE0 ? 3 : 2;
            return needed > back ? bytes[..^back] : bytes;
        }

        return bytes;
    }

    private static ReadOnlySpan<byte> WithoutCutStart(ReadOnlySpan<byte> bytes)
    {
        var start = 0;
        while (start < Math.Min(3, bytes.Length) && (bytes[start] & 0xC0) == 0x80) start++;
        return bytes[start..];
    }
}
