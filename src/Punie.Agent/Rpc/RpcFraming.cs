using System.Globalization;
using System.Text;

namespace Punie.Agent.Rpc;

/// <summary>
/// How messages stand in a stream, and how a request is taken back: where protocols over JSON-RPC differ.
/// </summary>
internal abstract class RpcFraming
{
    /// <summary>Each message behind a header with its length: the Language Server Protocol.</summary>
    public static RpcFraming Headers { get; } = new WithHeaders();

    /// <summary>Each message on a line: the Model Context Protocol.</summary>
    public static RpcFraming Lines { get; } = new OnLines();

    /// <summary>True when several messages may come as one array.</summary>
    public abstract bool HasBatches { get; }

    /// <summary>Cuts a stream into messages.</summary>
    public abstract IMessageReader Reader(Stream stream);

    /// <summary>A message as it stands in the stream.</summary>
    public abstract byte[] Frame(byte[] message);

    /// <summary>The message that takes a request back.</summary>
    public abstract byte[] Cancel(long id);

    private sealed class WithHeaders : RpcFraming
    {
        public override bool HasBatches => false;

        public override IMessageReader Reader(Stream stream) => new MessageReader(stream);

        public override byte[] Frame(byte[] message)
        {
            var head = string.Create(CultureInfo.InvariantCulture, $"Content-Length: {message.Length}\r\n\r\n");
            return [.. Encoding.ASCII.GetBytes(head), .. message];
        }

        public override byte[] Cancel(long id) => RpcMessage.Cancel("$/cancelRequest", "id", id);
    }

    private sealed class OnLines : RpcFraming
    {
        public override bool HasBatches => true;

        public override IMessageReader Reader(Stream stream) => new LineReader(stream);

        public override byte[] Frame(byte[] message) => [.. message, (byte)'\n'];

        public override byte[] Cancel(long id) => RpcMessage.Cancel("notifications/cancelled", "requestId", id);
    }
}

/// <summary>The two directions of a connection.</summary>
/// <param name="Input">What the other side writes.</param>
/// <param name="Output">What the other side reads.</param>
/// <param name="Framing">How messages stand in both.</param>
internal sealed record RpcStreams(Stream Input, Stream Output, RpcFraming Framing);
