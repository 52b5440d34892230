using System.Text.Json;

namespace Punie.Agent.Rpc;

/// <summary>What is done with a message of the other side, whatever carries it.</summary>
internal static class RpcAnswer
{
    /// <summary>Passes a call to the peer; false when the message is an answer.</summary>
    /// <param name="peer">Hears the call.</param>
    /// <param name="message">An object.</param>
    /// <param name="reply">What is sent back; null for a notification.</param>
    public static bool ToCall(IRpcPeer peer, JsonElement message, out byte[]? reply)
    {
        reply = null;
        if (!message.TryGetProperty("method", out var method) || method.ValueKind is not JsonValueKind.String)
            return false;

        var parameters = message.TryGetProperty("params", out var given) ? given : default;
        if (message.TryGetProperty("id", out var id)) reply = Answer(peer, id, method.GetString()!, parameters);
        else Tell(peer, method.GetString()!, parameters);
        return true;
    }

    /// <summary>The id that an answer carries; null when it is not one of ours.</summary>
    public static long? IdOf(JsonElement message) =>
        message.TryGetProperty("id", out var id) && id.ValueKind is JsonValueKind.Number
            && id.TryGetInt64(out var number) ? number : null;

    /// <summary>The refusal that an answer carries; null when it has a result.</summary>
    public static RpcErrorException? Refusal(JsonElement message)
    {
        if (!message.TryGetProperty("error", out var error)) return null;
        if (error.ValueKind is not JsonValueKind.Object) return new RpcErrorException(0, "it gave no reason");
        var code = error.TryGetProperty("code", out var number) && number.TryGetInt32(out var value) ? value : 0;
        var words = error.TryGetProperty("message", out var text) && text.ValueKind is JsonValueKind.String
            ? text.GetString()
            : null;
        return new RpcErrorException(code, words ?? "it gave no reason");
    }

    private static void Tell(IRpcPeer peer, string method, JsonElement parameters)
    {
        try
        {
            peer.Told(method, parameters);
        }
        catch (Exception e) when (IsMalformed(e))
        {
            // A notification has no answer that could say so.
        }
    }

    private static byte[] Answer(IRpcPeer peer, JsonElement id, string method, JsonElement parameters)
    {
        try
        {
            return RpcMessage.Result(id, peer.Asked(method, parameters));
        }
        catch (RpcErrorException e)
        {
            return RpcMessage.Error(id, e.Code, e.Message);
        }
        catch (Exception e) when (IsMalformed(e))
        {
            return RpcMessage.Error(id, RpcErrorException.InvalidParams, e.Message);
        }
    }

    private static bool IsMalformed(Exception e) =>
        e is InvalidOperationException or KeyNotFoundException or FormatException or JsonException or ArgumentException;
}
