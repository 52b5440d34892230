using System.Buffers;
using System.Collections;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Punie.Agent.CodeMode;

namespace Punie.Agent.Tools;

/// <summary>Results to JSON, and JSON to arguments.</summary>
public static class ToolJson
{
    /// <summary>The property that holds a result which is no record.</summary>
    public const string PlainResult = "result";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A result as a JSON object that fits <see cref="ToolJsonSchema.Output"/>.</summary>
    public static JsonElement Result(Tool tool, object result)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options)) WriteResult(writer, tool, result);
        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        return document.RootElement.Clone();
    }

    /// <summary>Writes a result as a JSON object that fits <see cref="ToolJsonSchema.Output"/>.</summary>
    public static void WriteResult(Utf8JsonWriter writer, Tool tool, object result)
    {
        if (tool.Result is ToolType.Record)
        {
            WriteValue(writer, tool.Result, result);
            return;
        }

        writer.WriteStartObject();
        writer.WritePropertyName(PlainResult);
        WriteValue(writer, tool.Result, result);
        writer.WriteEndObject();
    }

    /// <summary>
    /// Writes the arguments as an object, by parameter name. Those equal to their default are left out.
    /// </summary>
    public static void WriteArguments(Utf8JsonWriter writer, Tool tool, ToolArguments arguments)
    {
        writer.WriteStartObject();
        for (var i = 0; i < tool.Parameters.Count; i++)
        {
            var parameter = tool.Parameters[i];
            if (parameter.Default is { } value && Equals(value.Value, arguments.Values[i])) continue;

            writer.WritePropertyName(parameter.Name);
            WriteValue(writer, parameter.Type, arguments.Values[i]);
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes one value of a tool type.</summary>
    public static void WriteValue(Utf8JsonWriter writer, ToolType type, object? value)
    {
        switch (type)
        {
            case ToolType.Optional optional:
                if (value is null) writer.WriteNullValue();
                else WriteValue(writer, optional.Value, value);
                break;
            case ToolType.Str:
                writer.WriteStringValue((string)value!);
                break;
            case ToolType.Int:
                writer.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case ToolType.Float:
                writer.WriteNumberValue((double)value!);
                break;
            case ToolType.Bool:
                writer.WriteBooleanValue((bool)value!);
                break;
            case ToolType.List list:
                writer.WriteStartArray();
                foreach (var item in (IEnumerable)value!) WriteValue(writer, list.Item, item);
                writer.WriteEndArray();
                break;
            case ToolType.Record record:
                WriteRecord(writer, record.Schema, value!);
                break;
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>Binds a JSON object to a tool's parameters.</summary>
    /// <param name="tool">The tool that is called.</param>
    /// <param name="json">An object with the arguments by name.</param>
    /// <param name="arguments">The bound arguments.</param>
    /// <param name="error">What is wrong, in the words of Python's TypeError.</param>
    public static bool TryBind(
        Tool tool,
        JsonElement json,
        [NotNullWhen(true)] out ToolArguments? arguments,
        [NotNullWhen(false)] out string? error)
    {
        arguments = null;
        error = json.ValueKind is JsonValueKind.Object
            ? UnknownArgument(tool, json)
            : $"{tool.Name}() takes an object with its arguments by name";
        if (error is not null) return false;

        var values = new object?[tool.Parameters.Count];
        for (var i = 0; i < values.Length; i++)
        {
            error = BindOne(tool, json, i, out values[i]);
            if (error is not null) return false;
        }

        arguments = new ToolArguments(tool, values);
        return true;
    }

    private static string? BindOne(Tool tool, JsonElement json, int index, out object? value)
    {
        var parameter = tool.Parameters[index];
        if (!json.TryGetProperty(parameter.Name, out var given))
        {
            value = parameter.Default?.Value;
            return parameter.Default is null ? $"{tool.Name}() missing required argument: '{parameter.Name}'" : null;
        }

        return TryRead(given, parameter.Type, out value)
            ? null
            : $"{tool.Name}() argument '{parameter.Name}' must be {parameter.Type.ToPython()}, not {given.GetRawText()}";
    }

    private static string? UnknownArgument(Tool tool, JsonElement json)
    {
        foreach (var property in json.EnumerateObject())
        {
            if (tool.Parameters.All(parameter => parameter.Name != property.Name))
            {
                var names = tool.Parameters.Select(parameter => parameter.Name).ToList();
                var hint = Nearest.Hint(property.Name, names);
                return $"{tool.Name}() got an unexpected argument '{property.Name}'" +
                    $"{(hint.Length > 0 ? hint : $"; it takes {string.Join(", ", names)}")}";
            }
        }

        return null;
    }

    private static bool TryRead(JsonElement json, ToolType type, out object? value)
    {
        value = null;
        switch (type)
        {
            case ToolType.Optional optional:
                return json.ValueKind is JsonValueKind.Null || TryRead(json, optional.Value, out value);
            case ToolType.Str when json.ValueKind is JsonValueKind.String:
                value = json.GetString();
                return true;
            case ToolType.Int when json.ValueKind is JsonValueKind.Number && json.TryGetInt64(out var number):
                value = number;
                return true;
            case ToolType.Float when json.ValueKind is JsonValueKind.Number:
                value = json.GetDouble();
                return true;
            case ToolType.Bool when json.ValueKind is JsonValueKind.True or JsonValueKind.False:
                value = json.GetBoolean();
                return true;
            case ToolType.List list when json.ValueKind is JsonValueKind.Array:
                return TryReadItems(json, list.Item, out value);
            case ToolType.Record { Schema: ValueRecordSchema schema } when json.ValueKind is JsonValueKind.Object:
                var members = json.EnumerateObject()
                    .Select(member => new KeyValuePair<string, JsonElement>(member.Name, member.Value)).ToList();
                return schema.TryBind(members, TryRead, out value);
            default:
                return false;
        }
    }

    private static bool TryReadItems(JsonElement json, ToolType type, out object? value)
    {
        var items = new List<object?>();
        value = items;
        foreach (var element in json.EnumerateArray())
        {
            if (!TryRead(element, type, out var item)) return false;
            items.Add(item);
        }

        return true;
    }

    private static void WriteRecord(Utf8JsonWriter writer, RecordSchema schema, object record)
    {
        writer.WriteStartObject();
        for (var i = 0; i < schema.Fields.Count; i++)
        {
            writer.WritePropertyName(schema.Fields[i].Name);
            WriteValue(writer, schema.Fields[i].Type, schema.Read(record, i));
        }

        writer.WriteEndObject();
    }
}
