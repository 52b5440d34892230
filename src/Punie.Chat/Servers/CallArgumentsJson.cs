using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Punie.Chat.Servers;

/// <summary>The arguments of a function call as a JSON object.</summary>
public static class CallArgumentsJson
{
    /// <summary>Writes the arguments as one JSON object: text, numbers, truth values, null and JSON itself.</summary>
    /// <exception cref="NotSupportedException">An argument is of another type.</exception>
    public static void Write(Utf8JsonWriter json, FunctionCallContent call)
    {
        json.WriteStartObject();
        foreach (var (name, value) in call.Arguments ?? new Dictionary<string, object?>())
        {
            json.WritePropertyName(name);
            WriteValue(json, value);
        }

        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(text); break;
            case bool truth: json.WriteBooleanValue(truth); break;
            case int number: json.WriteNumberValue(number); break;
            case long number: json.WriteNumberValue(number); break;
            case double number: json.WriteNumberValue(number); break;
            case JsonElement element: element.WriteTo(json); break;
            default:
                throw new NotSupportedException($"An argument of type {value.GetType().Name} has no JSON form here.");
        }
    }
}
