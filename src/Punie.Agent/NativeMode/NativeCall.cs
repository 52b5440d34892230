using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Punie.Agent.CodeMode;
using Punie.Agent.Tools;

namespace Punie.Agent.NativeMode;

/// <summary>A function call of a model, read: ready to run, or wrong in a way that the model can put right.</summary>
internal abstract record NativeCall
{
    private NativeCall()
    {
    }

    /// <summary>Ready to run.</summary>
    /// <param name="Tool">What it calls.</param>
    /// <param name="Arguments">Bound and checked.</param>
    /// <param name="Notes">What was repaired in the arguments.</param>
    /// <param name="Json">The arguments as they were given, after the repairs.</param>
    internal sealed record Ready(Tool Tool, ToolArguments Arguments, IReadOnlyList<string> Notes, JsonObject Json)
        : NativeCall
    {
        /// <summary>The call as events and traces show it.</summary>
        /// <param name="place">1-based place among the calls of the reply.</param>
        public ToolUse ToUse(int place) =>
            new(Tool.Name,
                [.. Json.Select(given => new ToolUseArgument(given.Key, given.Value?.DeepClone(), IsLiteral: true))],
                [], place);
    }

    /// <summary>Cannot run.</summary>
    /// <param name="Error">Why, and what to write instead, in one line.</param>
    internal sealed record Wrong(string Error) : NativeCall;

    /// <summary>Reads a call.</summary>
    /// <param name="call">As the model wrote it.</param>
    /// <param name="tools">What it may call.</param>
    /// <param name="others">Functions beside the tools, for a hint about a name.</param>
    public static NativeCall Read(FunctionCallContent call, ToolCatalog tools, IEnumerable<string> others)
    {
        if (tools.Find(call.Name) is not { } tool)
        {
            var names = tools.Tools.Select(known => known.Name).Concat(others);
            var hint = Nearest.Hint(call.Name, names);
            return new Wrong(
                $"there is no function "
                + $"{call.Name}{(hint.Length > 0 ? hint : "; call one of those that you were given")}");
        }

        if (call.Exception is { } unreadable) return new Wrong(BoundedText.OneLine(unreadable.Message, 500));
        try
        {
            return Bind(tool, ToJson(call.Arguments));
        }
        catch (ArgumentException e)
        {
            // An object inside the arguments has one name twice.
            return new Wrong(BoundedText.OneLine($"the arguments of {tool.Name} cannot be read: {e.Message}", 500));
        }
    }

    private static NativeCall Bind(Tool tool, JsonObject given)
    {
        var notes = ArgumentRepair.Repair(tool, given);
        using var document = JsonDocument.Parse(given.ToJsonString());
        return ToolJson.TryBind(tool, document.RootElement, out var arguments, out var error)
            ? new Ready(tool, arguments, notes, given)
            : new Wrong(BoundedText.OneLine($"TypeError: {error}", 500));
    }

    private static JsonObject ToJson(IDictionary<string, object?>? arguments)
    {
        var json = new JsonObject();
        foreach (var (name, value) in arguments ?? new Dictionary<string, object?>()) json[name] = ToNode(value);
        return json;
    }

    private static JsonNode? ToNode(object? value) => value switch
    {
        null => null,
        string text => JsonValue.Create(text),
        bool truth => JsonValue.Create(truth),
        int number => JsonValue.Create(number),
        long number => JsonValue.Create(number),
        double number => JsonValue.Create(number),
        JsonNode node => node.DeepClone(),
        JsonElement element => JsonNode.Parse(element.GetRawText()),
        _ => throw new NotSupportedException($"An argument of type {value.GetType().Name} has no JSON form here."),
    };
}
