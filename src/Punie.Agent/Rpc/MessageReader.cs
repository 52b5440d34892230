using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;

namespace Punie.Agent.Rpc;

/// <summary>Cuts a stream into JSON messages by their <c>Content-Length</c> headers.</summary>
/// <remarks>
/// Source: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#baseProtocol.
/// </remarks>
internal sealed class MessageReader(Stream stream) : IMessageReader
{
    private const string LengthHeader = "Content-Length:";
    private const int MostLineBytes = 8 * 1024;
    private const int MostMessageBytes = 256 * 1024 * 1024;

    private readonly PipeReader _pipe = PipeReader.Create(stream);

    /// <inheritdoc/>
    public async ValueTask<JsonDocument?> ReadAsync(CancellationToken cancellationToken)
    {
        if (await ReadLengthAsync(cancellationToken).ConfigureAwait(false) is not { } length) return null;

        var read = await _pipe.ReadAtLeastAsync(length, cancellationToken).ConfigureAwait(false);
        if (read.Buffer.Length < length) throw new WireException("the stream ended inside a message");

        var body = read.Buffer.Slice(0, length);
        var bytes = body.ToArray();
        _pipe.AdvanceTo(body.End);
        try
        {
            return JsonDocument.Parse(bytes);
        }
        catch (JsonException e)
        {
            throw new WireException($"a message is not JSON: {e.Message}");
        }
    }

    // A program may print a notice before its first message: a line that is no header is passed over.
    private async ValueTask<int?> ReadLengthAsync(CancellationToken cancellationToken)
    {
        int? length = null;
        while (await ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            if (line.Length == 0 && length is not null) return length;
            if (line.StartsWith(LengthHeader, StringComparison.OrdinalIgnoreCase))
                length = ParseLength(line[LengthHeader.Length..]);
        }

        return null;
    }

    private static int ParseLength(string text)
    {
        return int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture, out var length)
            && length is >= 0 and <= MostMessageBytes
            ? length
            : throw new WireException($"a message has the length '{text.Trim()}'");
    }

    private async ValueTask<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await _pipe.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (read.Buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = Encoding.ASCII.GetString(read.Buffer.Slice(0, end)).TrimEnd('\r');
                _pipe.AdvanceTo(read.Buffer.GetPosition(1, end));
                return line;
            }

            if (read.Buffer.Length > MostLineBytes) throw new WireException("a header does not end");

            _pipe.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            if (read.IsCompleted) return null;
        }
    }
}
