using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Punie.Chat.Formats;

/// <summary>The one call of Code Mode, <c>execute_code(code)</c>, as a message content.</summary>
public static class CodeCall
{
    /// <summary>The function's name on every wire.</summary>
    public const string FunctionName = "execute_code";

    /// <summary>Its only parameter: the Python program.</summary>
    public const string Parameter = "code";

    /// <summary>Makes a call.</summary>
    /// <param name="callId">Unique in its conversation when the format or server pairs results by it.</param>
    /// <param name="code">The program, as it is to run.</param>
    public static FunctionCallContent Create(string callId, string code) =>
        new(callId, FunctionName, new Dictionary<string, object?> { [Parameter] = code });

    /// <summary>The program of a call; null when the call is another function or has no program.</summary>
    public static string? CodeOf(FunctionCallContent call)
    {
        if (call.Name != FunctionName || call.Arguments is not { } arguments) return null;
        return arguments.TryGetValue(Parameter, out var value) ? TextOf(value) : null;
    }

    /// <summary>The program of the first such call in a message; null when there is none.</summary>
    public static string? CodeOf(ChatMessage message) =>
        message.Contents.OfType<FunctionCallContent>().Select(CodeOf).FirstOrDefault(code => code is not null);

    private static string? TextOf(object? value) => value switch
    {
        string text => text,
        JsonElement { ValueKind: JsonValueKind.String } element => element.GetString(),
        _ => null,
    };
}
