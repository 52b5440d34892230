using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Punie.Agent.LanguageServer.Rpc;

/// <summary>Writes JSON-RPC 2.0 messages with their headers.</summary>
internal static class RpcMessage
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    /// <summary>A request; without parameters when <paramref name="type"/> is null.</summary>
    public static byte[] Request<T>(long id, string method, T? parameters, JsonTypeInfo<T>? type) => Frame(json =>
    {
        json.WriteNumber("id", id);
        WriteCall(json, method, parameters, type);
    });

    /// <summary>A notification; without parameters when <paramref name="type"/> is null.</summary>
    public static byte[] Notification<T>(string method, T? parameters, JsonTypeInfo<T>? type) =>
        Frame(json => WriteCall(json, method, parameters, type));

    /// <summary>The answer to a request.</summary>
    /// <param name="id">As it came.</param>
    /// <param name="result">JSON.</param>
    public static byte[] Result(JsonElement id, string result) => Frame(json =>
    {
        json.WritePropertyName("id");
        id.WriteTo(json);
        json.WritePropertyName("result");
        json.WriteRawValue(result);
    });

    /// <summary>The refusal of a request.</summary>
    public static byte[] Error(JsonElement id, int code, string message) => Frame(json =>
    {
        json.WritePropertyName("id");
        id.WriteTo(json);
        json.WriteStartObject("error");
        json.WriteNumber("code", code);
        json.WriteString("message", message);
        json.WriteEndObject();
    });

    private static void WriteCall<T>(Utf8JsonWriter json, string method, T? parameters, JsonTypeInfo<T>? type)
    {
        json.WriteString("method", method);
        if (type is null) return;

        json.WritePropertyName("params");
        JsonSerializer.Serialize(json, parameters!, type);
    }

    private static byte[] Frame(Action<Utf8JsonWriter> writeMembers)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(body, Options))
        {
            json.WriteStartObject();
            json.WriteString("jsonrpc", "2.0");
            writeMembers(json);
            json.WriteEndObject();
        }

        var head = string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.WrittenCount}\r\n\r\n");
        return [.. Encoding.ASCII.GetBytes(head), .. body.WrittenSpan];
    }
}
