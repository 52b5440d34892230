using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Punie.Agent.Rpc;

/// <summary>Writes JSON-RPC 2.0 messages, each on one line.</summary>
internal static class RpcMessage
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    /// <summary>A request; without parameters when <paramref name="type"/> is null.</summary>
    public static byte[] Request<T>(long id, string method, T? parameters, JsonTypeInfo<T>? type) => Message(json =>
    {
        json.WriteNumber("id", id);
        WriteCall(json, method, parameters, type);
    });

    /// <summary>A notification; without parameters when <paramref name="type"/> is null.</summary>
    public static byte[] Notification<T>(string method, T? parameters, JsonTypeInfo<T>? type) =>
        Message(json => WriteCall(json, method, parameters, type));

    /// <summary>The answer to a request.</summary>
    /// <param name="id">As it came.</param>
    /// <param name="result">JSON.</param>
    public static byte[] Result(JsonElement id, string result) => Message(json =>
    {
        json.WritePropertyName("id");
        id.WriteTo(json);
        json.WritePropertyName("result");
        json.WriteRawValue(result);
    });

    /// <summary>The refusal of a request.</summary>
    public static byte[] Error(JsonElement id, int code, string message) => Message(json =>
    {
        json.WritePropertyName("id");
        id.WriteTo(json);
        json.WriteStartObject("error");
        json.WriteNumber("code", code);
        json.WriteString("message", message);
        json.WriteEndObject();
    });

    /// <summary>A notification about a request of this side.</summary>
    /// <param name="method">The notification.</param>
    /// <param name="member">What the protocol calls the request's id.</param>
    /// <param name="id">The id.</param>
    public static byte[] Cancel(string method, string member, long id) => Message(json =>
    {
        json.WriteString("method", method);
        json.WriteStartObject("params");
        json.WriteNumber(member, id);
        json.WriteEndObject();
    });

    private static void WriteCall<T>(Utf8JsonWriter json, string method, T? parameters, JsonTypeInfo<T>? type)
    {
        json.WriteString("method", method);
        if (type is null) return;

        json.WritePropertyName("params");
        JsonSerializer.Serialize(json, parameters!, type);
    }

    private static byte[] Message(Action<Utf8JsonWriter> writeMembers)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(body, Options))
        {
            json.WriteStartObject();
            json.WriteString("jsonrpc", "2.0");
            writeMembers(json);
            json.WriteEndObject();
        }

        return body.WrittenSpan.ToArray();
    }
}
