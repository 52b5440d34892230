using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Punie.Chat.Formats;
using Punie.Chat.Formats.Replies;

namespace Punie.Chat.Scripted;

/// <summary>Reads a script: JSON Lines, one reply a line; empty lines are skipped.</summary>
internal static class ScriptParser
{
    private static readonly string[] Replies = ["text", "code", "tool", "calls", "error"];
    private static readonly string[] Known = [.. Replies, "arguments", "expect", "delay_ms"];

    public static List<ScriptedReply> Parse(string script)
    {
        var replies = new List<ScriptedReply>();
        foreach (var (index, line) in script.Split('\n').Index())
        {
            if (!string.IsNullOrWhiteSpace(line)) replies.Add(ParseLine(line, index + 1, replies.Count + 1));
        }

        return replies;
    }

    private static ScriptedReply ParseLine(string line, int number, int ordinal)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            if (document.RootElement.ValueKind != JsonValueKind.Object) throw Wrong(number, "is not an object");
            return ParseReply(LenientJson.ToDictionary(document.RootElement), number, ordinal);
        }
        catch (JsonException e)
        {
            throw new ScriptException(Text(number, $"is not JSON: {e.Message}"), e);
        }
    }

    private static ScriptedReply ParseReply(Dictionary<string, object?> members, int number, int ordinal)
    {
        if (members.Keys.FirstOrDefault(k => !Known.Contains(k)) is { } unknown)
        {
            throw Wrong(number, $"has an unknown member '{unknown}'; known are {string.Join(", ", Known)}");
        }

        var given = Replies.Where(members.ContainsKey).ToList();
        if (given.Count != 1) throw Wrong(number, $"must have exactly one of {string.Join(", ", Replies)}");
        if (members.ContainsKey("arguments") && given[0] != "tool")
            throw Wrong(number, "has 'arguments' without 'tool'");

        var expect = members.ContainsKey("expect") ? Required(members, "expect", number) : null;
        if (given[0] == "calls")
            return new ScriptedReply(number, expect, Delay(members, number), Calls(members["calls"], number, ordinal),
            null);

        var value = Required(members, given[0], number);
        var callId = string.Create(CultureInfo.InvariantCulture, $"call_{ordinal}");
        IReadOnlyList<AIContent> contents = given[0] switch
        {
            "text" => [new TextContent(value)],
            "code" => [CodeCall.Create(callId, value)],
            "tool" => [new FunctionCallContent(callId, value, Arguments(members, number))],
            _ => [],
        };
        return new ScriptedReply(number, expect, Delay(members, number), contents, contents.Count == 0 ? value : null);
    }

    private static List<AIContent> Calls(object? given, int number, int ordinal)
    {
        if (given is not JsonElement { ValueKind: JsonValueKind.Array } list || list.GetArrayLength() == 0)
        {
            throw Wrong(number, "has 'calls' that are not a list of objects with 'tool' and 'arguments'");
        }

        var calls = new List<AIContent>();
        foreach (var (index, call) in list.EnumerateArray().Index())
        {
            if (call.ValueKind != JsonValueKind.Object) throw Wrong(number, "has a call that is not an object");
            var members = LenientJson.ToDictionary(call);
            if (!members.ContainsKey("tool")) throw Wrong(number, "has a call without 'tool'");
            var id = string.Create(CultureInfo.InvariantCulture, $"call_{ordinal}_{index + 1}");
            calls.Add(new FunctionCallContent(id, Required(members, "tool", number), Arguments(members, number)));
        }

        return calls;
    }

    private static string Required(Dictionary<string, object?> members, string name, int number) =>
        members[name] as string ?? throw Wrong(number, $"has a '{name}' that is not a string");

    private static Dictionary<string, object?> Arguments(Dictionary<string, object?> members, int number)
    {
        if (!members.TryGetValue("arguments", out var value)) return [];
        return value is JsonElement { ValueKind: JsonValueKind.Object } element
            ? LenientJson.ToDictionary(element)
            : throw Wrong(number, "has 'arguments' that are not an object");
    }

    private static TimeSpan Delay(Dictionary<string, object?> members, int number)
    {
        if (!members.TryGetValue("delay_ms", out var value)) return TimeSpan.Zero;
        return value is JsonElement { ValueKind: JsonValueKind.Number } element && element.TryGetInt32(out var ms)
            && ms >= 0
            ? TimeSpan.FromMilliseconds(ms)
            : throw Wrong(number, "has a 'delay_ms' that is not a whole number of milliseconds, 0 or more");
    }

    private static ScriptException Wrong(int number, string what) => new(Text(number, what));

    private static string Text(int number, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"Line {number} of the script {what}.");
}
