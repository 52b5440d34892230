using System.Text;

namespace Punie.Chat.Servers;

/// <summary>Reads the data of server-sent events from bytes that come in any pieces.</summary>
/// <remarks>Source: https://html.spec.whatwg.org/multipage/server-sent-events.html, data fields only. More lenient in
/// one point: a last event without its empty line counts.</remarks>
public sealed class ServerSentEvents
{
    private readonly List<byte> _line = [];
    private readonly List<string> _data = [];
    private bool _afterCarriageReturn;

    /// <summary>The events that these bytes complete.</summary>
    public IEnumerable<string> Add(ReadOnlyMemory<byte> bytes)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            var value = bytes.Span[i];
            var endsPair = value == '\n' && _afterCarriageReturn;
            _afterCarriageReturn = value == '\r';
            if (endsPair) continue;
            if (value is (byte)'\n' or (byte)'\r')
            {
                if (EndLine() is { } data) yield return data;
            }
            else
            {
                _line.Add(value);
            }
        }
    }

    /// <summary>The event that the end of the stream completes; null when there is none.</summary>
    public string? Finish() => EndLine() ?? EndLine();

    private string? EndLine()
    {
        var line = Encoding.UTF8.GetString(_line.ToArray());
        _line.Clear();
        if (line.Length == 0) return EndEvent();
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var (name, value) = colon < 0 ? (line, "") : (line[..colon], line[(colon + 1)..]);
        // llama.cpp once sent errors in a field of their own.
        if (name is "data" or "error") _data.Add(value.StartsWith(' ') ? value[1..] : value);
        return null;
    }

    private string? EndEvent()
    {
        if (_data.Count == 0) return null;
        var data = string.Join('\n', _data);
        _data.Clear();
        return data;
    }
}
