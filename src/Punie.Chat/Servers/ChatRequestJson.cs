using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Punie.Chat.Servers;

/// <summary>Writes the body of a chat completion request.</summary>
/// <remarks>A setting or content that cannot be sent is an error, never left out. Thinking is not sent back: the
/// families drop it.</remarks>
internal static class ChatRequestJson
{
    // Readable text for people who look at the wire; the body is never put into a page.
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> Write(string model, IEnumerable<ChatMessage> messages, ChatOptions options)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Relaxed))
        {
            json.WriteStartObject();
            json.WriteString("model", model);
            json.WriteBoolean("stream", true);
            json.WriteStartObject("stream_options");
            json.WriteBoolean("include_usage", true);
            json.WriteEndObject();
            json.WriteStartArray("messages");
            if (options.Instructions is { Length: > 0 } instructions) WriteText(json, "system", instructions);
            foreach (var message in messages) WriteMessage(json, message);
            json.WriteEndArray();
            WriteSampling(json, options);
            WriteTools(json, options);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static void WriteText(Utf8JsonWriter json, string role, string text)
    {
        json.WriteStartObject();
        json.WriteString("role", role);
        json.WriteString("content", text);
        json.WriteEndObject();
    }

    private static void WriteMessage(Utf8JsonWriter json, ChatMessage message)
    {
        foreach (var content in message.Contents)
        {
            if (content is TextContent or TextReasoningContent or UsageContent) continue;
            if (content is FunctionCallContent or FunctionResultContent) continue;
            throw new NotSupportedException(
                $"A model server is sent text and calls only, not {content.GetType().Name}.");
        }

        var results = message.Contents.OfType<FunctionResultContent>().ToList();
        foreach (var result in results) WriteResult(json, result);
        if (results.Count > 0) return;

        var calls = message.Contents.OfType<FunctionCallContent>().ToList();
        if (calls.Count == 0) WriteText(json, message.Role.Value, message.Text);
        else WriteCalls(json, message, calls);
    }

    private static void WriteResult(Utf8JsonWriter json, FunctionResultContent result)
    {
        json.WriteStartObject();
        json.WriteString("role", "tool");
        json.WriteString("tool_call_id", result.CallId);
        json.WriteString("content", result.Result switch
        {
            null => result.Exception?.Message ?? "",
            string text => text,
            JsonElement { ValueKind: JsonValueKind.String } element => element.GetString(),
            JsonElement element => element.GetRawText(),
            var other => Convert.ToString(other, System.Globalization.CultureInfo.InvariantCulture),
        });
        json.WriteEndObject();
    }

    private static void WriteCalls(Utf8JsonWriter json, ChatMessage message, List<FunctionCallContent> calls)
    {
        json.WriteStartObject();
        json.WriteString("role", message.Role.Value);
        json.WriteString("content", message.Text);
        json.WriteStartArray("tool_calls");
        foreach (var call in calls)
        {
            json.WriteStartObject();
            json.WriteString("id", call.CallId);
            json.WriteString("type", "function");
            json.WriteStartObject("function");
            json.WriteString("name", call.Name);
            json.WriteString("arguments", ArgumentsOf(call));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string ArgumentsOf(FunctionCallContent call)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Relaxed))
        {
            CallArgumentsJson.Write(json, call);
        }

        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteSampling(Utf8JsonWriter json, ChatOptions options)
    {
        if (options.ResponseFormat is not (null or ChatResponseFormatText))
        {
            throw new NotSupportedException(
                "A response format other than text is not supported; ask for a call instead.");
        }

        if (options.MaxOutputTokens is { } most) json.WriteNumber("max_tokens", most);
        if (options.Temperature is { } temperature) json.WriteNumber("temperature", temperature);
        if (options.TopP is { } topP) json.WriteNumber("top_p", topP);
        if (options.TopK is { } topK) json.WriteNumber("top_k", topK);
        if (options.Seed is { } seed) json.WriteNumber("seed", seed);
        if (options.FrequencyPenalty is { } frequency) json.WriteNumber("frequency_penalty", frequency);
        if (options.PresencePenalty is { } presence) json.WriteNumber("presence_penalty", presence);
        if (options.StopSequences is not { Count: > 0 } stops) return;
        json.WriteStartArray("stop");
        foreach (var stop in stops) json.WriteStringValue(stop);
        json.WriteEndArray();
    }

    private static void WriteTools(Utf8JsonWriter json, ChatOptions options)
    {
        if (options.Tools is not { Count: > 0 } tools) return;
        json.WriteStartArray("tools");
        foreach (var tool in tools)
        {
            if (tool is not AIFunctionDeclaration function)
            {
                throw new NotSupportedException(
                    $"A model server can be offered functions only, not {tool.GetType().Name}.");
            }

            json.WriteStartObject();
            json.WriteString("type", "function");
            json.WriteStartObject("function");
            json.WriteString("name", function.Name);
            json.WriteString("description", function.Description);
            json.WritePropertyName("parameters");
            function.JsonSchema.WriteTo(json);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (options.AllowMultipleToolCalls is { } multiple) json.WriteBoolean("parallel_tool_calls", multiple);
        WriteToolChoice(json, options.ToolMode);
    }

    private static void WriteToolChoice(Utf8JsonWriter json, ChatToolMode? mode)
    {
        switch (mode)
        {
            case null or AutoChatToolMode: break;
            case NoneChatToolMode: json.WriteString("tool_choice", "none"); break;
            case RequiredChatToolMode { RequiredFunctionName: { } name }:
                json.WriteStartObject("tool_choice");
                json.WriteString("type", "function");
                json.WriteStartObject("function");
                json.WriteString("name", name);
                json.WriteEndObject();
                json.WriteEndObject();
                break;
            default: json.WriteString("tool_choice", "required"); break;
        }
    }
}
