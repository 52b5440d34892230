using System.Text.Json.Nodes;
using Punie.Agent.Tools;

namespace Punie.Agent.CodeMode;

/// <summary>One tool call that stands in a program. Reference equality of the lists.</summary>
/// <param name="Tool">The tool's name.</param>
/// <param name="Arguments">What the call passes, in the order written; arguments left out are not here.</param>
/// <param name="Fields">Fields that the program reads from the result, records inside it too, each once, first read
/// first.</param>
/// <param name="Line">1-based line of the call.</param>
public sealed record ToolUse(
    string Tool, IReadOnlyList<ToolUseArgument> Arguments, IReadOnlyList<string> Fields, int Line)
{
    /// <summary>True when it stands in a loop or its like, so that it may run any number of times.</summary>
    public bool MayRepeat { get; init; }

    /// <summary>The arguments as one JSON object by parameter name.</summary>
    public JsonObject ArgumentsAsJson()
    {
        var json = new JsonObject();
        foreach (var argument in Arguments) json[argument.Name] = argument.Value?.DeepClone();
        return json;
    }

    /// <summary>
    /// What a call may change: the tool's effect, unless the call leaves out or turns off the parameter that it needs.
    /// </summary>
    /// <param name="tool">The tool that is called.</param>
    /// <param name="arguments">What the call passes.</param>
    public static ToolEffect EffectOf(Tool tool, IEnumerable<ToolUseArgument> arguments)
    {
        if (tool.EffectSwitch is not { } name) return tool.Effect;
        var given = arguments.FirstOrDefault(argument => argument.Name == name);
        var isOff = given is null
            || (given.IsLiteral && given.Value is JsonValue value && value.TryGetValue(out bool on) && !on);
        return isOff ? ToolEffect.Read : tool.Effect;
    }
}

/// <summary>One argument of a tool call.</summary>
/// <param name="Name">The parameter that it fills.</param>
/// <param name="Value">The literal's value (null is None), or the source text as a string when it is not a
/// literal.</param>
/// <param name="IsLiteral">False when <paramref name="Value"/> is source text.</param>
public sealed record ToolUseArgument(string Name, JsonNode? Value, bool IsLiteral);

/// <summary>Something that would fail when the program runs.</summary>
/// <param name="Line">1-based.</param>
/// <param name="Message">What is wrong and what to write instead, in one line.</param>
public sealed record ProgramProblem(int Line, string Message)
{
    /// <summary>The problem as one line for the model.</summary>
    public override string ToString() => $"line {Line}: {Message}";
}

/// <summary>What can be known about a program without running it.</summary>
/// <param name="Calls">The tool calls in the order in which the program reaches them.</param>
/// <param name="Problems">What would fail, in source order; empty when nothing was found.</param>
/// <param name="IsValidSyntax">False when the text does not parse; then there are no calls.</param>
public sealed record ProgramFacts(
    IReadOnlyList<ToolUse> Calls, IReadOnlyList<ProgramProblem> Problems, bool IsValidSyntax);
