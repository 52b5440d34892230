using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;

namespace Punie.Agent.Rpc;

/// <summary>Cuts a stream into JSON messages that stand on a line each.</summary>
/// <remarks>Source: https://modelcontextprotocol.io/specification/2025-06-18/basic/transports#stdio.</remarks>
internal sealed class LineReader(Stream stream) : IMessageReader
{
    private const int MostMessageBytes = 64 * 1024 * 1024;

    private readonly PipeReader _pipe = PipeReader.Create(stream);

    /// <inheritdoc/>
    public async ValueTask<JsonDocument?> ReadAsync(CancellationToken cancellationToken)
    {
        while (await ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            // A program may print a notice where only messages belong: a line that begins like none is passed over.
            var text = line.AsMemory().TrimStart((ReadOnlySpan<byte>)" \t\uFEFF"u8);
            if (text.Length == 0 || text.Span[0] is not ((byte)'{' or (byte)'[')) continue;
            try
            {
                return JsonDocument.Parse(text);
            }
            catch (JsonException e)
            {
                throw new WireException($"a message is not JSON: {e.Message}");
            }
        }

        return null;
    }

    private async ValueTask<byte[]?> ReadLineAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await _pipe.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (read.Buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = read.Buffer.Slice(0, end).ToArray();
                _pipe.AdvanceTo(read.Buffer.GetPosition(1, end));
                return line;
            }

            if (read.Buffer.Length > MostMessageBytes) throw new WireException("a message does not end");
            if (read.IsCompleted)
            {
                var rest = read.Buffer.ToArray();
                _pipe.AdvanceTo(read.Buffer.End);
                return rest.Length == 0 ? null : rest;
            }

            _pipe.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
